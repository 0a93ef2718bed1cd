"""What breaks a date of a network file: which end is meant, and when it can be.

A start is counted by its own day, a finish by the last day of work.
"""

from collections.abc import Callable, Mapping
from typing import TypedDict

from flask_babel import ngettext

from app.conflict_texts import conflict_text
from app.filters import long_date
from planning.conflicts import Conflict, Kind
from planning.network import Activity, Constraint, ConstraintKind
from planning.schedule import ScheduledActivity


class Said(TypedDict):
    """What fills the sentence."""

    name: str
    day: str
    earliest: str


def breach_text(
    conflict: Conflict,
    activity: Activity,
    at: ScheduledActivity,
    names: Mapping[str, str],
) -> str:
    """Say which date can't be held, by the end that it binds."""
    constraint = activity.constraint
    if conflict.kind is not Kind.DATE_AGAINST_LOGIC or constraint is None:
        return conflict_text(conflict, names)
    day = constraint.day
    if day is None:
        return conflict_text(conflict, names)
    said = Said(
        name=names.get(activity.id) or activity.id,
        day=long_date(_last(day, constraint, activity)),
        earliest=long_date(_last(_earliest(constraint, at), constraint, activity)),
    )
    return SENTENCES[constraint.kind](conflict.days, said)


def _earliest(constraint: Constraint, at: ScheduledActivity) -> int:
    return at.early_finish if constraint.kind in OF_FINISH else at.early_start


def _last(day: int, constraint: Constraint, activity: Activity) -> int:
    """The day itself of a start, the last day of work of a finish."""
    takes_time = constraint.kind in OF_FINISH and not activity.is_milestone
    return day - 1 if takes_time else day


def _start_no_later(days: int, said: Said) -> str:
    return ngettext(
        "%(name)s is to start on %(day)s at the latest. It can start on %(earliest)s,"
        " %(num)s day later.",
        "%(name)s is to start on %(day)s at the latest. It can start on %(earliest)s,"
        " %(num)s days later.",
        days,
        **said,
    )


def _finish_no_later(days: int, said: Said) -> str:
    return ngettext(
        "%(name)s is to be done by %(day)s at the latest. It can be done by"
        " %(earliest)s, %(num)s day later.",
        "%(name)s is to be done by %(day)s at the latest. It can be done by"
        " %(earliest)s, %(num)s days later.",
        days,
        **said,
    )


def _must_start(days: int, said: Said) -> str:
    return ngettext(
        "%(name)s is set to start on %(day)s. It can start on %(earliest)s at the"
        " earliest, %(num)s day later.",
        "%(name)s is set to start on %(day)s. It can start on %(earliest)s at the"
        " earliest, %(num)s days later.",
        days,
        **said,
    )


def _must_finish(days: int, said: Said) -> str:
    return ngettext(
        "%(name)s is set to be done on %(day)s. It can be done by %(earliest)s at the"
        " earliest, %(num)s day later.",
        "%(name)s is set to be done on %(day)s. It can be done by %(earliest)s at the"
        " earliest, %(num)s days later.",
        days,
        **said,
    )


OF_FINISH = frozenset(
    {ConstraintKind.FINISH_NO_LATER_THAN, ConstraintKind.MUST_FINISH_ON}
)
SENTENCES: Mapping[ConstraintKind, Callable[[int, Said], str]] = {
    ConstraintKind.START_NO_LATER_THAN: _start_no_later,
    ConstraintKind.FINISH_NO_LATER_THAN: _finish_no_later,
    ConstraintKind.MUST_START_ON: _must_start,
    ConstraintKind.MUST_FINISH_ON: _must_finish,
}
