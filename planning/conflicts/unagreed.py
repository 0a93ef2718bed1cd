"""Dates of the plan that those who are bound by them have not agreed to.

Only what somebody has to act on is a conflict: a date that was rejected, or is not the
one that was asked for instead, and one without an answer in time. What was said holds
whatever is proposed later, until there is another answer. Who asks for a later day
can't be ready before it, which is an error; who asks for an earlier one can wait.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from planning.agreed import Objection, agreed_dates, objection
from planning.binding_dates import binding_dates, bodies_of, municipality_of_body
from planning.conflicts.closed_periods import falls_in
from planning.conflicts.going_there import can_all_keep
from planning.conflicts.survey import Survey, iso
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.proposals import Dates, Proposal, State, go_live_of, last_go_live_of
from planning.rollout import wave_id
from planning.settling import NOTHING_PLANNED

Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Ways:
    """The plan, and whether a wave of it can move to a day, asked once of each."""

    survey: Survey
    can_move: Callable[[str, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unagreed:
    """What somebody has against the dates of the plan, and what is agreed instead."""

    body: str
    wave: str | None
    planned: Dates
    agreed: Dates
    objection: Objection


def find_unagreed(survey: Survey) -> Iterator[Conflict]:
    """In the order of the bodies; who is live or has left is bound by nothing ahead."""
    chains = survey.snapshot.proposals
    if not chains:
        return
    bound = binding_dates(survey.snapshot, survey.schedule, survey.calendar)
    waves = _waves(survey)
    ways = _Ways(survey, cache(partial(_can_move, survey)))
    for chain in chains:
        body = chain[-1].body
        at = bound.get(body, NOTHING_PLANNED)
        if at.is_live or municipality_of_body(body) in survey.left:
            continue
        found = _unagreed(chain, at.dates, waves.get(body), survey.today)
        if found is not None:
            yield RULES[found.objection.state](ways, found)


def _unagreed(
    chain: Sequence[Proposal], dates: Dates, wave: str | None, today: int
) -> _Unagreed | None:
    found = objection(chain, dates, today=today)
    if found is None:
        return None
    return _Unagreed(
        body=chain[-1].body,
        wave=wave,
        planned=dates,
        agreed=agreed_dates(chain),
        objection=found,
    )


def _waves(survey: Survey) -> Mapping[str, str]:
    """The wave that each body is in."""
    return {
        body: wave.code
        for wave in survey.snapshot.plan.waves
        for body in bodies_of(survey.snapshot, wave.code)
    }


def _rejected(ways: _Ways, it: _Unagreed) -> Conflict:
    agreed = go_live_of(it.agreed)
    mend, along = _mend(ways, it, agreed, last_go_live_of(it.agreed))
    return Conflict(
        kind=Kind.PROPOSAL_REJECTED,
        severity=Severity.ERROR,
        concerns=_concerns(it),
        days=_between(go_live_of(it.planned), agreed),
        values=(*_days("planned", it.planned), *_days("agreed", it.agreed), *along),
        mend=mend,
    )


def _countered(ways: _Ways, it: _Unagreed) -> Conflict:
    planned, answer = go_live_of(it.planned), it.objection.said.answer
    asked = None if answer is None else answer.day
    is_too_early = planned is not None and asked is not None and asked > planned
    mend, along = _mend(ways, it, asked, asked)
    told: Values = () if asked is None else (("asked", iso(asked)),)
    return Conflict(
        kind=Kind.PROPOSAL_COUNTERED,
        severity=Severity.ERROR if is_too_early else Severity.WARNING,
        concerns=_concerns(it),
        days=_between(planned, asked),
        values=(*_days("planned", it.planned), *told, *along),
        mend=mend,
    )


def _unanswered(ways: _Ways, it: _Unagreed) -> Conflict:
    last = it.objection.said
    return Conflict(
        kind=Kind.PROPOSAL_UNANSWERED,
        severity=Severity.WARNING,
        concerns=_concerns(it),
        days=ways.survey.today - last.answer_by,
        values=(
            *_days("planned", it.planned),
            *_days("agreed", last.was),
            ("answer-by", iso(last.answer_by)),
        ),
        mend=Mend(MendKind.ENTER_ANSWER, str(last.id)),
    )


RULES: Mapping[State, Callable[[_Ways, _Unagreed], Conflict]] = {
    State.REJECTED: _rejected,
    State.COUNTERED: _countered,
    State.UNANSWERED: _unanswered,
}


def _concerns(it: _Unagreed) -> tuple[str, ...]:
    return (it.body,) if it.wave is None else (it.body, wave_id(it.wave))


def _days(name: str, dates: Dates) -> Values:
    """The go-live among dates; its last day too where it is a window."""
    first, last = go_live_of(dates), last_go_live_of(dates)
    if first is None:
        return ()
    told = ((name, iso(first)),)
    return told if last in (None, first) else (*told, (f"{name}-last", iso(last)))


def _between(one: int | None, other: int | None) -> int:
    return 0 if one is None or other is None else abs(one - other)


def _mend(
    ways: _Ways, it: _Unagreed, day: int | None, last: int | None
) -> tuple[Mend | None, Values]:
    """What gives a body a certain day, and how many others come along with it.

    Another wave of that very day goes first: it moves nobody else. Where a window
    begins that day, one that ends no later. Else its own wave is moved, where all who
    are in it can keep the day. One near it would be nothing that anybody has agreed to.
    """
    survey, code = ways.survey, it.wave
    number = municipality_of_body(it.body)
    if code is None and number is not None:
        return Mend(MendKind.GIVE_WAVE, number), ()
    if day is None or code is None or day < survey.today:
        return None, ()
    if day == go_live_of(it.planned):
        return None, ()
    there = _wave_of_day(survey, day, last)
    if there is not None:
        return _move_there(survey, it.body, there, day), ()
    if not ways.can_move(code, day):
        return None, ()
    along = len(bodies_of(survey.snapshot, code)) - 1
    told: Values = (("along", str(along)),) if along else ()
    return Mend(MendKind.SET_WAVE_DAY, code, iso(day)), told


def _wave_of_day(survey: Survey, day: int, last: int | None) -> str | None:
    """The wave that goes live that day, or in a window from then until a day."""
    ends = {
        it.code: it.reckoning.cost_day
        for it in survey.snapshot.plan.waves
        if it.reckoning is not None
    }
    found = (code for at, code in survey.open_waves if at == day)
    return next((it for it in found if last is None or ends[it] <= last), None)


def _move_there(survey: Survey, body: str, code: str, day: int) -> Mend | None:
    number = municipality_of_body(body)
    if number is None:
        return Mend(MendKind.MOVE_TRUST, code, body.partition(".")[2])
    if can_all_keep(survey, (number,), day):
        return Mend(MendKind.MOVE_TO_WAVE, code, number)
    return None


def _can_move(survey: Survey, code: str, day: int) -> bool:
    """Whether a wave can be moved to a day: it is ahead, open, and all can keep it."""
    wave = next(it for it in survey.snapshot.plan.waves if it.code == code)
    closed = survey.snapshot.closed_periods
    if wave.is_live or any(falls_in(period, day) for period in closed):
        return False
    members = (it for it in survey.ahead if survey.wave_of.get(it) == code)
    return can_all_keep(survey, members, day)
