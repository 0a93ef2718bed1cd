"""The sums by wave, by region and by year, ready to print."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.economy.cells import Cell, sum_cell
from app.economy.sums import GroupSums, YearSums, sum_all, sum_groups, sum_years
from app.filters import number, years
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.finance.projection import Projection


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """What the municipalities of one wave or region come to together."""

    name: str
    url: str
    sequence: int
    municipalities: str
    documented: str
    population: str
    investment: Cell
    cost: Cell
    legacy_saved: Cell
    benefit: Cell
    net: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One calendar year of all of them, or several that are the same."""

    years: str
    is_each: bool
    municipalities: str
    investment: Cell
    loans: Cell
    project: Cell
    platform: Cell
    legacy_saved: Cell
    benefit: Cell
    net: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsPart:
    """All years; what nobody has a project cost for has no such column."""

    lines: tuple[YearLine, ...]
    has_project: bool


def wave_lines(
    evaluation: Evaluation, projections: Sequence[Projection]
) -> tuple[GroupLine, ...]:
    """A line for every wave that has anybody to reckon for, and one for all."""
    wave_of = {
        at.municipality: at.wave or "" for at in evaluation.snapshot.plan.placements
    }
    sums = sum_groups(projections, wave_of)
    lines = [
        _group_line(
            sums[it.code],
            name=it.code,
            url=_filtered("wave", it.code),
            sequence=it.sequence,
        )
        for it in evaluation.snapshot.plan.waves
        if it.code in sums
    ]
    if "" in sums:
        lines.append(_group_line(sums[""], name=_("without a wave")))
    return (*lines, _all_line(projections))


def region_lines(
    evaluation: Evaluation,
    projections: Sequence[Projection],
    regions: Iterable[str],
    names: Names,
) -> tuple[GroupLine, ...]:
    """A line for every region that has anybody to reckon for, and one for all."""
    region_of = {
        it.number: it.region or "" for it in evaluation.snapshot.municipalities
    }
    sums = sum_groups(projections, region_of)
    lines = [
        _group_line(sums[key], name=names.region(key), url=_filtered("region", key))
        for key in regions
        if key in sums
    ]
    if "" in sums:
        lines.append(_group_line(sums[""], name=_("without a region")))
    return (*lines, _all_line(projections))


def years_part(projections: Sequence[Projection]) -> YearsPart:
    """A line for every year that anybody is reckoned for."""
    sums = sum_years(projections)
    return YearsPart(
        lines=tuple(_together(sums)),
        has_project=any(it.project.total for it in sums),
    )


def _filtered(name: str, value: str) -> str:
    wanted: dict[str, Any] = {name: value, "_anchor": "municipalities"}
    return url_for("economy.index", **wanted)


def _all_line(projections: Iterable[Projection]) -> GroupLine:
    return _group_line(sum_all(projections), name=_("In all"))


def _group_line(
    sums: GroupSums, *, name: str, url: str = "", sequence: int = 0
) -> GroupLine:
    return GroupLine(
        name=name,
        url=url,
        sequence=sequence,
        municipalities=number(sums.municipalities),
        documented=""
        if not sums.documented
        else ngettext(
            "%(num)s known investment",
            "%(num)s known investments",
            sums.documented,
        ),
        population=number(sums.population),
        investment=sum_cell(sums.investment),
        cost=sum_cell(sums.cost),
        legacy_saved=sum_cell(sums.legacy_saved),
        benefit=sum_cell(sums.benefit),
        net=sum_cell(sums.net, is_signed=True),
    )


def _together(sums: Sequence[YearSums]) -> Iterator[YearLine]:
    """The years in order; those that nothing sets apart share a line."""
    lines = [(it.year, _year_line(it)) for it in sums]
    for _line, same in groupby(lines, key=lambda it: replace(it[1], years="")):
        found = list(same)
        first, last = found[0][0], found[-1][0]
        yield replace(found[0][1], years=years(first, last), is_each=first != last)


def _year_line(sums: YearSums) -> YearLine:
    return YearLine(
        years=str(sums.year),
        is_each=False,
        municipalities=number(sums.municipalities),
        investment=sum_cell(sums.investment),
        loans=sum_cell(sums.loans),
        project=sum_cell(sums.project),
        platform=sum_cell(sums.platform),
        legacy_saved=sum_cell(sums.legacy_saved),
        benefit=sum_cell(sums.benefit),
        net=sum_cell(sums.net, is_signed=True),
    )
