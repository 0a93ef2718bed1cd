"""Dates of the plan that those who are bound by them have not agreed to."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import ngettext

from app.access import User
from app.proposed_dates import (
    ProposalLine,
    first_to_be_answered,
    list_standings,
    open_text,
    proposal_lines,
)
from app.store import overlay
from app.store.names import Names
from planning.conflicts import Conflict, Kind
from planning.evaluate import Evaluation
from planning.proposals import State

AGAINST = {State.REJECTED, State.COUNTERED}
TURNED_DOWN = {Kind.PROPOSAL_REJECTED, Kind.PROPOSAL_COUNTERED}


@dataclass(frozen=True, slots=True)
class ProposedPart:
    """How many dates are not agreed, and the first that somebody has to act on."""

    summary: str
    lines: tuple[ProposalLine, ...]


def proposed_part(
    evaluation: Evaluation, names: Names, user: User, *, shown: int
) -> ProposedPart | None:
    """Tell what was turned down and still is the plan, and what is open."""
    if overlay.find_open() is not None:
        return None
    turned_down = {it.concerns[0] for it in _turned_down(evaluation)}
    standings = list_standings()
    against = [
        it
        for it in standings
        if it.state in AGAINST and it.proposal.body in turned_down
    ]
    last = {it.proposal.body: it for it in standings}
    against = [it for it in against if last[it.proposal.body] is it]
    asked = [it for it in standings if it.is_open]
    if not against and not asked:
        return None
    found = [
        *first_to_be_answered(against, names),
        *first_to_be_answered(asked, names),
    ]
    late = sum(it.state is State.UNANSWERED for it in asked)
    told = [open_text(len(asked), late)] if asked else []
    if against:
        told.insert(0, _turned_down_text(len(against)))
    return ProposedPart(", ".join(told), proposal_lines(found[:shown], names, user))


def _turned_down(evaluation: Evaluation) -> Iterator[Conflict]:
    return (it for it in evaluation.conflicts if it.kind in TURNED_DOWN)


def _turned_down_text(count: int) -> str:
    return ngettext(
        "%(num)d date that was turned down",
        "%(num)d dates that were turned down",
        count,
    )
