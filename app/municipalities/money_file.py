"""The yearly table as a file for a spreadsheet.

Whole kroner, one line a year. A column that is estimated says so in its heading.
"""

from itertools import accumulate

from flask_babel import gettext as _

from app.municipalities.money_told import Told
from app.municipalities.money_years import VALUES, Column, year_table
from app.spreadsheets import Value, spreadsheet
from planning.money import KRONE


def money_csv(told: Told) -> bytes:
    """Return the file: what each year costs, saves and gains."""
    table = year_table(told)
    lines: list[tuple[Value, ...]] = []
    flows = told.projection.years
    totals = accumulate(flow.net for flow in flows)
    for flow, total, row in zip(flows, totals, table.rows, strict=True):
        sums = (*(value(flow) for value in VALUES), total)
        lines.append((flow.year, *(it // KRONE for it in sums), row.note))
    return spreadsheet([_("Year"), *map(_heading, table.columns), _("Note")], lines)


def _heading(column: Column) -> str:
    heading = _("%(flow)s, NOK", flow=column.label)
    return f"{heading} ({column.mark})" if column.mark else heading
