"""Options that are open still, with little or no time left to regret a vote in.

The right to withdraw ends before the option does, so that a vote near the last day
binds at once. It is told of those whose council is reported not to have voted: silence
is no report, and who said no or waits is told of by that. Who has voted is told of the
few days that it has, as long as there are any ahead. Where the option's limit has
passed there is nothing to warn of who has not. No number counts from the status date:
it would differ every day.
"""

from collections.abc import Iterator

from planning.circumstances import Outcome
from planning.conflicts.mends import WITHDRAWAL_LIMIT, move_with_regret
from planning.conflicts.survey import (
    OPTION_EXERCISED,
    Survey,
    iso,
    municipality_id,
)
from planning.conflicts.values import Conflict, Kind, Severity
from planning.rights.regret import Regret, weigh
from planning.rights.ways_out import votes_for
from planning.snapshot import ReportState, Window

COUNCIL_DECISION = "council-decision"
ANSWERS = frozenset(
    {
        Outcome.OPTION_EXERCISED,
        Outcome.INTRODUCTION_DECIDED,
        Outcome.DECLINED_FOR_NOW,
        Outcome.POSTPONED,
        Outcome.WAITS,
        Outcome.WITHDRAWN,
    }
)
TOLD = {
    Regret.SHORT: (Kind.REGRET_SHORT, Severity.WARNING),
    Regret.GONE: (Kind.REGRET_GONE, Severity.ERROR),
}


def find_regret(survey: Survey) -> Iterator[Conflict]:
    """Councils for whom any vote from now on leaves too little to regret in."""
    waiting = _reported_open(survey) - _answered(survey)
    yield from _voted(survey)
    for number in survey.ahead:
        limit = survey.option_limit(number)
        at = survey.activity(number, WITHDRAWAL_LIMIT)
        if at is None or limit is None or limit < survey.today or number not in waiting:
            continue
        verdict = weigh(at.start - survey.today)
        if verdict is not Regret.ENOUGH:
            yield _told(survey, number, verdict, limit, at.start)


def _reported_open(survey: Survey) -> set[str]:
    """Councils that somebody said have not voted."""
    return {
        it.municipality
        for it in survey.snapshot.reports
        if it.state is ReportState.NOT_DONE
        and it.activity in {OPTION_EXERCISED, COUNCIL_DECISION}
    }


def _answered(survey: Survey) -> set[str]:
    """Councils that have voted, or may have, and those that wait."""
    decided = {
        it.municipality
        for it in survey.snapshot.decisions
        if it.outcome in ANSWERS and it.first <= survey.today
    }
    reported = {
        it.municipality
        for it in survey.snapshot.reports
        if it.state is ReportState.DONE
        and it.activity in {OPTION_EXERCISED, COUNCIL_DECISION}
    }
    return decided | reported


def _voted(survey: Survey) -> Iterator[Conflict]:
    """Whose vote left few days in which it can be taken back, while there are any."""
    votes = {**votes_for(survey.snapshot), **_reported(survey)}
    for number in survey.ahead:
        at, vote = survey.activity(number, WITHDRAWAL_LIMIT), votes.get(number)
        if at is None or vote is None or at.start <= survey.today:
            continue
        if weigh(at.start - vote.last) is not Regret.ENOUGH:
            yield Conflict(
                kind=Kind.REGRET_SHORT,
                severity=Severity.INFORMATION,
                concerns=(municipality_id(number),),
                values=(("withdrawal", iso(at.start)), ("voted", iso(vote.last))),
            )


def _reported(survey: Survey) -> dict[str, Window]:
    """When options were taken up, as it is reported."""
    known = {
        number: report.finish or report.start
        for (number, step), report in survey.reports.items()
        if step == OPTION_EXERCISED and report.state is ReportState.DONE
    }
    return {number: when for number, when in known.items() if when is not None}


def _told(
    survey: Survey, number: str, verdict: Regret, limit: int, withdrawal: int
) -> Conflict:
    kind, severity = TOLD[verdict]
    return Conflict(
        kind=kind,
        severity=severity,
        concerns=(municipality_id(number),),
        values=(("withdrawal", iso(withdrawal)), ("limit", iso(limit))),
        mend=move_with_regret(survey, number),
    )
