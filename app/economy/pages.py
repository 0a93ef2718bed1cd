"""What the economy page tells of the whole programme, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import ngettext

from app.economy.choice import Choice, filter_rows
from app.economy.groups import (
    GroupLine,
    YearsPart,
    region_lines,
    wave_lines,
    years_part,
)
from app.economy.in_all import InAllPart, in_all_part
from app.economy.lines import Ranked, ranked_lines
from app.economy.method import MethodPart
from app.economy.sums import comparable
from app.economy.table import TablePart, columns, table_parts
from app.economy.voted import VotedPart, voted_part
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.table_choice import Column, FilterPart
from app.votes import VotedLine
from planning.evaluate import Evaluation
from planning.rights.ways_out import ways_out


@dataclass(frozen=True, slots=True, kw_only=True)
class TablesPart:
    """The municipalities that were asked for, and the ways to ask for others."""

    choice: Choice
    summary: str
    parts: tuple[TablePart, ...]
    columns: tuple[Column, ...]
    filters: tuple[FilterPart, ...]
    arguments: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePart:
    """What does not depend on what the reader asks for.

    `ranked` are all municipalities with a projection, by number.
    """

    in_all: InAllPart
    waves: tuple[GroupLine, ...]
    regions: tuple[GroupLine, ...]
    years: YearsPart
    voted: VotedPart
    method: MethodPart
    ranked: Mapping[str, Ranked]


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyPage:
    """The money of the programme: in all, by wave, region and year, by municipality."""

    programme: ProgrammePart
    tables: TablesPart


def programme_part(
    evaluation: Evaluation,
    names: Names,
    rows: Sequence[MunicipalityRow],
    *,
    regions: Sequence[str],
    method: MethodPart,
    voted: Sequence[VotedLine],
) -> ProgrammePart:
    """Sum up the whole programme; only sums in the same prices are added."""
    kept, left = comparable(evaluation.projections)
    dated = [row for row in rows if row.number in evaluation.projections]
    return ProgrammePart(
        in_all=in_all_part(evaluation, names, kept, left),
        waves=wave_lines(evaluation, kept),
        regions=region_lines(evaluation, kept, regions, names),
        years=years_part(kept),
        voted=voted_part(voted, rows, regions, names, ways_out(evaluation.snapshot)),
        method=method,
        ranked={it.line.number: it for it in ranked_lines(evaluation, dated)},
    )


def tables_part(
    evaluation: Evaluation,
    programme: ProgrammePart,
    rows: Sequence[MunicipalityRow],
    choice: Choice,
    filters: tuple[FilterPart, ...],
) -> TablesPart:
    """The municipalities that were asked for, in the order that was asked for."""
    found = [
        programme.ranked[it.number] for it in filter_rows(evaluation, rows, choice)
    ]
    return TablesPart(
        choice=choice,
        summary=summary_text(len(found), len(rows)),
        parts=table_parts(found, choice),
        columns=columns(choice),
        filters=filters,
        arguments=choice.arguments(),
    )


def summary_text(found: int, all_: int) -> str:
    """How many of all municipalities are shown."""
    return ngettext(
        "%(num)s of %(all)s municipalities.",
        "%(num)s of %(all)s municipalities.",
        found,
        all=all_,
    )
