"""The nearest change that would set a conflict right, as others can name it."""

from planning.calendars import LAST_DAY
from planning.conflicts.closed_periods import FARTHEST, falls_in
from planning.conflicts.survey import OPTION_EXERCISED, OPTION_LIMIT, Survey, iso
from planning.conflicts.values import Mend, MendKind
from planning.rights.regret import SHORT_DAYS
from planning.rollout import activity_id

WITHDRAWAL_LIMIT = "withdrawal-limit"


def move_to_wave(survey: Survey, number: str, day: int) -> Mend | None:
    """The first open wave that goes live on the day or after it."""
    code = next((code for at, code in survey.open_waves if at >= day), None)
    return None if code is None else Mend(MendKind.MOVE_TO_WAVE, code, number)


def move_or_set_day(survey: Survey, number: str, day: int) -> Mend | None:
    """The same, or that day for its own wave where no wave is late enough.

    The day of a wave that is live can't be set.
    """
    mend = move_to_wave(survey, number, day)
    code = survey.wave_of[number]
    live = {wave.code for wave in survey.snapshot.plan.waves if wave.is_live}
    if mend is not None or code in live:
        return mend
    return Mend(MendKind.SET_WAVE_DAY, code, iso(_first_open(survey, day)))


def _first_open(survey: Survey, day: int) -> int:
    """The day, or the next that is in no closed period."""
    periods = survey.snapshot.closed_periods
    days = range(day, min(day + FARTHEST, LAST_DAY) + 1)
    free = (it for it in days if not any(falls_in(period, it) for period in periods))
    return next(free, day)


def move_or_report(survey: Survey, number: str, id: str) -> Mend:
    """A wave that is late enough for what is reported, else another report."""
    margin = survey.margins.get(number)
    late = margin is not None and margin.days < 0
    mend = move_to_wave(survey, number, margin.earliest) if margin and late else None
    return mend or Mend(MendKind.REPORT_STEP, id)


def move_before_limit(survey: Survey, number: str) -> Mend | None:
    """The first open wave that leaves the council time for the option."""
    lag = survey.lags.get(OPTION_LIMIT)
    if lag is None or survey.is_named_limit(number):
        return None
    return move_to_wave(survey, number, survey.calendar.advance(survey.today, lag))


def move_past_option(survey: Survey, number: str, decided: int) -> Mend | None:
    """What leaves the option's limit no earlier than it was taken up."""
    lag, margin = survey.lags.get(OPTION_LIMIT), survey.margins.get(number)
    if lag is None or margin is None or survey.is_named_limit(number):
        return None
    day = survey.calendar.advance(decided, lag)
    return move_or_set_day(survey, number, max(day, margin.earliest))


def move_with_regret(survey: Survey, number: str) -> Mend | None:
    """The first open wave that leaves the council time to vote and regret it."""
    lags = (survey.lags.get(WITHDRAWAL_LIMIT), survey.lags.get(OPTION_LIMIT))
    if None in lags or survey.is_named_limit(number):
        return None
    enough = survey.today + SHORT_DAYS
    days = (survey.calendar.advance(enough, lag) for lag in lags if lag is not None)
    return move_to_wave(survey, number, max(days))


def report_option(number: str) -> Mend:
    """The council takes the option up, and somebody reports it."""
    return Mend(MendKind.REPORT_STEP, activity_id(number, OPTION_EXERCISED))
