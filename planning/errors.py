"""Why nothing can be computed.

Each error holds the values that a sentence for a user is made from; its own text
is a plain technical one. What is merely wrong with a plan is a `Conflict`.
"""

from datetime import date


class PlanningError(Exception):
    """The engine has no answer to what it was given."""


class CycleError(PlanningError):
    """Activities that wait for each other, in the order of their links."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__("a cycle: " + " -> ".join((*ids, ids[0])))
        self.ids = ids


class UnknownActivityError(PlanningError):
    """A link names an activity that there is not; links count from 0."""

    def __init__(self, id: str, link: int) -> None:
        super().__init__(f"link {link} names an unknown activity: {id}")
        self.id = id
        self.link = link


class DuplicateActivityError(PlanningError):
    """Two activities have the same id."""

    def __init__(self, id: str) -> None:
        super().__init__(f"more than one activity has the id {id}")
        self.id = id


class DateOutOfRangeError(PlanningError):
    """A day outside the calendar, and whose day it is where that is known."""

    def __init__(self, day: int, activity: str | None = None) -> None:
        whose = "" if activity is None else f" of {activity}"
        super().__init__(f"a day{whose} lies outside the calendar: {_shown(day)}")
        self.day = day
        self.activity = activity


class ActualAfterStatusError(PlanningError):
    """Something is said to have happened after the status date."""

    def __init__(self, id: str, day: int, status_date: int) -> None:
        super().__init__(
            f"an actual of {id}, {_shown(day)}, "
            f"lies after the status date {_shown(status_date)}"
        )
        self.id = id
        self.day = day
        self.status_date = status_date


class ActualOrderError(PlanningError):
    """An activity is said to have finished before it started."""

    def __init__(self, id: str, actual_start: int, actual_finish: int) -> None:
        super().__init__(
            f"{id} finished, {_shown(actual_finish)}, "
            f"before it started, {_shown(actual_start)}"
        )
        self.id = id
        self.actual_start = actual_start
        self.actual_finish = actual_finish


def _shown(day: int) -> str:
    """As a date, or as the bare number where no date has it."""
    try:
        return date.fromordinal(day).isoformat()
    except (OverflowError, ValueError):
        return f"day {day}"
