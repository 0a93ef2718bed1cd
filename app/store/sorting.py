"""Keys to sort and to search names by, the same on every database.

A sort key holds nothing but a–z and 0–9 and never a double a, so that bytes and
every language's rules put it in the same place: z, æ, ø, å last, aa as å.
"""

import re
import unicodedata
from functools import lru_cache

LATE_LETTERS = {"z": "zb", "æ": "zc", "ø": "zd", "å": "ze"}
SAME_LETTERS = {"ä": "æ", "ö": "ø", "ü": "y", "đ": "d", "ð": "d", "þ": "th", "ŋ": "n"}
SEARCH_LETTERS = {"æ": "ae", "ø": "o", "å": "a"}

KEPT = frozenset("æøå")


@lru_cache(maxsize=4096)
def sort_key(name: str) -> str:
    """What a name is sorted by; words before longer words."""
    folded = _folded(name).replace("aa", "å")
    spaced = re.sub(r"[^a-z0-9æøå]+", " ", folded).strip()
    late = "".join(LATE_LETTERS.get(letter, letter) for letter in spaced)
    return late.replace(" ", "0")


def search_key(text: str) -> str:
    """What a name or a search is compared by; accents and å or aa are all one."""
    plain = "".join(SEARCH_LETTERS.get(letter, letter) for letter in _folded(text))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"a{2,}", "a", plain)).strip()


def _folded(text: str) -> str:
    """Small letters without accents; æ, ø and å are letters of their own."""
    small = unicodedata.normalize("NFC", text.casefold())
    return "".join(
        letter if letter in KEPT else _without_accent(letter)
        for letter in (SAME_LETTERS.get(each, each) for each in small)
    )


def _without_accent(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))
