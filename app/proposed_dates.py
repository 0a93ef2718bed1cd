"""Proposals of dates, ready to print: whose, from when to when, and how they stand.

The page of all of them, the overview, a municipality and a wave tell them from here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from app.access import User
from app.changes import change_text
from app.extensions import db
from app.filters import dated, long_date, moved
from app.past_changes import list_past_changes
from app.proposal_words import MARKS, channel_texts, state_sentence, state_text
from app.store import overlay, results
from app.store.names import Names
from app.store.proposals import load_chains
from app.store.sorting import sort_key
from app.store.tables import ChangeRow, ProposalAnswerRow, ProposalRow
from planning.agreed import is_inside
from planning.calendars import to_date, to_day
from planning.proposals import (
    OPEN_STATES,
    Closing,
    Dates,
    Proposal,
    State,
    Verdict,
    go_live_of,
    last_go_live_of,
    state_of,
)
from planning.snapshot import Precision

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
    """One proposal; `answer` is what was answered or what the state means."""

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
    change: str
    change_url: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPart:
    """What is proposed to one body: the last, and those before it, newest first."""

    last: ProposalLine
    mark_text: str
    earlier: tuple[ProposalLine, ...]


@dataclass(frozen=True, slots=True)
class OpenPart:
    """How many proposals are open, and the first to be answered."""

    summary: str
    lines: tuple[ProposalLine, ...]


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
    ids = [it.proposal.id for it in standings]
    kept = db.session.scalars(select(ProposalRow).where(ProposalRow.id.in_(ids)))
    rows = {row.id: row for row in kept}
    given = select(ProposalAnswerRow).where(ProposalAnswerRow.proposal_id.in_(ids))
    answers = {row.proposal_id: row for row in db.session.scalars(given)}
    changes = {row.change_id for row in rows.values()}
    told = _told(changes, names) if user.may("history.view") else {}
    return tuple(
        _line(it, rows[it.proposal.id], answers.get(it.proposal.id), names, told)
        for it in standings
    )


def proposed_part(body: str, names: Names, user: User) -> ProposedPart | None:
    """What is proposed to one body, if anything ever was; a scenario tells nothing."""
    if overlay.find_open() is not None:
        return None
    lines = proposal_lines(list_standings([body])[::-1], names, user)
    if not lines:
        return None
    last = lines[0]
    return ProposedPart(last=last, mark_text=mark_text(last), earlier=lines[1:])


def mark_text(line: ProposalLine) -> str:
    """What stands beside a date that is or was proposed; else empty."""
    return {
        State.OPEN: _("proposed, not accepted yet"),
        State.UNANSWERED: _("proposed, not answered in time"),
        State.ACCEPTED: _("accepted"),
        State.REJECTED: _("rejected"),
        State.COUNTERED: _("answered with another date"),
    }.get(line.state, "")


def open_part(names: Names, user: User, *, shown: int) -> OpenPart | None:
    """What the overview tells: how many are open, and the first to be answered."""
    found = [it for it in list_standings() if it.is_open]
    if not found or overlay.find_open() is not None:
        return None
    late = sum(it.state is State.UNANSWERED for it in found)
    found = first_to_be_answered(found, names)
    return OpenPart(
        open_text(len(found), late), proposal_lines(found[:shown], names, user)
    )


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


def day_text(dates: Dates) -> str:
    """The go-live among dates, as exactly as it is known, or that there is none."""
    day, last = go_live_of(dates), last_go_live_of(dates)
    if day is None:
        return _("no date")
    if last is None:
        return _("from %(first)s", first=long_date(day))
    return dated(to_date(day), to_date(last), Precision.WINDOW)


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
        days=_days_text(proposal),
        made_on=long_date(row.made_on),
        answer_by=long_date(row.answer_by),
        state=it.state,
        state_text=state_text(it.state),
        mark=MARKS.get(it.state, "neutral"),
        answer=_closed_text(it.state, row) if answer is None else answer_text(answer),
        reason="" if answer is None else answer.reason,
        change=change,
        change_url=(
            url_for("history.change", change_id=row.change_id) if change else ""
        ),
        is_open=it.is_open,
    )


def _days_text(proposal: Proposal) -> str:
    was, becomes = proposal.was, proposal.becomes
    if is_inside(was, becomes):
        if proposal.closing is Closing.WITHIN:
            return ""
        return _("day set within the agreed window; limits move")
    if proposal.days:
        return moved(proposal.days)
    if go_live_of(was) != go_live_of(becomes):
        return ""
    if last_go_live_of(was) != last_go_live_of(becomes):
        return _("the same first day, another window")
    return _("the same go-live, other limits")


def _closed_text(state: State, row: ProposalRow) -> str:
    said = state_sentence(state)
    if row.closed_on is None or not said:
        return said
    return _("%(day)s: %(what)s", day=long_date(row.closed_on), what=said)


def answer_text(answer: ProposalAnswerRow) -> str:
    """Accepted on 5 January 2024 (letter, case 24/17)."""
    where = channel_texts().get(answer.given_in, answer.given_in)
    if answer.case_number:
        where = _("%(where)s, case %(case)s", where=where, case=answer.case_number)
    told = {"day": long_date(answer.answered_on), "where": where}
    if answer.verdict == Verdict.ACCEPTED:
        return _("Accepted on %(day)s (%(where)s).", **told)
    if answer.verdict == Verdict.REJECTED:
        return _("Rejected on %(day)s (%(where)s).", **told)
    asked: date = answer.day or answer.answered_on
    return _(
        "Answered on %(day)s (%(where)s): %(asked)s instead.",
        **told,
        asked=long_date(asked),
    )
