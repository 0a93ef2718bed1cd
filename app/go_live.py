"""When a wave goes live, told as exactly as it is known.

A window is shown as a window, with the day that limits are counted from and why;
a day that the office has set stands beside the window that it beats.
"""

from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from app.filters import long_date, window
from app.how_dated import How, how_wave_dated
from planning.snapshot import Because, Reckoning, Wave, Window


class DateState(StrEnum):
    """How firm a date is, and so how it looks."""

    ACTUAL = "actual"
    SET = "set"
    PLANNED = "planned"
    PRESUMED = "presumed"
    UNDATED = "undated"


HOW = {
    DateState.ACTUAL: How.REPORTED,
    DateState.SET: How.SET,
    DateState.PLANNED: How.DOCUMENTED,
    DateState.PRESUMED: How.PRESUMED,
    DateState.UNDATED: How.COMPUTED,
}


@dataclass(frozen=True, slots=True)
class GoLivePart:
    """A go-live: what is shown, and what is reckoned with where that differs."""

    shown: str
    reckoned: str
    state: DateState

    @property
    def how(self) -> How:
        """How it is known, and so which mark it has."""
        return HOW[self.state]


def wave_go_live(wave: Wave) -> GoLivePart:
    """Tell when a wave goes live, or did."""
    reckoning = wave.reckoning
    if reckoning is None:
        return GoLivePart(_("without a date"), "", DateState.UNDATED)
    if wave.actual is not None:
        return actual_go_live(wave.actual)
    if reckoning.because is Because.SET_BY_OFFICE:
        return GoLivePart(
            long_date(reckoning.day), set_text(wave.window), DateState.SET
        )
    assert wave.window is not None  # noqa: S101 - what else could be reckoned with
    is_set = how_wave_dated(wave) is How.SET
    state = DateState.SET if is_set else DateState.PLANNED
    return GoLivePart(window(wave.window), reckoned_text(reckoning), state)


def with_wave_go_live(wave: Wave) -> GoLivePart:
    """When one goes live with its wave; nobody has reported that it did."""
    told = wave_go_live(wave)
    if told.state is not DateState.ACTUAL:
        return told
    return GoLivePart(told.shown, told.reckoned, DateState.PRESUMED)


def actual_go_live(actual: Window) -> GoLivePart:
    """Tell when something went live; a month is never shown as a day."""
    because = Because.ACTUAL if actual.is_day else Because.ACTUAL_FIRST_DAY
    reckoning = Reckoning(actual.start, actual.last, because)
    return GoLivePart(window(actual), reckoned_text(reckoning), DateState.ACTUAL)


def reckoned_text(reckoning: Reckoning) -> str:
    """Say from which day it is counted, where the date itself does not."""
    day, last = long_date(reckoning.day), long_date(reckoning.cost_day)
    if reckoning.because is Because.FIRST_DAY_OF_WINDOW:
        return _(
            "Reckoned from %(day)s, the first day of the window; costs from %(last)s.",
            day=day,
            last=last,
        )
    if reckoning.because is Because.ACTUAL_FIRST_DAY:
        return _("Reckoned from %(day)s; the exact day is not known.", day=day)
    return ""


def set_text(replaced: Window | None) -> str:
    """Say that the office set the day, and what it stands in for."""
    if replaced is None:
        return _("Set by the programme office.")
    return _(
        "Set by the programme office; the plan says %(window)s.",
        window=window(replaced),
    )
