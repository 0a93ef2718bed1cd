"""All that moved between two states, as files: dates and money for a spreadsheet, JSON.

Days are ISO dates, both ends included; sums are whole kroner.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from app.comparing.causes import Deed
from app.comparing.money_rows import unexplained_text
from app.comparing.moved import Moved, MovedOnce, PaidOnce
from app.comparing.moved_page import whose_text
from app.moved_dates import because_text, what_text
from app.spreadsheets import spreadsheet
from app.store.names import Names
from planning.comparison_document import conflict_document
from planning.conflicts import Conflict
from planning.money import KRONE
from planning.state import MoneyState

Cell = str | int


def moved_csv(moved: Moved, names: Names) -> bytes:
    """Return every date that moved: one line each."""
    headings = (
        _("Whose"),
        _("What"),
        _("First day before"),
        _("Last day before"),
        _("First day after"),
        _("Last day after"),
        _("Days"),
        _("Because of"),
        _("Change"),
        _("Who"),
        _("When"),
    )
    return spreadsheet(headings, (_date(it, names) for it in moved.dates))


def _date(it: MovedOnce, names: Names) -> list[Cell]:
    return [
        whose_text(it, names),
        what_text(it.date, names),
        *_days(it.date["before"]),
        *_days(it.date["after"]),
        it.date["days"],
        because_text(it.date, names),
        *_deed(it.deed),
    ]


def _days(dates: list[str] | None) -> tuple[str, str]:
    """The first and the last day; a finish is the day after the last."""
    if dates is None:
        return "", ""
    start, finish = map(date.fromisoformat, dates)
    last = finish if finish <= start else finish - timedelta(days=1)
    return start.isoformat(), last.isoformat()


def _deed(deed: Deed | None) -> tuple[str, str, str]:
    return (
        ("", "", "") if deed is None else (deed.text, deed.who, deed.when.isoformat())
    )


def money_csv(moved: Moved, names: Names) -> bytes:
    """Return everybody's money that differs: one line for each change that made it so.

    What holds of a municipality stands in its first line alone, so that columns can be
    added up.
    """
    headings = (
        _("Municipality"),
        _("Number"),
        _("Investment before"),
        _("Investment after"),
        _("Net a year before"),
        _("Net a year after"),
        _("First year"),
        _("Last year"),
        _("Better off over these years, NOK"),
        _("Part of it, NOK"),
        _("Change"),
        _("Who"),
        _("When"),
    )
    lines = (line for it in moved.money for line in _money_lines(it, names))
    return spreadsheet(headings, lines)


def _money_lines(it: PaidOnce, names: Names) -> Iterator[list[Cell]]:
    place = [names.municipality(it.money.municipality), it.money.municipality]
    whole = _whole(it)
    parts: list[list[Cell]] = [[_kroner(net), *_deed(deed)] for deed, net in it.parts]
    if it.rest or not parts:
        parts.append([_kroner(it.rest or None), unexplained_text(it), "", ""])
    for part in parts:
        yield [*place, *whole, *part]
        whole = [""] * len(whole)


def _whole(it: PaidOnce) -> list[Cell]:
    money = it.money
    sides = (money.before, money.after)
    return [
        *("" if it is None else it.investment.likely // KRONE for it in sides),
        *("" if it is None else _kroner(it.summary.average_annual.net) for it in sides),
        "" if money.first is None else money.first,
        "" if money.last is None else money.last,
        _kroner(money.net),
    ]


def _kroner(ore: int | None) -> Cell:
    return "" if ore is None else ore // KRONE


def moved_json(moved: Moved) -> str:
    """Return all of it with stable keys, in no language."""
    conflicts = moved.conflicts
    return json.dumps(
        {
            "from": moved.one.value,
            "to": moved.other.value,
            "dates_alone": moved.is_of_history,
            "changes": [_deed_document(it) for it in moved.deeds],
            "dates": [{**it.date, "change": _id(it.deed)} for it in moved.dates],
            "money": list(_money_documents(moved)),
            "conflicts_new": _documents(conflicts.new),
            "conflicts_gone": _documents(conflicts.gone),
            "conflicts_changed": [
                {"before": conflict_document(was), "after": conflict_document(now)}
                for was, now in conflicts.changed
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _deed_document(deed: Deed) -> dict[str, Any]:
    return {
        "id": deed.id,
        "text": deed.text,
        "who": deed.who,
        "when": deed.when.isoformat(),
    }


def _id(deed: Deed | None) -> str | None:
    return None if deed is None else deed.id


def _money_documents(moved: Moved) -> Iterator[dict[str, Any]]:
    for it in moved.money:
        yield {
            "municipality": it.money.municipality,
            "before": _money_document(it.money.before),
            "after": _money_document(it.money.after),
            "first_year": it.money.first,
            "last_year": it.money.last,
            "better_off": _kroner(it.money.net) if it.money.net is not None else None,
            "parts": [
                {"change": deed.id, "better_off": None if net is None else _kroner(net)}
                for deed, net in it.parts
            ],
            "unexplained": _kroner(it.rest),
        }


def _money_document(side: MoneyState | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "investment": side.investment.likely // KRONE,
        "net_a_year": side.summary.average_annual.net // KRONE,
        "npv": side.summary.npv // KRONE,
        "npv_year": side.npv_year,
        "price_years": list(side.price_years),
    }


def _documents(conflicts: tuple[Conflict, ...]) -> list[dict[str, Any]]:
    return [conflict_document(it) for it in conflicts]
