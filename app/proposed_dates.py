"""Proposals of dates, ready to print: whose, from when to when, and how they stand.

The page of all of them, the overview, a municipality and a wave tell them from here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from app.access import User
from app.changes import change_text
from app.extensions import db
from app.filters import long_date
from app.past_changes import list_past_changes
from app.proposal_words import (
    MARKS,
    agreement_text,
    answer_text,
    closed_text,
    day_text,
    days_text,
    state_text,
)
from app.store import overlay, results
from app.store.names import Names
from app.store.proposals import load_chains, read_dates
from app.store.sorting import sort_key
from app.store.tables import ChangeRow, ProposalAnswerRow, ProposalRow
from planning.agreed import agreed_dates, is_settled
from planning.binding_dates import binding_dates
from planning.calendars import to_day
from planning.proposals import OPEN_STATES, Proposal, State, state_of
from planning.settling import NOTHING_PLANNED

MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal and how it stands on the status date."""

    proposal: Proposal
    state: State

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """One proposal; `answer` is what was answered or what the state means.

    `said` is what the same body answered last, where this one waits for an answer.
    """

    id: int
    name: str
    body_url: str
    url: str
    was: str
    becomes: str
    days: str
    made_on: str
    answer_by: str
    state: State
    state_text: str
    mark: str
    answer: str
    reason: str
    said: str
    change: str
    change_url: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPart:
    """What is proposed to one body: the last, and those before it, newest first.

    `agreement` says whether the date that the plan has is agreed.
    """

    last: ProposalLine
    agreement: str
    mark_text: str
    earlier: tuple[ProposalLine, ...]


def list_standings(bodies: Iterable[str] | None = None) -> list[Standing]:
    """Every proposal with how it stands, by body and oldest first."""
    today = to_day(results.programme().status_date)
    return [
        Standing(it, state_of(it, is_last=it is chain[-1], today=today))
        for chain in load_chains(bodies).values()
        for it in chain
    ]


def first_to_be_answered(standings: Iterable[Standing], names: Names) -> list[Standing]:
    """By the day to answer by; municipalities before trusts, by name."""
    return sorted(
        standings,
        key=lambda it: (
            it.proposal.answer_by,
            it.proposal.body.partition(".")[0],
            sort_key(body_name(it.proposal.body, names)),
            it.proposal.id,
        ),
    )


def find_standing(proposal_id: int) -> Standing | None:
    """One proposal with how it stands."""
    row = db.session.get(ProposalRow, proposal_id)
    if row is None:
        return None
    found = list_standings([row.body])
    return next((it for it in found if it.proposal.id == proposal_id), None)


def made_on(proposal_id: int) -> date:
    """The status date on which something was proposed."""
    return db.session.get_one(ProposalRow, proposal_id).made_on


def proposal_lines(
    standings: Sequence[Standing], names: Names, user: User
) -> tuple[ProposalLine, ...]:
    """The same in words."""
    bodies = {it.proposal.body for it in standings}
    kept = db.session.scalars(select(ProposalRow).where(ProposalRow.body.in_(bodies)))
    rows = {row.id: row for row in kept}
    given = select(ProposalAnswerRow).where(ProposalAnswerRow.proposal_id.in_(rows))
    answers = {row.proposal_id: row for row in db.session.scalars(given)}
    changes = {rows[it.proposal.id].change_id for it in standings}
    told = _told(changes, names) if user.may("history.view") else {}
    return tuple(
        _line(it, rows[it.proposal.id], answers.get(it.proposal.id), names, told)
        if not it.is_open
        else replace(
            _line(it, rows[it.proposal.id], None, names, told),
            said=_said_before(rows[it.proposal.id], rows, answers),
        )
        for it in standings
    )


