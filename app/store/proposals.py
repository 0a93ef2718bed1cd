"""Proposals of dates: kept with the change that made them, read for everybody else.

What a change of the plan proposes, and which proposals it closes, is written in the
transaction of the change; a trial and a scenario propose nothing. An answer is a
change like any other and is taken back like any other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from app.extensions import db
from app.store.tables import (
    ChangeRow,
    PlanRow,
    ProgrammeRow,
    ProposalAnswerRow,
    ProposalRow,
    ThresholdRow,
)
from planning.agreed import agreed_dates
from planning.binding_dates import binding_dates, municipality_body
from planning.calendars import to_date, to_day
from planning.evaluate import Evaluation
from planning.proposals import Answer, Closing, Dates, Proposal, Verdict
from planning.rights.ways_out import released
from planning.settling import (
    NOTHING_PLANNED,
    Bound,
    Settlement,
    differing,
    settle,
)

ANSWER_DAYS = "proposal-answer-days"
USUAL_ANSWER_DAYS = 30
"""An assumption: nothing that is agreed says how long a body has to answer."""

Chains = Mapping[str, tuple[Proposal, ...]]


def keep_proposals(before: Evaluation, after: Evaluation, change: ChangeRow) -> bool:
    """Propose what a change of the plan moved, and close what it settled.

    What comes back is whether the plan tells something else of what is agreed once
    this is kept: it was evaluated before.
    """
    was, now = _bound(before), _bound(after)
    back, gone = _gone(before), _gone(after)
    # Nothing is asked of who leaves.
    concerned = {
        body: (old, new) for body, old, new in differing(was, now) if body not in gone
    }
    for body in _answered_bodies(change):
        concerned.setdefault(
            body, (was.get(body, NOTHING_PLANNED), now.get(body, NOTHING_PLANNED))
        )
    if not (concerned or gone):
        return False
    chains = load_chains({*concerned, *gone})
    is_undo = change.undoes_id is not None
    settled = {
        body: settle(chains.get(body, ()), before=old, after=new, is_undo=is_undo)
        for body, (old, new) in concerned.items()
        # To be back moves no date of who was never asked about one.
        if body in chains or body not in back
    } | {body: Settlement(Closing.WITHDRAWN) for body in gone & _open(chains)}
    _write(settled, chains, change, to_date(after.snapshot.status_date))
    return any(_binds_anew(chains.get(body, ()), it) for body, it in settled.items())


def _binds_anew(chain: Sequence[Proposal], settlement: Settlement) -> bool:
    """Whether a body that has said no before is now bound by other dates."""
    if settlement.proposed is None or not any(it.answer for it in chain):
        return False
    return settlement.proposed[0] != agreed_dates(chain)


def answer_days() -> int:
    """Within how many days a body is asked to answer."""
    value = db.session.scalar(
        select(ThresholdRow.value).where(ThresholdRow.key == ANSWER_DAYS)
    )
    return USUAL_ANSWER_DAYS if value is None else int(value)


def load_chains(bodies: Iterable[str] | None = None) -> Chains:
    """All proposals by body, oldest first; of these bodies, or of everybody."""
    sought = select(
        ProposalRow.id,
        ProposalRow.body,
        ProposalRow.was,
        ProposalRow.becomes,
        ProposalRow.answer_by,
        ProposalRow.closing,
        ProposalAnswerRow.verdict,
        ProposalAnswerRow.day,
    ).outerjoin(ProposalAnswerRow, ProposalAnswerRow.proposal_id == ProposalRow.id)
    if bodies is not None:
        sought = sought.where(ProposalRow.body.in_(list(bodies)))
    found: dict[str, list[Proposal]] = defaultdict(list)
    for row in db.session.execute(sought.order_by(ProposalRow.id)):
        found[row.body].append(_proposal(row))
    return {body: tuple(chain) for body, chain in found.items()}


def list_last_rows() -> list[tuple[ProposalRow, ProposalAnswerRow | None]]:
    """The last proposal to each body that was not closed, with its answer."""
    last = select(func.max(ProposalRow.id)).group_by(ProposalRow.body)
    rows = db.session.execute(
        select(ProposalRow, ProposalAnswerRow)
        .outerjoin(ProposalAnswerRow, ProposalAnswerRow.proposal_id == ProposalRow.id)
        .where(ProposalRow.id.in_(last), ProposalRow.closing == "")
    )
    return [(row, answer) for row, answer in rows]


def load_unsettled(plan: PlanRow) -> tuple[tuple[Proposal, ...], ...]:
    """The chains of who can have something against the dates of the plan.

    They have rejected one or answered with another, or the last is not answered in
    time; of everybody else nothing is to be told. Only the plan that holds binds
    anybody.
    """
    if plan.kind != "current":
        return ()
    bodies = db.session.scalars(
        select(ProposalRow.body)
        .outerjoin(ProposalAnswerRow, ProposalAnswerRow.proposal_id == ProposalRow.id)
        .where(_is_late() | _is_against())
        .distinct()
        .order_by(ProposalRow.body)
    ).all()
    if not bodies:
        return ()
    chains = load_chains(bodies)
    return tuple(chains[body] for body in bodies)


def _is_late() -> ColumnElement[bool]:
    """Whether it is the last, and not answered in time."""
    last = select(func.max(ProposalRow.id)).group_by(ProposalRow.body)
    status_date = select(ProgrammeRow.status_date).scalar_subquery()
    return (
        ProposalRow.id.in_(last)
        & (ProposalRow.closing == "")
        & ProposalAnswerRow.verdict.is_(None)
        & (ProposalRow.answer_by < status_date)
    )


def _is_against() -> ColumnElement[bool]:
    against = (Verdict.REJECTED.value, Verdict.COUNTERED.value)
    return ProposalAnswerRow.verdict.in_(against)


def _proposal(row: Row[Any]) -> Proposal:
    answer = None
    if row.verdict is not None:
        day = None if row.day is None else to_day(row.day)
        answer = Answer(Verdict(row.verdict), day)
    return Proposal(
        id=row.id,
        body=row.body,
        was=read_dates(row.was),
        becomes=read_dates(row.becomes),
        answer_by=to_day(row.answer_by),
        answer=answer,
        closing=Closing(row.closing) if row.closing else None,
    )


def read_dates(kept: Mapping[str, str]) -> Dates:
    """Dates as a row keeps them."""
    return tuple(
        (key, to_day(date.fromisoformat(value))) for key, value in kept.items()
    )


def plain_dates(dates: Dates) -> dict[str, str]:
    """Dates as a row keeps them."""
    return {key: to_date(day).isoformat() for key, day in dates}


def _bound(evaluation: Evaluation) -> dict[str, Bound]:
    return binding_dates(evaluation.snapshot, evaluation.schedule, evaluation.calendar)


def _gone(evaluation: Evaluation) -> frozenset[str]:
    """The bodies that have left, so that the plan binds them to nothing."""
    return frozenset(map(municipality_body, released(evaluation.snapshot)))


def _open(chains: Chains) -> frozenset[str]:
    """The bodies whose last proposal waits for an answer."""
    return frozenset(body for body, chain in chains.items() if chain[-1].is_undecided)


def _answered_bodies(change: ChangeRow) -> tuple[str, ...]:
    """The bodies whose answers were entered, changed or taken back."""
    ids = {
        int(item.row_key)
        for item in change.items
        if item.table == ProposalAnswerRow.__tablename__
    }
    if not ids:
        return ()
    sought = select(ProposalRow.body).where(ProposalRow.id.in_(ids)).distinct()
    return tuple(db.session.scalars(sought))


def _write(
    settled: Mapping[str, Settlement], chains: Chains, change: ChangeRow, today: date
) -> None:
    closing = {
        chains[body][-1].id: it.closes for body, it in settled.items() if it.closes
    }
    rows = ProposalRow.id.in_(closing)
    for row in db.session.scalars(select(ProposalRow).where(rows)) if closing else ():
        row.closing = closing[row.id].value
        row.closed_by, row.closed_on = change.id, today
    proposed = {body: it.proposed for body, it in settled.items() if it.proposed}
    if not proposed:
        return
    answer_by = today + timedelta(days=answer_days())
    db.session.add_all(
        ProposalRow(
            body=body,
            was=plain_dates(was),
            becomes=plain_dates(becomes),
            change_id=change.id,
            made_on=today,
            answer_by=answer_by,
            **(_kept_as_within(change, today) if settled[body].within else {}),
        )
        for body, (was, becomes) in proposed.items()
    )


def _kept_as_within(change: ChangeRow, today: date) -> dict[str, Any]:
    """What is kept so that the agreed window stays known, and closed at once."""
    return {
        "closing": Closing.WITHIN.value,
        "closed_by": change.id,
        "closed_on": today,
    }
