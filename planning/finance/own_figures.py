"""What is known of one municipality's own sums.

What it has decided itself beats what is documented of it; of several sums of a kind
the last one is the newest. A yearly total that holds the debt service gives the
platform's cost, whatever loan the total was made with:

    platform = total - yearly payment of an annuity on the investment

at the assumed rate, over the term that is documented with it. The investment is the
one that the total was made with: a documented total keeps the documented one, also
where the municipality has decided another since. One of which nobody
has said whether it holds the debt service is read in both ways, as holding it first;
one that is smaller than the debt service doesn't hold it. Where the investment has a
range, so has the platform, the other way round: the total itself has none. Amounts
are øre, rounded to whole kroner.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from planning.finance.loans import LoanTerms, annuity_payment
from planning.finance.projection import RestOf, Sourced
from planning.money import round_to_krone
from planning.money_facts import (
    KNOWN,
    Assumptions,
    Basis,
    DebtService,
    Figure,
    FigureKind,
)

AT_GO_LIVE = ((0, 1),)

Figures = Mapping[FigureKind, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The known sums of one municipality, and how the investment falls due."""

    sums: Mapping[FigureKind, Sourced]
    platform_excluding_loan: Sourced | None = None
    parts: tuple[tuple[int, int], ...] = AT_GO_LIVE
    term_years: int | None = None


def find_own(
    figures: Iterable[Figure],
    assumptions: Assumptions,
    *,
    investment: Sourced | None = None,
) -> Own:
    """What the figures of one municipality say.

    `investment` stands in where its own is not known: without one a total that
    holds the debt service can't be split.
    """
    ordered = sorted(figures, key=lambda it: it.basis is Basis.DECIDED)
    best = {figure.kind: figure for figure in ordered}
    sums: dict[FigureKind, Sourced] = {
        kind: _sourced(figure)
        for kind, figure in best.items()
        if kind not in {FigureKind.ANNUAL_TOTAL, FigureKind.PLATFORM}
    }
    term = _term(best)
    borrowed = _made_with(best.get(FigureKind.ANNUAL_TOTAL), ordered)
    readings = _platform(
        best,
        investment if borrowed is None else _sourced(borrowed),
        term or assumptions.loan_term_years,
        assumptions,
    )
    if readings:
        sums[FigureKind.PLATFORM] = readings[0]
    return Own(
        sums=sums,
        platform_excluding_loan=readings[1] if len(readings) > 1 else None,
        parts=_parts(best.get(FigureKind.INVESTMENT)),
        term_years=term,
    )


def _sourced(figure: Figure) -> Sourced:
    ore = round_to_krone(figure.ore)
    return Sourced(
        likely=ore, low=ore, high=ore, basis=figure.basis, figures=(figure.key,)
    )


def _term(best: Figures) -> int | None:
    """The documented term; that of the yearly total before the investment's."""
    of = (best.get(FigureKind.ANNUAL_TOTAL), best.get(FigureKind.INVESTMENT))
    return next((it.term_years for it in of if it and it.term_years), None)


def _made_with(total: Figure | None, ordered: Sequence[Figure]) -> Figure | None:
    """The investment whose loan is in a total, if it is known.

    What has been decided since is not in a document; `ordered` has it last.
    """
    known = [it for it in ordered if it.kind is FigureKind.INVESTMENT]
    documented = [it for it in known if it.basis is not Basis.DECIDED]
    if total is not None and total.basis is not Basis.DECIDED and documented:
        return documented[-1]
    return known[-1] if known else None


def _parts(investment: Figure | None) -> tuple[tuple[int, int], ...]:
    """The last documented year is go-live's: where that moves, the others follow."""
    parts = () if investment is None else investment.parts
    if not any(part.ore for part in parts):
        return AT_GO_LIVE
    last = max(part.year for part in parts)
    return tuple((part.year - last, part.ore) for part in parts)


def _platform(
    best: Figures, investment: Sourced | None, years: int, assumptions: Assumptions
) -> tuple[Sourced, ...]:
    """The platform's cost by each reading of what is known; none where nothing is."""
    direct, total = best.get(FigureKind.PLATFORM), best.get(FigureKind.ANNUAL_TOTAL)
    if total is None or (direct is not None and not _beats(total, direct)):
        return () if direct is None else (_sourced(direct),)
    whole = _sourced(total)
    if total.debt_service is DebtService.EXCLUDED:
        return (whole,)
    if investment is None:
        return ()
    terms = LoanTerms(rate_per_year=assumptions.loan_rate, years=years)
    rest, rest_of = _rest(whole, investment, terms)
    if total.debt_service is DebtService.INCLUDED:
        return (rest,)
    if rest_of.is_contradicted:
        return (replace(whole, cannot_hold=rest_of),)
    return (rest, whole)


def _beats(total: Figure, direct: Figure) -> bool:
    """Whether the municipality has decided the total, and not the platform's cost."""
    return total.basis is Basis.DECIDED and direct.basis is not Basis.DECIDED


def _rest(
    whole: Sourced, investment: Sourced, terms: LoanTerms
) -> tuple[Sourced, RestOf]:
    """What a total leaves for the platform; as sure as the investment is."""

    def left_by(ore: int) -> int:
        return max(whole.likely - annuity_payment(ore, terms), 0)

    payment = annuity_payment(investment.likely, terms)
    rest_of = RestOf(whole.likely, payment, whole.basis)
    rest = Sourced(
        likely=left_by(investment.likely),
        low=left_by(investment.high),
        high=left_by(investment.low),
        basis=Basis.DERIVED if investment.basis in KNOWN else investment.basis,
        figures=tuple(dict.fromkeys((*whole.figures, *investment.figures))),
        rest_of=rest_of,
    )
    return rest, rest_of
