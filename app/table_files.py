"""Any table of any page as a file: its own address with `file=` and the table's name.

The page is made as ever, so that what is filtered, sorted and may be seen is what the
file holds. A number becomes a number and a day an ISO date; what is noted by the cells
of a column stands in a column beside it, where there is anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.dates import get_month_names
from flask import Flask, Response, current_app, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, NotFound

from app.errors import refuse
from app.how_dated import How, how_text
from app.htmx import wants_fragment
from app.spreadsheets import Value, attachment, spreadsheet
from app.tables_in_pages import Cell, Table, find_tables

ASKED = "file"
LONGEST_NAME = 40
SCOPES = ("scope", "wave", "region", "trust")
NAME = re.compile(r"[A-Za-z0-9-]{1,40}")
NUMBER = re.compile(r"([+−-]?)(\d{1,3}(?:[ ,]\d{3})+|\d+)(?:([.,])(\d+))?")
KRONER = re.compile(r"(?:NOK )?([^A-Za-z]+?)(?: kr)?")
DAY = re.compile(r"(?:\w+ )?(\d{1,2})\.? (\w+)\.? (\d{4})")

Grid = list[list[Cell]]


def init_app(app: Flask) -> None:
    """Answer with the file where one is asked for."""
    app.after_request(give_file)
    app.add_template_global(file_url)


def file_url(name: str) -> str:
    """The address of a table of this page as a file, filtered as the page is.

    A page that answers what was sent may have none: it is no page to come back to.
    """
    try:
        adapter = current_app.create_url_adapter(request)
        endpoint, values = adapter.match(method="GET")  # type: ignore[union-attr]
    except HTTPException:
        return ""
    arguments = {**request.args.to_dict(flat=False), **values}
    return url_for(endpoint, **{**arguments, ASKED: name})


def is_file_asked() -> bool:
    """Whether a table is asked for as a file, so that nothing else is shown."""
    name = request.args.get(ASKED, "")
    return bool(name) and request.method == "GET" and not wants_fragment()


def give_file(response: Response) -> Response:
    """Put the file in place of the page that holds its table."""
    is_page = response.status_code == 200 and response.mimetype == "text/html"
    if not is_page or not is_file_asked():
        return response
    name = request.args[ASKED]
    tables = find_tables(response.get_data(as_text=True), name) if known(name) else []
    if not tables:
        return refuse(NotFound())
    whose = [it for it in _whose() if it != name]
    return attachment(table_file(tables), "-".join([*whose, name]))


def known(name: str) -> bool:
    """Whether a table can have such a name."""
    return NAME.fullmatch(name) is not None


def _whose() -> Iterator[str]:
    """The page and what it is of, which tell one file from the next."""
    asked = [request.args.get(it, "") for it in SCOPES]
    for value in (request.blueprint, *(request.view_args or {}).values(), *asked):
        shown = re.sub(r"[^A-Za-z0-9-]+", "-", str(value)).strip("-")
        if shown:
            yield shown[:LONGEST_NAME]


def table_file(tables: Sequence[Table]) -> bytes:
    """Tables of one name as one file; several are told apart by their captions."""
    grids = [(table, spread(table.head), spread(table.body)) for table in tables]
    is_several = len(grids) > 1
    columns: dict[str, None] = dict.fromkeys([_("Table")] if is_several else [])
    lines: list[dict[str, Value]] = []
    for table, head, body in grids:
        start: dict[str, Value] = {_("Table"): table.caption} if is_several else {}
        headings = _headings(head, body)
        columns |= dict.fromkeys(_names(headings))
        lines += [start | line for line in _lines(body, headings)]
    rows = [[line.get(it) for it in columns] for line in lines]
    return spreadsheet([*columns], rows)


def _names(headings: Sequence["Heading"]) -> Iterator[str]:
    for it in headings:
        yield from filter(None, (it.wave, it.name, it.how, it.noted))


def spread(rows: list[list[Cell]]) -> Grid:
    """Rows in which each cell stands in every column and row that it takes."""
    grid: Grid = [[] for _row in rows]
    waiting: dict[tuple[int, int], Cell] = {}
    width = _width(rows)
    for at, row in enumerate(rows):
        left = iter(row)
        for column in range(width):
            cell = waiting.pop((at, column), None) or next(left, None)
            if cell is None:
                break
            grid[at].append(cell)
            if cell.rows == cell.columns == 1:
                continue
            below = Cell(cell.is_number, value=cell.said, unit=cell.unit, is_told=True)
            for down in range(cell.rows):
                for right in range(cell.columns):
                    if down or right:
                        waiting[at + down, column + right] = below
    return grid


def _width(rows: list[list[Cell]]) -> int:
    return max((sum(it.columns for it in row) for row in rows), default=0) + len(rows)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column is called and what stands beside it; empty for what it has not."""

    name: str
    wave: str
    how: str
    noted: str


