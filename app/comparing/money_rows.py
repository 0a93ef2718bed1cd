"""Whose money moved between two states: before, after, and what made the difference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.comparing.moved import PaidOnce
from app.comparing.words import Words
from app.filters import years
from app.store.names import Names
from planning.compared import ESTIMATES, UNSURE
from planning.state import MoneyState

SHOWN_PARTS = 4
Sided = tuple[int, bool]
"""A sum of one state, and whether it is an estimate."""


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """What one change did to it; without a sum where that can't be told."""

    sum: str
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyRow:
    """The money of one municipality before and after, and what made the difference.

    `more` says how many changes are left out here; files have them all.
    """

    name: str
    investment: tuple[str, str, str]
    net: tuple[str, str, str]
    in_all: str
    over: str
    is_estimate: bool
    parts: tuple[MoneyPart, ...]
    more: str


def money_rows(found: Iterable[PaidOnce], names: Names) -> Iterable[MoneyRow]:
    """The money before and after."""
    words = Words()
    for paid in found:
        money = paid.money
        sides = (money.before, money.after)
        is_estimate = is_estimated(paid)
        is_reckoned = money.net is not None
        yield MoneyRow(
            name=names.municipality(money.municipality),
            investment=_three([_investment(it) for it in sides], words),
            net=_three([_net(it) for it in sides], words),
            in_all=""
            if money.net is None
            else words.sum(money.net, is_estimate=is_estimate, is_signed=True),
            over=years(money.first or 0, money.last or 0) if is_reckoned else "",
            is_estimate=is_estimate and is_reckoned,
            parts=tuple(_parts(paid, words, is_estimate=is_estimate)),
            more=_more(len(paid.parts) - SHOWN_PARTS),
        )


def _parts(paid: PaidOnce, words: Words, *, is_estimate: bool) -> Iterable[MoneyPart]:
    for deed, net in paid.parts[:SHOWN_PARTS]:
        yield MoneyPart(_part_sum(net, words, is_estimate), deed.text, deed.url)
    if paid.rest or not paid.parts:
        told = _part_sum(paid.rest, words, is_estimate) if paid.rest else ""
        yield MoneyPart(told, unexplained_text(paid), "")


def _part_sum(net: int | None, words: Words, is_estimate: bool) -> str:
    return (
        "" if net is None else words.sum(net, is_estimate=is_estimate, is_signed=True)
    )


def unexplained_text(paid: PaidOnce) -> str:
    """What stands in the place of a change where none accounts for a sum."""
    if paid.is_of_scenario:
        return _("What the scenario’s changes come to beside this, as the plan is now")
    return _("No change between the two accounts for this")


def _more(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext(
        "and %(num)d more change, in the files",
        "and %(num)d more changes, in the files",
        count,
    )


def is_estimated(paid: PaidOnce) -> bool:
    """Whether the money is an estimate, before or after."""
    sides = (paid.money.before, paid.money.after)
    return any(side is not None and _is_unsure(side) for side in sides)


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
