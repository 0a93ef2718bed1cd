"""What becomes of margins with a change: how many shrink and grow, most where.

Told from the document that is kept with a change; who has no margin before or after
is not counted.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import signed_days
from app.store.names import Names
from planning.compare import ChangedMargin

Document = Mapping[str, Any]


def moved_margins(moved: Document, names: Names) -> tuple[str, ...]:
    """The sentences on what the document of a change holds."""
    margins = [
        ChangedMargin(it["municipality"], it["before"], it["after"])
        for it in moved.get("margins", ())
    ]
    return tuple(margin_sentences(margins, names))


def margin_sentences(margins: Sequence[ChangedMargin], names: Names) -> list[str]:
    """How many margins shrink and grow, most where, and how many break or hold."""
    known = [
        (it, it.after - it.before)
        for it in margins
        if it.before is not None and it.after is not None
    ]
    less = [pair for pair in known if pair[1] < 0]
    more = [pair for pair in known if pair[1] > 0]
    told = []
    if less:
        told.append(_less(len(less), min(less, key=_days)[0], names))
    if more:
        told.append(_more(len(more), max(more, key=_days)[0], names))
    if breaking := sum(_margin(it.after) < 0 <= _margin(it.before) for it, _d in less):
        told.append(_breaking(breaking))
    if holding := sum(_margin(it.before) < 0 <= _margin(it.after) for it, _d in more):
        told.append(_holding(holding))
    return told


def margin_days(days: int | None) -> str:
    """A margin, which may be none."""
    return _("none") if days is None else signed_days(days)


def _days(pair: tuple[ChangedMargin, int]) -> int:
    return pair[1]


def _margin(days: int | None) -> int:
    return days or 0


def _less(count: int, most: ChangedMargin, names: Names) -> str:
    return ngettext(
        "The margin of %(num)d municipality shrinks: %(name)s from %(before)s to "
        "%(after)s.",
        "The margins of %(num)d municipalities shrink, most in %(name)s: from "
        "%(before)s to %(after)s.",
        count,
        **_pair(most, names),
    )


def _more(count: int, most: ChangedMargin, names: Names) -> str:
    return ngettext(
        "The margin of %(num)d municipality grows: %(name)s from %(before)s to "
        "%(after)s.",
        "The margins of %(num)d municipalities grow, most in %(name)s: from "
        "%(before)s to %(after)s.",
        count,
        **_pair(most, names),
    )


def _pair(most: ChangedMargin, names: Names) -> dict[str, str]:
    return {
        "name": names.municipality(most.municipality),
        "before": margin_days(most.before),
        "after": margin_days(most.after),
    }


def _breaking(count: int) -> str:
    return ngettext(
        "%(num)d municipality can no longer hold its go-live.",
        "%(num)d municipalities can no longer hold their go-live.",
        count,
    )


def _holding(count: int) -> str:
    return ngettext(
        "%(num)d municipality can hold its go-live again.",
        "%(num)d municipalities can hold their go-live again.",
        count,
    )
