"""The money of a state as a document: amounts are kroner as decimal text.

The names of the flows stand in the document, so that a flow that came later is
nothing in what was written before.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeVar

from planning.finance.projection import Averages, Provenance, Summary, YearFlow
from planning.money import to_kroner, to_ore
from planning.money_facts import Basis
from planning.state import MoneyState, Sum

FLOWS = tuple(it.name for it in fields(YearFlow) if it.name != "year")

Document = Mapping[str, Any]
T = TypeVar("T")
R = TypeVar("R")


def money_document(it: MoneyState) -> dict[str, Any]:
    """The money of one municipality as plain values."""
    return {
        "provenance": it.provenance.value,
        "price_years": list(it.price_years),
        "sums": {name: _sum(at) for name, at in it.sums.items()},
        "npv_year": it.npv_year,
        "first_averaged": it.first_averaged,
        "last_averaged": it.last_averaged,
        "summary": _summary(it.summary),
        "favourable": maybe(_summary, it.favourable),
        "unfavourable": maybe(_summary, it.unfavourable),
        "flows": list(FLOWS),
        "years": [
            [at.year, *(_kroner(getattr(at, name)) for name in FLOWS)]
            for at in it.years
        ],
    }


def read_money(it: Document) -> MoneyState:
    """The money that a document holds."""
    return MoneyState(
        provenance=Provenance(it["provenance"]),
        price_years=tuple(it["price_years"]),
        sums={name: _read_sum(at) for name, at in it["sums"].items()},
        npv_year=it["npv_year"],
        first_averaged=it["first_averaged"],
        last_averaged=it["last_averaged"],
        summary=_read_summary(it["summary"]),
        favourable=maybe(_read_summary, it["favourable"]),
        unfavourable=maybe(_read_summary, it["unfavourable"]),
        years=tuple(
            YearFlow(year=year, **dict(zip(it["flows"], map(_ore, sums), strict=True)))
            for year, *sums in it["years"]
        ),
    )


def _sum(it: Sum) -> list[str]:
    return [_kroner(it.likely), _kroner(it.low), _kroner(it.high), it.basis.value]


def _read_sum(it: list[str]) -> Sum:
    likely, low, high, basis = it
    return Sum(_ore(likely), _ore(low), _ore(high), Basis(basis))


def _summary(it: Summary) -> dict[str, Any]:
    average = it.average_annual
    return {
        **{at.name: _kroner(getattr(average, at.name)) for at in fields(Averages)},
        "npv": _kroner(it.npv),
        "break_even_year": it.break_even_year,
        "break_even_benefit_share": it.break_even_benefit_share,
    }


def _read_summary(it: Document) -> Summary:
    average = {at.name: _ore(it[at.name]) for at in fields(Averages)}
    return Summary(
        average_annual=Averages(**average),
        npv=_ore(it["npv"]),
        break_even_year=it["break_even_year"],
        break_even_benefit_share=it["break_even_benefit_share"],
    )


def maybe(convert: Callable[[T], R], value: T | None) -> R | None:
    """What is converted where it is there."""
    return None if value is None else convert(value)


def _kroner(ore: int) -> str:
    return str(to_kroner(ore))


def _ore(text: str) -> int:
    return to_ore(Decimal(text))
