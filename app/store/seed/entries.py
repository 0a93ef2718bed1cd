"""A row to be: of which table, known by which key, with which values."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from app.extensions import Base
from app.store.columns import TONGUES, Texts
from app.store.seed.files import Record, Shape

PLAN = "current"


@dataclass(frozen=True, slots=True)
class Ref:
    """The row of another entry, whose number is not known before it is written."""

    table: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row that the fixtures ask for; `file` and `line` say where."""

    row: type[Base]
    key: str
    values: Mapping[str, Any]
    file: str
    line: int

    @property
    def table(self) -> str:
        return str(self.row.__tablename__)

    def digest(self) -> str:
        """What changes when the fixtures say something else of the row."""
        written = json.dumps(
            self.values, default=_written, ensure_ascii=False, sort_keys=True
        )
        return sha256(written.encode()).hexdigest()


def _written(value: object) -> str:
    if isinstance(value, Ref):
        return f"{value.table}:{value.key}"
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(f"no column holds {value!r}")


def entry(
    row: type[Base], shape: Shape, record: Record, key: str = "", /, **values: Any
) -> Entry:
    """An entry from a record, known by the record's own key or another."""
    parts = (str(part) for part in record.key(shape))
    return Entry(
        row=row,
        key=key or ".".join(parts),
        values=values,
        file=shape.file,
        line=record.line,
    )


def in_plan() -> dict[str, Any]:
    """The column that ties a row to the plan that the fixtures fill."""
    return {"plan_id": Ref("plan", PLAN)}


def provenance(record: Record) -> dict[str, Any]:
    """The columns that say where a row comes from, and what to know of it."""
    return {**sources(record), "note": languages(record, "note")}


def sources(record: Record, of: str = "") -> dict[str, Any]:
    """The same without the note; of one fact, whose columns begin with its name."""
    columns = ("source", "reference", "confidence")
    return {column: record.values.get(f"{of}{column}", "") for column in columns}


def languages(record: Record, column: str) -> Texts:
    """A text in the languages that it is given in; some files have no such text."""
    given = {
        language: record.values.get(f"{column}_{language}", "") for language in TONGUES
    }
    return {language: text for language, text in given.items() if text}


def planned(record: Record) -> dict[str, Any]:
    """The columns of a planned window."""
    return {
        "window_first": record["window_start"],
        "window_last": record["window_end"],
        "precision": record["precision"],
    }


def actual(record: Record) -> dict[str, Any]:
    """The columns of what happened."""
    return {
        "actual_first": record["actual_start"],
        "actual_last": record["actual_end"],
        "actual_precision": record["actual_precision"],
    }


def too_long(found: Entry) -> Iterator[tuple[str, int]]:
    """Columns that the entry's text does not fit into, with their lengths."""
    for column in found.row.__table__.columns:
        length = getattr(column.type, "length", None)
        value = found.values.get(column.key)
        if length and isinstance(value, str) and len(value) > length:
            yield column.key, length
