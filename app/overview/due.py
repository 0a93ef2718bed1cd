"""What is due next: limits and milestones by date, whoever they belong to.

Municipalities of one wave that have the same things on the same day stand together.
What is reported done, and a limit for what is done, is due no more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.assumed import AssumedDates
from app.filters import last_day, long_date, weekday, window
from app.overview.due_items import DueItem, DueItems, is_held_back
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.rights.ways_out import ways_out
from planning.rollout import (
    GO_LIVE,
    GOVERNED_BY_LIMIT,
    Node,
    Owner,
    activity_id,
)
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, ReportState

RANGES = (30, 90, 180)
DEFAULT_RANGE = 180
GOVERNS: Mapping[str, str] = {limit: key for key, limit in GOVERNED_BY_LIMIT.items()}


@dataclass(frozen=True, slots=True)
class DueDay:
    """All that is due on one day, or in one window: `note` says how far off."""

    day: str
    note: str
    items: tuple[DueItem, ...]


@dataclass(frozen=True, slots=True)
class LateLine:
    """A step that is reported as not done after it should have been."""

    number: str
    municipality: str
    step: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RangeChoice:
    """How far ahead is looked."""

    days: int
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DuePart:
    """What is due within the range that was chosen, day by day."""

    ranges: tuple[RangeChoice, ...]
    late: tuple[LateLine, ...]
    days: tuple[DueDay, ...]
    nothing: str


def read_range(typed: str) -> int:
    """Read how far ahead the address asks to look."""
    return next((days for days in RANGES if str(days) == typed), DEFAULT_RANGE)


def due_part(
    evaluation: Evaluation,
    names: Names,
    days: int,
    *,
    gp_keys: frozenset[str],
    assumed: AssumedDates,
) -> DuePart:
    """Tell what is due from the status date on.

    `gp_keys` are the dates of the programme that concern GP offices alone.
    """
    items = DueItems(evaluation, names, gp_keys, assumed)
    return DuePart(
        ranges=tuple(
            RangeChoice(it, _("%(days)s days", days=it), it == days) for it in RANGES
        ),
        late=tuple(_late_lines(evaluation, names)),
        days=tuple(_due_days(evaluation, items, days)),
        nothing=_("Nothing is due in the next %(days)s days.", days=days),
    )


def _due_days(evaluation: Evaluation, items: DueItems, days: int) -> Iterator[DueDay]:
    today = evaluation.snapshot.status_date
    found: dict[tuple[int, int], list[Node]] = {}
    for node, at in _due_nodes(evaluation):
        day = at.early_start if is_held_back(node, at) else at.start
        dated = items.window(node)
        last = day if dated is None else dated.last
        if today <= last and day <= today + days:
            found.setdefault((day, last), []).append(node)
    for (day, _last), nodes in sorted(found.items(), key=lambda it: it[0]):
        dated = items.window(nodes[0])
        if dated is None:
            note = _(
                "%(weekday)s, %(countdown)s",
                weekday=weekday(day),
                countdown=countdown(day - today),
            )
            yield DueDay(long_date(day), note, items.of(nodes))
        else:
            yield DueDay(window(dated), _("no day is set"), items.of(nodes))


def _late_lines(evaluation: Evaluation, names: Names) -> Iterator[LateLine]:
    """What is reported as not done and should have been, by municipality."""
    for report in evaluation.snapshot.reports:
        node = evaluation.nodes.get(activity_id(report.municipality, report.activity))
        if node is None or report.state is not ReportState.NOT_DONE:
            continue
        at = evaluation.schedule.activities[node.id]
        if is_held_back(node, at):
            yield LateLine(
                report.municipality,
                names.municipality(report.municipality),
                names.activity(report.activity),
                _late_text(at),
            )


def _late_text(at: ScheduledActivity) -> str:
    return _(
        "Reported as not done. Should have been done by %(due)s, can be done by %(day)s"
        " at the earliest.",
        due=long_date(last_day(at.start, at.finish)),
        day=long_date(last_day(at.early_start, at.early_finish)),
    )


def _due_nodes(evaluation: Evaluation) -> Iterator[tuple[Node, ScheduledActivity]]:
    """Limits and milestones that nobody has reported done, and that bind somebody."""
    activities = evaluation.schedule.activities
    ways = ways_out(evaluation.snapshot)
    left = {number for number, it in ways.items() if it.has_left}
    for node in evaluation.nodes.values():
        if node.kind not in {ActivityKind.LIMIT, ActivityKind.MILESTONE}:
            continue
        at = activities[node.id]
        # A municipality goes live with its wave, which stands there for all.
        is_own_go_live = node.owner is Owner.MUNICIPALITY and node.key == GO_LIVE
        is_free = node.owner is Owner.MUNICIPALITY and node.owner_id in left
        if at.done or is_free or is_own_go_live or _is_met(evaluation, node):
            continue
        yield node, at


def _is_met(evaluation: Evaluation, node: Node) -> bool:
    """Whether what a limit is there for has been done."""
    key = GOVERNS.get(node.key)
    if key is None or node.owner is not Owner.MUNICIPALITY:
        return False
    at = evaluation.schedule.activities.get(activity_id(node.owner_id, key))
    return at is not None and at.done


def countdown(days: int) -> str:
    """Say how far off a day is."""
    if days == 0:
        return _("on the status date")
    return str(ngettext("in %(num)s day", "in %(num)s days", days))
