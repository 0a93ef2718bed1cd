"""The whole programme in a few figures: what is known and what is estimated apart.

A figure stands for what is known, its neighbour for what is estimated: the two are
never one bare figure.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from app.economy.cells import has_estimate
from app.economy.sums import (
    GroupSums,
    Sum,
    is_known,
    is_net_known,
    sum_all,
)
from app.filters import number
from app.money_units import MILLION, as_number, round_to, stretch, tenths
from app.money_words import money_text
from app.price_words import prices_text
from app.store.names import Names
from app.store.sorting import sort_key
from app.ways_out import list_left
from planning.evaluate import Evaluation
from planning.finance.cashflow import has_own
from planning.finance.projection import Projection, Provenance
from planning.money_facts import Basis

HUNDRED_MILLIONS = 100 * MILLION


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure, what it counts, and what is to be known of it."""

    value: str
    label: str
    note: str
    is_estimate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InAllPart:
    """The figures, and sentences on what they hold and leave out."""

    figures: tuple[FigurePart, ...]
    basis: str
    remarks: tuple[str, ...]


def in_all_part(
    evaluation: Evaluation,
    names: Names,
    kept: Sequence[Projection],
    left: Sequence[Projection],
) -> InAllPart:
    """Sum up `kept`; `left` are in other prices and in no sum."""
    sums = sum_all(kept)
    return InAllPart(
        figures=(
            *investment_figures(sums, kept, names),
            *net_figures(sums, kept, names),
        ),
        basis=basis_text(kept),
        remarks=tuple(
            filter(
                None,
                (
                    extrapolated_text(kept, names),
                    left_text(evaluation, names, kept),
                    undated_text(evaluation, names),
                    other_prices_text(left, names),
                    price_year_text(kept),
                ),
            )
        ),
    )


def investment_figures(
    sums: GroupSums, projections: Sequence[Projection], names: Names
) -> list[FigurePart]:
    """What it costs once, in two figures."""
    found = []
    if sums.documented:
        known = [it for it in projections if is_known(it.inputs.investment.basis)]
        given = any(it.inputs.investment.basis is Basis.DECIDED for it in known)
        found.append(
            FigurePart(
                money_text(sums.investment.known),
                _("Investment that is documented or given by the municipality")
                if given
                else _("Documented investment"),
                ", ".join(names.municipality(it.municipality) for it in known),
            )
        )
    if has_estimate(sums.investment):
        others = sums.municipalities - sums.documented
        found.append(
            FigurePart(
                about(sums.investment),
                ngettext(
                    "Estimated investment in %(num)s municipality where it is not"
                    " known",
                    "Estimated investment in the %(num)s municipalities where it is"
                    " not known",
                    others,
                ),
                between(sums.investment),
                is_estimate=True,
            )
        )
    return found


def net_figures(
    sums: GroupSums, projections: Sequence[Projection], names: Names
) -> list[FigurePart]:
    """What it does to the budgets of a year, in two figures."""
    known = [it for it in projections if is_net_known(it)]
    found = []
    if sums.net.known:
        found.append(
            FigurePart(
                money_text(sums.net.known, is_signed=True),
                _("Net a year that is documented or given by the municipality")
                if any(has_own(it.inputs) for it in known)
                else _("Net a year, documented"),
                ", ".join(names.municipality(it.municipality) for it in known),
            )
        )
    if has_estimate(sums.net):
        others = sums.municipalities - len(known)
        found.append(
            FigurePart(
                about(sums.net, is_signed=True),
                ngettext(
                    "Estimated net a year in %(num)s municipality where not all sums"
                    " are known",
                    "Estimated net a year in the %(num)s municipalities where not all"
                    " sums are known",
                    others,
                ),
                between(sums.net),
                is_estimate=True,
            )
        )
    return found


def about(sum_: Sum, *, is_signed: bool = False) -> str:
    """Ca. 1 622 mill. kr: the estimated part of a sum."""
    sign = "+" if is_signed and sum_.estimated > 0 else ""
    told = _("NOK %(amount)sm", amount=sign + headline(sum_.estimated))
    return _("about %(sum)s", sum=told)


def between(sum_: Sum) -> str:
    """Between which ends the truth may lie, where there are any."""
    if sum_.low == sum_.high:
        return _("From one case: no range can be given.")
    ends = stretch(headline(sum_.low, sum_.high), headline(sum_.high, sum_.low))
    return _(
        "Range: %(ends)s, if it were so for all of them at once.",
        ends=_("NOK %(amount)sm", amount=ends),
    )


