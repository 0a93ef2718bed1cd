"""The table of all municipalities, sorted and ready to print."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_parts import ConflictMark, conflict_marks, list_own
from app.filters import long_date, number
from app.go_live import GoLivePart
from app.how_dated import How, HowDated
from app.municipalities.choice import Choice, filter_parts, filter_rows
from app.municipalities.live import is_live, municipality_go_live
from app.municipalities.margin import MarginPart, margin_part
from app.municipalities.standing import countdown, limits_left, met_text
from app.safe_meetings import Safe, note_text
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import MunicipalityRow
from app.table_choice import Column, FilterPart, sorted_lines, table_columns
from app.ways_out import list_left
from planning.evaluate import Evaluation
from planning.rollout import activity_id


@dataclass(frozen=True, slots=True)
class NextLimit:
    """The next limit that has not passed, how far off it is, and the last meeting."""

    name: str
    day: str
    how: How
    countdown: str
    safe: str


@dataclass(frozen=True, slots=True)
class MunicipalityLine:
    """One municipality in the table."""

    number: str
    name: str
    population: str
    region: str
    trust: str
    wave: str
    sequence: int
    go_live: GoLivePart
    has_left: bool
    margin: MarginPart
    conflicts: tuple[ConflictMark, ...]
    next_limit: NextLimit | None


@dataclass(frozen=True, slots=True)
class MunicipalitiesPage:
    """The table, its filters, and how much of everything it shows."""

    choice: Choice
    lines: tuple[MunicipalityLine, ...]
    columns: tuple[Column, ...]
    filters: tuple[FilterPart, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A line with what it is sorted by."""

    line: MunicipalityLine
    name: str
    population: int
    region: str
    trust: str
    wave: int | None
    margin: int | None
    limit: int | None


def municipalities_page(
    evaluation: Evaluation,
    rows: Sequence[MunicipalityRow],
    choice: Choice,
    names: Names,
    *,
    regions: Sequence[str],
    trusts: Sequence[str],
    safe: Mapping[str, Safe],
) -> MunicipalitiesPage:
    """Filter and sort the municipalities as the reader asked.

    `safe` are the meetings that are left before their limits.
    """
    kept = filter_rows(evaluation, rows, choice)
    own = list_own(evaluation)
    how_dated, gone = HowDated(evaluation), list_left(evaluation)
    marked = {
        row.number: conflict_marks(own.get(row.number, ()), names) for row in kept
    }
    ranked = [
        _ranked(
            evaluation,
            row,
            names,
            marked[row.number],
            how_dated,
            safe=safe.get(row.number, {}),
            has_left=row.number in gone,
        )
        for row in kept
    ]
    return MunicipalitiesPage(
        choice=choice,
        lines=tuple(
            it.line
            for it in sorted_lines(
                ranked, SORTED_BY[choice.sort], descending=choice.descending
            )
        ),
        columns=_columns(choice),
        filters=filter_parts(evaluation, choice, names, regions=regions, trusts=trusts),
        summary=_summary(evaluation, kept, len(rows)),
    )


def _ranked(
    evaluation: Evaluation,
    row: MunicipalityRow,
    names: Names,
    conflicts: tuple[ConflictMark, ...],
    how_dated: HowDated,
    *,
    safe: Safe,
    has_left: bool,
) -> _Ranked:
    code = evaluation.wave_of(row.number)
    wave = next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)
    limit = _next_limit(evaluation, row.number, names, how_dated, safe)
    line = MunicipalityLine(
        number=row.number,
        name=row.name,
        population=number(row.population),
        region=names.region(row.region) if row.region else "",
        trust=names.trust(row.trust) if row.trust else "",
        wave=code or "",
        sequence=0 if wave is None else wave.sequence,
        go_live=municipality_go_live(evaluation, row.number),
        has_left=has_left,
        margin=margin_part(evaluation, row.number),
        conflicts=conflicts,
        next_limit=None if limit is None else limit[1],
    )
    return _Ranked(
        line=line,
        name=row.sort_key,
        population=row.population,
        region=sort_key(line.region),
        trust=sort_key(line.trust),
        wave=line.sequence or None,
        margin=line.margin.days,
        limit=None if limit is None else limit[0],
    )


def _next_limit(
    evaluation: Evaluation,
    municipality: str,
    names: Names,
    how_dated: HowDated,
    safe: Safe,
) -> tuple[int, NextLimit] | None:
    """The first limit from the status date on that is still to be met."""
    if is_live(evaluation, municipality):
        return None
    today = evaluation.snapshot.status_date
    ahead = [
        (day, key)
        for key, day in (
            (it.key, it.day) for it in limits_left(evaluation, municipality)
        )
        if day >= today and not met_text(evaluation, municipality, key, names)
    ]
    if not ahead:
        return None
    day, key = min(ahead)
    how = how_dated.of(activity_id(municipality, key))
    name, told = names.activity(key), countdown(day - today)
    note = note_text(safe.get(key))
    return day, NextLimit(name, long_date(day), how, told, note)


SORTED_BY: Mapping[str, Callable[[_Ranked], int | str | None]] = {
    "number": lambda it: it.line.number,
    "name": lambda it: it.name,
    "population": lambda it: it.population,
    "region": lambda it: it.region,
    "trust": lambda it: it.trust,
    "wave": lambda it: it.wave,
    "margin": lambda it: it.margin,
    "next-limit": lambda it: it.limit,
}


def _columns(choice: Choice) -> tuple[Column, ...]:
    labels = {
        "number": _("Number"),
        "name": _("Municipality"),
        "population": _("Inhabitants"),
        "region": _("Region"),
        "trust": _("Health trust"),
        "wave": _("Wave and go-live"),
        "margin": _("Margin"),
        "next-limit": _("Next limit"),
    }
    page_url = partial(url_for, "municipalities.index")
    return table_columns(choice, labels, page_url, numbers={"population", "margin"})


def _summary(
    evaluation: Evaluation, kept: Sequence[MunicipalityRow], total: int
) -> str:
    gone = list_left(evaluation)
    live = sum(
        row.number not in gone and is_live(evaluation, row.number) for row in kept
    )
    people = number(sum(row.population for row in kept))
    return ngettext(
        "%(num)s of %(total)s municipalities, %(live)s of them live, with %(people)s"
        " inhabitants in all.",
        "%(num)s of %(total)s municipalities, %(live)s of them live, with %(people)s"
        " inhabitants in all.",
        len(kept),
        total=total,
        live=live,
        people=people,
    )
