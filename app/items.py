"""What a change touched, in words: whose row, which field, from what to what.

The store keeps tables, keys and raw values; a reader of the history, and one who
is told that somebody else was first, sees neither. A whole row that came or went
is told field by field, with one side empty.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, TypeVar

from flask_babel import gettext as _
from sqlalchemy import select

from app.assumption_words import assumption_name, assumption_text
from app.extensions import db
from app.filters import plain_text
from app.item_fields import FIELDS, FieldTexts, join_days
from app.item_values import value_text
from app.meeting_words import SUBJECTS as OF_MEETINGS
from app.provenance import Sources, get_sources, places_text
from app.rights_words import SUBJECTS as OF_RIGHTS
from app.store.names import Names
from app.store.rows import plain, table_named
from app.store.tables import (
    AssumptionRow,
    BindingRow,
    ChangeItemRow,
    ResourceRow,
    WaveRow,
)
from app.store.tables.circumstances import split_ids
from app.threshold_words import threshold_name, threshold_text, usual_threshold

Values = Mapping[str, Any]

# What is set by itself where a user sets a value: nobody else's source stands for it.
SOURCED = frozenset({"confidence", "source", "reference", "note", "printed"})


class Item(Protocol):
    """One field of one row, before and after; an empty field is the whole row."""

    @property
    def table(self) -> str: ...

    @property
    def row_key(self) -> str: ...

    @property
    def field(self) -> str: ...

    @property
    def before(self) -> Any: ...

    @property
    def after(self) -> Any: ...


ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One field in words; a side is empty where nothing stood there."""

    subject: str
    field: str
    before: str
    after: str


def item_lines(items: Iterable[Item], names: Names) -> tuple[ItemLine, ...]:
    """Tell what was changed, row by row in the order of the items."""
    given = tuple(items)
    return ItemWords(given, names).lines(given)


def chosen_items(items: Iterable[ItemT]) -> tuple[ItemT, ...]:
    """Leave out what nobody chose: that what was set has no source any more."""
    given = tuple(items)
    fields: dict[tuple[str, str], set[str]] = {}
    for it in given:
        fields.setdefault((it.table, it.row_key), set()).add(it.field)
    entered = {row for row, set_ in fields.items() if "confidence" in set_}
    chosen = {row for row in entered if fields[row] - SOURCED}
    return tuple(
        it
        for it in given
        if it.field not in SOURCED or (it.table, it.row_key) not in chosen
    )


class ItemWords:
    """Knows the rows that some items speak of, so that each can be named."""

    def __init__(self, items: Iterable[Item], names: Names) -> None:
        self._names = names
        self._fields = FieldTexts()
        self._rows = _find_rows(items)
        waves = db.session.execute(select(WaveRow.id, WaveRow.code))
        self._codes = {row.id: row.code for row in waves}

    def lines(self, items: Iterable[Item]) -> tuple[ItemLine, ...]:
        """Tell what was changed, row by row; the items are among those known."""
        by_row: dict[tuple[str, str], list[Item]] = {}
        for item in items:
            by_row.setdefault((item.table, item.row_key), []).append(item)
        return tuple(line for row in by_row.values() for line in self._lines(row))

    def _lines(self, items: Sequence[Item]) -> Iterator[ItemLine]:
        """The lines of one row; a date's first and last day make one line."""
        table, key = items[0].table, items[0].row_key
        subject = self._subject(table, key)
        changed = dict(field for item in items for field in _fields(item))
        for field, (before, after) in join_days(changed).items():
            yield ItemLine(
                subject,
                self._fields.of(table, field),
                self._value(table, key, field, before),
                self._value(table, key, field, after),
            )

    def _value(self, table: str, key: str, field: str, value: Any) -> str:
        if (table, field) == ("threshold", "value"):
            # Without a row the usual one holds.
            return threshold_text(key, value or usual_threshold(key))
        if value is None:
            return ""
        if (table, field) == (AssumptionRow.__tablename__, "value"):
            return assumption_text(key, value)
        tell = self._told_by.get(field)
        return value_text(field, value) if tell is None else tell(value)

    @cached_property
    def _told_by(self) -> Mapping[str, Callable[[Any], str]]:
        """Fields that hold the key of something with a name, and who knows it."""
        names = self._names
        return {
            "actual_reference": places_text,
            "actual_source": self._titles,
            "after": names.milestone,
            "binding_id": self._binding,
            "resource_id": self._resource,
            "needed_by": names.activity,
            "predecessor": names.activity,
            "step": names.activity,
            "reference": places_text,
            "region": names.region,
            "source": self._titles,
            "successor": names.activity,
            "trust": names.trust,
            "wave_id": self._wave,
        }

    def _titles(self, keys: str) -> str:
        return self._sources.titles(keys)

    @cached_property
    def _sources(self) -> Sources:
        """Read for the few changes that touch one."""
        return get_sources()

    def _binding(self, id: int) -> str:
        return self._bindings.get(id) or _("a binding that is gone")

    @cached_property
    def _bindings(self) -> Mapping[int, str]:
        """Read for the few changes that touch one."""
        rows = db.session.execute(select(BindingRow.id, BindingRow.names))
        return {id: plain_text(texts) for id, texts in rows}

    def _resource(self, id: int) -> str:
        return self._resources.get(id) or _("a resource that is gone")

    @cached_property
    def _resources(self) -> Mapping[int, str]:
        """Read for the few changes that touch one."""
        rows = db.session.execute(select(ResourceRow.id, ResourceRow.names))
        return {id: plain_text(texts) for id, texts in rows}

    def _wave(self, id: int) -> str:
        code = self._codes.get(id)
        return _("a wave that is gone") if code is None else self._names.wave(code)

    def _subject(self, table: str, key: str) -> str:
        row = self._rows.get((table, key))
        return _("Gone") if row is None else SUBJECTS[table](row, self._names)


