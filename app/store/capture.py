"""Which fields of which rows a write changes.

A row is read when it is first touched and again at the end, so that what counts is
what the database holds: a value that was set and set back is no change.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.sql.dml import UpdateBase

from app.extensions import Base
from app.store.errors import ItemChange
from app.store.rows import Values, read_row, row_key, table_named
from app.store.tables import (
    AcceptedConflictRow,
    AgreementAnnexRow,
    AgreementPartyRow,
    AgreementRow,
    AnnouncedChangeRow,
    AssumptionRow,
    BindingMemberRow,
    BindingRow,
    BoardMeetingRow,
    CaseLeadRow,
    ClosedPeriodRow,
    CommitmentFactRow,
    ComponentRow,
    CostKeyRow,
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DeadlineRow,
    DecisionPointRow,
    DecisionRow,
    DemandRow,
    EmployeeCountRow,
    MeetingRow,
    MeetingRuleRow,
    MilestoneRow,
    MunicipalityRow,
    OwnFigureRow,
    PlacementRow,
    PlanRow,
    ProgrammeRow,
    ProposalAnswerRow,
    RegionRow,
    ReportRow,
    ResourceRow,
    ShareAnnexRow,
    SharedCostRow,
    ShareEntryRow,
    ShareOwnerRow,
    SupplyRow,
    TemplateActivityRow,
    TemplateLinkRow,
    ThresholdRow,
    TrustPlacementRow,
    TrustRow,
    WaveRow,
)

AUDITED: tuple[type[Base], ...] = (
    PlanRow,
    WaveRow,
    PlacementRow,
    TrustPlacementRow,
    TemplateActivityRow,
    TemplateLinkRow,
    MilestoneRow,
    DeadlineRow,
    ReportRow,
    DecisionRow,
    ProgrammeRow,
    ThresholdRow,
    MunicipalityRow,
    TrustRow,
    RegionRow,
    AssumptionRow,
    OwnFigureRow,
    BindingRow,
    BindingMemberRow,
    ClosedPeriodRow,
    ComponentRow,
    AcceptedConflictRow,
    ResourceRow,
    DemandRow,
    SupplyRow,
    MeetingRow,
    MeetingRuleRow,
    CaseLeadRow,
    EmployeeCountRow,
    ShareOwnerRow,
    AnnouncedChangeRow,
    ShareEntryRow,
    ShareAnnexRow,
    BoardMeetingRow,
    ProposalAnswerRow,
    CommitmentFactRow,
    DecisionPointRow,
    CouncilTaskRow,
    CouncilBudgetLineRow,
    AgreementRow,
    AgreementPartyRow,
    AgreementAnnexRow,
    CostKeyRow,
    SharedCostRow,
)
NOT_A_CHANGE = frozenset({("programme", "revision")})
KEPT_FOR_GOOD = frozenset({ShareEntryRow.__tablename__})
"""Ledgers: their rows are added, and never changed nor taken away."""
IN_SESSION = "bolgeplan_capture"


class Capture:
    """The rows that a write has touched, as they were before it."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, str], Values | None] = {}

    def touch(self, table: str, key: str) -> None:
        """Remember a row as it is now, unless it is remembered already."""
        if (table, key) not in self._before:
            self._before[table, key] = read_row(table_named(table), key)

    @contextmanager
    def listening(self, session: Session) -> Iterator[None]:
        """Remember every row that the session writes meanwhile."""
        listeners: dict[str, Callable[..., Any]] = {
            "before_flush": self._before_flush,
            "after_flush": self._after_flush,
            "do_orm_execute": _refuse_bulk,
            "before_commit": _refuse_commit,
        }
        for name, listener in listeners.items():
            event.listen(session, name, listener)
        session.info[IN_SESSION] = self
        try:
            yield
        finally:
            del session.info[IN_SESSION]
            for name, listener in listeners.items():
                event.remove(session, name, listener)

    def items(self) -> list[ItemChange]:
        """Everything that differs now, in the order in which it was touched."""
        return [
            item
            for (table, key), before in self._before.items()
            for item in _differences(
                table, key, before, read_row(table_named(table), key)
            )
        ]

    def _before_flush(self, session: Session, *_: Any) -> None:
        for row in (*session.new, *session.dirty, *session.deleted):
            if not isinstance(row, AUDITED):
                raise ValueError(f"a write that leaves no trace: {row!r}")
        for row in (*session.dirty, *session.deleted):
            _refuse_kept(session, row)
            self.touch(row.__tablename__, row_key(row))

    def _after_flush(self, session: Session, *_: Any) -> None:
        for row in session.new:
            mapper = inspect(type(row))
            key = ".".join(str(part) for part in mapper.primary_key_from_instance(row))
            self._before.setdefault((row.__tablename__, key), None)


def is_captured(session: Session) -> bool:
    """Whether a write is going on in the session."""
    return IN_SESSION in session.info


def _refuse_kept(session: Session, row: Base) -> None:
    """What a ledger has told stays told; a correction is an entry of its own."""
    is_touched = row in session.deleted or session.is_modified(row)
    if row.__tablename__ in KEPT_FOR_GOOD and is_touched:
        raise TypeError(f"a ledger is only added to: {row!r}")


def _refuse_commit(_session: Session) -> None:
    """Half of a write would be there for good, and without a trace."""
    raise TypeError("the write itself commits, and nobody else")


def _refuse_bulk(state: ORMExecuteState) -> None:
    """Statements that write past the session would leave no trace."""
    if isinstance(state.statement, UpdateBase):
        raise TypeError(f"change rows one by one inside a write: {state.statement}")


def _differences(
    table: str, key: str, before: Values | None, after: Values | None
) -> Iterator[ItemChange]:
    """Fields that differ, or the whole row where it came or went."""
    if before is None or after is None:
        if before != after:
            yield ItemChange(
                table=table, row_key=key, field="", before=before, after=after
            )
        return
    for field, value in after.items():
        if before[field] != value and (table, field) not in NOT_A_CHANGE:
            yield ItemChange(
                table=table,
                row_key=key,
                field=field,
                before=before[field],
                after=value,
            )
