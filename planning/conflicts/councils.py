"""What the councils decided against what the plan takes for granted.

The plan takes it that every council takes its option up by the limit. A decision
counts from the first day on which it may have been made, and the latest is the one
whose last day is. A remark (`other`) decides nothing and hides nothing. Without a
limit nothing is told: the municipality has no date, or holds no option.

`postponed` does not say to which wave. The plan is taken to give what was asked,
unless the limit of the wave that it has now had passed when the council decided:
then it still reckons with what the council asked to leave.

Who has left is told of as long as the plan has it in a wave; nothing is asked of it.

A withdrawal takes back what was decided and reported before it: the option is not
taken up any more.
"""

from collections.abc import Iterator
from typing import NamedTuple

from planning.circumstances import Decision, Outcome
from planning.conflicts.mends import (
    move_before_limit,
    move_past_option,
    report_option,
)
from planning.conflicts.survey import (
    OPTION_EXERCISED,
    Survey,
    iso,
    municipality_id,
)
from planning.conflicts.values import Conflict, Kind, Severity
from planning.rights.ways_out import WayOut
from planning.snapshot import Report, ReportState, Window

_NOES = frozenset({Outcome.DECLINED_FOR_NOW, Outcome.WITHDRAWN})
_NOT_HEARD = frozenset({Outcome.OTHER, Outcome.NOTICE_GIVEN, Outcome.LEFT})


class _Council(NamedTuple):
    """A council with its limit and what it has decided, oldest first.

    `taken_up` is the report that the option is.
    """

    number: str
    limit: int
    decisions: tuple[Decision, ...]
    taken_up: Report | None


def find_councils(survey: Survey) -> Iterator[Conflict]:
    """Options taken up too late, and councils that have said no, or wait."""
    decisions = _decisions(survey)
    for number, way in survey.left.items():
        yield _has_left(number, way)
    for number in survey.ahead:
        limit = survey.option_limit(number)
        if limit is None:
            continue
        report = survey.reports.get((number, OPTION_EXERCISED))
        done = report is not None and report.state is ReportState.DONE
        council = _after_withdrawing(
            _Council(
                number,
                limit,
                tuple(decisions.get(number, ())),
                report if done else None,
            )
        )
        yield from _decided_late(survey, council)
        yield from _not_taken_up(survey, council)


def _has_left(number: str, way: WayOut) -> Conflict:
    return Conflict(
        kind=Kind.COUNCIL_DECLINED,
        severity=Severity.WARNING,
        concerns=(municipality_id(number),),
        values=(
            ("outcome", Outcome.LEFT.value),
            ("decided-first", iso(way.when.start)),
            ("decided-last", iso(way.when.last)),
        ),
    )


def _after_withdrawing(council: _Council) -> _Council:
    """The same without what a withdrawal has taken back, if there was one."""
    away = [
        place
        for place, it in enumerate(council.decisions)
        if it.outcome is Outcome.WITHDRAWN
    ]
    if not away:
        return council
    since = council.decisions[away[-1] :]
    stands = council.taken_up is not None and _is_beaten(council, since[0])
    return council._replace(
        decisions=since, taken_up=council.taken_up if stands else None
    )


def _decisions(survey: Survey) -> dict[str, list[Decision]]:
    """What may have been decided by the status date, by municipality and last day."""
    found: dict[str, list[Decision]] = {}
    for decision in sorted(survey.snapshot.decisions, key=lambda it: it.last):
        if decision.first <= survey.today and decision.outcome not in _NOT_HEARD:
            found.setdefault(decision.municipality, []).append(decision)
    return found


def _decided_late(survey: Survey, council: _Council) -> Iterator[Conflict]:
    decided = _first_taken_up(council)
    if decided is not None and decided > council.limit:
        yield Conflict(
            kind=Kind.OPTION_DECIDED_LATE,
            severity=Severity.WARNING,
            concerns=(municipality_id(council.number),),
            days=decided - council.limit,
            values=(("limit", iso(council.limit)), ("decided", iso(decided))),
            mend=move_past_option(survey, council.number, decided),
        )


def _first_taken_up(council: _Council) -> int | None:
    """The first day on which the option may have been taken up, where one is known."""
    known = _known(council.taken_up)
    if known is not None:
        return known.start
    days = (it.first for it in council.decisions if _takes_up(it))
    return min(days, default=None)


def _known(report: Report | None) -> Window | None:
    return None if report is None else report.finish or report.start


def _takes_up(decision: Decision) -> bool:
    return decision.outcome is Outcome.OPTION_EXERCISED


def _not_taken_up(survey: Survey, council: _Council) -> Iterator[Conflict]:
    """At most one: what the latest decision is."""
    if not council.decisions:
        return
    latest, passed = council.decisions[-1], council.limit < survey.today
    if latest.outcome in _NOES and not _is_beaten(council, latest):
        severity = Severity.ERROR if passed else Severity.WARNING
        yield _told(survey, council, latest, Kind.COUNCIL_DECLINED, severity)
    elif latest.outcome is Outcome.WAITS and not _is_beaten(council, latest):
        severity = Severity.WARNING if passed else Severity.INFORMATION
        yield _told(survey, council, latest, Kind.COUNCIL_WAITS, severity)
    elif latest.outcome is Outcome.POSTPONED and _is_not_met(council, latest):
        yield _told(survey, council, latest, Kind.COUNCIL_WAITS, Severity.WARNING)


def _is_beaten(council: _Council, decision: Decision) -> bool:
    """Whether the option is reported taken up, and not wholly before the decision."""
    known = _known(council.taken_up)
    return council.taken_up is not None and (
        known is None or known.last >= decision.first
    )


def _is_not_met(council: _Council, decision: Decision) -> bool:
    """Whether the plan still has a wave whose limit had passed when it was decided."""
    taken_up = council.taken_up is not None or any(map(_takes_up, council.decisions))
    return council.limit < decision.first and not taken_up


def _told(
    survey: Survey,
    council: _Council,
    decision: Decision,
    kind: Kind,
    severity: Severity,
) -> Conflict:
    """No number counts from the status date: it would differ every day.

    With the limit ahead the council can still take the option up; past it only a
    later wave gives it time.
    """
    passed = council.limit < survey.today
    outcome = (("outcome", decision.outcome.value),)
    return Conflict(
        kind=kind,
        severity=severity,
        concerns=(municipality_id(council.number),),
        values=(
            *(outcome if decision.outcome is not Outcome.DECLINED_FOR_NOW else ()),
            ("decided-first", iso(decision.first)),
            ("decided-last", iso(decision.last)),
            ("limit", iso(council.limit)),
        ),
        mend=(
            move_before_limit(survey, council.number)
            if passed
            else report_option(council.number)
        ),
    )
