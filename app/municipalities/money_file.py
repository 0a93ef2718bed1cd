"""The yearly table as a file for a spreadsheet.

Comma-separated, UTF-8 with the mark by which Excel knows it; whole kroner without
separators, one line a year. A column that is estimated says so in its heading.
"""

import csv
import io
from itertools import accumulate

from flask_babel import gettext as _

from app.municipalities.money_told import Told
from app.municipalities.money_years import VALUES, Column, year_table
from app.spreadsheets import BYTE_ORDER_MARK, safe
from planning.money import KRONE


def money_csv(told: Told) -> bytes:
    """Return the file: what each year costs, saves and gains."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    table = year_table(told)
    writer.writerow([_("Year"), *map(_heading, table.columns), _("Note")])
    flows = told.projection.years
    totals = accumulate(flow.net for flow in flows)
    for flow, total, row in zip(flows, totals, table.rows, strict=True):
        sums = (*(value(flow) for value in VALUES), total)
        writer.writerow([flow.year, *(it // KRONE for it in sums), safe(row.note)])
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def _heading(column: Column) -> str:
    heading = _("%(flow)s, NOK", flow=column.label)
    return f"{heading} ({column.mark})" if column.mark else heading
