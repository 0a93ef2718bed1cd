"""What a change costs, in words: a phrase and a few sentences.

Told from the document that is kept with the change, where sums are whole kroner,
after less before. A cost that grows and a net that grows are both positive. What is
estimated always says so, and is told no more exactly than it is known.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import years
from app.money_words import (
    UNSURE,
    basis_text,
    money_text,
    rounded_text,
    weakest,
)
from planning.money import KRONE
from planning.money_facts import Basis

Document = Mapping[str, Any]
DATES = ("moved", "limits", "waves", "municipalities", "deadlines")
"""The parts that tell of dates: all of them, or what a list keeps of them."""


def legacy_count(moved: Document) -> str:
    """What today's systems cost more or less, as a phrase; mostly empty."""
    line = lines_of(money_in_all(moved)).get("legacy")
    if line is None:
        return ""
    basis = basis_of(line["bases"])
    words = {
        "sum": sum_text(abs(line["kroner"]), basis),
        "basis": basis_text(basis),
    }
    is_more, is_unsure = line["kroner"] > 0, basis in UNSURE
    if is_more and is_unsure:
        return _("today’s systems cost %(sum)s more (%(basis)s)", **words)
    if is_more:
        return _("today’s systems cost %(sum)s more", **words)
    if is_unsure:
        return _("today’s systems cost %(sum)s less (%(basis)s)", **words)
    return _("today’s systems cost %(sum)s less", **words)


def money_count(moved: Document) -> str:
    """What it costs, as a phrase; where no date moves, how much better off all are."""
    legacy = legacy_count(moved)
    in_all = money_in_all(moved)
    if not moves_no_date(moved) or (legacy and _is_mirrored(lines_of(in_all))):
        return legacy
    return _net_count(in_all)


def moves_no_date(moved: Document) -> bool:
    """Whether no date is told to have moved, also where not every date is kept."""
    return not any(moved.get(it) for it in DATES)


def _is_mirrored(lines: Document) -> bool:
    """Whether what is saved on today's systems is only what they cost, turned."""
    saved = lines.get("legacy_saved")
    return saved is None or lines["legacy"]["kroner"] + saved["kroner"] == 0


def _net_count(in_all: Document) -> str:
    if not in_all:
        return ""
    count, net = in_all["municipalities"], lines_of(in_all).get("net")
    if net is None and not in_all["investment"]:
        return ngettext(
            "another present value for %(num)d municipality",
            "another present value for %(num)d municipalities",
            count,
        )
    if net is None:
        return ngettext(
            "other sums for %(num)d municipality",
            "other sums for %(num)d municipalities",
            count,
        )
    told = _known_sum(abs(net["kroner"]), net["bases"])
    if net["kroner"] < 0:
        return ngettext(
            "%(num)d municipality worse off by %(sum)s",
            "%(num)d municipalities worse off by %(sum)s in all",
            count,
            sum=told,
        )
    return ngettext(
        "%(num)d municipality better off by %(sum)s",
        "%(num)d municipalities better off by %(sum)s in all",
        count,
        sum=told,
    )


def money_sentences(moved: Document) -> tuple[str, ...]:
    """What it costs in all, what is invested when, and who can't be reckoned."""
    money, in_all = moved.get("money", {}), money_in_all(moved)
    told = (
        _net_sentence(in_all),
        _investment_sentence(in_all.get("investment")),
        _present_value_sentence(in_all),
        other_prices_sentence(in_all.get("in_other_prices", 0)),
        _no_longer_reckoned(len(money.get("no_longer_reckoned", ()))),
        _reckoned(len(money.get("reckoned", ()))),
    )
    return tuple(filter(None, told))


def money_in_all(moved: Document) -> Document:
    """The sums of everybody; older documents have none."""
    found: Document | None = moved.get("money", {}).get("in_all")
    return found or {}


def lines_of(sums: Document) -> Document:
    """The lines that differ; none where no money moved."""
    found: Document = sums.get("lines", {})
    return found


