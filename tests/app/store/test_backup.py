"""Backups: written as a whole, verified before they are read, the same everywhere."""

import gzip
import json
import shutil
import stat
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import MetaData, select, text

from app.extensions import Base, db
from app.store import database, results
from app.store.archive import verify_archive
from app.store.backup import backup, restore
from app.store.backup_texts import SENTENCES, backup_text
from app.store.errors import BackupError, DatabaseError
from app.store.seed import seed
from app.store.tables import ChangeRow, PlanRow, WaveRow
from app.store.writing import writing
from tests.app.conftest import NOON
from tests.builders import deadline_row, wave_row


def wave(code: str = "K13") -> WaveRow:
    return db.session.scalars(select(WaveRow).where(WaveRow.code == code)).one()


def work(plan, by) -> None:
    """Leave a history with every kind of change, and numbers that went."""
    new, only = wave_row(plan.id), deadline_row(plan.id)
    with writing(plan, by=by, what="waves.added"):
        db.session.add_all([new, only])
    with writing(plan, by=by, what="waves.removed"):
        db.session.delete(new)
        db.session.delete(only)
    with writing(plan, by=by, what="waves.date-set"):
        wave().set_day = date(2025, 10, 1)


def everything() -> dict[str, list[tuple]]:
    """Every row of every table as Python has it."""
    found = {}
    for table in Base.metadata.sorted_tables:
        rows = select(table).order_by(*table.primary_key.columns)
        found[table.name] = [tuple(row) for row in db.session.execute(rows)]
    db.session.rollback()
    return found


def refusal(path: Path, **options) -> BackupError:
    with pytest.raises(BackupError) as refused:
        restore(path, **options)
    return refused.value


@pytest.fixture
def saved(app, plan, office, tmp_path) -> Path:
    """Return a backup of a database in which somebody has worked."""
    work(plan, office)
    path = tmp_path / "saved.backup"
    backup(path)
    return path


@pytest.fixture
def new_app(empty_url, make_app) -> Flask:
    return make_app(empty_url)


def test_a_backup_says_what_it_holds(any_plan, office, tmp_path):
    work(any_plan, office)
    saved = backup(tmp_path / "a.backup")
    assert saved.made == NOON
    assert saved.migration == database.newest_version()
    assert saved.rows["municipality"] == 66
    assert saved.rows["change"] == 3


def test_a_backup_goes_around_both_databases_unchanged(
    make_app, tmp_path, postgres_url, filled_file, office
):
    shutil.copy(filled_file, tmp_path / "first.sqlite3")
    first = make_app(f"sqlite:///{tmp_path / 'first.sqlite3'}")
    second = make_app(postgres_url)
    third = make_app(f"sqlite:///{tmp_path / 'third.sqlite3'}")
    with first.app_context():
        work(results.current_plan(), office)
        before = everything()
        backup(tmp_path / "1.backup")
    for number, app in enumerate((second, third), start=1):
        with app.app_context():
            restore(tmp_path / f"{number}.backup")
            assert everything() == before
            assert database.state() is database.State.READY
            backup(tmp_path / f"{number + 1}.backup")
    written = [lines(tmp_path / f"{number}.backup") for number in (1, 2, 3)]
    assert written[0] == written[2]


def test_what_was_restored_can_be_worked_with(saved, new_app, office):
    with new_app.app_context():
        restore(saved)
        plan = results.current_plan()
        assert wave().set_day == date(2025, 10, 1)
        new, only = wave_row(plan.id), deadline_row(plan.id)
        with writing(plan, by=office, what="waves.added") as write:
            db.session.add_all([new, only])
        assert write.change.revision == 5
        assert (new.id, only.id) == (12, 2)
        assert seed().changes == 0


def test_a_database_that_holds_data_is_not_overwritten(saved, any_plan):
    error = refusal(saved)
    assert error.kind == "not-empty"
    assert error.values["rows"] > 600
    assert wave().set_day is None


def test_a_database_that_holds_data_is_replaced_when_told(
    saved, any_app, any_plan, office
):
    for day in range(1, 8):
        with writing(any_plan, by=office, what="test"):
            wave().set_day = date(2025, 5, day)
    kept = results.evaluation(any_plan)
    restore(saved, replace=True)
    assert wave().set_day == date(2025, 10, 1)
    assert len(db.session.scalars(select(ChangeRow)).all()) == 3
    # Whoever has kept an answer by its revision doesn't take it for the new one.
    assert results.revision() == 9
    after = results.evaluation(results.current_plan())
    assert after.snapshot != kept.snapshot


def test_a_migrated_database_without_rows_is_filled(saved, new_app):
    with new_app.app_context():
        database.upgrade()
        restore(saved)
        assert results.revision() == 4


def test_a_backup_is_of_one_moment_and_for_its_owner_alone(saved):
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert [path.name for path in saved.parent.iterdir() if "saved" in path.name] == [
        "saved.backup"
    ]


def test_a_file_that_is_there_is_not_overwritten_unless_told(plan, tmp_path):
    path = tmp_path / "a.backup"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(BackupError) as refused:
        backup(path)
    assert refused.value.kind == "exists"
    assert path.read_text(encoding="utf-8") == "precious"
    backup(path, overwrite=True)
    assert verify_archive(path)


def test_a_folder_that_is_not_there_is_named(plan, tmp_path):
    with pytest.raises(BackupError) as refused:
        backup(tmp_path / "nowhere" / "a.backup")
    assert refused.value.kind == "no-folder"


def test_a_backup_that_fails_leaves_no_file(plan, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.archive.os.fsync", full)
    folder = tmp_path / "full"
    folder.mkdir()
    with pytest.raises(BackupError) as refused:
        backup(folder / "a.backup")
    assert refused.value.kind == "cannot-write"
    assert list(folder.iterdir()) == []


def test_an_empty_database_has_nothing_to_back_up(new_app, tmp_path):
    with new_app.app_context(), pytest.raises(DatabaseError) as refused:
        backup(tmp_path / "a.backup")
    assert refused.value.kind == "empty"


def test_a_backup_from_before_a_migration_is_brought_up_to_date(
    make_app, tmp_path, new_app
):
    old = make_app(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    path = tmp_path / "old.backup"
    with old.app_context():
        database.upgrade("0001")
        with db.engine.begin() as connection:
            connection.execute(text("INSERT INTO plan (name, kind, titles)"
                                    " VALUES ('old', 'current', '{}')"))  # fmt: skip
        assert backup(path).migration == "0001"
    with new_app.app_context():
        restore(path)
        assert database.state() is database.State.READY
        assert db.session.scalars(select(PlanRow.name)).all() == ["old"]


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
