"""How the estimates are made, and what is not in them, ready to print."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from app.assumption_words import loan_kind_text, rate_text
from app.figure_kinds import figure_kind_text
from app.filters import TO, kroner, number
from app.money_figures import kind_text
from app.money_words import basis_text, money_text
from app.store.names import Names
from app.store.tables import BudgetLineRow, MoneyFigureRow
from planning.evaluate import Evaluation
from planning.finance.estimates import Case, Estimates, Rate
from planning.finance.projections import estimates_of
from planning.money import KRONE, to_kroner, to_ore
from planning.money_facts import Assumptions, Basis, FigureKind

ESTIMATED = (
    FigureKind.INVESTMENT,
    FigureKind.PLATFORM,
    FigureKind.LEGACY,
    FigureKind.BENEFIT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLine:
    """So much per inhabitant of one kind of sum, and the cases it comes from."""

    kind: str
    cases: tuple[str, ...]
    likely: str
    span: str
    basis: Basis
    basis_word: str
    remark: str


@dataclass(frozen=True, slots=True)
class UnusedLine:
    """A documented sum that no projection is reckoned from."""

    key: str
    entity: str
    kind: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPart:
    """Rates and their cases, the assumptions, and what is left out."""

    rates: tuple[RateLine, ...]
    sizes: str
    assumptions: tuple[str, ...]
    unused: tuple[UnusedLine, ...]
    budget: str


def method_part(
    evaluation: Evaluation,
    names: Names,
    *,
    sums: Iterable[MoneyFigureRow],
    budget: Sequence[BudgetLineRow],
) -> MethodPart:
    """Tell how the estimates of a plan come about."""
    snapshot = evaluation.snapshot
    estimates = estimates_of(snapshot)
    used = {it.key for it in snapshot.money.figures}
    return MethodPart(
        rates=tuple(rate_line(kind, estimates.rates, names) for kind in ESTIMATED),
        sizes=sizes_text(estimates),
        assumptions=assumption_texts(snapshot.money.assumptions),
        unused=tuple(
            UnusedLine(
                row.key,
                row.entity,
                kind_text(row.kind),
                money_text(to_ore(row.amount)),
            )
            for row in sums
            if row.key not in used and row.amount is not None and not row.same_as
        ),
        budget=budget_text(budget),
    )


def rate_line(
    kind: FigureKind, rates: Mapping[FigureKind, Rate], names: Names
) -> RateLine:
    """What one kind of sum is estimated by."""
    rate = rates.get(kind)
    basis = rate_basis(rate)
    return RateLine(
        kind=figure_kind_text(kind),
        cases=() if rate is None else case_texts(rate.cases, names),
        likely=TO if rate is None else kroner(to_kroner(rate.likely)),
        span=TO if rate is None or rate.low == rate.high else span_text(rate),
        basis=basis,
        basis_word=basis_text(basis),
        remark=rate_remark(basis),
    )


def rate_basis(rate: Rate | None) -> Basis:
    """How what is estimated by a rate is known."""
    if rate is None:
        return Basis.MISSING
    return Basis.ONE_CASE if rate.is_one_case else Basis.ESTIMATED


def span_text(rate: Rate) -> str:
    """1 850–3 170 kr."""
    low, high = number(to_kroner(rate.low)), number(to_kroner(rate.high))
    return _("NOK %(amount)s", amount=f"{low}{TO}{high}")


def rate_remark(basis: Basis) -> str:
    """Why it is the likely one, or that there is but one case."""
    if basis is Basis.MISSING:
        return _("No case: reckoned as nothing.")
    if basis is Basis.ONE_CASE:
        return _("One case: the true sum may be quite another.")
    return _("The middle one is reckoned with, the outermost are the range.")


def case_texts(cases: Sequence[Case], names: Names) -> tuple[str, ...]:
    """Each municipality with its sum per inhabitant; two readings stand together."""
    found: dict[str, list[Case]] = {}
    for case in cases:
        found.setdefault(case.municipality, []).append(case)
    return tuple(
        case_text(names.municipality(each), own) for each, own in found.items()
    )


def case_text(name: str, cases: Sequence[Case]) -> str:
    """Hustadvika: 2 253 kr."""
    sums = [kroner(round(case.per_inhabitant / KRONE)) for case in cases]
    cannot_hold = cases[0].sourced.cannot_hold
    if cannot_hold is not None:
        return _(
            "%(name)s: %(sum)s. It is not said whether the loan is in the yearly sum of"
            " %(total)s. The loan alone comes to %(payment)s a year, so it can’t be:"
            " that reading is no case",
            name=name,
            sum=sums[0],
            total=money_text(cannot_hold.total),
            payment=money_text(cannot_hold.payment),
        )
    if len(sums) == 1:
        return _("%(name)s: %(sum)s", name=name, sum=sums[0])
    return _(
        "%(name)s: %(sum)s or %(other)s, since the source can be read in two ways",
        name=name,
        sum=sums[0],
        other=sums[1],
    )


def sizes_text(estimates: Estimates) -> str:
    """Between how many inhabitants the cases lie."""
    if estimates.populations is None:
        return ""
    fewest, most = map(number, estimates.populations)
    return _(
        "The municipalities with documented sums have from %(fewest)s to %(most)s"
        " inhabitants. Costs need not follow the number of inhabitants evenly: for"
        " who is much larger or smaller the estimate says least.",
        fewest=fewest,
        most=most,
    )


def assumption_texts(given: Assumptions) -> tuple[str, ...]:
    """What is assumed for all."""
    return (
        _(
            "The investment is paid with a loan (%(kind)s) over %(years)s at"
            " %(rate)s interest.",
            kind=loan_kind_text(given.loan_kind).lower(),
            years=ngettext("%(num)s year", "%(num)s years", given.loan_term_years),
            rate=rate_text(given.loan_rate),
        ),
        _(
            "Net a year is the average over the years of the loan, the first of them"
            " the year after go-live."
        ),
        _(
            "The present value is taken at the end of the go-live year, at %(rate)s,"
            " without the loan.",
            rate=rate_text(given.discount_rate),
        ),
        _(
            "Estimated benefits grow evenly over %(months)s, once the solution has"
            " been stabilised. Today’s systems cost what they do until they are"
            " closed.",
            months=ngettext(
                "%(num)s month", "%(num)s months", given.benefit_ramp_months
            ),
        ),
    )


def budget_text(budget: Sequence[BudgetLineRow]) -> str:
    """The preparation budget of 2018 in both alternatives."""
    if not budget:
        return ""
    return _(
        "The preparations of 2018 had a budget of %(budget)s, or %(revised)s in the"
        " revised alternative.",
        budget=kroner(sum((row.budget for row in budget), Decimal())),
        revised=kroner(sum((row.revised for row in budget), Decimal())),
    )
