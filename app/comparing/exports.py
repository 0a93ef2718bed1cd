"""Exactly what the comparison shows, as a file for a spreadsheet.

One line for each thing that a row says, with a pair of columns for each state but the
first. What the page says of states that it does not show stands in the first lines.
"""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.comparing.cells import Cell, Line
from app.comparing.pages import ComparePage
from app.comparing.rows import RowPart
from app.spreadsheets import spreadsheet

NOTE = "note"


def compare_csv(page: ComparePage) -> bytes:
    """Return the file, in the order of the page."""
    first, *others = (it.name for it in page.heads)
    headings = [_("Part"), _("Whose"), _("What"), first]
    for name in others:
        headings += [name, _("%(state)s: difference", state=name)]
    # A spreadsheet needs as many cells in every line.
    empty = [""] * (len(headings) - 2)
    rows = [[_("Note"), note, *empty] for note in page.notes]
    rows += [
        [section.title, _name(row), *cells]
        for section in page.sections
        for row in section.rows
        for cells in _lines(row)
    ]
    return spreadsheet(headings, rows)


def _name(row: RowPart) -> str:
    return f"{row.name} ({_('assumed')})" if row.is_assumed else row.name


def _lines(row: RowPart) -> Iterator[list[str]]:
    keys = dict.fromkeys(line.key for cell in row.cells for line in _told(cell))
    for key in keys:
        found = [_find(cell, key) for cell in row.cells]
        label = next((it.label for it in found if it is not None and it.label), "")
        cells = [label]
        for place, (cell, line) in enumerate(zip(row.cells, found, strict=True)):
            cells.append(cell.absent if line is None else line.value)
            if place:
                cells.append("" if line is None else line.change)
        yield cells


def _told(cell: Cell) -> tuple[Line, ...]:
    """The lines of a cell, its notes as one more."""
    if not cell.notes:
        return cell.lines
    return (*cell.lines, Line(NOTE, _("Note"), " ".join(cell.notes)))


def _find(cell: Cell, key: str) -> Line | None:
    return next((it for it in _told(cell) if it.key == key), None)
