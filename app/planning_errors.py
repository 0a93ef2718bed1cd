"""Why nothing can be computed, in the user's language.

The engine's errors hold values; a sentence says whose they are and what the mend
is. Dates are written year first, as in the files that they come from.
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from planning.calendars import FIRST_DAY, LAST_DAY, to_date
from planning.errors import (
    ActualAfterStatusError,
    ActualOrderError,
    CycleError,
    DateOutOfRangeError,
    DuplicateActivityError,
    PlanningError,
    UnknownActivityError,
)

ARROW = " → "

# Of a longer cycle the sentence shows both ends.
MOST_SHOWN = 20


def planning_error_text(error: PlanningError) -> str:
    """Tell what is wrong with the activities, links and facts, and the mend."""
    return SENTENCES[type(error)](error)


def _cycle(error: CycleError) -> str:
    return _(
        "These activities wait for each other: %(ids)s. Take one of the links away.",
        ids=ARROW.join(_shortened((*error.ids, error.ids[0]))),
    )


def _shortened(ids: tuple[str, ...]) -> tuple[str, ...]:
    if len(ids) <= MOST_SHOWN:
        return ids
    half = MOST_SHOWN // 2
    return (*ids[:half], "…", *ids[-half:])


def _unknown(error: UnknownActivityError) -> str:
    return _(
        "A link names the activity “%(id)s”, which there is not. Add the activity, or "
        "take the link away.",
        id=error.id,
    )


def _duplicate(error: DuplicateActivityError) -> str:
    return _(
        "More than one activity has the id “%(id)s”. Give each its own.", id=error.id
    )


def _out_of_range(error: DateOutOfRangeError) -> str:
    first, last = to_date(FIRST_DAY), to_date(LAST_DAY)
    if error.activity is None:
        return _(
            "The dates lead out of the calendar, which has the days from %(first)s to "
            "%(last)s. Shorten the durations or lags.",
            first=first,
            last=last,
        )
    return _(
        "%(id)s: its dates lead out of the calendar, which has the days from %(first)s "
        "to %(last)s. Shorten its duration, or the durations or lags around it.",
        id=error.activity,
        first=first,
        last=last,
    )


def _after_status(error: ActualAfterStatusError) -> str:
    return _(
        "%(id)s: %(day)s lies after the status date %(status)s, so that it cannot have "
        "happened. Correct the date, or move the status date.",
        id=error.id,
        day=to_date(error.day),
        status=to_date(error.status_date),
    )


def _wrong_order(error: ActualOrderError) -> str:
    return _(
        "%(id)s: it finished (%(finish)s) before it started (%(start)s). Correct one "
        "of the dates.",
        id=error.id,
        finish=to_date(error.actual_finish),
        start=to_date(error.actual_start),
    )


SENTENCES: Mapping[type[PlanningError], Callable[[Any], str]] = {
    CycleError: _cycle,
    UnknownActivityError: _unknown,
    DuplicateActivityError: _duplicate,
    DateOutOfRangeError: _out_of_range,
    ActualAfterStatusError: _after_status,
    ActualOrderError: _wrong_order,
}
