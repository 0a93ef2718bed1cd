"""What a user says of a binding, a period or a component, into rows and back again.

What is entered is the user's own: it no longer leans on the source of what it
replaces. A note is kept in the language of whoever wrote it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.store.columns import Texts
from app.store.tables import BindingRow, ClosedPeriodRow, ComponentRow

ENTERED = "entered"
Row = BindingRow | ClosedPeriodRow | ComponentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingEntry:
    """Who wants to go together, and why."""

    names: Texts
    kind: str
    members: frozenset[str]
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEntry:
    """Days of every year, each as month and day; both ends are inside."""

    names: Texts
    first: tuple[int, int]
    last: tuple[int, int]
    is_council_recess: bool = False
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentEntry:
    """What is known of a national component; `expected` has two days, both inside."""

    names: Texts
    texts: Texts
    needed_by: str
    expected: tuple[date | None, date | None]
    precision: str
    is_late: bool
    is_delivered: bool
    note: Texts


Entry = BindingEntry | PeriodEntry | ComponentEntry


def binding_entry(row: BindingRow, members: Iterable[str]) -> BindingEntry:
    """What a row says of its binding."""
    return BindingEntry(
        names=row.names, kind=row.kind, members=frozenset(members), note=row.note
    )


def period_entry(row: ClosedPeriodRow) -> PeriodEntry:
    """What a row says of its period."""
    return PeriodEntry(
        names=row.names,
        first=(row.first_month, row.first_day),
        last=(row.last_month, row.last_day),
        is_council_recess=row.is_council_recess,
        note=row.note,
    )


def component_entry(row: ComponentRow) -> ComponentEntry:
    """What a row says of its component."""
    return ComponentEntry(
        names=row.names,
        texts=row.texts,
        needed_by=row.needed_by,
        expected=(row.expected_first, row.expected_last),
        precision=row.precision,
        is_late=row.is_late,
        is_delivered=row.is_delivered,
        note=row.note,
    )


def fill(row: Row, entry: Entry) -> None:
    """Put what was said into a row; the members of a binding have rows of their own."""
    row.names, row.note = entry.names, entry.note
    row.confidence = ENTERED
    row.source = row.reference = ""
    match row, entry:
        case BindingRow(), BindingEntry():
            row.kind = entry.kind
        case ClosedPeriodRow(), PeriodEntry():
            row.first_month, row.first_day = entry.first
            row.last_month, row.last_day = entry.last
            row.is_council_recess = entry.is_council_recess
        case ComponentRow(), ComponentEntry():
            _fill_component(row, entry)
        case _:
            raise ValueError(f"{entry!r} is no entry for {row!r}")


def _fill_component(row: ComponentRow, entry: ComponentEntry) -> None:
    row.texts = entry.texts
    row.needed_by = entry.needed_by
    row.expected_first, row.expected_last = entry.expected
    row.precision = entry.precision
    row.is_late, row.is_delivered = entry.is_late, entry.is_delivered
