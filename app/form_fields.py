"""Fields that several forms have: a day, a duration's unit, the revision seen.

A day is typed as the browser's calendar gives it, 2024-04-01, or as people write
it, 1.4.2024. What can't be read stays in the field, with a sentence on the mend.
"""

import re
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import DateField, HiddenField, IntegerField

from app.store import results
from planning.durations import Unit

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
WRITTEN = re.compile(r"(\d{1,2})[./]\s*(\d{1,2})[./]\s*(\d{4})")

LONGEST_SHOWN = 100
LARGEST = 999_999_999
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
TOO_LARGE = re.compile(r"[0-9]{10,}")


class DayField(DateField):
    """A day of the calendar."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = read_day(typed) if typed else None
        if typed and self.data is None:
            raise ValueError(
                _(
                    "“%(typed)s” is no day. Write it as 1.4.2024.",
                    typed=shortened(typed),
                )
            )


class WholeNumberField(IntegerField):
    """A whole number; nothing typed is none. `most` is told where it is too large."""

    def __init__(self, *arguments: Any, most: int = LARGEST, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self._most = most

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = int(typed) if WHOLE_NUMBER.fullmatch(typed) else None
        if TOO_LARGE.fullmatch(typed):
            raise ValueError(
                _("That number is too large: give at most %(most)s.", most=self._most)
            )
        if typed and self.data is None:
            raise ValueError(
                _("“%(typed)s” is no whole number.", typed=shortened(typed))
            )


class FormTooOldError(Exception):
    """A form does not say which state of the plan it was made from."""


class SeenField(HiddenField):
    """The revision that the form was made from."""

    @property
    def revision(self) -> int:
        """The revision that the user had looked at.

        Raises:
            FormTooOldError: what came is none that there has been. Without it, what
                somebody else has done would be overwritten without a word.
        """
        typed = str(self.data or "")
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 10
        if not is_number or int(typed) > results.revision():
            raise FormTooOldError(shortened(typed))
        return int(typed)


def shortened(typed: str) -> str:
    """What was typed, as much of it as a sentence can hold."""
    return typed if len(typed) <= LONGEST_SHOWN else f"{typed[:LONGEST_SHOWN]}…"


def read_day(typed: str) -> date | None:
    """Return the day that was typed, if it is one of the calendar."""
    match = ISO.fullmatch(typed)
    if match is not None:
        year, month, day = match.groups()
    else:
        match = WRITTEN.fullmatch(typed)
        if match is None:
            return None
        day, month, year = match.groups()
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def unit_choices() -> list[tuple[str, str]]:
    """The units of a duration, in the plural, the small ones first."""
    return [
        (Unit.DAYS.value, _("days")),
        (Unit.WORKING_DAYS.value, _("working days")),
        (Unit.WEEKS.value, _("weeks")),
        (Unit.MONTHS.value, _("months")),
    ]
