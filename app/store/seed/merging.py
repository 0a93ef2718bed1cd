"""Entries into the database: what is new, what the fixtures have changed.

People's own changes win: a field that somebody has touched keeps their value, and a
row that somebody has removed is not brought back. Fields that tell one thing between
them, as the days of a window, are one value in this.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from sqlalchemy import Table, UniqueConstraint, func, select

from app.extensions import Base, db
from app.store import results
from app.store.engine import begin_writing
from app.store.errors import FixtureError, Problem
from app.store.rows import row_key, table_named
from app.store.seed.agreement_entries import agreement_entries
from app.store.seed.capacity_entries import capacity_entries
from app.store.seed.circumstance_entries import circumstance_entries
from app.store.seed.entries import Entry, Ref, too_long
from app.store.seed.fact_entries import fact_entries
from app.store.seed.files import Files
from app.store.seed.meeting_entries import meeting_entries
from app.store.seed.money_entries import money_entries
from app.store.seed.plan_entries import plan_entries
from app.store.seed.share_entries import share_entries
from app.store.seed.shared_cost_entries import shared_cost_entries
from app.store.tables import ChangeItemRow, SeedRow

TOGETHER = (
    {"window_first", "window_last", "precision"},
    {"actual_first", "actual_last", "actual_precision"},
    {"decided_first", "decided_last", "precision"},
    {"dated_first", "dated_last", "precision"},
    {"known_first", "known_last", "precision"},
    {"wished_first", "wished_last", "precision"},
    {"expected_first", "expected_last", "precision"},
    {"happened_first", "happened_last", "precision"},
    {"signed_first", "signed_last", "precision"},
    {"first_month", "first_day", "last_month", "last_day"},
    {"period_first", "period_last"},
    {
        "state",
        "start_first",
        "start_last",
        "finish_first",
        "finish_last",
        "precision",
        "remaining",
    },
    {"latitude", "longitude"},
    {"population", "population_year"},
)
"""Fields of one value: half of it from the fixtures is a value that nobody chose."""


@dataclass(frozen=True, slots=True)
class Seeded:
    """How many rows came in, were brought up to date, or were left as they were."""

    inserted: Mapping[str, int]
    updated: Mapping[str, int]
    unchanged: int

    @property
    def changes(self) -> int:
        return sum(self.inserted.values()) + sum(self.updated.values())


def merge(files: Files) -> Seeded:
    """Bring the database up to date with the fixtures, in one transaction.

    Raises:
        FixtureError: where a value has no room.
        PlanningError: where the plan that comes of it can't be computed.
    """
    parts = (
        plan_entries,
        fact_entries,
        money_entries,
        circumstance_entries,
        capacity_entries,
        share_entries,
        shared_cost_entries,
        agreement_entries,
        meeting_entries,
    )
    entries = list(chain.from_iterable(part(files) for part in parts))
    _refuse_too_long(entries)
    begin_writing(db.session, whole=True)
    try:
        seeded = _Merging().merge(entries)
        if seeded.changes:
            results.programme().revision += 1
            results.evaluate_now(results.current_plan())
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    return seeded


def _refuse_too_long(entries: Iterable[Entry]) -> None:
    problems = tuple(
        Problem(
            file=entry.file,
            line=entry.line,
            column=column,
            kind="too-long",
            values={"length": length},
        )
        for entry in entries
        for column, length in too_long(entry)
    )
    if problems:
        raise FixtureError(problems)


class _Merging:
    """Goes through the entries once, table by table."""

    def __init__(self) -> None:
        seeds = db.session.scalars(select(SeedRow))
        self._seeds = {(seed.table, seed.key): seed for seed in seeds}
        self._inserted: Counter[str] = Counter()
        self._updated: Counter[str] = Counter()
        self._unchanged = 0

    def merge(self, entries: Iterable[Entry]) -> Seeded:
        """Merge all; entries of one table stand together."""
        for row, group in groupby(entries, key=lambda entry: entry.row):
            self._merge_table(row, list(group))
        return Seeded(dict(self._inserted), dict(self._updated), self._unchanged)

    def _merge_table(self, row: type[Base], entries: list[Entry]) -> None:
        is_empty = not db.session.scalar(select(func.count()).select_from(row))
        new: list[tuple[Entry, Base]] = []
        for entry in entries:
            seed = self._seeds.get((entry.table, entry.key))
            if seed is None:
                if self._is_part_of_removed(entry):
                    self._unchanged += 1
                    continue
                new.append((entry, self._found_or_added(entry, is_empty=is_empty)))
            elif seed.digest == entry.digest():
                self._unchanged += 1
            else:
                self._update(entry, seed)
        db.session.flush()
        for entry, added in new:
            self._remember(entry, added)

    def _found_or_added(self, entry: Entry, *, is_empty: bool) -> Base:
        found = None if is_empty else self._find_same(entry)
        if found is not None:
            self._unchanged += 1
            return found
        added = entry.row(**self._resolved(entry))
        db.session.add(added)
        self._inserted[entry.table] += 1
        return added

    def _is_part_of_removed(self, entry: Entry) -> bool:
        """Whether it can't be without a row that people have removed."""
        columns = table_named(entry.table).columns
        return any(
            isinstance(value, Ref)
            and not columns[column].nullable
            and self._value(value) is None
            for column, value in entry.values.items()
        )

    def _remember(self, entry: Entry, row: Base) -> None:
        seed = SeedRow(
            table=entry.table,
            key=entry.key,
            row_key=row_key(row),
            digest=entry.digest(),
        )
        db.session.add(seed)
        self._seeds[seed.table, seed.key] = seed

    def _resolved(self, entry: Entry) -> dict[str, Any]:
        """The values with the numbers of the rows that they refer to."""
        return {column: self._value(value) for column, value in entry.values.items()}

    def _value(self, value: Any) -> Any:
        if not isinstance(value, Ref):
            return value
        seed = self._seeds[value.table, value.key]
        # A wave that people have removed: the municipality is in none then.
        return int(seed.row_key) if self._is_there(seed) else None

    def _is_there(self, seed: SeedRow) -> bool:
        return db.session.get(_class_of(seed.table), int(seed.row_key)) is not None

    def _find_same(self, entry: Entry) -> Base | None:
        """A row that people have made of the same thing before the fixtures did."""
        columns = _natural_key(table_named(entry.table))
        if not columns:
            return None
        values = self._resolved(entry)
        same = {column: values[column] for column in columns}
        return db.session.scalar(select(entry.row).filter_by(**same))

    def _update(self, entry: Entry, seed: SeedRow) -> None:
        """Bring the fields up to date that nobody has touched."""
        seed.digest = entry.digest()
        row = self._find_row(entry, seed)
        touched = _touched(seed)
        if row is None or "" in touched:
            self._unchanged += 1
            return
        changed = {
            column: value
            for column, value in self._resolved(entry).items()
            if column not in touched and getattr(row, column) != value
        }
        for column, value in changed.items():
            setattr(row, column, value)
        if changed:
            self._updated[entry.table] += 1
        else:
            self._unchanged += 1

    def _find_row(self, entry: Entry, seed: SeedRow) -> Base | None:
        keys = table_named(entry.table).primary_key.columns.keys()
        if keys == ["id"]:
            return db.session.get(entry.row, int(seed.row_key))
        return db.session.get(entry.row, tuple(entry.values[key] for key in keys))


def _class_of(table: str) -> type[Base]:
    return next(
        mapper.class_
        for mapper in Base.registry.mappers
        if mapper.local_table.name == table  # type: ignore[attr-defined]  # a table
    )


def _natural_key(table: Table) -> list[str]:
    """The columns that name the thing itself; empty where none do."""
    keys: list[str] = table.primary_key.columns.keys()
    if keys != ["id"] or table.name == "programme":
        return keys
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            return list(constraint.columns.keys())
    return []


def _touched(seed: SeedRow) -> set[str]:
    """The fields of a row that are people's; empty text for all of it."""
    changed = set(
        db.session.scalars(
            select(ChangeItemRow.field).where(
                ChangeItemRow.table == seed.table,
                ChangeItemRow.row_key == seed.row_key,
            )
        )
    )
    return changed.union(*(fields for fields in TOGETHER if fields & changed))
