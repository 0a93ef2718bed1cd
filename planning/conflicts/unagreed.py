"""Dates of the plan that those who are bound by them have not agreed to.

Only what somebody has to act on is a conflict: a date that was rejected, or answered
with another, and one without an answer in time. Who asks for a later day can't be
ready before it, which is an error; who asks for an earlier one can wait.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from planning.binding_dates import binding_dates, bodies_of, municipality_of_body
from planning.conflicts.closed_periods import falls_in
from planning.conflicts.going_there import can_all_keep
from planning.conflicts.survey import Survey, iso
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.proposals import Proposal, State, agreed_dates, go_live_of, objection
from planning.rollout import wave_id

Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Ways:
    """The plan, and whether a wave of it can move to a day, asked once of each."""

    survey: Survey
    can_move: Callable[[str, int], bool]


def find_unagreed(survey: Survey) -> Iterator[Conflict]:
    """In the order of the bodies; who is live is bound by nothing ahead."""
    chains = survey.snapshot.proposals
    if not chains:
        return
    bound = binding_dates(survey.snapshot, survey.schedule, survey.calendar)
    waves = _waves(survey)
    ways = _Ways(survey, cache(partial(_can_move, survey)))
    for chain in chains:
        at = bound.get(chain[-1].body)
        if at is None or at.is_live:
            continue
        state = objection(chain, at.dates, today=survey.today)
        if state is not None:
            yield RULES[state](ways, chain, waves.get(chain[-1].body))


def _waves(survey: Survey) -> Mapping[str, str]:
    """The wave that each body is in."""
    return {
        body: wave.code
        for wave in survey.snapshot.plan.waves
        for body in bodies_of(survey.snapshot, wave.code)
    }


def _rejected(ways: _Ways, chain: Sequence[Proposal], code: str | None) -> Conflict:
    last, agreed = chain[-1], go_live_of(agreed_dates(chain))
    mend, along = _mend(ways, last, code, agreed)
    return Conflict(
        kind=Kind.PROPOSAL_REJECTED,
        severity=Severity.ERROR,
        concerns=_concerns(last, code),
        days=_between(go_live_of(last.becomes), agreed),
        values=(
            *_day("planned", go_live_of(last.becomes)),
            *_day("agreed", agreed),
            *along,
        ),
        mend=mend,
    )


def _countered(ways: _Ways, chain: Sequence[Proposal], code: str | None) -> Conflict:
    last = chain[-1]
    planned = go_live_of(last.becomes)
    asked = None if last.answer is None else last.answer.day
    is_too_early = planned is not None and asked is not None and asked > planned
    mend, along = _mend(ways, last, code, asked)
    return Conflict(
        kind=Kind.PROPOSAL_COUNTERED,
        severity=Severity.ERROR if is_too_early else Severity.WARNING,
        concerns=_concerns(last, code),
        days=_between(planned, asked),
        values=(*_day("planned", planned), *_day("asked", asked), *along),
        mend=mend,
    )


def _unanswered(ways: _Ways, chain: Sequence[Proposal], code: str | None) -> Conflict:
    last = chain[-1]
    return Conflict(
        kind=Kind.PROPOSAL_UNANSWERED,
        severity=Severity.WARNING,
        concerns=_concerns(last, code),
        days=ways.survey.today - last.answer_by,
        values=(
            *_day("planned", go_live_of(last.becomes)),
            *_day("agreed", go_live_of(last.was)),
            ("answer-by", iso(last.answer_by)),
        ),
        mend=Mend(MendKind.ENTER_ANSWER, str(last.id)),
    )


RULES: Mapping[State, Callable[[_Ways, Sequence[Proposal], str | None], Conflict]] = {
    State.REJECTED: _rejected,
    State.COUNTERED: _countered,
    State.UNANSWERED: _unanswered,
}


def _concerns(last: Proposal, code: str | None) -> tuple[str, ...]:
    return (last.body,) if code is None else (last.body, wave_id(code))


def _day(name: str, day: int | None) -> Values:
    return () if day is None else ((name, iso(day)),)


def _between(one: int | None, other: int | None) -> int:
    return 0 if one is None or other is None else abs(one - other)


def _mend(
    ways: _Ways, last: Proposal, code: str | None, day: int | None
) -> tuple[Mend | None, Values]:
    """What gives a body a certain day, and how many others come along with it.

    Another wave of that very day goes first: it moves nobody else. Else its own wave
    is moved, where all who are in it can keep the day. One near it would be nothing
    that anybody has agreed to.
    """
    survey = ways.survey
    if day is None or code is None or day < survey.today:
        return None, ()
    if day == go_live_of(last.becomes):
        return None, ()
    there = next((it for at, it in survey.open_waves if at == day), None)
    if there is not None:
        return _move_there(survey, last.body, there, day), ()
    if not ways.can_move(code, day):
        return None, ()
    along = len(bodies_of(survey.snapshot, code)) - 1
    told: Values = (("along", str(along)),) if along else ()
    return Mend(MendKind.SET_WAVE_DAY, code, iso(day)), told


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
