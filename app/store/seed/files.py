"""One fixture file: its shape, its records, and everything that is wrong with it.

UTF-8, comma, header row. Line 1 is the header; a record over several lines counts
by its last.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any

from app.store.errors import Problem
from app.store.seed.cells import CellError, Reader
from planning.snapshot import Precision

Span = tuple[str, str]
Rows = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a fixture file has to look like.

    `key` is unique in the file; `refers` says which file knows the keys of a column
    (several keys in a cell are parted by blanks); `spans` are pairs of columns with
    a first and a last day.
    """

    name: str
    columns: Mapping[str, Reader]
    key: tuple[str, ...]
    refers: Mapping[str, str] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()

    @property
    def file(self) -> str:
        return f"{self.name}.csv"


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file with its values read."""

    line: int
    values: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def key(self, shape: Shape) -> tuple[Any, ...]:
        """What no other record of the file has."""
        return tuple(self.values[column] for column in shape.key)


Files = dict[str, list[Record]]
"""The records of every file, by its name."""


def problem(
    shape: Shape, record: Record, column: str, kind: str, **values: object
) -> Problem:
    """What is wrong with a cell of a record."""
    return Problem(
        file=shape.file, line=record.line, column=column, kind=kind, values=values
    )


class FileReader:
    """Reads one file; what is wrong with it gathers in `problems`."""

    def __init__(self, shape: Shape, problems: list[Problem]) -> None:
        self.shape = shape
        self.problems = problems

    def read(self, folder: Path) -> list[Record]:
        """Return the records that can be read."""
        rows = self._rows(folder / self.shape.file)
        if not rows:
            return []
        header = rows[0][1]
        if not self._fits(header):
            return []
        found = (self._record(line, cells, header) for line, cells in rows[1:])
        records = [record for record in found if record is not None]
        self._find_repeated(records)
        self._find_turned_spans(records)
        return records

    def report(self, line: int, column: str, kind: str, **values: Any) -> None:
        """Keep what is wrong with a cell; line 0 is the file as a whole."""
        self.problems.append(
            Problem(
                file=self.shape.file, line=line, column=column, kind=kind, values=values
            )
        )

    def _rows(self, path: Path) -> Rows:
        """The lines of the file, cut into cells; blank lines don't count."""
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self.report(0, "", "missing-file")
            return []
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self.report(line, "", "not-utf8")
            return []
        reader = csv.reader(StringIO(text, newline=""), strict=True)
        try:
            rows = [(reader.line_num, _stripped(row)) for row in reader if row]
        except csv.Error as error:
            self.report(reader.line_num, "", "broken-csv", reason=str(error))
            return []
        if not rows:
            self.report(0, "", "empty-file")
        return rows

    def _fits(self, header: list[str]) -> bool:
        """Whether the header has the columns that it should."""
        before = len(self.problems)
        expected = set(self.shape.columns)
        for name in sorted(expected - set(header)):
            self.report(1, name, "missing-column")
        for position, name in enumerate(header):
            if name not in expected:
                near = get_close_matches(name, expected, n=1)
                self.report(1, name, "unknown-column", near="".join(near))
            elif name in header[:position]:
                self.report(1, name, "repeated-column")
        return len(self.problems) == before

    def _record(self, line: int, cells: list[str], header: list[str]) -> Record | None:
        """One record, if all its cells can be read."""
        if len(cells) != len(header):
            self.report(line, "", "cell-count", expected=len(header), found=len(cells))
            return None
        values = {}
        for column, cell in zip(header, cells, strict=True):
            try:
                values[column] = self.shape.columns[column](cell)
            except CellError as error:
                self.report(line, column, error.kind, **error.values)
        return Record(line, values) if len(values) == len(header) else None

    def _find_repeated(self, records: list[Record]) -> None:
        first: dict[tuple[Any, ...], int] = {}
        column = self.shape.key[-1]
        for record in records:
            key = record.key(self.shape)
            if key in first:
                shown = " ".join(str(part) for part in key)
                self.report(
                    record.line,
                    column,
                    "duplicate-key",
                    value=shown,
                    earlier=first[key],
                )
            first.setdefault(key, record.line)

    def _find_turned_spans(self, records: list[Record]) -> None:
        for record, (first, last) in self._spans(records):
            if (record[first] is None) != (record[last] is None):
                column = first if record[first] is None else last
                self.report(record.line, column, "half-span", first=first, last=last)
            elif record[first] is not None:
                self._check_span(record, first, last)

    def _check_span(self, record: Record, first: str, last: str) -> None:
        """A last day after the first, and a single one where it says “day”."""
        days = {"first": record[first].isoformat(), "last": record[last].isoformat()}
        precision = f"{first.removesuffix('start')}precision"
        if precision not in self.shape.columns:
            precision = "precision"
        if record[last] < record[first]:
            self.report(record.line, last, "end-before-start", **days)
        elif record[last] > record[first] and (
            record.values.get(precision) == Precision.DAY
        ):
            self.report(record.line, precision, "day-of-many", **days)

    def _spans(self, records: list[Record]) -> Iterator[tuple[Record, Span]]:
        for record in records:
            for span in self.shape.spans:
                yield record, span


def _stripped(row: list[str]) -> list[str]:
    return [cell.strip() for cell in row]
