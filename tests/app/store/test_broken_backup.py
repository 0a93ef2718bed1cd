"""Backups that can't be trusted: noticed before anything is changed."""

import gzip
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import MetaData, text

from app.access import Role, User
from app.extensions import db
from app.store import database, results
from app.store.backup import backup, restore
from app.store.backup_texts import SENTENCES, backup_text
from app.store.errors import BackupError, DatabaseError
from tests.app.conftest import copied
from tests.app.store.test_backup import everything, refusal, work


@pytest.fixture(scope="session")
def saved_once(filled_file, tmp_path_factory, make_any_app) -> Path:
    """Return a backup of a database in which somebody has worked."""
    folder = tmp_path_factory.mktemp("saved")
    app = make_any_app(copied(filled_file, folder / "worked.sqlite3"))
    with app.app_context():
        work(results.current_plan(), User("office", Role.PROGRAMME_OFFICE, "Kontoret"))
        backup(folder / "saved.backup")
    return folder / "saved.backup"


@pytest.fixture
def saved(saved_once, plan, tmp_path) -> Path:
    """Return that backup, beside a database that it may be restored into."""
    return shutil.copy(saved_once, tmp_path / "saved.backup")


@pytest.fixture
def new_app(empty_url, make_app) -> Flask:
    return make_app(empty_url)


def lines(path: Path) -> list[bytes]:
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)


def rewrite(path: Path, new: list[bytes]) -> None:
    path.write_bytes(gzip.compress(b"".join(new)))


def changed_header(path: Path, **values) -> None:
    first, *rest = lines(path)
    rewrite(path, [json.dumps({**json.loads(first), **values}).encode() + b"\n", *rest])


DAMAGE = {
    "missing": lambda path: path.unlink(),
    "not-a-backup": lambda path: path.write_bytes(b"PK\x03\x04 a zip"),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-2000]),
    "newer-format": lambda path: changed_header(path, version=2),
    "damaged": lambda path: changed_header(path, made="2020-01-01T00:00:00+00:00"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_file_that_cannot_be_trusted_changes_nothing(saved, app, kind):
    with app.app_context():
        before = everything()
    DAMAGE[kind](saved)
    assert refusal(saved, replace=True).kind == kind
    with app.app_context():
        assert everything() == before


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (lambda all_: all_[:-1], "truncated"),
        (lambda all_: [*all_[:-1], all_[-1][:-1]], "truncated"),
        (lambda all_: [*all_[:5], *all_[6:]], "damaged"),
        (lambda all_: [*all_[:5], all_[6], all_[5], *all_[7:]], "damaged"),
        (lambda all_: [*all_[:5], b"nonsense\n", *all_[5:]], "damaged"),
        (lambda all_: [all_[0].replace(b"}", b',"more":1}'), *all_[1:]], "damaged"),
        (lambda all_: [all_[0].replace(b"2023-12", b"in 2023")], "damaged"),
        (lambda all_: [b"[]\n", *all_[1:]], "not-a-backup"),
        (lambda all_: [], "not-a-backup"),
        (lambda all_: all_[:1], "truncated"),
    ],
)
def test_lines_that_are_not_as_they_were_written_are_noticed(saved, damage, kind):
    rewrite(saved, damage(lines(saved)))
    assert refusal(saved, replace=True).kind == kind


def test_bytes_that_were_flipped_are_noticed(saved):
    written = bytearray(saved.read_bytes())
    for position in range(200, len(written), 997):
        written[position] ^= 0x55
    saved.write_bytes(written)
    assert refusal(saved, replace=True).kind in {"damaged", "truncated", "not-a-backup"}


def test_a_folder_is_no_backup(plan, tmp_path):
    assert refusal(tmp_path).kind == "cannot-read"


def test_a_backup_of_a_newer_version_is_refused(saved):
    first, *rest = lines(saved)
    newer = first.replace(database.newest_version().encode(), b"9999")
    rewrite(saved, [newer, *rest])
    sealed_again(saved)
    assert refusal(saved, replace=True).kind == "newer"


def sealed_again(path: Path) -> None:
    """Give changed lines a seal that fits them."""
    *before, last = lines(path)
    trailer = json.loads(last) | {"sha256": sha256(b"".join(before)).hexdigest()}
    rewrite(path, [*before, json.dumps(trailer).encode() + b"\n"])


def test_rows_that_the_tables_have_no_room_for_are_refused(saved, app):
    rewrite(saved, [line.replace(b'"printed"', b'"painted"') for line in lines(saved)])
    sealed_again(saved)
    with app.app_context():
        before = everything()
        assert refusal(saved, replace=True).kind == "damaged"
        assert everything() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"code":"K12"', b'"code":"K13"'),
        (b'"wave_id":8,', b'"wave_id":999,'),
        (b'"set_day":"2025-10-01"', b'"set_day":"soon"'),
        (b'"sequence":8', b'"sequence":null'),
    ],
)
def test_rows_that_break_a_rule_of_the_tables_are_refused(saved, any_app, old, new):
    assert any(old in line for line in lines(saved))
    rewrite(saved, [line.replace(old, new) for line in lines(saved)])
    sealed_again(saved)
    with any_app.app_context():
        before = everything()
        assert refusal(saved, replace=True).kind == "not-loaded"
        assert everything() == before


def test_a_database_of_another_is_left_alone(saved, new_app):
    with new_app.app_context():
        with db.engine.begin() as connection:
            connection.execute(text("CREATE TABLE recipe (id INTEGER PRIMARY KEY)"))
        with pytest.raises(DatabaseError) as refused:
            restore(saved, replace=True)
        assert refused.value.kind == "foreign"
        found = MetaData()
        found.reflect(db.engine)
        assert list(found.tables) == ["recipe"]


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_refusal_has_a_sentence(app, kind):
    error = BackupError(
        kind,
        path="a.backup",
        folder="x",
        reason="full",
        version=2,
        migration="9",
        rows=3,
    )
    with app.app_context():
        told = backup_text(error)
    assert told
    assert "%(" not in told
