"""Sums of the engine as people read them: rounded, with basis and range.

Sums are øre. From a million kroner up they are told in millions with one decimal,
and so are smaller known ones that one decimal tells exactly (0,5 mill. kr); everything
else in kroner, an estimate's rounded to ten thousands. In a column all below a million
are in kroner, so that its rows are read alike. An estimate is always told as
an estimate, with its range; what rests on one case has no range and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import kroner, number, percent
from app.money_units import (
    MILLION,
    TENTH,
    estimate_unit,
    in_kroner,
    in_millions,
    round_to,
    stretch,
    tenths,
)
from app.provenance import ProvenancePart
from planning.finance.projection import Inputs, Projection, Provenance, Sourced
from planning.money import KRONE, to_kroner
from planning.money_facts import Basis

UNSURE = (Basis.ESTIMATED, Basis.ONE_CASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyPart:
    """One figure as people read it, and what it opens to.

    `text` says that it is an estimate where it is one. `inputs` are what it is
    reckoned from: what each is called and what it is; `sources` are what is sourced
    and where it comes from.
    """

    text: str
    basis: Basis
    exact: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    formula: str = ""
    rule: str = ""
    sources: tuple[tuple[str, ProvenancePart], ...] = ()

    @property
    def is_estimate(self) -> bool:
        return self.basis in UNSURE

    @property
    def basis_word(self) -> str:
        return basis_text(self.basis)

    @property
    def explanation(self) -> str:
        return basis_explanation(self.basis)

    @property
    def opens(self) -> bool:
        """Whether there is more to tell than how it is known."""
        return bool(self.inputs or self.formula or self.rule or self.sources)


def money_text(ore: int, *, is_signed: bool = False) -> str:
    """18,5 mill. kr or 340 000 kr; with its sign also where it is a plus."""
    plus = "+" if is_signed and ore > 0 else ""
    if in_millions(ore):
        return _("NOK %(amount)sm", amount=plus + tenths(ore))
    if plus:
        return _("NOK %(amount)s", amount=plus + number(to_kroner(ore)))
    return kroner(to_kroner(ore))


def exact_text(ore: int) -> str:
    """1 663 911 kr: the sum as it is reckoned."""
    return kroner(to_kroner(ore))


def range_text(low: int, high: int) -> str:
    """6,6–11,3 mill. kr: from the lower to the higher."""
    if in_millions(low, high):
        return _("NOK %(amount)sm", amount=stretch(tenths(low), tenths(high)))
    unit = estimate_unit(low, high)
    ends = stretch(in_kroner(low, unit), in_kroner(high, unit))
    return _("NOK %(amount)s", amount=ends)


def estimate_text(
    likely: int, low: int, high: int, basis: Basis, *, is_signed: bool = False
) -> str:
    """Anslag: 8,0 mill. kr (6,6–11,3): a sum that says how it is known."""
    if basis is Basis.MISSING:
        return _("not known, reckoned as nothing")
    if basis is Basis.ONE_CASE:
        told = rounded_text(likely, is_signed=is_signed)
        return _("estimate from one case: %(sum)s", sum=told)
    if basis is not Basis.ESTIMATED:
        return money_text(likely, is_signed=is_signed)
    return _("estimate: %(sum)s", sum=ranged_text(likely, low, high, is_signed))


def sentence_text(
    likely: int, low: int, high: int, basis: Basis, *, is_signed: bool = False
) -> str:
    """Anslagsvis 8,0 mill. kr (6,6–11,3): the same as it stands in a sentence."""
    if basis is Basis.MISSING:
        return _("an unknown sum")
    if basis is Basis.ONE_CASE:
        told = rounded_text(likely, is_signed=is_signed)
        return _("an estimated %(sum)s (one case)", sum=told)
    if basis is not Basis.ESTIMATED:
        return money_text(likely, is_signed=is_signed)
    return _("an estimated %(sum)s", sum=ranged_text(likely, low, high, is_signed))


def about_text(
    likely: int, low: int, high: int, basis: Basis, *, is_signed: bool = False
) -> str:
    """Ca. 8,0 mill. kr (6,6–11,3): where the mark beside it says how it is known."""
    if basis not in UNSURE:
        return estimate_text(likely, low, high, basis, is_signed=is_signed)
    ends = (likely, likely) if basis is Basis.ONE_CASE else (low, high)
    return _("about %(sum)s", sum=ranged_text(likely, *ends, is_signed))


def sourced_text(sum_: Sourced) -> str:
    """The same of a sum with its range and basis."""
    return about_text(sum_.likely, sum_.low, sum_.high, sum_.basis)


def ranged_text(likely: int, low: int, high: int, is_signed: bool = False) -> str:
    """8,0 mill. kr (6,6–11,3), all three in the same unit."""
    if low == high:
        return rounded_text(likely, is_signed=is_signed)
    if in_millions(likely, low, high):
        ends = stretch(tenths(low), tenths(high))
    else:
        unit = estimate_unit(likely, low, high)
        ends = stretch(in_kroner(low, unit), in_kroner(high, unit))
    return f"{beside(likely, low, high, is_signed=is_signed)} ({ends})"


def beside(ore: int, *others: int, is_signed: bool = False) -> str:
    """A sum in the unit of those that it stands beside, and as rounded as they."""
    is_large = in_millions(ore, *others)
    unit = TENTH if is_large else estimate_unit(ore, *others)
    plus = "+" if is_signed and round_to(ore, unit) > 0 else ""
    if is_large:
        return _("NOK %(amount)sm", amount=plus + tenths(ore))
    return _("NOK %(amount)s", amount=plus + in_kroner(ore, unit))


def rounded_text(ore: int, *, is_signed: bool = False) -> str:
    """A sum no more exactly than an estimate is known."""
    return column_text(ore, is_estimate=True, is_signed=is_signed)


def column_text(ore: int, *, is_estimate: bool, is_signed: bool = False) -> str:
    """A sum as it stands among others: in millions from a million up, else in kroner.

    Whether it is a million is asked of what is told, so that none is told in both.
    """
    unit = estimate_unit(ore) if is_estimate else KRONE
    told = round_to(ore, unit)
    is_large = abs(told) >= MILLION
    plus = "+" if is_signed and told > 0 else ""
    if is_large:
        return _("NOK %(amount)sm", amount=plus + tenths(ore))
    return _("NOK %(amount)s", amount=plus + in_kroner(told, unit))


def basis_text(basis: Basis) -> str:
    """How a figure is known, in a word or two."""
    return {
        Basis.DOCUMENTED: _("documented"),
        Basis.DECIDED: _("given by the municipality"),
        Basis.DERIVED: _("derived"),
        Basis.ESTIMATED: _("estimate"),
        Basis.ONE_CASE: _("estimate from one case"),
        Basis.MISSING: _("not known"),
    }[basis]


def basis_explanation(basis: Basis) -> str:
    """What that means for who reads the figure."""
    return {
        Basis.DOCUMENTED: _("A public source gives this sum."),
        Basis.DECIDED: _("Entered here on the municipality’s own word."),
        Basis.DERIVED: _("Reckoned from what is known of the municipality itself."),
        Basis.ESTIMATED: _(
            "Reckoned from the population and what other municipalities have"
            " documented. The range spans those; the true sum may lie outside it."
        ),
        Basis.ONE_CASE: _(
            "Reckoned from the population and the documented sum of a single other"
            " municipality. One case gives no range: the true sum may be quite another."
        ),
        Basis.MISSING: _("Nobody has given it, and there is no case to go by."),
    }[basis]


def provenance_text(provenance: Provenance) -> str:
    """How a projection as a whole is known."""
    return {
        Provenance.DOCUMENTED: _("documented"),
        Provenance.GIVEN: _("documented or given by the municipality"),
        Provenance.PARTLY_DOCUMENTED: _("partly known, the rest estimated"),
        Provenance.ESTIMATED: _("estimated"),
    }[provenance]


def result_basis(inputs: Inputs) -> Basis:
    """How what is reckoned from all inputs is known: as its least sure one.

    The project before go-live is left out: where nobody knows it, that is said
    beside, and it makes no estimate of what is documented.
    """
    return weakest(
        it.basis
        for it in (inputs.investment, inputs.platform, inputs.legacy, inputs.benefit)
    )


def cost_basis(projection: Projection) -> Basis:
    """How the cost of a year is known: as a total that is given where it is one."""
    if is_total_kept(projection):
        return Basis.DERIVED
    inputs = projection.inputs
    return weakest((inputs.investment.basis, inputs.platform.basis))


def is_total_kept(projection: Projection) -> bool:
    """Whether a year costs the total that is given, whatever the loan in it."""
    rest_of, summary = projection.inputs.platform.rest_of, projection.summary
    found = (summary, projection.favourable or summary, projection.unfavourable)
    costs = {it.average_annual.cost for it in found if it is not None}
    return rest_of is not None and costs == {rest_of.total}


def weakest(bases: Iterable[Basis]) -> Basis:
    """The basis of what is reckoned from several: derived, or as an estimate.

    Beside an estimate with a range, one case leaves the whole an estimate; so does
    what nobody knows and is reckoned as nothing.
    """
    found = set(bases)
    if found & {Basis.ESTIMATED, Basis.MISSING}:
        return Basis.ESTIMATED
    return Basis.ONE_CASE if Basis.ONE_CASE in found else Basis.DERIVED


def share_text(share: float | None) -> str:
    """The share of the benefits that must come true; above all of them, a warning."""
    if share is None:
        return _("no benefit to reckon with")
    if share <= 0:
        return _("none of the benefit is needed")
    if share > 1:
        return _("%(share)s: more than the whole benefit", share=percent(share))
    return percent(share)


def break_even_text(year: int | None) -> str:
    """The year in which it has paid for itself."""
    return _("not within the years reckoned") if year is None else str(year)
