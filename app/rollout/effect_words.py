"""The sentences on what a change of the template would move."""

from collections.abc import Collection, Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import moved, signed_days
from app.store.names import Names
from planning.compare import ChangedMargin, MovedDate


def count_text(count: int) -> str:
    """47 municipalities."""
    return ngettext("%(num)d municipality", "%(num)d municipalities", count)


def number_text(count: int) -> str:
    """What shows those who are not shown yet."""
    return ngettext("Show all %(num)d", "Show all %(num)d", count)


def move_text(days: Collection[int]) -> str:
    """26–29 days earlier: the least and the most of what moves."""
    least, most = min(days), max(days)
    if least == most:
        return moved(least)
    if most < 0:
        return ngettext(
            "%(least)d–%(num)d day earlier",
            "%(least)d–%(num)d days earlier",
            -least,
            least=-most,
        )
    if least > 0:
        return ngettext(
            "%(least)d–%(num)d day later",
            "%(least)d–%(num)d days later",
            most,
            least=least,
        )
    return _("from %(first)s to %(last)s", first=moved(least), last=moved(most))


def biggest_sentence(move: MovedDate, names: Names) -> str:
    """Which date moves the most, and whose."""
    return _(
        "The biggest move: “%(step)s” in %(municipality)s, %(moved)s.",
        step=names.activity(move.key),
        municipality=names.municipality(move.owner_id),
        moved=moved(move.days),
    )


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
        "%(num)d municipality could no longer hold its go-live.",
        "%(num)d municipalities could no longer hold their go-live.",
        count,
    )


def _holding(count: int) -> str:
    return ngettext(
        "%(num)d municipality could hold its go-live again.",
        "%(num)d municipalities could hold their go-live again.",
        count,
    )
