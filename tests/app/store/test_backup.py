"""Backups: written as a whole, verified before they are read, the same everywhere."""

import gzip
import os
import shutil
import stat
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text

from app.extensions import Base, db
from app.store import database, results, visits
from app.store.archive import verify_archive
from app.store.backup import backup, restore
from app.store.beside import writing_beside
from app.store.errors import BackupError, ClashError, DatabaseError
from app.store.seed import seed
from app.store.stored_files import add_file
from app.store.tables import AssumptionRow, ChangeRow, PlanRow, WaveRow
from app.store.writing import writing
from tests.app.conftest import NOON
from tests.builders import (
    accepted_conflict_row,
    binding_row,
    deadline_row,
    member_row,
    own_figure_row,
    wave_row,
)


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
    binding = binding_row()
    with writing(plan, by=by, what="waves.date-set"):
        wave().set_day = date(2025, 10, 1)
        db.session.add_all([binding, own_figure_row(), accepted_conflict_row(plan.id)])
        db.session.flush()
        db.session.add(member_row(binding.id))
        db.session.get(AssumptionRow, "loan_rate").value = "0.05"
    visits.mark_seen(by.key, revision=results.revision())
    with writing_beside():
        every_byte = bytes(range(256))
        add_file(every_byte, name="a.jpg", media_type="image/jpeg", by=by.key)


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
    assert saved.rows["binding_member"] == 13
    assert saved.rows["own_figure"] == saved.rows["accepted_conflict"] == 1
    assert saved.rows["last_visit"] == 1


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
    written = [
        gzip.decompress((tmp_path / f"{number}.backup").read_bytes())
        for number in (1, 2, 3)
    ]
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


def test_what_was_seen_before_a_backup_was_restored_is_a_clash(
    saved, any_app, any_plan, office
):
    for day in range(1, 6):
        with writing(any_plan, by=office, what="test"):
            wave().set_day = date(2025, 5, day)
    shown = results.revision()
    restore(saved, replace=True)
    plan, touches = results.current_plan(), [("wave", str(wave().id))]
    with (
        pytest.raises(ClashError),
        writing(plan, by=office, what="test", seen=shown, touches=touches),
    ):
        wave().set_day = date(2025, 6, 1)
    fresh = results.revision()
    for number, day in enumerate((1, 2)):
        seen = fresh + number
        with writing(plan, by=office, what="test", seen=seen, touches=touches):
            wave().set_day = date(2025, 6, day)
    assert wave().set_day == date(2025, 6, 2)


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


def test_what_is_no_ordinary_file_is_never_replaced(plan, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BackupError) as refused:
        backup(pipe, overwrite=True)
    assert refused.value.kind == "not-a-file"
    assert pipe.is_fifo()


def test_a_link_is_followed_to_its_file(plan, tmp_path):
    kept = tmp_path / "kept.backup"
    kept.write_text("older", encoding="utf-8")
    link = tmp_path / "latest.backup"
    link.symlink_to(kept)
    backup(link, overwrite=True)
    assert link.is_symlink()
    assert verify_archive(kept)


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
