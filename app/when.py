"""A date as exactly as it is known: 12.5.2023, 5.2023 for a month, 2023 for a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import StringField

from app.form_fields import read_day, shortened
from planning.snapshot import Precision

MONTH = re.compile(r"(\d{1,2})[./]\s*(\d{4})")
ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When something happened, as exactly as it is known; both days are inside."""

    first: date
    last: date
    precision: str


class WhenField(StringField):
    """A day, a month or a year; `when` is what was read."""

    when: When | None = None

    def process_data(self, value: Any) -> None:
        """Show what is known as it would be typed."""
        self.when = value if isinstance(value, When) else None
        self.data = "" if self.when is None else written(self.when)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed; it stays in the field where it can't be."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        kept = self.when
        self.data = typed
        is_kept = kept is not None and typed == written(kept)
        self.when = kept if is_kept else read_when(typed)
        if typed and self.when is None:
            raise ValueError(
                _(
                    "“%(typed)s” is no date. Write 12.5.2023, or 5.2023 for a month,"
                    " or 2023 for a year.",
                    typed=shortened(typed),
                )
            )


def read_when(typed: str) -> When | None:
    """Return what was typed, if it is a day, a month or a year of the calendar."""
    day = read_day(typed)
    if day is not None:
        return When(first=day, last=day, precision=Precision.DAY)
    months = MONTH.fullmatch(typed)
    iso = ISO_MONTH.fullmatch(typed)
    if months is not None:
        return _month(int(months[2]), int(months[1]))
    if iso is not None:
        return _month(int(iso[1]), int(iso[2]))
    if YEAR.fullmatch(typed) and int(typed):
        year = int(typed)
        return When(
            first=date(year, 1, 1), last=date(year, 12, 31), precision=Precision.YEAR
        )
    return None


def _month(year: int, month: int) -> When | None:
    if not 1 <= month <= 12 or not year:
        return None
    last = date(year, month, monthrange(year, month)[1])
    return When(first=last.replace(day=1), last=last, precision=Precision.MONTH)


def written(when: When) -> str:
    """As it would be typed; a stretch that has no such name, as both its days."""
    first, last = when.first, when.last
    if first == last:
        return f"{first.day}.{first.month}.{first.year}"
    if when == _month(first.year, first.month):
        return f"{first.month}.{first.year}"
    if when.precision == Precision.YEAR and first.year == last.year:
        return str(first.year)
    return f"{first.isoformat()}–{last.isoformat()}"
