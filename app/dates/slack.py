"""How much a date may slip: floats and margins, in days and weeks."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.dates.chain import ChainWords
from app.filters import counted, days, signed_days
from app.margin_state import MarginState, margin_state
from planning.conflicts import Margin
from planning.durations import Unit
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, Node, Owner
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind

DAYS_A_WEEK = 7


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
    """What is to spare; a sentence in place of figures where there are none."""

    figures: tuple[SlackFigure, ...]
    sentence: str


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
    sentence = ""
    if at.early_start > at.start:
        sentence = _(
            "From what is known today it can come on %(day)s at the earliest.",
            day=words.day(id, at.early_start, at.early_finish),
        )
    total = _figure(
        _("Total float"),
        at.total_float,
        _("So much can be lost before a go-live or a limit moves."),
    )
    free = _figure(
        _("Free float"),
        at.free_float,
        _("So much can be lost before the next step moves."),
    )
    figures = [total, free]
    if at.interfering_float > 0:
        figures.append(
            _figure(
                _("Interfering float"),
                at.interfering_float,
                _("Of the total float, so much is lost at the cost of later steps."),
            )
        )
    return SlackPart(tuple(figures), sentence)


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
        _("Margin"), signed_days(margin.days), weeks(margin.days), meaning, state.value
    )


def _figure(label: str, amount: int, meaning: str) -> SlackFigure:
    state = MarginState.HOLDS if amount > 0 else MarginState.TIGHT
    if amount < 0:
        state = MarginState.BROKEN
    return SlackFigure(label, signed_days(amount), weeks(amount), meaning, state.value)


def weeks(amount: int) -> str:
    """The same in whole weeks and the days over; nothing under a week."""
    whole, rest = divmod(abs(amount), DAYS_A_WEEK)
    if not whole:
        return ""
    told = counted(whole, Unit.WEEKS)
    if not rest:
        return told
    return _("%(weeks)s and %(days)s", weeks=told, days=days(rest))
