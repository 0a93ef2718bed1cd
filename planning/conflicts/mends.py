"""The nearest change that would set a conflict right, as others can name it."""

from planning.conflicts.survey import OPTION_EXERCISED, OPTION_LIMIT, Survey
from planning.conflicts.values import Mend, MendKind
from planning.rollout import activity_id


def move_to_wave(survey: Survey, number: str, day: int) -> Mend | None:
    """The first open wave that goes live on the day or after it."""
    code = next((code for at, code in survey.open_waves if at >= day), None)
    return None if code is None else Mend(MendKind.MOVE_TO_WAVE, code, number)


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


def report_option(number: str) -> Mend:
    """The council takes the option up, and somebody reports it."""
    return Mend(MendKind.REPORT_STEP, activity_id(number, OPTION_EXERCISED))
