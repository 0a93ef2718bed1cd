"""The yearly table as a file for a spreadsheet.

Whole kroner, one line a year. A column that is estimated says so in its heading. What
the council has voted stands in columns of its own where it has voted anything, and is
in none of the others; sums in the prices of different years are not added.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from flask_babel import gettext as _

from app.municipalities.money_told import Told
from app.municipalities.money_years import VALUES, Column, year_table
from app.spreadsheets import Value, spreadsheet
from app.vote_words import PURPOSES, voted_cells, voted_heading
from app.votes import list_voted, votes_of
from planning.finance.voted import Vote
from planning.money import KRONE

Cells = tuple[Value, ...]


def money_csv(told: Told) -> bytes:
    """Return the file: what each year costs, saves and gains, and what is voted."""
    table = year_table(told)
    votes = votes_of(list_voted(told.projection.municipality))
    lines: dict[int, Cells] = {}
    notes: dict[int, str] = {}
    totals = accumulate(flow.net for flow in told.projection.years)
    for flow, total, row in zip(told.projection.years, totals, table.rows, strict=True):
        sums = (*(value(flow) for value in VALUES), total)
        lines[flow.year] = tuple(it // KRONE for it in sums)
        notes[flow.year] = row.note
    blank: Cells = (None,) * len(table.columns)
    by_year = _by_year(votes)
    return spreadsheet(
        [_("Year"), *map(_heading, table.columns), *_headings(votes), _("Note")],
        [
            (year, *lines.get(year, blank), *_voted(by_year, year), notes.get(year, ""))
            for year in sorted({*lines, *by_year})
        ],
    )


def _heading(column: Column) -> str:
    heading = _("%(flow)s, NOK", flow=column.label)
    return f"{heading} ({column.mark})" if column.mark else heading


def _headings(votes: Sequence[Vote]) -> list[str]:
    return [*map(voted_heading, PURPOSES), _("Prices of the vote")] if votes else []


def _by_year(votes: Sequence[Vote]) -> Mapping[int, tuple[Vote, ...]]:
    found: dict[int, tuple[Vote, ...]] = {}
    for it in votes:
        found[it.year] = (*found.get(it.year, ()), it)
    return found


def _voted(by_year: Mapping[int, Sequence[Vote]], year: int) -> Cells:
    """The sums of a year by what they are for; none at all where nobody votes."""
    return voted_cells(by_year.get(year, ())) if by_year else ()
