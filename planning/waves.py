"""Moving whole waves.

A delay of the main project moves every wave that is not live by the same time
(the plan of June 2020: "any delay in the main project moves the second wave in
parallel"). Windows are half-open, so one of whole months moves as whole months.
"""

from dataclasses import replace

from planning.calendars import Calendar
from planning.durations import Duration
from planning.snapshot import Plan, Wave, Window


def shift_window(window: Window, by: Duration, *, calendar: Calendar) -> Window:
    """Move both ends; a single day stays a single day."""
    start = calendar.advance(window.start, by)
    if window.is_day:
        return Window(start, start + 1, window.precision)
    # Months differ in length: both ends of a few days can land on the same day.
    end = max(calendar.advance(window.end, by), start + 1)
    return Window(start, end, window.precision)


def shift_wave(wave: Wave, by: Duration, *, calendar: Calendar) -> Wave:
    """Move the window and the day that the office set; what is live stays."""
    if wave.is_live:
        return wave
    return replace(
        wave,
        window=wave.window and shift_window(wave.window, by, calendar=calendar),
        set_day=wave.set_day and calendar.advance(wave.set_day, by),
    )


def delay_main_project(plan: Plan, by: Duration, *, calendar: Calendar) -> Plan:
    """Move all waves that are not recorded as live by the same time."""
    return replace(
        plan,
        waves=tuple(shift_wave(wave, by, calendar=calendar) for wave in plan.waves),
    )