def _headings(head: Grid, body: Grid) -> list[Heading]:
    count = max((len(row) for row in head), default=0)
    found: list[Heading] = []
    for column in range(count):
        above = [row[column] for row in head if column < len(row)]
        cells = [row[column] for row in body if column < len(row)]
        # A column of buttons has a heading for those alone who can't see them.
        is_shown = any(it.is_seen for it in above) or any(it.said for it in cells)
        name = _name(above, cells, found)
        has_noted = any(it.noted for it in cells)
        heading = Heading(
            name=name if is_shown else "",
            wave=_("Wave") if any(it.wave for it in cells) else "",
            how=_("%(what)s: how it is known", what=name)
            if any(it.is_date or it.how for it in cells)
            else "",
            noted=_("%(heading)s: note", heading=name) if has_noted else "",
        )
        found.append(heading)
    return found


def _name(above: list[Cell], cells: list[Cell], before: list[Heading]) -> str:
    """A name of its own: two columns of one name would be one."""
    said = dict.fromkeys(it.said for it in above if it.said)
    name = " – ".join(said) or _("Column %(number)s", number=len(before) + 1)
    units = [it.unit for it in above if it.unit]
    if any(it.is_number and re.search(r"^NOK | kr$", it.said) for it in cells):
        units = [_("NOK")]
    name = f"{name} ({units[0]})" if units else name
    is_taken = any(name == it.name for it in before)
    return f"{name} {len(before) + 1}" if is_taken else name


def _lines(body: Grid, headings: list[Heading]) -> Iterator[dict[str, Value]]:
    for row in body:
        line: dict[str, Value] = {}
        for heading, cell in zip(headings, row, strict=False):
            if heading.wave:
                line[heading.wave] = cell.wave
            if heading.name:
                line[heading.name] = value_of(cell)
            if heading.how:
                computed = how_text(How.COMPUTED) if cell.is_date else ""
                line[heading.how] = cell.how or computed
            if heading.noted:
                line[heading.noted] = without_plus(cell.noted)
        yield line


def value_of(cell: Cell) -> Value:
    """What a cell says: a number, a day as ISO text, or its text."""
    text = cell.said
    if not text:
        return ""
    if cell.value is not None and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return Decimal(text)
    if cell.is_number and (found := KRONER.fullmatch(text)):
        number = read_number(found[1])
        if number is not None:
            return number
    return read_day(text) or without_plus(text)


def without_plus(text: str) -> str:
    """A sum without its plus, by which a spreadsheet would take it for a formula."""
    return re.sub(r"^\+(?=\d)", "", text)


def read_number(text: str) -> Decimal | None:
    """A number as the user's language writes it."""
    match = NUMBER.fullmatch(text)
    if match is None:
        return None
    sign, whole, mark, rest = match.groups()
    decimal = "." if get_locale().language == "en" else ","
    if ("," in whole and decimal == ",") or (mark and mark != decimal):
        return None
    digits = re.sub(r"\D", "", whole)
    number = Decimal(f"{digits}.{rest}" if rest else digits)
    return -number if sign in {"−", "-"} else number


@cache
def _months(locale: str) -> dict[str, int]:
    """The months by their names, long and short."""
    return {
        name.lower().rstrip("."): number
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, locale=locale).items()
    }


def read_day(text: str) -> str:
    """An ISO date for a day that is written out; empty for anything else."""
    match = DAY.fullmatch(text)
    if match is None:
        return ""
    month = _months(str(get_locale())).get(match[2].lower())
    return f"{match[3]}-{month:02}-{int(match[1]):02}" if month else ""
