"""Go-lives on days on which nobody goes live.

The mend is the nearest open day that everybody in the wave can keep. A window counts
from its first day: where that is closed, a day inside the window may still be open.
"""

from collections.abc import Callable, Iterator

from planning.calendars import FIRST_DAY, LAST_DAY
from planning.conflicts.going_there import can_go
from planning.conflicts.survey import Survey, iso
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.periods import falls_in
from planning.rollout import wave_id
from planning.snapshot import Wave

__all__ = ["FARTHEST", "can_keep", "falls_in", "find_closed"]

# Periods come back every year: further away there is nothing new.
FARTHEST = 366


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
        nearest = _nearest(survey, wave, day, is_free)
        free = "" if nearest is None else iso(nearest)
        yield Conflict(
            kind=Kind.GO_LIVE_IN_CLOSED_PERIOD,
            severity=Severity.WARNING,
            concerns=(wave_id(wave.code),),
            values=(
                ("day", iso(day)),
                ("period", closed.key),
                *((("next-free", free),) if free else ()),
                *_window(wave),
            ),
            mend=Mend(MendKind.SET_WAVE_DAY, wave.code, free),
        )


def _window(wave: Wave) -> Iterator[tuple[str, str]]:
    """The window, where its first day is reckoned with and no day is planned."""
    window = wave.window
    if window is not None and wave.set_day is None and not window.is_day:
        yield "window-first", iso(window.start)
        yield "window-last", iso(window.last)


def _nearest(
    survey: Survey, wave: Wave, day: int, is_free: Callable[[int], bool]
) -> int | None:
    """The open day nearest by that the members can keep.

    Not before the status date, where the day itself is not. Those inside the window
    go first where the day is the window's first. Who can't go a day earlier can't go
    two days earlier.
    """
    members = [it for it in survey.ahead if survey.wave_of.get(it) == wave.code]
    floor = min(day, survey.today)
    asked = False
    for it in _by_nearness(wave, day):
        if it < floor or not is_free(it) or (it < day and asked):
            continue
        asked = asked or it < day
        if all(can_keep(survey, number, it) for number in members):
            return it
    return None


def _by_nearness(wave: Wave, day: int) -> list[int]:
    """The days around and in the window.

    Of two as near the one inside goes first, or else the later.
    """
    window = wave.window
    inside = range(0) if window is None else range(window.start, window.end)
    starts = window is not None and window.start == day
    days = {*range(day - FARTHEST, day + FARTHEST + 1), *inside}
    return sorted(
        (it for it in days if FIRST_DAY <= it <= LAST_DAY),
        key=lambda it: (
            starts and it not in inside,
            abs(it - day),
            it not in inside,
            -it,
        ),
    )


def can_keep(survey: Survey, number: str, day: int) -> bool:
    """Whether a municipality can go live that day, in its wave or as it moves."""
    margin = survey.margins.get(number)
    if margin is not None and day >= margin.planned:
        return day >= margin.earliest
    return can_go(survey, number, day)
