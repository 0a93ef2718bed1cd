"""One municipality's rights, ready to print: its chain, and what lies beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.chain_words import missing_text, state_sentence, when_text
from app.commitment_words import MARKS, kind_text
from app.last_written import Written
from app.provenance import ProvenancePart, Sources
from app.rights.decided import DecisionPart
from app.rights.pages import Mark, marks_of
from app.store.commitments import Facts
from app.store.loader import ENTERED
from app.store.tables import (
    AgreementRow,
    CommitmentFactRow,
    DecisionRow,
    MunicipalityRow,
    ReportRow,
    ShareEntryRow,
)
from planning.rights.chain import (
    STAGES,
    ChainState,
    Fact,
    Origin,
    chain_of,
    disagreeing,
)

TABLES = {
    Origin.FACT: CommitmentFactRow.__tablename__,
    Origin.SOURCE: CommitmentFactRow.__tablename__,
    Origin.LEDGER: ShareEntryRow.__tablename__,
    Origin.AGREEMENT: AgreementRow.__tablename__,
    Origin.DECISION: DecisionRow.__tablename__,
    Origin.REPORT: ReportRow.__tablename__,
}
Telling = AgreementRow | CommitmentFactRow | DecisionRow | ReportRow
Told = Mapping[tuple[str, int], Telling]
"""The rows that tell facts, by their table and number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One fact, with where it is known from; `id` where it can be changed."""

    kind: str
    badge: str
    when: str
    case_number: str
    told_by: str
    source: ProvenancePart
    written: str
    disagrees: bool
    is_ahead: bool
    id: int | None
    from_decision: int | None
    agreement: int | None


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage of the chain, with the fact that says so where one does."""

    mark: Mark
    fact: FactLine | None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """Something that the council has asked to be done."""

    id: int
    text: str
    due: str
    is_late: bool
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityRightsPage:
    """All that is known of a municipality's rights at a day."""

    number: str
    name: str
    day: str
    is_status_date: bool
    sentence: str
    missing: str
    odd: tuple[str, ...]
    holds_option: bool
    stages: tuple[StageLine, ...]
    others: tuple[FactLine, ...]
    decisions: tuple[DecisionPart, ...]
    tasks: tuple[TaskLine, ...]
    budget: tuple[tuple[int, str, str, str], ...]
    can_edit: bool
    seen: int


class FactLines:
    """What every line of a fact is made from."""

    def __init__(
        self,
        told: Told,
        sources: Sources,
        written: Mapping[tuple[str, str], Written],
        *,
        day: int,
    ) -> None:
        self._told = told
        self._sources = sources
        self._written = written
        self._day = day

    def line(self, fact: Fact, *, disagrees: bool) -> FactLine:
        """One fact in words."""
        table = TABLES[fact.origin]
        row = self._told.get((table, fact.key))
        is_own = isinstance(row, CommitmentFactRow) and row.confidence == ENTERED
        written = self._written.get((table, str(fact.key)))
        return FactLine(
            kind=kind_text(fact.kind),
            badge=MARKS.get(fact.kind, "neutral"),
            when=when_text(fact),
            case_number=fact.case_number,
            told_by=_told_by(fact.origin),
            source=ProvenancePart("") if row is None else self._sources.of(row),
            written="" if written is None or not is_own else written.text,
            disagrees=disagrees,
            is_ahead=fact.last > self._day,
            id=fact.key if is_own else None,
            from_decision=(
                row.decision_id if isinstance(row, CommitmentFactRow) else None
            ),
            agreement=row.id if isinstance(row, AgreementRow) else None,
        )


def _told_by(origin: Origin) -> str:
    """Where it is told, where that is not in the chain itself."""
    return {
        Origin.LEDGER: _("told by the share register"),
        Origin.AGREEMENT: _("told by an agreement"),
        Origin.DECISION: _("told by a decision"),
        Origin.REPORT: _("told by a report of progress"),
    }.get(origin, "")


def stages_and_others(
    row: MunicipalityRow, facts: Facts, lines: FactLines, day: int
) -> tuple[ChainState, tuple[StageLine, ...], tuple[FactLine, ...]]:
    """The chain with its facts, and every other fact beside it, oldest first."""
    state = chain_of(facts, day, holds_option=row.holds_option)
    odd = disagreeing(facts)
    stages = tuple(
        StageLine(mark, _fact_of(state, position, lines, odd))
        for position, mark in enumerate(marks_of(state))
    )
    shown = {
        *state.held.values(),
        *(state.perhaps.get(it) for it in STAGES),
        *(it.fact for it in state.undone.values()),
    }
    others = tuple(
        lines.line(it, disagrees=it in odd) for it in facts if it not in shown
    )
    return state, stages, others


def _fact_of(
    state: ChainState, position: int, lines: FactLines, odd: Iterable[Fact]
) -> FactLine | None:
    stage = STAGES[position]
    undone = state.undone.get(stage)
    fact = state.held.get(stage) or state.perhaps.get(stage)
    if fact is None and undone is not None:
        fact = undone.fact
    return None if fact is None else lines.line(fact, disagrees=fact in set(odd))


def summary_of(state: ChainState) -> tuple[str, str]:
    """The state in sentences: what is known, and what is not."""
    return state_sentence(state), missing_text(state)


def told_rows(*groups: Iterable[Telling]) -> Told:
    """The rows that tell facts, by their table and number."""
    return {(it.__tablename__, it.id): it for group in groups for it in group}
