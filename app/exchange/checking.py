"""What is wrong with a JSON file, all of it at once, each with its place.

A place is written as one finds it: `activities[3].duration`, counted from 0, or
line and column where the text is no JSON. Whatever is read comes back as None
where it is wrong, and the problem is kept; an absent value and null are the same.
"""

import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeAlias, TypeVar

from planning.calendars import FIRST_DAY, LAST_DAY, to_date, to_day
from planning.durations import Duration, DurationError, parse_duration

MOST_CHARACTERS = 20_000_000

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# No count in these files has more digits; more than these are no integer.
MOST_DIGITS = 18

TYPE_NAMES: Mapping[type, str] = {
    str: "text",
    bool: "true-or-false",
    int: "number",
    float: "number",
    list: "list",
    dict: "object",
}


T = TypeVar("T")
Found: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, and the values that its sentence is made from."""

    place: str
    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)


class NetworkFileError(Exception):
    """A file that nothing can be computed from, with everything that is wrong."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(
            f"{name}: {len(problems)} problems; first: "
            f"{first.kind} at {first.place!r} {dict(first.values)}"
        )
        self.name = name
        self.problems = problems


class Record(dict[str, Any]):
    """A JSON object that remembers which keys it was given more than once."""

    repeated: tuple[str, ...] = ()


def parse_json(text: str) -> Any:
    """Read JSON, its objects as `Record`.

    Raises:
        ProblemError: where the text is too long or no JSON.
    """
    if len(text) > MOST_CHARACTERS:
        values = {"characters": len(text), "most": MOST_CHARACTERS}
        raise ProblemError(Problem(place="", kind="too-large", values=values))
    try:
        return json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=_record, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        values = {"line": error.lineno, "column": error.colno}
        problem = Problem(place=place, kind="not-json", values=values)
        raise ProblemError(problem) from error
    except RecursionError as error:
        raise ProblemError(Problem(place="", kind="too-deep")) from error


class ProblemError(Exception):
    """One problem that leaves nothing to look for others in."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind)
        self.problem = problem


def at_key(place: str, key: str) -> str:
    """The place of a key's value inside an object."""
    return f"{place}.{key}" if place else key


class Checker:
    """Reads values of a kind and collects what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def report(self, place: str, kind: str, **values: Any) -> None:
        """Keep a problem."""
        self.problems.append(Problem(place=place, kind=kind, values=values))

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """The known word that was most likely meant."""
        # Small letters and capitals are no difference.
        by_folded = {each.casefold(): each for each in known}
        found = get_close_matches(word.casefold(), by_folded, n=1)
        return by_folded[found[0]] if found else None

    def optional(
        self, read: Callable[[Any, str], T | None], found: Found, key: str, place: str
    ) -> T | None:
        """What `read` makes of the value of a key; None where there is none."""
        return read(found[key], at_key(place, key)) if key in found else None

    def record(
        self, value: Any, place: str, *, required: Collection[str], known: Iterable[str]
    ) -> Mapping[str, Any]:
        """The keys of an object that are there and known; empty if it is none."""
        found = self._typed(value, place, dict)
        if found is None:
            return {}
        for key in found.repeated:
            self.report(at_key(place, key), "repeated-key", key=key)
        known = tuple(known)
        for key in found:
            if key not in known:
                near = self.nearest(key, known)
                here = at_key(place, key)
                self.report(here, "unknown-key", key=key, nearest=near, known=known)
        for key in required:
            if found.get(key) is None:
                self.report(place, "missing-key", key=key)
        return {
            key: value
            for key, value in found.items()
            if key in known and value is not None
        }

    def items(self, value: Any, place: str) -> Iterator[tuple[str, Any]]:
        """The entries of a list, each with its place; none if it is no list."""
        found = self._typed(value, place, list)
        for number, entry in enumerate(found or ()):
            yield f"{place}[{number}]", entry

    def members(self, value: Any, place: str) -> Iterator[tuple[str, str, Any]]:
        """The keys of an object that are free, each with its place and value."""
        found = self._typed(value, place, dict) or Record()
        for key in found.repeated:
            self.report(at_key(place, key), "repeated-key", key=key)
        for key, entry in found.items():
            if self.id(key, place) is not None and entry is not None:
                yield key, at_key(place, key), entry

    def text(self, value: Any, place: str) -> str | None:
        """A text that can be printed."""
        found = self._typed(value, place, str)
        if found is None:
            return None
        # Halves of a character and control characters: category C, but not the
        # letters that a font may lack.
        if any(unicodedata.category(each) in {"Cc", "Cs"} for each in found):
            self.report(place, "not-printable", text=found)
            return None
        return str(found)

    def id(self, value: Any, place: str) -> str | None:
        """A text with at least one letter or other sign."""
        found = self.text(value, place)
        if found is not None and not found.strip():
            self.report(place, "empty-id")
            return None
        return found

    def choice(self, value: Any, place: str, choices: Collection[str]) -> str | None:
        """One of the words."""
        found = self.text(value, place)
        if found is None or found in choices:
            return found
        near = self.nearest(found, choices)
        words = tuple(choices)
        self.report(place, "unknown-choice", text=found, nearest=near, choices=words)
        return None

    def day(self, value: Any, place: str) -> int | None:
        """A date of the calendar, as the engine counts."""
        found = self.text(value, place)
        if found is None:
            return None
        try:
            day = to_day(_iso_date(found))
        except ValueError:
            self.report(place, "bad-date", text=found)
            return None
        if FIRST_DAY <= day <= LAST_DAY:
            return day
        first, last = to_date(FIRST_DAY), to_date(LAST_DAY)
        self.report(place, "date-out-of-range", text=found, first=first, last=last)
        return None

    def lag(self, value: Any, place: str) -> Duration | None:
        """A duration, which may be negative."""
        found = self.text(value, place)
        if found is None:
            return None
        try:
            return parse_duration(found)
        except DurationError:
            self.report(place, "bad-duration", text=found)
            return None

    def duration(self, value: Any, place: str) -> Duration | None:
        """A duration of no time or more."""
        found = self.lag(value, place)
        if found is not None and found.amount < 0:
            self.report(place, "negative-duration", text=str(found))
            return None
        return found

    def share(self, value: Any, place: str) -> float | None:
        """A number from 0 to 1."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._wrong_type(value, place, float)
            return None
        if not (math.isfinite(value) and 0 <= value <= 1):
            self.report(place, "no-share", number=value)
            return None
        return float(value)

    def _typed(self, value: Any, place: str, expected: type) -> Any:
        if isinstance(value, expected):
            return value
        self._wrong_type(value, place, expected)
        return None

    def _wrong_type(self, value: Any, place: str, expected: type) -> None:
        name = next(
            (name for type_, name in TYPE_NAMES.items() if isinstance(value, type_)),
            "nothing",
        )
        self.report(place, "wrong-type", expected=TYPE_NAMES[expected], found=name)


def _record(pairs: list[tuple[str, Any]]) -> Record:
    record = Record(pairs)
    if len(record) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        record.repeated = tuple(key for key, count in counts.items() if count > 1)
    return record


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= MOST_DIGITS else math.inf


def _iso_date(text: str) -> date:
    if ISO_DATE.fullmatch(text) is None:
        raise ValueError(text)
    return date.fromisoformat(text)
