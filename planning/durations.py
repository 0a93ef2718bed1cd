"""Durations: "10wd", "7mo" read and written.

An amount of calendar days, working days, weeks or calendar months. Negative
amounts are for lags. How long a duration is on the calendar depends on where it
stands there: see `calendars`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a duration is counted in, as it is written."""

    DAYS = "d"
    WORKING_DAYS = "wd"
    WEEKS = "w"
    MONTHS = "mo"


# Somewhat over a century in each unit: more is a slip of the keyboard. None is
# longer than the longest in days, so that a length can be told in days too.
LONGEST = {
    Unit.DAYS: 40_000,
    Unit.WORKING_DAYS: 27_000,
    Unit.WEEKS: 5_700,
    Unit.MONTHS: 1_300,
}

WRITTEN = re.compile(r"(-?[0-9]{1,5})(d|wd|w|mo)")


class DurationError(ValueError):
    """A text is no duration, or one longer than a century."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a duration: {text!r}")
        self.text = text


@dataclass(frozen=True, slots=True)
class Duration:
    """So many of a unit."""

    amount: int
    unit: Unit = Unit.DAYS

    def __post_init__(self) -> None:
        if abs(self.amount) > LONGEST[self.unit]:
            raise ValueError(f"longer than a century: {self}")

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"

    @property
    def is_zero(self) -> bool:
        return self.amount == 0


ZERO = Duration(0)


def parse_duration(text: str) -> Duration:
    """Read "5d", "10wd", "3w" or "-7mo"; blanks around it do not count.

    Raises:
        DurationError: where the text is anything else.
    """
    written = WRITTEN.fullmatch(text.strip())
    if written is None:
        raise DurationError(text)
    amount, unit = written.groups()
    try:
        return Duration(int(amount), Unit(unit))
    except ValueError as error:
        raise DurationError(text) from error
