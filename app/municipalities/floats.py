"""At whose cost a step may slip, in days and weeks."""

from flask_babel import gettext as _

from app.filters import days, in_weeks
from planning.schedule import ScheduledActivity


def floats_text(at: ScheduledActivity) -> str:
    """Tell its free and its interfering float; empty where it has none to share out."""
    if at.total_float <= 0:
        return ""
    return _(
        "Free float: %(free)s, before the next step moves. Interfering float:"
        " %(interfering)s, at the cost of later steps.",
        free=_days_and_weeks(at.free_float),
        interfering=_days_and_weeks(at.interfering_float),
    )


def _days_and_weeks(amount: int) -> str:
    weeks = in_weeks(amount)
    return f"{days(amount)} ({weeks})" if weeks else days(amount)
