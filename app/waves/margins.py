"""Margins as the board and the wave's page mark them: by their sign, never by hue."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import signed_days
from app.margin_state import MarginState, margin_state
from planning.conflicts import Margin


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A margin in days, in weeks where there are two or more, and what it means."""

    state: MarginState
    days: str
    weeks: str
    meaning: str


def margin_mark(margin: Margin | None) -> MarginMark | None:
    """Return the mark of a margin; what has no date to hold has none."""
    if margin is None:
        return None
    days = margin.days
    return MarginMark(
        margin_state(margin), signed_days(days), _weeks(days), _meaning(days)
    )


def least_margin(margins: Iterable[Margin | None]) -> MarginMark | None:
    """Return the mark of the smallest margin among several."""
    known = [margin for margin in margins if margin is not None]
    return margin_mark(min(known, key=lambda it: it.days)) if known else None


def _weeks(days: int) -> str:
    """Whole weeks, as far as they go; the sign stands with the days."""
    weeks = abs(days) // 7
    return ngettext("%(num)s week", "%(num)s weeks", weeks) if weeks > 1 else ""


def _meaning(days: int) -> str:
    if days < 0:
        return _("The date of the wave can't be held as things stand.")
    if days == 0:
        return _("The date of the wave can be held, with no day to spare.")
    return _("The date of the wave can be held, with days to spare.")
