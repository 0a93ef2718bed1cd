"""The money of one municipality: the page of its own, and the part on its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.filters import long_date, window, years
from app.four_year_plan import four_year_plan
from app.money_figures import money_lines
from app.money_words import UNSURE, provenance_text, result_basis
from app.municipalities import queries
from app.municipalities.live import is_live
from app.municipalities.money_alternatives import AlternativeLine, alternative_lines
from app.municipalities.money_chart import chart_text
from app.municipalities.money_gathering import Gathered, gather, project_with
from app.municipalities.money_inputs import InputLine, input_lines
from app.municipalities.money_loan import (
    LoanPart,
    annuity_formula,
    loan_side,
    serial_formula,
    shown_loan,
)
from app.municipalities.money_others import (
    OtherSum,
    SavingPart,
    other_sums,
    saving_part,
)
from app.municipalities.money_readings import ReadingsPart, readings_part
from app.municipalities.money_results import KeyFigure, key_figures
from app.municipalities.money_sentences import sentences, sureness
from app.municipalities.money_told import Told
from app.municipalities.money_voted import VotedPart, voted_part
from app.municipalities.money_years import (
    PlanTable,
    YearTable,
    plan_table,
    year_table,
)
from app.price_words import prices_text
from app.provenance import get_sources
from app.store import results
from app.store.tables import MoneyFigureRow, MunicipalityRow
from app.ways_out import find_way_out
from app.yearly_totals import held_fast_text
from planning.finance.projection import Projection
from planning.money_facts import LoanKind
from planning.rights.ways_out import WayOut

SHORT = ("cost", "legacy", "benefit", "net")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySection:
    """What the page of a municipality tells of its money, in short."""

    number: str
    provenance: str
    is_live: bool
    is_estimate: bool
    sentences: tuple[str, ...]
    sureness: tuple[str, ...]
    inputs: tuple[InputLine, ...]
    figures: tuple[KeyFigure, ...]
    alternatives: tuple[AlternativeLine, ...]
    readings: ReadingsPart | None

    @property
    def investment(self) -> InputLine:
        return self.inputs[0]

    @property
    def short_figures(self) -> tuple[KeyFigure, ...]:
        return tuple(it for it in self.figures if it.key in SHORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectionPart:
    """What the page of its own tells besides."""

    section: MoneySection
    investment_years: str
    dates: str
    years: YearTable
    plan: PlanTable
    loan: LoanPart
    saving: SavingPart | None
    prices: str
    chart_query: Mapping[str, str]
    chart_text: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyPage:
    """The page on the money of one municipality; without a date there is no part."""

    number: str
    name: str
    has_left: bool
    part: ProjectionPart | None
    voted: VotedPart | None
    voted_since: str
    others: tuple[OtherSum, ...]


def money_page(row: MunicipalityRow, arguments: Mapping[str, str]) -> MoneyPage:
    """Gather what the page tells, with the loan that the reader looks at."""
    found = gather(row.number, arguments)
    rows = queries.list_money(row.number)
    lines = money_lines(rows, get_sources())
    way = find_way_out(results.evaluation(results.current_plan()), row.number)
    return MoneyPage(
        number=row.number,
        name=row.name,
        has_left=way is not None and way.has_left,
        part=None if found is None else projection_part(found, rows),
        voted=voted_part(row.number, found),
        voted_since="" if way is None else _since(way),
        others=other_sums(None if found is None else found.told, rows, lines),
    )


def _since(way: WayOut) -> str:
    """That the council has changed its mind since it voted the sums."""
    if way.has_withdrawn:
        return _(
            "The municipality has withdrawn since (%(when)s). What was voted still"
            " stands here.",
            when=window(way.when),
        )
    if way.has_left:
        return _(
            "The municipality has left since (%(when)s). What was voted still stands"
            " here.",
            when=window(way.when),
        )
    return ""


def money_section(found: Gathered) -> MoneySection:
    """The key figures, the sentences, and the ways to go."""
    told = found.told
    number = told.projection.municipality
    return MoneySection(
        number=number,
        provenance=provenance_text(told.projection.provenance),
        is_live=is_live(told.evaluation, number),
        is_estimate=result_basis(told.inputs) in UNSURE,
        sentences=sentences(told),
        sureness=sureness(told),
        inputs=input_lines(told),
        figures=key_figures(told),
        alternatives=alternative_lines(told, found.alternatives),
        readings=readings_part(told),
    )


def projection_part(found: Gathered, rows: Sequence[MoneyFigureRow]) -> ProjectionPart:
    """Everything that the page tells of a projection."""
    told = found.told
    projection = told.projection
    snapshot = told.evaluation.snapshot
    lines = money_lines(rows, told.sources)
    return ProjectionPart(
        section=money_section(found),
        investment_years=investment_years(projection),
        dates=dates_text(told),
        years=year_table(told),
        plan=plan_table(told, four_year_plan(projection, snapshot.status_date)),
        loan=loan_part(found),
        saving=saving_part(told, rows, lines, is_compared=not found.choice.is_own),
        prices=prices_text(told.inputs),
        chart_query=found.choice.arguments,
        chart_text=chart_text(told),
        revision=snapshot.revision,
    )


def investment_years(projection: Projection) -> str:
    """The year or years that the investment falls in; its loan begins after."""
    found = [it.year for it in projection.years if it.investment]
    return years(found[0], found[-1]) if found else str(projection.first_averaged - 1)


def dates_text(told: Told) -> str:
    """The days that the flows hang on; documented yearly sums hang on none."""
    inputs, projection = told.inputs, told.projection
    day = long_date(projection.go_live)
    if not {inputs.legacy.basis, inputs.benefit.basis} & {*UNSURE}:
        return _("Costs count from %(day)s.", day=day)
    return _(
        "Costs count from %(day)s. Today’s systems are closed on %(closed)s, and the"
        " benefit begins to grow on %(benefit)s.",
        day=day,
        closed=long_date(projection.legacy_closed),
        benefit=long_date(projection.benefits_from),
    )


def loan_part(found: Gathered) -> LoanPart:
    """Both kinds of loan with the term and the rate that are looked at."""
    told, choice = found.told, found.choice
    written_off = told.assumptions.depreciation_years
    sides = []
    for kind in LoanKind:
        is_shown = kind is choice.terms.kind
        projection = (
            told.projection
            if is_shown
            else project_with(
                told.evaluation,
                told.projection.municipality,
                replace(choice.terms, kind=kind),
            )
        )
        sides.append(
            loan_side(projection, is_shown=is_shown, depreciation_years=written_off)
        )
    return LoanPart(
        choice=choice,
        told=shown_loan(choice),
        held_fast=held_fast_text(told.inputs, told.assumptions),
        first_year=told.projection.first_averaged,
        last_year=told.projection.last_averaged,
        sides=tuple(sides),
        depreciation_years=written_off,
        is_estimate=told.inputs.investment.basis in UNSURE,
        annuity_formula=annuity_formula(told.projection),
        serial_formula=serial_formula(told.projection),
        sources=told.sources_of(
            told.inputs.investment.figures, "loan_rate", "loan_term_years", "loan_kind"
        ),
    )
