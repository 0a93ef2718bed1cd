"""Projections made by hand: a year or two, in whole kroner times a hundred."""

from planning.finance.projection import (
    Averages,
    Inputs,
    Projection,
    Provenance,
    Reading,
    ReadingName,
    Sourced,
    Summary,
    YearFlow,
)
from planning.money_facts import Basis

GO_LIVE = 738_000


def sourced(
    likely: int, basis: Basis = Basis.DOCUMENTED, *, spread: int = 0
) -> Sourced:
    """A figure with its ends so far from it."""
    return Sourced(
        likely=likely, low=likely - spread, high=likely + spread, basis=basis
    )


def summary(net: int, *, cost: int = 0, year: int | None = 2030) -> Summary:
    """Key figures of a net."""
    return Summary(
        average_annual=Averages(cost=cost, legacy_saved=0, benefit=0, net=net),
        npv=10 * net,
        break_even_year=year,
        break_even_benefit_share=0.5,
    )


def projection(
    number: str,
    *,
    investment: Sourced,
    other: Basis = Basis.DOCUMENTED,
    net: int = 0,
    spread: int = 0,
    readings: tuple[Summary, ...] = (),
    price_year: int | None = None,
    years: tuple[YearFlow, ...] = (),
) -> Projection:
    """One municipality of a thousand; all but its investment is known by `other`."""
    figure = sourced(0, other)
    return Projection(
        municipality=number,
        go_live=GO_LIVE,
        legacy_closed=GO_LIVE,
        benefits_from=GO_LIVE,
        inputs=Inputs(
            population=1_000,
            investment=investment,
            platform=figure,
            legacy=figure,
            benefit=figure,
            project=sourced(0, Basis.MISSING),
            price_year=price_year,
        ),
        provenance=Provenance.PARTLY_DOCUMENTED,
        years=years or (YearFlow(year=2024, investment=investment.likely),),
        first_averaged=2025,
        last_averaged=2039,
        summary=summary(net),
        favourable=summary(net + spread) if spread else None,
        unfavourable=summary(net - spread) if spread else None,
        readings=tuple(
            Reading(name, figure, it)
            for name, it in zip(ReadingName, readings, strict=False)
        ),
    )
