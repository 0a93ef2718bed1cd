"""Which dates rest on a duration that no source gives.

A date does where the step itself has such a duration, or a step that it is counted
from: back from go-live along what holds it, or forward along what drives it. A
limit, and what is counted a fixed time back from go-live, does not.
"""

from sqlalchemy import select

from app.extensions import db
from app.store.tables import PlanRow, TemplateActivityRow
from planning.durations import parse_duration
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, Owner
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, Placing

ASSUMED = "assumed"


def list_assumed_keys(plan: PlanRow) -> frozenset[str]:
    """The steps of the template whose duration is a judgement."""
    rows = db.session.execute(
        select(TemplateActivityRow.key, TemplateActivityRow.duration).where(
            TemplateActivityRow.plan_id == plan.id,
            TemplateActivityRow.confidence == ASSUMED,
        )
    )
    return frozenset(key for key, given in rows if not parse_duration(given).is_zero)


class AssumedDates:
    """Tells of every activity of a plan whether its dates rest on an assumption."""

    def __init__(self, evaluation: Evaluation, keys: frozenset[str]) -> None:
        template = evaluation.snapshot.plan.template
        self._keys = keys
        self._nodes = evaluation.nodes
        self._activities = evaluation.schedule.activities
        self._placing = {it.key: it.placing for it in template.activities}
        self._found: dict[str, bool] = {}

    def has(self, id: str) -> bool:
        """Whether the dates of an activity do; what is done rests on nothing."""
        if id not in self._found:
            # Two that wait for each other rest on nothing by that alone.
            self._found[id] = False
            self._found[id] = self._rests(self._activities[id])
        return self._found[id]

    def _rests(self, at: ScheduledActivity) -> bool:
        node = self._nodes[at.id]
        if node.owner is not Owner.MUNICIPALITY or node.key == GO_LIVE or at.done:
            return False
        if node.kind is ActivityKind.LIMIT:
            return False
        return node.key in self._keys or any(map(self.has, self._counted_from(at)))

    def _counted_from(self, at: ScheduledActivity) -> tuple[str, ...]:
        """What sets the date that can hold: what comes after it, or before."""
        is_late = at.early_start > at.start
        is_counted_back = (
            self._placing[self._nodes[at.id].key] is Placing.AS_LATE_AS_POSSIBLE
        )
        return at.held_by if is_counted_back and not is_late else at.driven_by
