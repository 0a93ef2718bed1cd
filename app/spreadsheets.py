"""Files for spreadsheets: the one dialect of them all, and how they are sent.

Semicolons between, a comma in a number, UTF-8 with the mark by which Excel knows it:
that is what a spreadsheet set to Norwegian opens without being asked anything. Days
are ISO dates, numbers have no separators. A text that begins as a formula does is kept
from becoming one.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from flask import Response, current_app
from flask_babel import to_user_timezone

BYTE_ORDER_MARK = "\ufeff"
SEPARATOR = ";"
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Value = str | int | Decimal | None


def safe(text: str) -> str:
    """Return a text that a spreadsheet shows and does not compute."""
    return f"'{text}" if text.startswith(BEGINS_FORMULA) else text


def spreadsheet(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return the file: a line of headings, then one line a row."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=SEPARATOR)
    writer.writerow([safe(it) for it in headings])
    writer.writerows([_written(it) for it in row] for row in rows)
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def attachment(file: bytes, what: str) -> Response:
    """Let a browser keep a file under a name that says what it is, and of which day."""
    response = Response(file, mimetype="text/csv")
    day = to_user_timezone(current_app.config["BOLGEPLAN_CLOCK"]()).date()
    name = f"bolgeplan-{what}-{day.isoformat()}.csv"
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response


def _written(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return safe(value)
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}".replace(".", ",") if value else "0"