def _net_sentence(in_all: Document) -> str:
    net = lines_of(in_all).get("net")
    if net is None:
        return ""
    count = in_all["municipalities"]
    words = {
        "years": years(in_all["first"], in_all["last"]),
        "sum": _known_sum(abs(net["kroner"]), net["bases"]),
    }
    if net["kroner"] < 0:
        return ngettext(
            "Over %(years)s the municipality is worse off by %(sum)s.",
            "Over %(years)s the %(num)d municipalities are worse off by %(sum)s in"
            " all.",
            count,
            **words,
        )
    return ngettext(
        "Over %(years)s the municipality is better off by %(sum)s.",
        "Over %(years)s the %(num)d municipalities are better off by %(sum)s in all.",
        count,
        **words,
    )


def _investment_sentence(investment: Document | None) -> str:
    if investment is None:
        return ""
    before, after = investment["before"], investment["after"]
    if invested(before) == invested(after):
        return _(
            "The investment of %(sum)s falls due in %(after)s instead of %(before)s.",
            sum=_known_sum(invested(after), after["bases"]),
            before=invested_years(before),
            after=invested_years(after),
        )
    return _(
        "The investment is %(after)s; it was %(before)s.",
        before=_invested_text(before),
        after=_invested_text(after),
    )


def _present_value_sentence(in_all: Document) -> str:
    """That present values alone have changed, where nothing else has."""
    if not in_all or lines_of(in_all) or in_all["investment"]:
        return ""
    return ngettext(
        "The present value of %(num)d municipality changes, and no yearly sum.",
        "The present value of %(num)d municipalities changes, and no yearly sum.",
        in_all["municipalities"],
    )


def other_prices_sentence(count: int) -> str:
    """Who is not added, as their sums are in other prices; empty where all are."""
    if not count:
        return ""
    return ngettext(
        "%(num)d municipality has sums in other prices and is not added.",
        "%(num)d municipalities have sums in other prices and are not added.",
        count,
    )


def _no_longer_reckoned(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "The cost of %(num)d municipality can no longer be reckoned: it has no date.",
        "The cost of %(num)d municipalities can no longer be reckoned: they have no"
        " date.",
        count,
    )


def _reckoned(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "The cost of %(num)d municipality can now be reckoned: it has a date.",
        "The cost of %(num)d municipalities can now be reckoned: they have a date.",
        count,
    )


def invested(side: Document) -> int:
    """The kroner of all years together, before or after."""
    return sum(kroner for _year, kroner in side["parts"])


def invested_years(side: Document) -> str:
    """2022–2023: from the first year to the last."""
    found = [year for year, _kroner in side["parts"]]
    return years(min(found), max(found)) if found else ""


def _invested_text(side: Document) -> str:
    told = _known_sum(invested(side), side["bases"])
    return in_years(told, invested_years(side))


def in_years(told: str, stretch: str) -> str:
    """A sum with its years; nothing falls due in no year."""
    if not stretch:
        return told
    return _("%(sum)s in %(years)s", sum=told, years=stretch)


def basis_of(bases: Iterable[str]) -> Basis:
    """How a sum is known that rests on all of these."""
    found = {Basis(basis) for basis in bases}
    return found.pop() if len(found) == 1 else weakest(found)


def _known_sum(kroner: int, bases: Iterable[str]) -> str:
    """A sum that says how it is known, where that is not for sure."""
    basis = basis_of(bases)
    told = sum_text(kroner, basis)
    if basis not in UNSURE:
        return told
    return _("%(sum)s (%(basis)s)", sum=told, basis=basis_text(basis))


def sum_text(kroner: int, basis: Basis, *, is_signed: bool = False) -> str:
    """A sum of whole kroner, no more exactly than it is known."""
    told = rounded_text if basis in UNSURE else money_text
    return told(kroner * KRONE, is_signed=is_signed)
