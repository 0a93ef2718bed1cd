"""What a reader has chosen to see; it stands in the address of the page."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planning.calendars import FIRST_YEAR, MONTHS, to_date

MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A resource, a wave or all of them, some years, and a month or none.

    Months are places in `calendars.MONTHS`.
    """

    resource: str
    wave: str
    first_year: int
    last_year: int
    month: int | None

    @property
    def arguments(self) -> dict[str, Any]:
        """The choice as the arguments of an address, without the month."""
        given = {
            "resource": self.resource,
            "wave": self.wave,
            "from": str(self.first_year),
            "to": str(self.last_year),
        }
        return {name: value for name, value in given.items() if value}

    def holds(self, month: int) -> bool:
        """Whether a month lies in the years that are looked at."""
        return self.first_year <= year_of(month) <= self.last_year


def read_choice(
    args: Mapping[str, str],
    *,
    resources: Sequence[str],
    waves: Collection[str],
    years: Sequence[int],
    year: int,
) -> Choice:
    """Read the choice of an address; what there is not is dropped.

    `years` are those in which something is asked for, `year` that of the status
    date: what is past is shown to those who ask for it.
    """
    resource, wave = args.get("resource", ""), args.get("wave", "")
    start = max(min(year, years[-1]), years[0])
    first = _year(args.get("from", ""), years, start)
    last = _year(args.get("to", ""), years, years[-1])
    return Choice(
        resource=resource if resource in resources else resources[0],
        wave=wave if wave in waves else "",
        first_year=min(first, last),
        last_year=max(first, last),
        month=read_month(args.get("month", "")),
    )


def read_month(typed: str) -> int | None:
    """The month of an address, as 2025-03."""
    match = MONTH.fullmatch(typed)
    if match is None:
        return None
    month = (int(match[1]) - FIRST_YEAR) * 12 + int(match[2]) - 1
    return month if 0 <= month < len(MONTHS) - 1 else None


def month_key(month: int) -> str:
    """2025-03, as it stands in addresses."""
    return to_date(MONTHS[month]).isoformat()[:7]


def year_of(month: int) -> int:
    """The year that a month is in."""
    return FIRST_YEAR + month // 12


def _year(typed: str, years: Sequence[int], otherwise: int) -> int:
    return next((it for it in years if str(it) == typed), otherwise)
