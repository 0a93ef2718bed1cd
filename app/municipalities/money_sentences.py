"""What a council needs to hear, in whole sentences.

What it costs once and in a year, what is saved, whether the municipality is better
off, what must come true, how sure that is.
"""

from collections.abc import Callable, Iterator

from babel.lists import format_list as format_list_of
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.filters import number as number_text
from app.filters import percent, years
from app.money_words import (
    beside,
    cost_basis,
    money_text,
    result_basis,
    sentence_text,
)
from app.municipalities.money_ranges import ends
from app.municipalities.money_told import Told
from app.yearly_totals import contradiction_text
from planning.finance.projection import Provenance, Sourced, Summary
from planning.money_facts import Basis, FigureKind

UP_TO_ALL = 1.0
MORE_YEARS = 2


def sentences(told: Told) -> tuple[str, ...]:
    """What the municipality's money comes to."""
    found = (once_text(told), yearly_text(told), net_text(told), share_sentence(told))
    return tuple(filter(None, found))


def once_text(told: Told) -> str:
    """What it costs once, and how that is paid."""
    flows = [it for it in told.projection.years if it.investment]
    text = paid_text(told)
    if len(flows) < MORE_YEARS:
        return text
    parts = [
        _("%(sum)s in %(year)s", sum=money_text(it.investment), year=it.year)
        for it in flows
    ]
    spread = _("Of that, %(parts)s.", parts=format_list_of(parts, locale=get_locale()))
    return f"{text} {spread}"


def paid_text(told: Told) -> str:
    """What it costs in all, and over how many years it is paid."""
    return ngettext(
        "The introduction costs %(sum)s once, paid by a loan over %(num)s year.",
        "The introduction costs %(sum)s once, paid by a loan over %(num)s years.",
        told.projection.loan.years,
        sum=in_sentence(told.inputs.investment),
    )


def yearly_text(told: Told) -> str:
    """What a year costs, and what it saves."""
    cost = cost_basis(told.projection)
    if told.projection.readings:
        return read_twice_text(told, cost)
    return _(
        "In an average year (%(years)s) it costs %(cost)s, interest and instalments"
        " included. On today’s systems, which can be closed, %(legacy)s is saved, and"
        " the benefit is %(benefit)s.",
        years=averaged_years(told),
        cost=of_summary(told, lambda it: it.average_annual.cost, cost),
        legacy=saved_text(told),
        benefit=benefit_text(told),
    )


def averaged_years(told: Told) -> str:
    """The years of the loan; a single one stands alone."""
    return years(told.projection.first_averaged, told.projection.last_averaged)


def saved_text(told: Told) -> str:
    """What an average year saves; the sum of a whole year stands below."""
    basis = told.inputs.legacy.basis
    return of_summary(told, lambda it: it.average_annual.legacy_saved, basis)


def benefit_text(told: Told) -> str:
    """What an average year gains, while it grows too."""
    basis = told.inputs.benefit.basis
    return of_summary(told, lambda it: it.average_annual.benefit, basis)


def read_twice_text(told: Told, basis: Basis) -> str:
    """The same where the documented cost of a year can be read in two ways."""
    first, second = (it.summary.average_annual.cost for it in told.projection.readings)
    return _(
        "In an average year (%(years)s) it costs %(first)s if interest and instalments"
        " are in the documented sum, and %(second)s if they come on top of it. On"
        " today’s systems, which can be closed, %(legacy)s is saved, and the benefit is"
        " %(benefit)s.",
        years=averaged_years(told),
        first=sentence_text(first, first, first, basis),
        second=sentence_text(second, second, second, basis),
        legacy=saved_text(told),
        benefit=benefit_text(told),
    )


def net_read_twice_text(told: Told) -> str:
    """What both readings of the cost leave."""
    basis = result_basis(told.inputs)
    first, second = (it.summary.average_annual.net for it in told.projection.readings)
    return _(
        "Compared with today’s systems the first comes to %(first)s a year, the second"
        " to %(second)s. The source does not say which.",
        first=sentence_text(first, first, first, basis, is_signed=True),
        second=sentence_text(second, second, second, basis, is_signed=True),
    )


