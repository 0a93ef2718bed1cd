"""What moved with a change, as files for a spreadsheet: dates, conflicts, money.

Sums are whole kroner, as plain numbers.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from app.changes import change_text
from app.conflict_texts import conflict_text, kind_text, severity_text
from app.filters import local_minute
from app.history.money_table import LINES, find_line, line_text, money_lines
from app.history.whole import moved_chains
from app.money_words import basis_text
from app.moved_conflicts import ACCEPTED, CHANGED, GONE, NEW, STAY
from app.moved_money import basis_of
from app.past_changes import writer_name
from app.spreadsheets import spreadsheet
from app.store.names import Names
from app.store.tables import ChangeRow
from planning.rollout import Owner

Cell = str | int
Document = Mapping[str, Any]


def moved_csv(change: ChangeRow, names: Names) -> bytes:
    """Return the dates: one line each, in the order of the plan."""
    headings = (
        _("Whose"),
        _("What"),
        _("First day before"),
        _("Last day before"),
        _("First day after"),
        _("Last day after"),
        _("Days"),
        _("Because of"),
        _("First to move"),
        _("Chain"),
        _("Who"),
        _("When"),
        _("Change"),
    )
    return spreadsheet(headings, _date_rows(change, names))


def conflicts_csv(change: ChangeRow, names: Names) -> bytes:
    """Return the conflicts: what happened to each, and how it reads now."""
    headings = (
        _("What happened"),
        _("Severity"),
        _("Kind"),
        _("Days before"),
        _("Days after"),
        _("What is wrong"),
        _("What was wrong before"),
    )
    return spreadsheet(headings, _conflict_rows(change, names))


def money_csv(change: ChangeRow, names: Names) -> bytes:
    """Return the money: a line for each municipality and one for all."""
    headings = [
        _("Municipality"),
        _("Number"),
        _("First year"),
        _("Last year"),
        *(
            heading
            for name in LINES
            for heading in (line_text(name), _known(line_text(name)))
        ),
        _("Investment before"),
        _("Years of the investment before"),
        _known(_("Investment before")),
        _("Investment after"),
        _("Years of the investment after"),
        _known(_("Investment after")),
        _("Present value before"),
        _("Present value at the end of, before"),
        _known(_("Present value before")),
        _("Present value after"),
        _("Present value at the end of, after"),
        _known(_("Present value after")),
    ]
    return spreadsheet(headings, _money_rows(change, names))


def _date_rows(change: ChangeRow, names: Names) -> Iterator[list[Cell]]:
    dates = change.moved.get("moved", ())
    chains = moved_chains(dates)
    who, when = writer_name(change.by, change.by_name), local_minute(change.at)
    what = change_text(change, names)
    for it in dates:
        yield [
            _owner(it, names),
            _what(it, names),
            *_days(it["before"]),
            *_days(it["after"]),
            it["days"],
            names.node(it["because"]) if it["because"] else "",
            names.node(it["cause"]) if it["cause"] else "",
            " ← ".join(map(names.node, chains[it["id"]])),
            who,
            when,
            what,
        ]


def _owner(it: Document, names: Names) -> str:
    match Owner(it["owner"]):
        case Owner.MUNICIPALITY:
            return names.municipality(it["owner_id"])
        case Owner.WAVE:
            return names.wave(it["owner_id"])
        case Owner.TRUST:
            return names.trust(it["owner_id"])
        case Owner.PROGRAMME:
            return _("The programme")


def _what(it: Document, names: Names) -> str:
    if it["owner"] == Owner.PROGRAMME:
        return names.milestone(it["key"])
    return names.activity(it["key"])


def _days(dates: list[str] | None) -> tuple[str, str]:
    """The first and last day; the engine's finish is the day after the last."""
    if dates is None:
        return "", ""
    start, finish = map(date.fromisoformat, dates)
    last = finish if finish <= start else finish - timedelta(days=1)
    return start.isoformat(), last.isoformat()


def _conflict_rows(change: ChangeRow, names: Names) -> Iterator[list[Cell]]:
    """An older document counts those that stayed, and does not name them."""
    happened = {
        NEW: _("Came"),
        CHANGED: _("Changed"),
        ACCEPTED: _("Accepted"),
        GONE: _("Solved"),
        STAY: _("Stayed"),
    }
    for key, word in happened.items():
        found = change.moved.get(key, ())
        for it in () if isinstance(found, int) else found:
            was, now = _sides(key, it)
            told = now or was or {}
            yield [
                word,
                severity_text(told["severity"]),
                kind_text(told["kind"]),
                was["days"] if was else "",
                now["days"] if now else "",
                conflict_text(now, names) if now else "",
                conflict_text(was, names) if was else "",
            ]


def _sides(key: str, it: Document) -> tuple[Document | None, Document | None]:
    """A conflict before and after; what came or went has one side alone."""
    match key:
        case "conflicts_new":
            return None, it
        case "conflicts_gone":
            return it, None
        case "conflicts_changed":
            return it["before"], it["after"]
        case _:
            return it, it


def _money_rows(change: ChangeRow, names: Names) -> Iterator[list[Cell]]:
    for number, it in money_lines(change.moved):
        yield [
            names.municipality(number) if number else _("In all"),
            number,
            it["first"],
            it["last"],
            *(cell for name in LINES for cell in _sum_cells(find_line(it, name))),
            *_investment_cells(it["investment"]),
            *_present_value_cells(it.get("npv")),
        ]


def _sum_cells(line: Document | None) -> tuple[Cell, ...]:
    if line is None:
        return 0, ""
    return line["kroner"], _basis(line["bases"])


def _investment_cells(it: Document | None) -> list[Cell]:
    if it is None:
        return [""] * 6
    sides: list[Cell] = []
    for side in ("before", "after"):
        parts = it[side]["parts"]
        sides.append(sum(kroner for _year, kroner in parts))
        sides.append(", ".join(str(year) for year, _kroner in parts))
        sides.append(_basis(it[side]["bases"]))
    return sides


def _present_value_cells(it: Document | None) -> list[Cell]:
    """Present values of different years are not added up: all together has none."""
    if it is None:
        return [""] * 6
    sides: list[Cell] = []
    for side in (it["before"], it["after"]):
        sides += [side["kroner"], side["year"], _basis(side["bases"])]
    return sides


def _basis(bases: list[str]) -> str:
    return basis_text(basis_of(bases)) if bases else ""


def _known(what: str) -> str:
    return _("%(what)s: how it is known", what=what)
