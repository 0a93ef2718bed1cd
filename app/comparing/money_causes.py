"""What each change between two states did to the money of all, added up.

Added are the sums in the prices of most, each municipality over its own years.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.comparing.causes import who_text
from app.comparing.money_rows import is_estimated, unexplained_text
from app.comparing.moved import Moved, PaidOnce
from app.comparing.words import Words
from app.filters import number
from app.moved_money import other_prices_sentence

Prices = tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseSum:
    """One change, and whom it leaves better or worse off by how much in all."""

    text: str
    who: str = ""
    url: str = ""
    municipalities: str
    sum: str
    is_estimate: bool = False
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class CauseSums:
    """Every change that moved money, and all together where there are several."""

    rows: tuple[CauseSum, ...]
    note: str


def cause_sums(moved: Moved) -> CauseSums:
    """Add up what each change did to everybody."""
    known = [it for it in moved.money if it.money.net is not None]
    prices = Counter(map(_prices, known))
    most = max(prices, key=lambda it: prices[it], default=())
    added = [it for it in known if _prices(it) == most]
    rows = list(_rows(moved, added, Words()))
    return CauseSums(tuple(rows), other_prices_sentence(len(known) - len(added)))


def _prices(paid: PaidOnce) -> tuple[Prices, ...]:
    sides = (paid.money.before, paid.money.after)
    return tuple(dict.fromkeys(it.price_years for it in sides if it is not None))


def _rows(moved: Moved, added: Sequence[PaidOnce], words: Words) -> Iterator[CauseSum]:
    for deed in moved.deeds:
        parts = [
            (paid, net)
            for paid in added
            for cause, net in paid.parts
            if cause.id == deed.id and net is not None
        ]
        if parts:
            row = _row(parts, words, deed.text)
            yield replace(row, who=who_text(deed), url=deed.url)
    rests = [(it, it.rest) for it in added if it.rest]
    if rests:
        yield _row(rests, words, unexplained_text(rests[0][0]))
    if added:
        whole = [(it, it.money.net or 0) for it in added]
        yield replace(_row(whole, words, _("In all")), is_total=True)


def _row(parts: Sequence[tuple[PaidOnce, int]], words: Words, text: str) -> CauseSum:
    is_estimate = any(is_estimated(paid) for paid, _net in parts)
    net = sum(net for _paid, net in parts)
    return CauseSum(
        text=text,
        municipalities=number(len(parts)),
        sum=words.sum(net, is_estimate=is_estimate, is_signed=True),
        is_estimate=is_estimate,
    )
