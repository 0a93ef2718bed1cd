"""One municipality in the table: its key figures, with their ranges and basis."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _

from app.economy.cells import HUNDREDTHS, Cell, millions, sum_cell
from app.economy.sums import as_sum, ends, is_net_known, net_sum, sourced_sum
from app.filters import TO, number, percent
from app.go_live import DateState, GoLivePart, actual_go_live, with_wave_go_live
from app.money_words import provenance_text
from app.store.tables import MunicipalityRow
from app.ways_out import list_left
from planning.evaluate import Evaluation
from planning.finance.cashflow import has_own
from planning.finance.projection import Projection, Provenance, Summary
from planning.rollout import GO_LIVE
from planning.snapshot import ReportState, Wave, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyLine:
    """One municipality, ready to print."""

    number: str
    name: str
    url: str
    population: str
    wave: str
    sequence: int
    go_live: GoLivePart
    has_left: bool
    investment: Cell
    net: Cell
    npv: Cell
    break_even: Cell
    share: Cell
    basis: str
    is_estimated: bool
    is_extrapolated: bool
    is_read_twice: bool
    has_own: bool
    """Whether it has given any of its sums itself."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line with what it is sorted by."""

    line: EconomyLine
    name: str
    projection: Projection


def ranked_lines(
    evaluation: Evaluation, rows: list[MunicipalityRow]
) -> tuple[Ranked, ...]:
    """The lines of municipalities that have a projection."""
    waves = {it.code: it for it in evaluation.snapshot.plan.waves}
    wave_of = {at.municipality: at.wave for at in evaluation.snapshot.plan.placements}
    lived, gone = actuals(evaluation), list_left(evaluation)
    return tuple(
        Ranked(
            economy_line(
                row,
                evaluation.projections[row.number],
                waves.get(wave_of.get(row.number) or ""),
                lived.get(row.number),
                has_left=row.number in gone,
            ),
            row.sort_key,
            evaluation.projections[row.number],
        )
        for row in rows
    )


def actuals(evaluation: Evaluation) -> dict[str, Window]:
    """When each municipality that is live went live."""
    found = {}
    for report in evaluation.snapshot.reports:
        window = report.finish or report.start
        is_done = report.state is ReportState.DONE
        if report.activity == GO_LIVE and is_done and window is not None:
            found[report.municipality] = window
    return found


def economy_line(
    row: MunicipalityRow,
    projection: Projection,
    wave: Wave | None,
    actual: Window | None,
    *,
    has_left: bool = False,
) -> EconomyLine:
    """The key figures of one municipality."""
    inputs, summary = projection.inputs, projection.summary
    worst, best = ends(projection)
    known = is_net_known(projection)
    npv = as_sum(summary.npv, worst.npv, best.npv, known=known)
    return EconomyLine(
        number=row.number,
        name=row.name,
        url=url_for("municipalities.money", number=row.number),
        population=number(inputs.population),
        wave="" if wave is None else wave.code,
        sequence=0 if wave is None else wave.sequence,
        go_live=go_live_part(wave, actual),
        has_left=has_left,
        investment=sum_cell(sourced_sum(inputs.investment)),
        net=net_cell(projection),
        npv=told_twice(
            sum_cell(npv, is_signed=True),
            projection,
            lambda it: millions(it.npv, is_signed=True),
        ),
        break_even=break_even_cell(projection, is_estimate=not known),
        share=share_cell(projection, is_estimate=not known),
        basis=basis_word(projection.provenance),
        is_estimated=projection.provenance is Provenance.ESTIMATED,
        is_extrapolated=inputs.is_extrapolated,
        is_read_twice=bool(projection.readings),
        has_own=has_own(inputs),
    )


def basis_word(provenance: Provenance) -> str:
    """How it is known, in a word or two that fit a narrow column."""
    if provenance is Provenance.PARTLY_DOCUMENTED:
        return _("partly known")
    return provenance_text(provenance)


def net_cell(projection: Projection) -> Cell:
    """What it does to the budget of a year, in hundredths of a million."""
    return told_twice(
        sum_cell(net_sum(projection), HUNDREDTHS, is_signed=True),
        projection,
        lambda it: millions(it.average_annual.net, HUNDREDTHS, is_signed=True),
    )


def told_twice(
    cell: Cell, projection: Projection, tell: Callable[[Summary], str]
) -> Cell:
    """The same with what comes of the other reading, where there is another."""
    if not projection.readings:
        return cell
    other = tell(projection.readings[-1].summary)
    return replace(cell, notes=(_("or %(sum)s", sum=other),))


def go_live_part(wave: Wave | None, actual: Window | None) -> GoLivePart:
    """When it goes live: as reported, else as its wave does."""
    if actual is not None:
        return actual_go_live(actual)
    if wave is None:
        return GoLivePart(_("without a wave"), "", DateState.UNDATED)
    return with_wave_go_live(wave)


def break_even_cell(projection: Projection, *, is_estimate: bool) -> Cell:
    """The year in which it has paid for itself, and the best and worst of cases."""
    year = projection.summary.break_even_year
    shown = paid_back_text(projection, year)
    if not is_estimate:
        return Cell(shown)
    worst, best = (it.break_even_year for it in ends(projection))
    text = shown if year is None else _("about %(sum)s", sum=shown)
    cell = Cell(text, years_notes(best, worst), is_estimate=True)
    return told_twice(
        cell, projection, lambda it: paid_back_text(projection, it.break_even_year)
    )


def paid_back_text(projection: Projection, year: int | None) -> str:
    """The year, or until when it has not paid for itself."""
    last = projection.years[-1].year
    return _("not by %(year)s", year=last) if year is None else str(year)


def years_notes(best: int | None, worst: int | None) -> tuple[str, ...]:
    """From the best case to the worst, where they differ."""
    if best == worst or best is None:
        return ()
    if worst is None:
        return (_("%(year)s at best", year=best),)
    return (f"({best}{TO}{worst})",)


def share_cell(projection: Projection, *, is_estimate: bool) -> Cell:
    """How much of the benefits must come true, and the best and worst of cases."""
    share = projection.summary.break_even_benefit_share
    if share is None:
        return Cell(TO)
    if not is_estimate:
        return Cell(percent(share))
    worst, best = (it.break_even_benefit_share for it in ends(projection))
    has_range = None not in (best, worst) and best != worst
    notes = (f"({needed_text(best)}{TO}{needed_text(worst)})",) if has_range else ()
    cell = Cell(_("about %(sum)s", sum=percent(share)), notes, is_estimate=True)
    return told_twice(
        cell, projection, lambda it: needed_text(it.break_even_benefit_share)
    )


def needed_text(share: float | None) -> str:
    """A share of the benefits, where there are any."""
    return TO if share is None else percent(share)
