"""Whether a municipality is live."""

from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, activity_id


def is_live(evaluation: Evaluation, number: str) -> bool:
    """Whether a municipality's go-live is recorded."""
    at = evaluation.schedule.activities.get(activity_id(number, GO_LIVE))
    return at is not None and at.done
