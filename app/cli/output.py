"""What commands write: results to standard output, everything else to standard error.

Tables are for people: aligned columns, dates year first, the last day of work and
not the half-open finish. JSON is for programs: one document, half-open where the
engine is.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import click
from flask_babel import gettext as _

GAP = "  "

format_option: Callable[..., Any] = click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=_("How the result is written: a table to read, or one JSON document."),
)


def write_json(document: Any) -> None:
    """Write one document; letters that the terminal has not are written as codes."""
    plain = not _encoding().lower().startswith("utf")
    click.echo(json.dumps(document, ensure_ascii=plain, indent=2, allow_nan=False))


def write(text: str = "") -> None:
    """Write a line of the result, with ? for letters that the terminal has not."""
    encoding = _encoding()
    click.echo(text.encode(encoding, "replace").decode(encoding))


def last_day(start: str, finish: str) -> str:
    """The last day of work between two half-open dates; a milestone's own day."""
    if finish <= start:
        return start
    return (date.fromisoformat(finish) - timedelta(days=1)).isoformat()


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def tell(message: str) -> None:
    """Say how the work goes; no part of the result."""
    click.echo(message, err=True)


def write_table(
    headers: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()
) -> None:
    """Write rows under their headers; the columns of `right` hold figures."""
    lines = [tuple(headers), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    figures = set(right)
    for at, line in enumerate(lines):
        cells = (
            cell.rjust(width) if column in figures else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        write(GAP.join(cells).rstrip())
        if at == 0:
            write(GAP.join("-" * width for width in widths))
