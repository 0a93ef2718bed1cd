"""The days and sums that a reader tries on the page of an option; nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flask_babel import gettext as _

from app.filters import long_date
from app.form_fields import read_day, shortened
from app.money_fields import read_amount
from planning.calendars import to_day
from planning.money import to_ore

EARLIEST, LATEST = date(2010, 1, 1), date(2060, 12, 31)
LONGEST_TYPED = 60


@dataclass(frozen=True, slots=True)
class Tried:
    """What was typed in a field, what it was read as, and what is wrong with it."""

    typed: str = ""
    value: int | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A day of a vote, a day of a notice, and what leaving the plan may cost."""

    vote: Tried
    notice: Tried
    extra: Tried


def read_asked(arguments: Mapping[str, str]) -> Asked:
    """Read the query of an address; what can't be read is told and left out."""
    return Asked(
        vote=_day(arguments.get("vote", "")),
        notice=_day(arguments.get("notice", "")),
        extra=_sum(arguments.get("extra", "")),
    )


def _day(text: str) -> Tried:
    typed = text.strip()[:LONGEST_TYPED]
    if not typed:
        return Tried()
    found = read_day(typed)
    if found is None:
        told = _("“%(typed)s” is no day. Write it as 1.4.2024.", typed=shortened(typed))
        return Tried(typed, None, told)
    if not EARLIEST <= found <= LATEST:
        told = _(
            "Give a day from %(first)s to %(last)s.",
            first=long_date(EARLIEST),
            last=long_date(LATEST),
        )
        return Tried(typed, None, told)
    return Tried(found.isoformat(), to_day(found))


def _sum(text: str) -> Tried:
    typed = text.strip()[:LONGEST_TYPED]
    if not typed:
        return Tried()
    try:
        amount: Decimal = read_amount(typed)
    except ValueError as fault:
        return Tried(typed, None, str(fault))
    return Tried(typed, to_ore(amount))
