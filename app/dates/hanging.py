"""What hangs on a date, ready to print: by day, the same step of several together."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.dates.chain import ChainWords
from app.dates.known import known_as
from app.filters import days
from app.how_dated import How
from app.store.sorting import sort_key
from planning.dependents import Dependent, Hanging, count_moving, find_dependents
from planning.explanation import Explainer, Reason
from planning.network import LinkKind
from planning.rollout import Owner


@dataclass(frozen=True, slots=True)
class HangingDate:
    """One date that hangs on another; whose it is stands in its name."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HangingLine:
    """A day, what is on it, and how it hangs on the date; `further` hang on it."""

    what: str
    day: str
    known: How
    dates: tuple[HangingDate, ...]
    how: str
    also: str
    further: str


@dataclass(frozen=True, slots=True)
class HangingPart:
    """All that hangs on a date next, and how many dates move with it in all."""

    lines: tuple[HangingLine, ...]
    summary: str


def hanging_part(explainer: Explainer, words: ChainWords, id: str) -> HangingPart:
    """Tell what hangs on a date."""
    groups: dict[tuple[str, int, int, str, How], list[Dependent]] = {}
    for it in find_dependents(explainer, id):
        # An earliest date is counted, however the planned one is known.
        known = How.COMPUTED if _is_earliest(it) else words.how(it.id)
        what = _what(words, id, it.id)
        key = (what, it.start, it.finish, _how(words, id, it), known)
        groups.setdefault(key, []).append(it)
    count = count_moving(explainer, id)
    return HangingPart(
        tuple(_line(words, id, *key, members) for key, members in groups.items()),
        ngettext(
            "%(num)s date is counted from this one, over all steps.",
            "%(num)s dates are counted from this one, over all steps.",
            count,
        )
        if count
        else "",
    )


def _line(
    words: ChainWords,
    id: str,
    what: str,
    start: int,
    finish: int,
    how: str,
    known: How,
    members: Sequence[Dependent],
) -> HangingLine:
    own = words.evaluation.nodes[id].owner_id
    named = [_date(words, it.id) for it in members]
    also = dict.fromkeys(
        words.name(each, within=own) for it in members for each in it.also
    )
    further = sum(it.further for it in members)
    return HangingLine(
        what=what,
        day=_day(words, members[0], start, finish),
        known=known,
        dates=tuple(sorted(named, key=lambda it: sort_key(it.name))),
        how=how,
        also=_("together with: %(what)s", what=", ".join(also)) if also else "",
        further=ngettext("%(num)s further date", "%(num)s further dates", further)
        if further
        else "",
    )


def _day(words: ChainWords, it: Dependent, start: int, finish: int) -> str:
    if not _is_earliest(it):
        return known_as(words.evaluation, it.id) or words.day(it.id, start, finish)
    return _("%(day)s at the earliest", day=words.day(it.id, start, finish))


def _is_earliest(it: Dependent) -> bool:
    """Whether its dates are the earliest ones, later than the planned ones."""
    return it.hanging is Hanging.HELD and it.days > 0


def _what(words: ChainWords, id: str, dependent: str) -> str:
    node = words.evaluation.nodes[dependent]
    if node.owner is Owner.MUNICIPALITY:
        return words.names.activity(node.key)
    return words.name(dependent, within=words.evaluation.nodes[id].owner_id)


def _date(words: ChainWords, id: str) -> HangingDate:
    node = words.evaluation.nodes[id]
    name = words.name(id)
    if node.owner is Owner.MUNICIPALITY:
        name = words.names.municipality(node.owner_id)
    return HangingDate(name, url_for("dates.date", activity_id=id))


def _how(words: ChainWords, id: str, it: Dependent) -> str:
    if it.hanging is Hanging.GOVERNED:
        return _("Has to happen by this day: %(spare)s.", spare=_spare(it.days))
    if it.hanging is Hanging.WAITS:
        return _("Can’t come before: %(spare)s.", spare=_spare(it.days))
    if it.hanging is Hanging.HELD:
        return _held(it)
    if it.reason is Reason.FOLLOWS_WAVE or it.id.startswith(f"{Owner.TRUST}."):
        return _("Goes live with the wave.")
    ends = (it.id, id) if it.reason is Reason.COUNTED_BACK else (id, it.id)
    return _moves(it, words.lags.between(*ends, it.kind, it.lag))


def _moves(it: Dependent, lag: str) -> str:
    if it.kind is LinkKind.FS and it.lag.is_zero:
        if it.reason is Reason.COUNTED_BACK:
            return _("Counted back: over before this day.")
        return _("Follows right after.")
    if it.lag.amount > 0 and it.kind in {LinkKind.FS, LinkKind.SS}:
        if it.reason is Reason.COUNTED_BACK:
            return _("Counted back: %(lag)s before.", lag=lag)
        return _("Follows %(lag)s after.", lag=lag)
    return _("Counted from this day.")


def _held(it: Dependent) -> str:
    if not it.days:
        return _("Follows the earliest day that this one can come on.")
    return _(
        "Can’t begin earlier because of this: %(days)s later than planned.",
        days=days(it.days),
    )


def _spare(amount: int) -> str:
    if amount > 0:
        return _("%(days)s to spare", days=days(amount))
    if amount < 0:
        return _("%(days)s too late", days=days(-amount))
    return _("no day to spare")
