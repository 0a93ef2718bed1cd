"""The yearly table: every flow of every year in kroner, as it is reckoned.

Sums are shown to the krone so that rows and columns add up; which columns rest on
an estimate stands in their headings.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from flask_babel import gettext as _

from app.filters import number as number_text
from app.four_year_plan import FourYearPlan
from app.money_words import UNSURE, basis_text, cost_basis, result_basis
from app.municipalities.money_ranges import averaged_text
from app.municipalities.money_told import Told
from planning.finance.projection import YearFlow
from planning.money import to_kroner
from planning.money_facts import Basis

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """One kind of flow; `mark` says that it is estimated, where it is."""

    key: str
    label: str
    basis: Basis
    mark: str

    @property
    def is_estimate(self) -> bool:
        return bool(self.mark)


@dataclass(frozen=True, slots=True)
class YearRow:
    """One row of figures under the columns; `note` says what year it is."""

    heading: str
    cells: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class YearTable:
    """The yearly table with its sums and averages."""

    columns: tuple[Column, ...]
    rows: tuple[YearRow, ...]
    total: YearRow
    average: YearRow


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The part of it that the next four-year economic plan covers."""

    years: str
    rows: tuple[YearRow, ...]
    is_estimate: bool


def year_table(told: Told) -> YearTable:
    """All years, from the first flow to the end of the loan."""
    flows = told.projection.years
    cumulative = list(accumulate(flow.net for flow in flows))
    return YearTable(
        columns=_columns(told),
        rows=tuple(
            YearRow(
                str(flow.year),
                (*_cells(flow), told_sum(total)),
                _("go-live") if flow.year == told.go_live_year else "",
            )
            for flow, total in zip(flows, cumulative, strict=True)
        ),
        total=_total(flows),
        average=_average(told),
    )


def _columns(told: Told) -> tuple[Column, ...]:
    inputs = told.inputs
    loan, result = inputs.investment.basis, result_basis(inputs)
    cost = cost_basis(told.projection)
    return tuple(
        Column(key, label, basis, basis_text(basis) if basis in UNSURE else "")
        for key, label, basis in (
            ("investment", _("Investment"), loan),
            ("loan", _("Loan drawn"), loan),
            ("interest", _("Interest"), loan),
            ("instalment", _("Instalment"), loan),
            ("project", _("Own project"), inputs.project.basis),
            ("platform", _("Platform"), inputs.platform.basis),
            ("cost", _("Cost in all"), cost),
            ("legacy", _("Today’s systems"), inputs.legacy.basis),
            ("saved", _("Saved on them"), inputs.legacy.basis),
            ("benefit", _("Benefit"), inputs.benefit.basis),
            ("net", _("Net"), result),
            ("cumulative", _("Net so far"), result),
        )
    )


def _cells(flow: YearFlow) -> tuple[str, ...]:
    return tuple(told_sum(value(flow)) for value in VALUES)


def _total(flows: Sequence[YearFlow]) -> YearRow:
    """The sum of each column; of the loan drawn, that of the instalments."""
    sums = (sum(value(flow) for flow in flows) for value in VALUES)
    return YearRow(_("Sum"), (*map(told_sum, sums), ""))


def _average(told: Told) -> YearRow:
    """The yearly averages; what enters them only by their sum has none of its own."""
    mean = told.summary.average_annual
    filled = {
        "cost": mean.cost,
        "saved": mean.legacy_saved,
        "benefit": mean.benefit,
        "net": mean.net,
    }
    cells = (
        told_sum(filled[it.key]) if it.key in filled else "" for it in _columns(told)
    )
    heading = averaged_text(told.projection)
    return YearRow(heading[:1].upper() + heading[1:], tuple(cells))


def plan_table(told: Told, plan: FourYearPlan) -> PlanTable:
    """What the next economic plan is told of the projection."""
    return PlanTable(
        years=_("%(first)s–%(last)s", first=plan.first, last=plan.last),
        rows=tuple(
            YearRow(
                str(it.year),
                tuple(
                    map(told_sum, (it.cost, it.legacy_saved, it.benefit, it.net)),
                ),
            )
            for it in plan.years
        ),
        is_estimate=result_basis(told.inputs) in UNSURE,
    )


def told_sum(ore: int) -> str:
    """1 663 911; a dash for nothing."""
    return number_text(to_kroner(ore)) if ore else NOTHING


VALUES: tuple[Callable[[YearFlow], int], ...] = (
    lambda flow: flow.investment,
    lambda flow: flow.loan_drawn,
    lambda flow: flow.interest,
    lambda flow: flow.instalment,
    lambda flow: flow.project,
    lambda flow: flow.platform,
    lambda flow: flow.cost,
    lambda flow: flow.legacy,
    lambda flow: flow.legacy_saved,
    lambda flow: flow.benefit,
    lambda flow: flow.net,
)
