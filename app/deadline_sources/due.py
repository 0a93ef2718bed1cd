"""Which deadlines somebody is to be told of on a day, and for which threshold.

Reminders go by the calendar on the wall; the plan is seen from its status date. Of
the thresholds that have passed only the nearest is told, so that a long stop is not
followed by five e-mails.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from app.deadline_sources.deadline import Deadline
from app.store.reminders import Told
from planning.calendars import to_date, to_day


def list_due(
    deadlines: Iterable[Deadline],
    *,
    today: date,
    days: Collection[int],
    told: Iterable[Told],
) -> Iterator[Told]:
    """What is to be told now: ahead, not done, and not told before."""
    known = set(told)
    for it in deadlines:
        threshold = passed_threshold(it.day - to_day(today), days)
        if it.is_done or threshold is None:
            continue
        found = Told(it.id, to_date(it.day), threshold)
        if found not in known:
            yield found


def passed_threshold(left: int, days: Collection[int]) -> int | None:
    """The nearest threshold that has passed; None where none has, or the day has."""
    return min((it for it in days if it >= left), default=None) if left >= 0 else None