def _said_before(
    row: ProposalRow,
    rows: Mapping[int, ProposalRow],
    answers: Mapping[int, ProposalAnswerRow],
) -> str:
    """What a body answered last, and about which date; empty where it never did."""
    about = [id for id in answers if id < row.id and rows[id].body == row.body]
    if not about:
        return ""
    last = max(about)
    return _(
        "Said about %(date)s: %(answer)s",
        date=day_text(read_dates(rows[last].becomes)),
        answer=answer_text(answers[last]),
    )


def proposed_part(body: str, names: Names, user: User) -> ProposedPart | None:
    """What is proposed to one body, if anything ever was; a scenario tells nothing."""
    if overlay.find_open() is not None:
        return None
    lines = proposal_lines(list_standings([body])[::-1], names, user)
    if not lines:
        return None
    chain = load_chains([body])[body]
    evaluation = results.evaluation(results.current_plan())
    bound = binding_dates(
        evaluation.snapshot, evaluation.schedule, evaluation.calendar
    ).get(body, NOTHING_PLANNED)
    settled = is_settled(chain, bound.dates)
    return ProposedPart(
        last=lines[0],
        agreement=(
            ""
            if bound.is_live
            else agreement_text(bound.dates, agreed_dates(chain), is_settled=settled)
        ),
        mark_text=mark_text(lines[0], is_settled=settled),
        earlier=lines[1:],
    )


def mark_text(line: ProposalLine, *, is_settled: bool) -> str:
    """What stands beside a date that is or was proposed; else empty.

    What was turned down is nothing to be told of a date that is agreed.
    """
    if is_settled and line.state in (State.REJECTED, State.COUNTERED):
        return ""
    return {
        State.OPEN: _("proposed, not accepted yet"),
        State.UNANSWERED: _("proposed, not answered in time"),
        State.ACCEPTED: _("accepted"),
        State.REJECTED: _("rejected"),
        State.COUNTERED: _("answered with another date"),
    }.get(line.state, "")


def open_text(count: int, late: int) -> str:
    """9 open proposals, 2 past their deadline."""
    told = ngettext("%(num)d open proposal", "%(num)d open proposals", count)
    if not late:
        return told
    return _(
        "%(count)s, %(late)s",
        count=told,
        late=ngettext("%(num)d past its deadline", "%(num)d past their deadline", late),
    )


def body_name(body: str, names: Names) -> str:
    """Who is asked."""
    kind, _dot, key = body.partition(".")
    return names.municipality(key) if kind == MUNICIPALITY else names.trust(key)


def body_url(body: str) -> str:
    """The page of who is asked."""
    kind, _dot, key = body.partition(".")
    if kind == MUNICIPALITY:
        return url_for("municipalities.municipality", number=key)
    return url_for("municipalities.index", trust=key)


def _told(changes: Iterable[int], names: Names) -> Mapping[int, str]:
    """What the changes were that proposed something."""
    chosen = select(ChangeRow.id).where(ChangeRow.id.in_(list(changes)))
    return {it.id: change_text(it, names) for it in list_past_changes(chosen)}


def _line(
    it: Standing,
    row: ProposalRow,
    answer: ProposalAnswerRow | None,
    names: Names,
    told: Mapping[int, str],
) -> ProposalLine:
    proposal = it.proposal
    change = told.get(row.change_id, "")
    return ProposalLine(
        id=proposal.id,
        name=body_name(proposal.body, names),
        body_url=body_url(proposal.body),
        url=url_for("proposals.proposal", proposal_id=proposal.id),
        was=day_text(proposal.was),
        becomes=day_text(proposal.becomes),
        days=days_text(proposal),
        made_on=long_date(row.made_on),
        answer_by=long_date(row.answer_by),
        state=it.state,
        state_text=state_text(it.state),
        mark=MARKS.get(it.state, "neutral"),
        answer=closed_text(it.state, row) if answer is None else answer_text(answer),
        reason="" if answer is None else answer.reason,
        said="",
        change=change,
        change_url=(
            url_for("history.change", change_id=row.change_id) if change else ""
        ),
        is_open=it.is_open,
    )
