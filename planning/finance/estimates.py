"""What a municipality's projection is reckoned from: its own figures, or estimates.

What a municipality has decided itself beats what is documented of it, and both beat
an estimate. An estimate is so much per inhabitant, by the documented cases: the
least and the most of them are its range, their median is what is likely (the mean
of the middle two where they are even in number), each rounded to ten kroner. What a
municipality decides for itself is no case for others. One municipality alone gives
no range, none at all gives nothing: it is reckoned as nothing and marked as missing.

Both readings of a yearly total are cases for others. Amounts are øre.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from statistics import median

from planning.finance.own_figures import Own, find_own
from planning.finance.projection import Inputs, Sourced
from planning.money import KRONE
from planning.money_facts import Assumptions, Basis, Figure, FigureKind, MoneyFacts

TEN_KRONER = 10 * KRONE
NOT_KNOWN = Sourced(likely=0, low=0, high=0, basis=Basis.MISSING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A documented sum of one municipality that others are estimated by."""

    municipality: str
    population: int
    sourced: Sourced

    @property
    def per_inhabitant(self) -> Fraction:
        """The exact øre per inhabitant."""
        return Fraction(self.sourced.likely, self.population)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many øre per inhabitant, and the cases that this comes from.

    `figures` are the keys of the sums that the cases rest on.
    """

    low: int
    likely: int
    high: int
    cases: tuple[Case, ...]
    figures: tuple[str, ...]
    is_one_case: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """The rate of every kind of sum that has a case, and what is known of whom.

    `populations` are the fewest and the most inhabitants of a case; None where
    there is no case.
    """

    rates: Mapping[FigureKind, Rate]
    figures: Mapping[str, tuple[Figure, ...]]
    price_years: Mapping[str, int | None]
    populations: tuple[int, int] | None
    assumptions: Assumptions


def derive_estimates(money: MoneyFacts, populations: Mapping[str, int]) -> Estimates:
    """What the documented cases say per inhabitant; nobody's own decision is one.

    A case without inhabitants is none.
    """
    figures: dict[str, tuple[Figure, ...]] = {}
    for figure in money.figures:
        own = figures.get(figure.municipality, ())
        figures[figure.municipality] = (*own, figure)
    cases = _cases(figures, populations, money.assumptions)
    inhabitants = [it.population for found in cases.values() for it in found]
    return Estimates(
        rates={kind: _rate(found) for kind, found in cases.items()},
        figures=figures,
        price_years={figure.key: figure.price_year for figure in money.figures},
        populations=(min(inhabitants), max(inhabitants)) if inhabitants else None,
        assumptions=money.assumptions,
    )


def prepare_inputs(number: str, population: int, estimates: Estimates) -> Inputs:
    """What is known of one municipality, with estimates of what is not."""

    def estimate(kind: FigureKind) -> Sourced:
        return _estimate(estimates.rates.get(kind), population)

    own = find_own(
        estimates.figures.get(number, ()),
        estimates.assumptions,
        investment=estimate(FigureKind.INVESTMENT),
    )
    sums = {
        kind: own.sums.get(kind) or estimate(kind)
        for kind in FigureKind
        if kind is not FigureKind.ANNUAL_TOTAL
    }
    price_years = _price_years(sums.values(), estimates.price_years)
    return Inputs(
        population=population,
        investment=sums[FigureKind.INVESTMENT],
        platform=sums[FigureKind.PLATFORM],
        legacy=sums[FigureKind.LEGACY],
        benefit=sums[FigureKind.BENEFIT],
        project=sums[FigureKind.PROJECT],
        parts=own.parts,
        platform_excluding_loan=own.platform_excluding_loan,
        term_years=own.term_years,
        price_year=price_years[0] if len(price_years) == 1 else None,
        price_years=price_years if len(price_years) > 1 else (),
        is_extrapolated=_is_extrapolated(population, sums.values(), estimates),
    )


def _cases(
    figures: Mapping[str, tuple[Figure, ...]],
    populations: Mapping[str, int],
    assumptions: Assumptions,
) -> dict[FigureKind, list[Case]]:
    found: dict[FigureKind, list[Case]] = {}
    for number, own_figures in figures.items():
        population = populations.get(number, 0)
        if population <= 0:
            continue
        documented = [it for it in own_figures if it.basis is not Basis.DECIDED]
        own = find_own(documented, assumptions)
        for kind, sourced in _known_sums(own):
            case = Case(municipality=number, population=population, sourced=sourced)
            found.setdefault(kind, []).append(case)
    return found


def _known_sums(own: Own) -> list[tuple[FigureKind, Sourced]]:
    """All that is known of one, a total's second reading too."""
    known = list(own.sums.items())
    if own.platform_excluding_loan is not None:
        known.append((FigureKind.PLATFORM, own.platform_excluding_loan))
    return known


def _rate(cases: list[Case]) -> Rate:
    per_inhabitant = [case.per_inhabitant for case in cases]
    is_one_case = len({case.municipality for case in cases}) == 1
    if is_one_case:
        # By two readings of one total: the one that is reckoned with.
        per_inhabitant = per_inhabitant[:1]
    keys = [key for case in cases for key in case.sourced.figures]
    return Rate(
        low=_to_ten_kroner(min(per_inhabitant)),
        likely=_to_ten_kroner(median(per_inhabitant)),
        high=_to_ten_kroner(max(per_inhabitant)),
        cases=tuple(cases),
        figures=tuple(dict.fromkeys(keys)),
        is_one_case=is_one_case,
    )


def _to_ten_kroner(ore: Fraction) -> int:
    return floor(ore / TEN_KRONER + Fraction(1, 2)) * TEN_KRONER


def _estimate(rate: Rate | None, population: int) -> Sourced:
    if rate is None:
        return NOT_KNOWN
    return Sourced(
        likely=rate.likely * population,
        low=rate.low * population,
        high=rate.high * population,
        basis=Basis.ONE_CASE if rate.is_one_case else Basis.ESTIMATED,
        figures=rate.figures,
        per_inhabitant=(rate.low, rate.likely, rate.high),
    )


def _price_years(
    sums: Iterable[Sourced], price_years: Mapping[str, int | None]
) -> tuple[int | None, ...]:
    """The price years of all that is reckoned with; None, the unknown one, is last."""
    used = {price_years[key] for sourced in sums for key in sourced.figures}
    known = sorted(year for year in used if year is not None)
    return (*known, None) if None in used else tuple(known)


def _is_extrapolated(
    population: int, sums: Iterable[Sourced], estimates: Estimates
) -> bool:
    if estimates.populations is None:
        return False
    least, most = estimates.populations
    estimated = any(it.per_inhabitant is not None for it in sums)
    return estimated and not least <= population <= most
