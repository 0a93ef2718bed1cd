"""Go-lives on days on which nobody goes live.

A window counts from its first day: where that is closed, a day inside the window
may still be open.
"""

from collections.abc import Callable, Iterable, Iterator

from planning.calendars import FIRST_DAY, LAST_DAY, to_date
from planning.circumstances import ClosedPeriod
from planning.conflicts.survey import Survey, iso
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.rollout import wave_id
from planning.snapshot import Wave

# Periods come back every year: further away there is nothing new.
FARTHEST = 366


def falls_in(period: ClosedPeriod, day: int) -> bool:
    """Whether a day is inside a period, both ends included."""
    at = to_date(day)
    told = [(at.month, at.day)]
    if told == [(2, 28)] and to_date(day + 1).month == 3:
        # The last day of February is the 29th of every year.
        told.append((2, 29))
    first, last = period.first, period.last
    if first <= last:
        return any(first <= it <= last for it in told)
    return any(it >= first or it <= last for it in told)


def find_closed(survey: Survey) -> Iterator[Conflict]:
    """Waves that are not live and reckon with a closed day."""
    periods = survey.snapshot.closed_periods

    def is_free(day: int) -> bool:
        return not any(falls_in(period, day) for period in periods)

    for wave in survey.snapshot.plan.waves:
        if wave.reckoning is None or wave.is_live:
            continue
        day = wave.reckoning.day
        closed = next((it for it in periods if falls_in(it, day)), None)
        if closed is None:
            continue
        later = next(filter(is_free, _within(range(day + 1, day + FARTHEST + 1))), None)
        nearest = _nearest(wave, day, min(day, survey.today), is_free)
        yield Conflict(
            kind=Kind.GO_LIVE_IN_CLOSED_PERIOD,
            severity=Severity.WARNING,
            concerns=(wave_id(wave.code),),
            values=(
                ("day", iso(day)),
                ("period", closed.key),
                *((("next-free", iso(later)),) if later is not None else ()),
            ),
            mend=Mend(
                MendKind.SET_WAVE_DAY,
                wave.code,
                "" if nearest is None else iso(nearest),
            ),
        )


def _within(days: Iterable[int]) -> Iterator[int]:
    return (day for day in days if FIRST_DAY <= day <= LAST_DAY)


def _nearest(
    wave: Wave, day: int, floor: int, is_free: Callable[[int], bool]
) -> int | None:
    """The open day nearest by inside the window, else nearest by at all.

    Not before the status date, where the day itself is not. Of two as near the
    later.
    """
    window = wave.window
    inside = () if window is None else range(window.start, window.end)
    around = range(day - FARTHEST, day + FARTHEST + 1)
    for days in (inside, around):
        free = [it for it in _within(days) if it >= floor and is_free(it)]
        if free:
            return min(free, key=lambda it: (abs(it - day), -it))
    return None
