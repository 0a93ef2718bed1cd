"""What somebody types, held against what things are called.

Both are folded first: small letters without accents; å is aa is a, ø is oe is o,
æ is ae; marks are blanks. K 11, k-11 and K11 are one, because blanks do not count
where a whole name is compared.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from app.store.sorting import search_key

# Shorter parts stand in the middle of too many names; figures say more.
LEAST_WITHIN = 3
LEAST_FIGURES = 2
# Words of fewer letters are another name when one of them is another.
LEAST_WRONG = 4
LEAST_WRONG_START = 6


class Closeness(IntEnum):
    """How close a name is to what was typed, the closest first."""

    EXACT = 0
    PREFIX = 1
    WORDS = 2
    WITHIN = 3
    NEAR = 4


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared: in one piece, and word by word."""

    compact: str
    words: tuple[str, ...]


def fold(text: str) -> Folded:
    """Return a text as it is compared; without letters and figures it is empty."""
    words = search_key(text).split()
    return Folded(_one_letter("".join(words)), tuple(map(_one_letter, words)))


def _one_letter(word: str) -> str:
    """A word whose aa and oe are one letter each, however it came together."""
    return re.sub("oe+", "o", re.sub("a{2,}", "a", word))


def closeness(typed: Folded, name: Folded) -> Closeness | None:
    """How close a name is to what was typed, every letter being right."""
    if not typed.compact:
        return None
    if typed.compact == name.compact:
        return Closeness.EXACT
    if name.compact.startswith(typed.compact):
        return Closeness.PREFIX
    if all(_begins_a_word(part, name) for part in typed.words):
        return Closeness.WORDS
    return Closeness.WITHIN if _is_within(typed, name) else None


def is_near(typed: Folded, name: Folded) -> bool:
    """Whether it is the name but for one letter in each of its longer words."""
    if len(typed.compact) > LEAST_WRONG and is_one_slip(typed.compact, name.compact):
        return True
    return bool(typed.words) and all(
        any(_is_near_word(part, word) for word in name.words) for part in typed.words
    )


def is_one_slip(typed: str, word: str) -> bool:
    """Whether at most one letter is wrong, missing, too many or in the wrong place."""
    if abs(len(typed) - len(word)) > 1:
        return False
    pairs = zip(typed, word, strict=False)
    same = next(
        (at for at, (a, b) in enumerate(pairs) if a != b), min(len(typed), len(word))
    )
    left, right = typed[same:], word[same:]
    if left[1:] == right[1:] or left[1:] == right or left == right[1:]:
        return True
    return left[:2] == right[:2][::-1] and left[2:] == right[2:]


def _begins_a_word(part: str, name: Folded) -> bool:
    return any(word.startswith(part) for word in name.words)


def _is_within(typed: Folded, name: Folded) -> bool:
    if _is_long_enough(typed.compact) and typed.compact in name.compact:
        return True
    return all(
        _begins_a_word(part, name) or (_is_long_enough(part) and part in name.compact)
        for part in typed.words
    )


def _is_long_enough(part: str) -> bool:
    return len(part) >= (LEAST_FIGURES if part.isdigit() else LEAST_WITHIN)


def _is_near_word(part: str, word: str) -> bool:
    """Whether a word, or its beginning where much of it is typed, is nearly so."""
    if word.startswith(part):
        return True
    if len(part) < LEAST_WRONG or part.isdigit():
        return False
    if is_one_slip(part, word):
        return True
    lengths = range(len(part) - 1, len(part) + 2)
    return len(part) >= LEAST_WRONG_START and any(
        is_one_slip(part, word[:length]) for length in lengths
    )
