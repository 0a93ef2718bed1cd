"""The pages of proposals, ready to print: all of them, and one in full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext, to_user_timezone

from app.access import User
from app.extensions import db
from app.filters import long_date
from app.proposal_words import day_text, state_text
from app.proposals.commands import RIGHT
from app.proposed_dates import (
    MUNICIPALITY,
    ProposalLine,
    Standing,
    body_name,
    first_to_be_answered,
    list_standings,
    open_text,
    proposal_lines,
)
from app.store.names import Names
from app.store.proposals import USUAL_ANSWER_DAYS, answer_days
from app.store.sorting import sort_key
from app.store.tables import ChangeRow, ProposalRow
from app.table_choice import FilterPart, Option
from planning.binding_dates import municipality_body, trust_body
from planning.evaluate import Evaluation
from planning.proposals import GO_LIVE, GO_LIVE_LAST, OPEN_STATES, Dates, State

EVERY = "all"
CLOSED = "closed"
CLOSED_STATES = frozenset(
    {State.WITHDRAWN, State.BACK, State.LIVE, State.WITHIN, State.OVERTAKEN}
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader has chosen of the list; empty is what is open, or everybody."""

    state: str = ""
    wave: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalsPage:
    """The proposals that were asked for."""

    summary: str
    has_any: bool
    filters: tuple[FilterPart, ...]
    lines: tuple[ProposalLine, ...]
    answer_days: int
    is_usual_time: bool
    can_edit: bool


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date that is proposed, beside the one that holds."""

    name: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage:
    """One proposal in full, with what was proposed before."""

    line: ProposalLine
    dates: tuple[DateLine, ...]
    others: tuple[ProposalLine, ...]
    can_answer: bool
    is_for_the_office: bool


def read_choice(asked: Mapping[str, str]) -> Choice:
    """What the address asks for."""
    return Choice(*(asked.get(it, "") for it in ("state", "wave", "body")))


def proposals_page(
    evaluation: Evaluation, choice: Choice, names: Names, user: User
) -> ProposalsPage:
    """The list, as it was asked for; the first to be answered stands first."""
    standings = list_standings()
    waves = _waves(evaluation)
    chosen = [
        it
        for it in standings
        if _fits_state(it.state, choice.state)
        and choice.body in ("", it.proposal.body)
        and choice.wave in ("", waves.get(it.proposal.body))
    ]
    chosen = first_to_be_answered(chosen, names)
    days = answer_days()
    return ProposalsPage(
        summary=_summary(chosen, choice),
        has_any=bool(standings),
        filters=_filters(standings, waves, choice, names),
        lines=proposal_lines(chosen, names, user),
        answer_days=days,
        is_usual_time=days == USUAL_ANSWER_DAYS,
        can_edit=user.may(RIGHT),
    )


def _summary(chosen: Sequence[Standing], choice: Choice) -> str:
    """How many are shown; that none is open where nothing else was asked for."""
    if choice.state == "" and chosen:
        late = sum(it.state is State.UNANSWERED for it in chosen)
        return open_text(len(chosen), late)
    if choice == Choice():
        return _("No proposal is open")
    return ngettext("%(num)d proposal", "%(num)d proposals", len(chosen))


def proposal_page(standing: Standing, names: Names, user: User) -> ProposalPage:
    """One proposal, with all that was proposed to the same body."""
    proposal = standing.proposal
    chain = list_standings([proposal.body])[::-1]
    lines = proposal_lines(chain, names, user)
    was, becomes = dict(proposal.was), dict(proposal.becomes)
    return ProposalPage(
        line=next(it for it in lines if it.id == proposal.id),
        dates=tuple(
            DateLine(
                names.activity(key),
                _text(proposal.was, key),
                _text(proposal.becomes, key),
            )
            for key in {**was, **becomes}
            if key != GO_LIVE_LAST
        ),
        others=tuple(it for it in lines if it.id != proposal.id),
        can_answer=standing.is_open and user.may(RIGHT),
        is_for_the_office=standing.is_open and not user.may(RIGHT),
    )


def entered_on(proposal_id: int) -> date:
    """The day by the clock on which something was proposed."""
    row = db.session.get_one(ProposalRow, proposal_id)
    return to_user_timezone(db.session.get_one(ChangeRow, row.change_id).at).date()


def _text(dates: Dates, key: str) -> str:
    day = dict(dates).get(key)
    if day is None:
        return "–"
    return day_text(dates) if key == GO_LIVE else long_date(day)


def _waves(evaluation: Evaluation) -> Mapping[str, str]:
    """The wave that each body is in now."""
    snapshot = evaluation.snapshot
    placed = (
        (municipality_body(it.municipality), it.wave) for it in snapshot.plan.placements
    )
    trusts = ((trust_body(it.code), it.wave) for it in snapshot.trusts)
    return {body: code for body, code in (*placed, *trusts) if code is not None}


def _fits_state(state: State, asked: str) -> bool:
    if asked == "":
        return state in OPEN_STATES
    if asked == CLOSED:
        return state in CLOSED_STATES
    return asked in (EVERY, state)


def _filters(
    standings: Sequence[Standing],
    waves: Mapping[str, str],
    choice: Choice,
    names: Names,
) -> tuple[FilterPart, ...]:
    asked = (State.UNANSWERED, State.ACCEPTED, State.REJECTED, State.COUNTERED)
    states = [
        ("", _("open")),
        *((it.value, state_text(it)) for it in asked),
        (CLOSED, _("withdrawn, overtaken or no longer needed")),
        (EVERY, _("all of them")),
    ]
    bodies = {it.proposal.body: body_name(it.proposal.body, names) for it in standings}
    codes = sorted({waves[it] for it in bodies if it in waves})
    named = sorted(bodies.items(), key=lambda it: (_is_trust(it[0]), sort_key(it[1])))
    return (
        _filter("state", _("Standing"), choice.state, states),
        _filter(
            "wave",
            _("Wave now"),
            choice.wave,
            [("", _("All")), *((it, it) for it in codes)],
        ),
        _filter("body", _("Who is asked"), choice.body, [("", _("All")), *named]),
    )


def _is_trust(body: str) -> bool:
    return not body.startswith(f"{MUNICIPALITY}.")


def _filter(
    name: str, label: str, chosen: str, entries: Sequence[tuple[str, str]]
) -> FilterPart:
    options = (Option(value, text, value == chosen) for value, text in entries)
    return FilterPart(name, label, tuple(options))
