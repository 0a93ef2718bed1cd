"""The table of rights, ready to print: every municipality with its chain."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.chain_words import side_text, state_text, undone_text, when_text
from app.commitment_words import MARKS, kind_text, short_text
from app.filters import long_date
from app.rights.choice import (
    AGAINST,
    AGREED,
    LEAVING,
    LIVE,
    NO_WAVE,
    TAKEN_UP,
    UNKNOWN,
    Choice,
    filter_parts,
    group_of,
    group_texts,
)
from app.store.commitments import Facts
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.table_choice import FilterPart
from planning.calendars import to_date, to_day
from planning.evaluate import Evaluation
from planning.rights.chain import (
    STAGES,
    ChainState,
    Fact,
    FactKind,
    Origin,
    chain_of,
)

HELD, PERHAPS, UNDONE = "held", "perhaps", "undone"
NOT_KNOWN, NOT_OURS = "not-known", "not-ours"
SIGNS: Mapping[str, str] = {
    HELD: "●",
    PERHAPS: "◐",
    UNDONE: "⊘",
    NOT_KNOWN: "○",
    NOT_OURS: "–",
}
GROUPS = (LIVE, TAKEN_UP, AGREED, AGAINST, LEAVING, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Mark:
    """One stage of a chain: how it stands, and the same in words.

    `note` is why it holds no longer, where it did.
    """

    kind: str
    sign: str
    label: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsLine:
    """One municipality at the day that is looked at."""

    number: str
    name: str
    wave: str
    sequence: int
    marks: tuple[Mark, ...]
    state: str
    side: str
    side_kind: str
    last: str
    last_when: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How many are in a group."""

    count: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsPage:
    """All that were asked for, at a day."""

    day: str
    day_typed: str
    is_status_date: bool
    day_fault: str
    figures: tuple[Figure, ...]
    stages: tuple[tuple[str, str], ...]
    legend: tuple[Mark, ...]
    filters: tuple[FilterPart, ...]
    lines: tuple[RightsLine, ...]
    can_edit: bool


def rights_page(
    evaluation: Evaluation,
    rows: Sequence[MunicipalityRow],
    facts: Mapping[str, Facts],
    choice: Choice,
    names: Names,
    *,
    can_edit: bool,
) -> RightsPage:
    """The table, as it was asked for."""
    status_date = evaluation.snapshot.status_date
    day = status_date if choice.day is None else to_day(choice.day)
    states = {
        row.number: chain_of(
            facts.get(row.number, ()), day, holds_option=row.holds_option
        )
        for row in rows
    }
    chosen = [it for it in rows if _fits(evaluation, it, states[it.number], choice)]
    return RightsPage(
        day=long_date(to_date(day)),
        day_typed=choice.day_typed,
        is_status_date=day == status_date,
        day_fault=choice.day_fault,
        figures=_figures(states[it.number] for it in chosen),
        stages=tuple((short_text(it), kind_text(it)) for it in STAGES),
        legend=tuple(_legend()),
        filters=filter_parts(evaluation, choice, names),
        lines=tuple(
            _line(evaluation, it, states[it.number], facts.get(it.number, ()), day)
            for it in chosen
        ),
        can_edit=can_edit,
    )


def _fits(
    evaluation: Evaluation, row: MunicipalityRow, state: ChainState, choice: Choice
) -> bool:
    wave = evaluation.wave_of(row.number) or NO_WAVE
    return (
        choice.region in ("", row.region)
        and choice.wave in ("", wave)
        and choice.state in ("", group_of(state))
    )


def _figures(states: Iterable[ChainState]) -> tuple[Figure, ...]:
    counted = Counter(map(group_of, states))
    texts = group_texts()
    return tuple(Figure(counted[it], texts[it]) for it in GROUPS if counted[it])


def _line(
    evaluation: Evaluation,
    row: MunicipalityRow,
    state: ChainState,
    facts: Facts,
    day: int,
) -> RightsLine:
    code = evaluation.wave_of(row.number)
    sequences = {it.code: it.sequence for it in evaluation.snapshot.plan.waves}
    side = state.side
    past = [it for it in (*facts, *_counted(side)) if it.last <= day]
    last = max(past, key=lambda it: it.order, default=None)
    return RightsLine(
        number=row.number,
        name=row.name,
        wave=code or "",
        sequence=sequences.get(code or "", 0),
        marks=marks_of(state),
        state=state_text(state),
        side="" if side is None else side_text(side),
        side_kind="" if side is None else MARKS[side.kind],
        last="" if last is None else side_text(last),
        last_when="" if last is None else when_text(last),
    )


def _counted(side: Fact | None) -> Iterator[Fact]:
    """That a notice ran out is told by nobody, and is the last that happened."""
    if side is not None and side.origin is Origin.NOTICE:
        yield side


def marks_of(state: ChainState) -> tuple[Mark, ...]:
    """The chain as a row of marks."""
    return tuple(_mark(state, it) for it in STAGES)


def _mark(state: ChainState, stage: FactKind) -> Mark:
    kind, text, note = NOT_KNOWN, _("not known"), ""
    if stage not in state.stages:
        kind, text = NOT_OURS, _("does not apply: it founded the company")
    elif stage in state.held:
        kind, text = HELD, when_text(state.held[stage])
    elif stage in state.perhaps:
        kind = PERHAPS
        text = _("perhaps: %(when)s", when=when_text(state.perhaps[stage]))
    elif stage in state.undone:
        kind, note = UNDONE, undone_text(state.undone[stage])
        text = f"{when_text(state.undone[stage].fact)}: {note}"
    return Mark(kind, SIGNS[kind], kind_text(stage), text, note)


def _legend() -> Iterator[Mark]:
    yield Mark(HELD, SIGNS[HELD], "", _("has happened"))
    yield Mark(PERHAPS, SIGNS[PERHAPS], "", _("may have happened by then"))
    yield Mark(UNDONE, SIGNS[UNDONE], "", _("has happened, holds no longer"))
    yield Mark(NOT_KNOWN, SIGNS[NOT_KNOWN], "", _("not known"))
    yield Mark(NOT_OURS, SIGNS[NOT_OURS], "", _("does not apply"))
