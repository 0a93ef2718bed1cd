"""The money that moved with a change as a table: each municipality, then all.

Who is better or worse off by most stands first. Columns are the lines of a budget that
moved for anybody. A sum that is estimated is told as an approximate one, in whole
thousands; each row says how it is known.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import number, years
from app.money_units import round_to
from app.money_words import UNSURE, basis_text
from app.moved_money import (
    Document,
    basis_of,
    in_years,
    invested,
    invested_years,
    lines_of,
    money_in_all,
    money_sentences,
)
from app.moved_readings import reading_sentences
from app.store.names import Names
from planning.money_facts import Basis

LINES = (
    "legacy",
    "legacy_saved",
    "benefit",
    "platform",
    "project",
    "loan",
    "net",
)
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """What the change moves for one municipality, or in all."""

    name: str
    years: str
    sums: tuple[str, ...]
    investment: str
    present_value: str
    basis: str
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class MovedMoney:
    """Every municipality whose money moved, and all together at the end."""

    headings: tuple[str, ...]
    rows: tuple[MoneyRow, ...]
    sentences: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def has_investments(self) -> bool:
        return any(row.investment for row in self.rows)

    @property
    def has_present_values(self) -> bool:
        return any(row.present_value for row in self.rows)


def moved_money(moved: Document, names: Names) -> MovedMoney:
    """The money that moved, by municipality, who it is most for first, and in all."""
    found: Iterable[Document] = moved.get("money", {}).get("municipalities", ())
    every = sorted(found, key=lambda it: abs(_kroner(it, "net")), reverse=True)
    shown = [name for name in LINES if _is_shown(name, every)]
    rows = [
        _row(names.municipality(it["municipality"]), it, shown, _npv_text(it["npv"]))
        for it in every
    ]
    if len(every) > 1:
        rows.append(_row(_("In all"), money_in_all(moved), shown, "", is_total=True))
    return MovedMoney(
        headings=tuple(line_text(name) for name in shown),
        rows=tuple(rows),
        sentences=(*money_sentences(moved), *reading_sentences(moved, names)),
        notes=tuple(_reading_notes(every, names)),
    )


def _reading_notes(every: Iterable[Document], names: Names) -> Iterator[str]:
    """What comes of a yearly total that can be read in two ways, the other way."""
    for it in every:
        if line := it.get("net_otherwise"):
            yield _(
                "%(name)s: the source doesn’t say whether the loan is part of the"
                " yearly sum. Here it is; if it is not, the net is %(sum)s kroner.",
                name=names.municipality(it["municipality"]),
                sum=_line_sum(line),
            )


def _is_shown(name: str, every: Iterable[Document]) -> bool:
    """Leave out what nobody has, and savings that only mirror today's systems."""
    if name != "legacy_saved":
        return any(name in it["lines"] for it in every)
    return any(_kroner(it, "legacy_saved") + _kroner(it, "legacy") != 0 for it in every)


def _kroner(it: Document, name: str) -> int:
    return int(it["lines"].get(name, {}).get("kroner", 0))


def line_text(name: str) -> str:
    """What a line of the budget is called."""
    return {
        "legacy": _("Today’s systems"),
        "legacy_saved": _("Saved on today’s systems"),
        "benefit": _("Benefits"),
        "platform": _("Platform"),
        "project": _("Own project"),
        "loan": _("Interest and instalments of all years"),
        "net": _("Net"),
    }[name]


def _row(
    name: str, it: Document, shown: list[str], npv: str, *, is_total: bool = False
) -> MoneyRow:
    lines, investment = lines_of(it), it["investment"]
    every = {basis for line in lines.values() for basis in line["bases"]}
    for sides in (investment, it.get("npv")):
        every |= _bases(sides) if sides else set()
    return MoneyRow(
        name=name,
        years=years(it["first"], it["last"]),
        sums=tuple(_line_sum(find_line(it, each)) for each in shown),
        investment=_investment_text(investment),
        present_value=npv,
        basis=basis_text(basis_of(every)),
        is_total=is_total,
    )


def _bases(sides: Document) -> set[str]:
    return {*sides["before"]["bases"], *sides["after"]["bases"]}


def find_line(it: Document, name: str) -> Document | None:
    """A line of a municipality's money, or of all; None where it has not moved."""
    found: Document | None = it["lines"].get(name)
    return found


def _line_sum(line: Document | None) -> str:
    if line is None:
        return ""
    return _about(line["kroner"], basis_of(line["bases"]), is_signed=True)


def _npv_text(npv: Document | None) -> str:
    """Nothing where go-live moved: these would be of other years."""
    if npv is None:
        return ""
    before, after = npv["before"], npv["after"]
    if (before["year"], before["kroner"]) == (after["year"], after["kroner"]):
        return ""
    return _(
        "%(before)s (%(before_year)s) → %(after)s (%(after_year)s)",
        before=_about(before["kroner"], basis_of(before["bases"])),
        before_year=before["year"],
        after=_about(after["kroner"], basis_of(after["bases"])),
        after_year=after["year"],
    )


def _investment_text(investment: Document | None) -> str:
    """From which years to which, with the sum; both sums where they differ."""
    if investment is None:
        return ""
    before, after = investment["before"], investment["after"]
    sums = [_about(invested(it), basis_of(it["bases"])) for it in (before, after)]
    stretches = [invested_years(it) for it in (before, after)]
    if invested(before) == invested(after):
        return _(
            "%(sum)s: %(before)s → %(after)s",
            sum=sums[1],
            before=stretches[0],
            after=stretches[1],
        )
    return f"{in_years(sums[0], stretches[0])} → {in_years(sums[1], stretches[1])}"


def _about(kroner: int, basis: Basis, *, is_signed: bool = False) -> str:
    """Kroner in a cell, an estimate's rounded; the row says how it is known."""
    if basis not in UNSURE:
        return _signed(kroner) if is_signed else number(kroner)
    rounded = round_to(kroner, THOUSAND)
    told = _signed(rounded) if is_signed else number(rounded)
    return _("approx. %(sum)s", sum=told)


def _signed(kroner: int) -> str:
    return f"+{number(kroner)}" if kroner > 0 else number(kroner)


def money_lines(moved: Document) -> Iterator[tuple[str, Document]]:
    """Every municipality's number with its money, and an empty one with all."""
    for it in moved.get("money", {}).get("municipalities", ()):
        yield it["municipality"], it
    if in_all := money_in_all(moved):
        yield "", in_all
