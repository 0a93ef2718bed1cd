"""What a user says of keys and shared costs, into rows and back again.

What is entered is the user's own: it no longer leans on the source of what it
replaces.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.cost_split.queries import Row
from app.store.columns import Texts
from app.store.tables import CostKeyRow, SharedCostRow
from planning.calendars import to_day
from planning.rights.cost_keys import CostKey

ENTERED, ASSUMED = "entered", "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """A key in whole percent; without a last day it is for good."""

    from_day: date
    to_day: date | None
    by_population: int
    by_equal: int
    by_holding: int
    is_assumed: bool
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class CostEntry:
    """What all pay together in a year."""

    year: int
    amount: Decimal
    price_year: int | None
    is_assumed: bool
    note: Texts


Entry = KeyEntry | CostEntry


def entry_of(row: Row) -> Entry:
    """What a row says."""
    is_assumed = row.confidence == ASSUMED
    if isinstance(row, CostKeyRow):
        return KeyEntry(
            from_day=row.from_day,
            to_day=row.to_day,
            by_population=row.by_population,
            by_equal=row.by_equal,
            by_holding=row.by_holding,
            is_assumed=is_assumed,
            note=row.note,
        )
    return CostEntry(
        year=row.year,
        amount=row.amount,
        price_year=row.price_year,
        is_assumed=is_assumed,
        note=row.note,
    )


def fill(row: Row, entry: Entry) -> None:
    """Put what was said into a row."""
    match row, entry:
        case CostKeyRow(), KeyEntry():
            row.from_day, row.to_day = entry.from_day, entry.to_day
            row.by_population = entry.by_population
            row.by_equal, row.by_holding = entry.by_equal, entry.by_holding
        case SharedCostRow(), CostEntry():
            row.year, row.amount = entry.year, entry.amount
            row.price_year = entry.price_year
        case _:
            raise ValueError(f"{entry!r} is no entry for {row!r}")
    row.note = entry.note
    row.confidence = ASSUMED if entry.is_assumed else ENTERED
    row.source = row.reference = ""


def key_of(row: CostKeyRow) -> CostKey:
    """A key as the engine takes it."""
    return CostKey(
        first=to_day(row.from_day),
        last=None if row.to_day is None else to_day(row.to_day),
        population=row.by_population,
        equal=row.by_equal,
        holding=row.by_holding,
    )
