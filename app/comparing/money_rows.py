"""Whose money moved between two states: before, after, and what made the difference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.comparing.moved import PaidOnce
from app.comparing.words import Words
from app.filters import years
from app.store.names import Names
from planning.compared import ESTIMATES, UNSURE
from planning.state import MoneyState

Sided = tuple[int, bool]
"""A sum of one state, and whether it is an estimate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyRow:
    """The money of one municipality before and after, and what made the difference."""

    name: str
    investment: tuple[str, str, str]
    net: tuple[str, str, str]
    in_all: str
    over: str
    because: str


def money_rows(found: Iterable[PaidOnce], names: Names) -> Iterable[MoneyRow]:
    """The money before and after."""
    words = Words()
    for paid in found:
        money = paid.money
        sides = (money.before, money.after)
        is_estimate = any(side is not None and _is_unsure(side) for side in sides)
        is_reckoned = money.net is not None and money.first and money.last
        yield MoneyRow(
            name=names.municipality(money.municipality),
            investment=_three([_investment(it) for it in sides], words),
            net=_three([_net(it) for it in sides], words),
            in_all=""
            if money.net is None
            else words.sum(money.net, is_estimate=is_estimate, is_signed=True),
            over=years(money.first or 0, money.last or 0) if is_reckoned else "",
            because="" if paid.deed is None else paid.deed.text,
        )


def _is_unsure(side: MoneyState) -> bool:
    return side.provenance in UNSURE


def _investment(side: MoneyState | None) -> Sided | None:
    if side is None:
        return None
    return side.investment.likely, side.investment.basis in ESTIMATES


def _net(side: MoneyState | None) -> Sided | None:
    if side is None:
        return None
    return side.summary.average_annual.net, _is_unsure(side)


def _three(sides: Sequence[Sided | None], words: Words) -> tuple[str, str, str]:
    """Before, after and the difference; a difference that can't be told is empty."""
    before, after = (
        _("not known") if it is None else words.sum(it[0], is_estimate=it[1])
        for it in sides
    )
    was, now = sides
    if was is None or now is None or was[0] == now[0]:
        return before, after, ""
    is_estimate = was[1] or now[1]
    more = words.sum(now[0] - was[0], is_estimate=is_estimate, is_signed=True)
    return before, after, more
