"""The months of a resource as a file for a spreadsheet.

One line a month and municipality that asks, with what all ask for and what there is
in that month, and whether an assumption stands behind it. Amounts are averages over
the month, to a hundredth; what is not entered is empty.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from flask_babel import gettext as _

from app.capacity.choice import month_key
from app.capacity.months import Months
from app.spreadsheets import Value, spreadsheet
from planning.capacity import average

HUNDREDTH = Decimal("0.01")


def capacity_csv(resource: str, months: Months) -> bytes:
    """Return the file of one resource, as its months are looked at."""
    return spreadsheet(headings(), _lines(resource, months))


def headings() -> list[str]:
    """What the columns are."""
    return [
        _("Resource"),
        _("Month"),
        _("Number"),
        _("Municipality"),
        _("Wave"),
        _("Asked for"),
        _("All ask for"),
        _("There is"),
        _("Too few"),
        _("Assumed"),
    ]


def _lines(resource: str, months: Months) -> Iterator[list[Value]]:
    load, found, names = months.load, months.found, months.names
    for month in months.months():
        there = load.there_is.get(month)
        in_all: list[Value] = [
            _amount(average(load.total(month), month)),
            None if there is None else _amount(average(there, month)),
            None if there is None else _amount(average(load.over(month), month)),
            _("yes") if load.is_assumed((month,)) else _("no"),
        ]
        for number, amount in sorted(load.asked.get(month, {}).items()):
            wave = found.wave_of[number]
            if months.choice.wave in ("", wave):
                yield [
                    resource,
                    month_key(month),
                    number,
                    names.municipality(number),
                    wave,
                    _amount(average(amount, month)),
                    *in_all,
                ]


def _amount(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(HUNDREDTH)
