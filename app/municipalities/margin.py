"""The margin of a municipality: the days to spare, and what they mean."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import long_date
from app.margin_state import MarginState, margin_state
from app.municipalities.live import find_wave, is_live
from app.ways_out import has_left
from planning.conflicts import Margin
from planning.evaluate import Evaluation
from planning.snapshot import Because


@dataclass(frozen=True, slots=True)
class MarginPart:
    """The margin in days, and what it means."""

    state: MarginState
    days: int | None
    sentence: str


def margin_part(evaluation: Evaluation, number: str) -> MarginPart:
    """Say how many days there are to spare before the wave's go-live."""
    margin = evaluation.margins.get(number)
    state = margin_state(margin)
    if margin is None:
        return MarginPart(state, None, _no_margin(evaluation, number))
    if state is MarginState.BROKEN:
        return MarginPart(state, margin.days, _broken(margin))
    if state is MarginState.TIGHT:
        return MarginPart(state, margin.days, _tight(evaluation, margin))
    return MarginPart(state, margin.days, _holds(margin))


def _tight(evaluation: Evaluation, margin: Margin) -> str:
    day = long_date(margin.earliest)
    wave = find_wave(evaluation, margin.municipality)
    reckoning = None if wave is None else wave.reckoning
    if reckoning is None or reckoning.because is not Because.FIRST_DAY_OF_WINDOW:
        return _(
            "There is no day to spare: from what is known today, go-live can come on"
            " %(day)s at the earliest, the day that is planned.",
            day=day,
        )
    return _(
        "There is no day to spare: from what is known today, go-live can come on"
        " %(day)s at the earliest. That is the first day of the window, from which"
        " the margin is counted.",
        day=day,
    )


def _holds(margin: Margin) -> str:
    return ngettext(
        "From what is known today, go-live could come on %(day)s at the earliest:"
        " %(num)s day before the planned one. So much can be lost before the date no"
        " longer holds.",
        "From what is known today, go-live could come on %(day)s at the earliest:"
        " %(num)s days before the planned one. So much can be lost before the date no"
        " longer holds.",
        margin.days,
        day=long_date(margin.earliest),
    )


def _broken(margin: Margin) -> str:
    return ngettext(
        "The planned date can’t hold: from what is known today, go-live can come on"
        " %(day)s at the earliest, %(num)s day after it.",
        "The planned date can’t hold: from what is known today, go-live can come on"
        " %(day)s at the earliest, %(num)s days after it.",
        -margin.days,
        day=long_date(margin.earliest),
    )


def _no_margin(evaluation: Evaluation, number: str) -> str:
    if has_left(evaluation, number):
        return _("The municipality has left: there is no date left to hold.")
    if is_live(evaluation, number):
        return _("The municipality is live: there is no date left to hold.")
    if evaluation.wave_of(number) is None:
        return _("The municipality is in no wave, so there is no date to hold.")
    return _("The wave has no date, so there is nothing to measure against.")