def net_text(told: Told) -> str:
    """Whether the municipality is better off than with today's systems."""
    if told.projection.readings:
        return net_read_twice_text(told)
    net = told.summary.average_annual.net
    low, high = ends(told.projection, lambda it: it.average_annual.net)
    if low < 0 < high:
        return _(
            "Whether that leaves the municipality better or worse off than with today’s"
            " systems is not certain. The estimate is %(net)s a year, but it may be"
            " anything from %(low)s worse to %(high)s better.",
            net=beside(net, low, high, is_signed=True),
            low=beside(-low, net, high),
            high=beside(high, net, low),
        )
    nearest, farthest = sorted((abs(low), abs(high)))
    text = sentence_text(abs(net), nearest, farthest, result_basis(told.inputs))
    if not net:
        return _("That leaves the municipality as well off as with today’s systems.")
    if net > 0:
        return _(
            "That leaves the municipality %(sum)s a year better off than with today’s"
            " systems.",
            sum=text,
        )
    return _(
        "That leaves the municipality %(sum)s a year worse off than with today’s"
        " systems.",
        sum=text,
    )


def share_sentence(told: Told) -> str:
    """How much of the benefit must come true."""
    share = told.summary.break_even_benefit_share
    if share is None:
        return _("No benefit is reckoned with.")
    if told.projection.readings:
        other = told.projection.readings[-1].summary.break_even_benefit_share or 0
        return _(
            "For that not to become a loss, %(first)s of the benefit must come true by"
            " the first reading, and %(second)s by the second.",
            first=percent(share),
            second=percent(other),
        )
    if share <= 0:
        return _("It pays for itself without any of the benefit.")
    if share > UP_TO_ALL:
        return _(
            "Even the whole benefit is not enough for it to pay for itself in an"
            " average year: %(share)s of it would be needed.",
            share=percent(share),
        )
    return _(
        "For that not to become a loss, at least %(share)s of the benefit must come"
        " true.",
        share=percent(share),
    )


def sureness(told: Told) -> tuple[str, ...]:
    """How sure all that is."""
    return tuple(_sureness(told))


def _sureness(told: Told) -> Iterator[str]:
    match told.projection.provenance:
        case Provenance.DOCUMENTED:
            yield _("All sums are documented for the municipality itself.")
        case Provenance.GIVEN:
            yield _("All sums are documented for the municipality or given by it.")
        case Provenance.PARTLY_DOCUMENTED:
            yield _(
                "Some of the sums are known for the municipality itself; the rest are"
                " estimates and are marked so."
            )
        case Provenance.ESTIMATED:
            yield _(
                "None of the sums comes from the municipality itself: all are estimates"
                " from its population and from what others have documented."
            )
    contradiction = contradiction_text(told.inputs, told.assumptions)
    if contradiction:
        yield contradiction
    yield from _one_case(told)
    if told.inputs.is_extrapolated:
        yield _extrapolated(told)
    if told.inputs.project.basis is Basis.MISSING:
        yield _(
            "The municipality’s own work before go-live is not in it: nobody has said"
            " what that costs."
        )


def _one_case(told: Told) -> Iterator[str]:
    kinds = (
        (FigureKind.LEGACY, told.inputs.legacy),
        (FigureKind.BENEFIT, told.inputs.benefit),
    )
    one = [kind for kind, it in kinds if it.basis is Basis.ONE_CASE]
    if not one:
        return
    cases = told.cases(one[0])
    whose = told.names.municipality(cases[0].municipality) if cases else ""
    if len(one) == len(kinds):
        yield _(
            "What today’s systems cost and what the benefit is rest on one case alone:"
            " %(municipality)s.",
            municipality=whose,
        )
    elif one[0] is FigureKind.LEGACY:
        yield _(
            "What today’s systems cost rests on one case alone: %(municipality)s.",
            municipality=whose,
        )
    else:
        yield _(
            "What the benefit is rests on one case alone: %(municipality)s.",
            municipality=whose,
        )


def _extrapolated(told: Told) -> str:
    least, most = told.estimates.populations or (0, 0)
    people = told.inputs.population
    given = {
        "people": number_text(people),
        "least": number_text(least),
        "most": number_text(most),
    }
    if people > most:
        return _(
            "With %(people)s inhabitants the municipality is larger than all documented"
            " cases (%(least)s to %(most)s inhabitants): the estimate is less sure"
            " still.",
            **given,
        )
    return _(
        "With %(people)s inhabitants the municipality is smaller than all documented"
        " cases (%(least)s to %(most)s inhabitants): the estimate is less sure still.",
        **given,
    )


def in_sentence(sourced: Sourced) -> str:
    """A sum as it stands in a sentence."""
    return sentence_text(sourced.likely, sourced.low, sourced.high, sourced.basis)


def of_summary(told: Told, value: Callable[[Summary], int], basis: Basis) -> str:
    """A result as it stands in a sentence."""
    low, high = ends(told.projection, value)
    return sentence_text(value(told.summary), low, high, basis)