def _fields(item: Item) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """One field, or those of a whole row that say something."""
    if item.field:
        yield item.field, (item.before, item.after)
        return
    before, after = item.before or {}, item.after or {}
    for field in FIELDS[item.table]:
        was, now = before.get(field), after.get(field)
        if was or now:
            yield field, (was, now)


def _find_rows(items: Iterable[Item]) -> dict[tuple[str, str], Values]:
    """The rows as they are; of what is gone, as the history last saw it."""
    wanted: dict[str, set[str]] = {}
    for item in items:
        wanted.setdefault(item.table, set()).add(item.row_key)
    found: dict[tuple[str, str], Values] = {}
    for name, keys in wanted.items():
        table = table_named(name)
        (column,) = table.primary_key.columns
        is_text = column.type.python_type is str
        wanted_keys = keys if is_text else [int(key) for key in keys]
        rows = db.session.execute(
            select(table).where(column.in_(wanted_keys))
        ).mappings()
        found.update({(name, str(row[column])): plain(row) for row in rows})
        gone = keys - {key for table_name, key in found if table_name == name}
        found.update(_rows_of_history(name, gone))
    return found


def _rows_of_history(table: str, keys: set[str]) -> dict[tuple[str, str], Values]:
    if not keys:
        return {}
    items = db.session.scalars(
        select(ChangeItemRow)
        .where(
            ChangeItemRow.table == table,
            ChangeItemRow.row_key.in_(keys),
            ChangeItemRow.field == "",
        )
        .order_by(ChangeItemRow.id)
    )
    return {(table, item.row_key): item.before or item.after or {} for item in items}


def _of_municipality(row: Values, names: Names) -> str:
    return names.municipality(row["municipality"])


def _of_activity(row: Values, names: Names) -> str:
    return _(
        "%(municipality)s: %(activity)s",
        municipality=names.municipality(row["municipality"]),
        activity=names.activity(row["activity"]),
    )


def _of_link(row: Values, names: Names) -> str:
    return _(
        "“%(successor)s” after “%(predecessor)s”",
        successor=names.activity(row["successor"]),
        predecessor=names.activity(row["predecessor"]),
    )


def _of_names(row: Values, _names: Names) -> str:
    return plain_text(row["names"])


def _of_conflict(row: Values, names: Names) -> str:
    """An accepted conflict is told by whom it is about."""
    return names.node(split_ids(row["concerns"])[0])


OF_MUNICIPALITY = (
    *("binding_member", "commitment_fact", "council_budget_line", "council_task"),
    *("decision", "employee_count", "own_figure", "placement"),
)
OF_NAMES = (
    *("binding", "closed_period", "component", "milestone", "resource"),
    "template_activity",
)
SUBJECTS: Mapping[str, Callable[[Values, Names], str]] = {
    **dict.fromkeys(OF_NAMES, _of_names),
    **dict.fromkeys(OF_MUNICIPALITY, _of_municipality),
    "accepted_conflict": _of_conflict,
    "assumption": lambda row, _names: assumption_name(row["key"]),
    "decision_point": lambda _row, _names: _("Point of a decision"),
    "demand": lambda _row, _names: _("What is asked for"),
    **dict.fromkeys(("deadline", "report"), _of_activity),
    **OF_MEETINGS,
    **OF_RIGHTS,
    "municipality": lambda row, _names: str(row["name"]),
    "plan": lambda row, _names: plain_text(row["titles"]),
    "programme": lambda _row, _names: _("The programme"),
    "proposal_answer": lambda _row, _names: _("Answer to a proposal"),
    "region": lambda row, _names: str(row["name"]),
    "supply": lambda _row, _names: _("What there is"),
    "template_link": _of_link,
    "threshold": lambda row, _names: threshold_name(row["key"]),
    "trust": lambda row, names: names.trust(row["code"]),
    "trust_placement": lambda row, names: names.trust(row["trust"]),
    "wave": lambda row, names: names.wave(row["code"]),
}
"""What each table's rows are called."""