def headline(ore: int, beside: int = 0) -> str:
    """1 622 or 9,0: so large a sum is not known to a tenth of a million.

    What stands beside it is told as exactly.
    """
    if max(abs(ore), abs(beside)) < HUNDRED_MILLIONS:
        return tenths(ore)
    return as_number(Decimal(round_to(ore, MILLION)) / MILLION, "#,##0")


def basis_text(projections: Sequence[Projection]) -> str:
    """How many of the municipalities are known how."""
    counts = Counter(it.provenance for it in projections)
    told = {
        "all": number(len(projections)),
        "documented": number(counts[Provenance.DOCUMENTED]),
        "given": number(counts[Provenance.GIVEN]),
        "partly": number(counts[Provenance.PARTLY_DOCUMENTED]),
        "estimated": number(counts[Provenance.ESTIMATED]),
    }
    if counts[Provenance.GIVEN]:
        return _(
            "Municipalities with every sum documented: %(documented)s. With every sum"
            " documented or given by the municipality: %(given)s. With some:"
            " %(partly)s. Estimated throughout: %(estimated)s. In all: %(all)s.",
            **told,
        )
    return _(
        "Municipalities with every sum documented: %(documented)s. With some:"
        " %(partly)s. Estimated throughout: %(estimated)s. In all: %(all)s.",
        **told,
    )


def extrapolated_text(projections: Sequence[Projection], names: Names) -> str:
    """How much of the estimate lies outside what the cases show."""
    outside = [
        it
        for it in projections
        if it.inputs.is_extrapolated and not is_known(it.inputs.investment.basis)
    ]
    if not outside:
        return ""
    largest = max(outside, key=lambda it: it.inputs.investment.likely)
    in_all = sum(it.inputs.investment.likely for it in outside)
    return ngettext(
        "%(num)s municipality is larger or smaller than all that have documented"
        " sums: %(largest)s. About %(sum)s of the estimated investment is its own, and"
        " there the estimate is least sure.",
        "%(num)s municipalities are larger or smaller than all that have documented"
        " sums. About %(sum)s of the estimated investment is theirs, %(one)s of it for"
        " %(largest)s alone. There the estimate is least sure.",
        len(outside),
        largest=names.municipality(largest.municipality),
        sum=_("NOK %(amount)sm", amount=headline(in_all)),
        one=_("NOK %(amount)sm", amount=headline(largest.inputs.investment.likely)),
    )


def left_text(
    evaluation: Evaluation, names: Names, projections: Sequence[Projection]
) -> str:
    """Who has left and is in the sums all the same: as if it had stayed."""
    gone = list_left(evaluation)
    left = [
        names.municipality(it.municipality)
        for it in projections
        if it.municipality in gone
    ]
    if not left:
        return ""
    return ngettext(
        "%(num)s municipality has left: %(names)s. Its sums are what the plan came to"
        " if it had stayed, and they are in all sums on this page.",
        "%(num)s municipalities have left: %(names)s. Their sums are what the plan came"
        " to if they had stayed, and they are in all sums on this page.",
        len(left),
        names=", ".join(sorted(left, key=sort_key)),
    )


def undated_text(evaluation: Evaluation, names: Names) -> str:
    """Who is in no sum because nobody knows when it goes live."""
    undated = [
        names.municipality(it.number)
        for it in evaluation.snapshot.municipalities
        if it.number not in evaluation.projections
    ]
    if not undated:
        return ""
    return ngettext(
        "%(num)s municipality has no date for its go-live and is in no sum: %(names)s.",
        "%(num)s municipalities have no date for their go-live and are in no sum:"
        " %(names)s.",
        len(undated),
        names=", ".join(undated),
    )


def other_prices_text(left: Sequence[Projection], names: Names) -> str:
    """Who is in no sum because its amounts are in the prices of another year."""
    if not left:
        return ""
    return _(
        "In the prices of other years, and therefore in no sum: %(names)s.",
        names=", ".join(names.municipality(it.municipality) for it in left),
    )


def price_year_text(projections: Sequence[Projection]) -> str:
    """In the prices of which year the sums are; they are alike in that."""
    inputs = next((it.inputs for it in projections), None)
    if inputs is not None and (inputs.price_year is not None or inputs.price_years):
        return prices_text(inputs)
    return _(
        "The sources almost never say which year’s prices they use: the sums are"
        " reckoned with as they stand."
    )
