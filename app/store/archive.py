"""The file of a backup: gzipped JSON, one value a line, the same for every database.

The first line says what it is; then one row a line, as [table, values]; the last
line counts the rows and seals all before it with a checksum. Dates are ISO texts,
instants are in UTC, sums of money are whole øre.
"""

import gzip
import json
import os
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from app.store.errors import BackupError

FORMAT = "bolgeplan-backup"
VERSION = 1
LONGEST_LINE = 64 * 1024 * 1024

TableRow = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a backup is of: the migration that its tables are at, and when."""

    migration: str
    made: str
    format: str = FORMAT
    version: int = VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailer:
    """What seals a backup: rows by table, last numbers given out, checksum."""

    rows: Mapping[str, int]
    numbers: Mapping[str, int] = field(default_factory=dict)
    sha256: str


def write_archive(
    path: Path,
    header: Header,
    rows: Iterable[TableRow],
    numbers: Mapping[str, int],
    *,
    overwrite: bool,
) -> Trailer:
    """Write a backup that is there as a whole or not at all.

    Raises:
        BackupError: where there is a file already, or none can be written.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise BackupError("not-a-file", path=str(path))
    if path.exists() and not overwrite:
        raise BackupError("exists", path=str(path))
    if not path.parent.is_dir():
        raise BackupError("no-folder", path=str(path), folder=str(path.parent))
    try:
        return _write_whole(path, header, rows, numbers)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BackupError("cannot-write", path=str(path), reason=reason) from error


def _write_whole(
    path: Path, header: Header, rows: Iterable[TableRow], numbers: Mapping[str, int]
) -> Trailer:
    """Under a name of its own until it is safe on the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            trailer = _write_lines(file, header, rows, numbers)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)
    return trailer


def _write_lines(
    file: IO[bytes],
    header: Header,
    rows: Iterable[TableRow],
    numbers: Mapping[str, int],
) -> Trailer:
    seal = sha256()
    counted: Counter[str] = Counter()
    with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:

        def write(value: Any) -> None:
            line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            written = line.encode() + b"\n"
            seal.update(written)
            packed.write(written)

        write(asdict(header))
        for table, values in rows:
            write([table, values])
            counted[table] += 1
        trailer = Trailer(
            rows=dict(sorted(counted.items())),
            numbers=dict(sorted(numbers.items())),
            sha256=seal.hexdigest(),
        )
        write(asdict(trailer))
    return trailer


def _sync_folder(folder: Path) -> None:
    """Make the new name as lasting as the file."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def verify_archive(path: Path) -> tuple[Header, Trailer]:
    """Read a backup to its end; return what it is and what is in it.

    Raises:
        BackupError: where it is no backup, or not the whole one that was written.
    """
    lines = _lines(path)
    first = next(lines, b"")
    header = _header(path, first)
    seal, counted = sha256(first), Counter[str]()
    # The last line is not known to be the last before the one after it is missing.
    waiting = next(lines, None)
    for line in lines:
        seal.update(waiting or b"")
        counted[_row(path, waiting or b"")[0]] += 1
        waiting = line
    trailer = _trailer(path, waiting or b"")
    if trailer.sha256 != seal.hexdigest() or trailer.rows != counted:
        raise BackupError("damaged", path=str(path))
    return header, trailer


def read_rows(path: Path) -> Iterator[TableRow]:
    """The rows of a backup that has been verified."""
    for line in _lines(path):
        if line.startswith(b"["):
            yield _row(path, line)


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") as packed:
            while line := packed.readline(LONGEST_LINE):
                if not line.endswith(b"\n"):
                    raise BackupError("truncated", path=str(path))
                yield line
    except FileNotFoundError as error:
        raise BackupError("missing", path=str(path)) from error
    except gzip.BadGzipFile as error:
        raise BackupError("not-a-backup", path=str(path)) from error
    except EOFError as error:
        raise BackupError("truncated", path=str(path)) from error
    except zlib.error as error:
        raise BackupError("damaged", path=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise BackupError("cannot-read", path=str(path), reason=reason) from error


def _header(path: Path, line: bytes) -> Header:
    """What the file says of itself."""
    found = _parsed(line)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise BackupError("not-a-backup", path=str(path))
    version = found.get("version")
    if version != VERSION:
        raise BackupError("newer-format", path=str(path), version=version)
    try:
        header = Header(**found)
        datetime.fromisoformat(header.made)
        return header
    except (TypeError, ValueError) as error:
        raise BackupError("damaged", path=str(path)) from error


def _trailer(path: Path, line: bytes) -> Trailer:
    """The seal; without one the file ends too early."""
    found = _parsed(line)
    try:
        return Trailer(**found)
    except TypeError as error:
        raise BackupError("truncated", path=str(path)) from error


def _row(path: Path, line: bytes) -> TableRow:
    match _parsed(line):
        case [str(table), dict(values)]:
            return table, values
    raise BackupError("damaged", path=str(path))


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None
