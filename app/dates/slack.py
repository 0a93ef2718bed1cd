"""How much a date may slip: floats and margins, in days and weeks."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.dates.chain import ChainWords
from app.filters import days, in_weeks, last_day, signed_days
from app.margin_state import MarginState, margin_state
from app.threshold_words import critical_text, near_critical_text
from planning.conflicts import Margin
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, Node, Owner
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind


@dataclass(frozen=True, slots=True)
class SlackFigure:
    """So many days of something, the same in weeks, and what it means."""

    label: str
    days: str
    weeks: str
    meaning: str
    state: str


@dataclass(frozen=True, slots=True)
class SlackPart:
    """What is to spare from the planned day, and the floats with what they count from.

    Where there are none the sentence says why.
    """

    figures: tuple[SlackFigure, ...]
    sentence: str
    counted_from: str = ""


@dataclass(frozen=True, slots=True)
class CriticalPart:
    """That a date is critical, or nearly so, and from where on it is."""

    word: str
    sentence: str


def critical_part(evaluation: Evaluation, id: str) -> CriticalPart | None:
    """Tell it of what can slip: of no limit, nor of what nothing waits for."""
    at, node = evaluation.schedule.activities[id], evaluation.nodes[id]
    if _fixed(at, node) or at.early_finish <= evaluation.snapshot.status_date:
        return None
    if _margin(evaluation, node) is None and _untold(evaluation, at, node):
        return None
    criticality = evaluation.snapshot.thresholds.criticality
    if at.critical:
        return CriticalPart(_("critical"), critical_text(criticality))
    if at.near_critical:
        return CriticalPart(_("nearly critical"), near_critical_text(criticality))
    return None


def slack_part(evaluation: Evaluation, words: ChainWords, id: str) -> SlackPart:
    """Tell how much a date may slip."""
    at, node = evaluation.schedule.activities[id], evaluation.nodes[id]
    fixed = _fixed(at, node)
    if fixed:
        return SlackPart((), fixed)
    margin = _margin(evaluation, node)
    if margin is not None:
        return SlackPart((_margin_figure(margin, words),), "")
    untold = _untold(evaluation, at, node)
    if untold:
        return SlackPart((), untold)
    figures = tuple(_floats(words, at))
    return SlackPart(figures, _from_plan(words, at), _counted_from(words, at))


def _from_plan(words: ChainWords, at: ScheduledActivity) -> str:
    """How far the planned day is from the last that works."""
    if at.early_start > at.start:
        return _(
            "From what is known today it can come on %(day)s at the earliest.",
            day=words.day(at.id, at.early_start, at.early_finish),
        )
    last = _last(words, at.id, at.late_start, at.late_finish)
    spare = at.late_start - at.start
    if spare <= 0:
        return _(
            "It is planned as late as it can be: if it is not done by %(day)s, a"
            " go-live or a limit moves.",
            day=last,
        )
    return _(
        "From its planned day it may slip %(days)s before a go-live or a limit moves:"
        " until %(day)s.",
        days=days(spare),
        day=last,
    )


def _counted_from(words: ChainWords, at: ScheduledActivity) -> str:
    """What the floats are counted from, where that is not the planned day."""
    if at.early_start >= at.start:
        return ""
    return _(
        "The floats are counted from the earliest that is possible, %(day)s:",
        day=words.day(at.id, at.early_start, at.early_finish),
    )


def _floats(words: ChainWords, at: ScheduledActivity) -> Iterator[SlackFigure]:
    """What nobody notices, what no go-live notices, and what others pay for."""
    until = _last(words, at.id, at.late_start, at.late_finish)
    yield _figure(
        _("Free float"),
        at.free_float,
        _(
            "So much can be lost before anyone else notices: the next step keeps its"
            " day."
        )
        if at.free_float > 0
        else _("Nothing can be lost without the next step noticing."),
    )
    if at.interfering_float > 0:
        yield _figure(
            _("Interfering float"),
            at.interfering_float,
            _("So much more can be lost at the cost of later steps."),
        )
    meaning = _("It is too late already: it should be done by %(day)s.", day=until)
    if at.total_float >= 0:
        meaning = _(
            "So much can be lost in all before a go-live or a limit moves: until"
            " %(day)s.",
            day=until,
        )
    yield _figure(_("Total float"), at.total_float, meaning)


def _last(words: ChainWords, id: str, start: int, finish: int) -> str:
    """The last day of a stretch, as exactly as the date is known."""
    day = last_day(start, finish).toordinal()
    return words.day(id, day, day)


def _fixed(at: ScheduledActivity, node: Node) -> str:
    """Why it does not slip at all, if so."""
    if at.done:
        return _("It has happened, and slips no more.")
    if node.kind is ActivityKind.LIMIT:
        return _("A limit passes: it does not slip, it moves with what it hangs on.")
    return ""


def _untold(evaluation: Evaluation, at: ScheduledActivity, node: Node) -> str:
    """Why no float is to be told, if so."""
    if node.owner is Owner.WAVE:
        return _("Nobody in the wave has a date to hold.")
    if at.early_finish <= evaluation.snapshot.status_date:
        return _("It is presumed to have happened as planned, and has no float.")
    if not evaluation.network.successors[evaluation.network.index[at.id]]:
        return _("Nothing waits for it: if it slips, no go-live and no limit moves.")
    return ""


def _margin(evaluation: Evaluation, node: Node) -> Margin | None:
    """The margin of a go-live; of a wave the least of those in it."""
    if node.key != GO_LIVE or node.owner is Owner.TRUST:
        return None
    if node.owner is Owner.MUNICIPALITY:
        return evaluation.margins.get(node.owner_id)
    members = (
        evaluation.margins.get(it.municipality)
        for it in evaluation.snapshot.plan.placements
        if it.wave == node.owner_id
    )
    known = [it for it in members if it is not None]
    return min(known, key=lambda it: it.days, default=None)


def _margin_figure(margin: Margin, words: ChainWords) -> SlackFigure:
    meaning = _(
        "From what is known today, %(municipality)s can go live on %(day)s at the"
        " earliest.",
        municipality=words.names.municipality(margin.municipality),
        day=words.day(
            f"{margin.municipality}.{GO_LIVE}", margin.earliest, margin.earliest
        ),
    )
    state = margin_state(margin)
    return SlackFigure(
        _("Margin"),
        signed_days(margin.days),
        in_weeks(margin.days),
        meaning,
        state.value,
    )


def _figure(label: str, amount: int, meaning: str) -> SlackFigure:
    state = MarginState.HOLDS if amount > 0 else MarginState.TIGHT
    if amount < 0:
        state = MarginState.BROKEN
    return SlackFigure(
        label, signed_days(amount), in_weeks(amount), meaning, state.value
    )
