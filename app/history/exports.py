"""The dates that moved with a change, as a file for a spreadsheet.

Comma-separated, UTF-8 with the mark by which Excel knows it. A text that begins as
a formula does is kept from becoming one.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from app.store.names import Names
from app.store.tables import ChangeRow
from planning.rollout import Owner

BYTE_ORDER_MARK = "\ufeff"
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def moved_csv(change: ChangeRow, names: Names) -> bytes:
    """Return the file: one line a date, in the order of the plan."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(
        [
            _("Whose"),
            _("What"),
            _("First day before"),
            _("Last day before"),
            _("First day after"),
            _("Last day after"),
            _("Days"),
            _("Because of"),
            _("First to move"),
        ]
    )
    writer.writerows(_rows(change, names))
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def _rows(change: ChangeRow, names: Names) -> Iterator[list[str | int]]:
    for it in change.moved.get("moved", ()):
        yield [
            safe(_owner(it, names)),
            safe(_what(it, names)),
            *_days(it["before"]),
            *_days(it["after"]),
            it["days"],
            safe(names.node(it["because"]) if it["because"] else ""),
            safe(names.node(it["cause"]) if it["cause"] else ""),
        ]


def safe(text: str) -> str:
    """Return a text that a spreadsheet shows and does not compute."""
    return f"'{text}" if text.startswith(BEGINS_FORMULA) else text


def _owner(it: dict[str, Any], names: Names) -> str:
    match Owner(it["owner"]):
        case Owner.MUNICIPALITY:
            return names.municipality(it["owner_id"])
        case Owner.WAVE:
            return names.wave(it["owner_id"])
        case Owner.TRUST:
            return names.trust(it["owner_id"])
        case Owner.PROGRAMME:
            return _("The programme")


def _what(it: dict[str, Any], names: Names) -> str:
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
