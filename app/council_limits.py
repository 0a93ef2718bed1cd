"""Which limits councils have set, by decisions that hold."""

from sqlalchemy import select

from app.commitment_words import CARRIED, FINAL
from app.extensions import db
from app.store.tables import DecisionPointRow, DecisionRow
from planning.calendars import to_day

CouncilLimits = frozenset[tuple[str, str, int]]
"""Municipality, limit and day; a limit that has another day is not the council’s."""


def council_limits() -> CouncilLimits:
    """The days that decisions in force name for limits."""
    point = DecisionPointRow
    found = db.session.execute(
        select(DecisionRow.municipality, point.activity, point.day)
        .join(DecisionRow, DecisionRow.id == point.decision_id)
        .where(
            point.creates == "deadline",
            point.day.is_not(None),
            DecisionRow.result.in_(CARRIED),
            DecisionRow.finality == FINAL,
        )
    )
    return frozenset(
        (municipality, activity, to_day(day))
        for municipality, activity, day in found
        if day is not None
    )
