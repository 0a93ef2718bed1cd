"""The writes of the overview: how far its user has looked, and nothing else."""

from app.access import User, require
from app.store import visits


def note_visit(*, by: User, seen: int) -> None:
    """Keep that a user looks at the overview of a revision."""
    require(by, "plan.view")
    visits.note_visit(by.key, revision=seen)


def mark_seen(*, by: User, seen: int) -> None:
    """Keep that a user knows what had happened at a revision."""
    require(by, "plan.view")
    visits.mark_seen(by.key, revision=seen)
