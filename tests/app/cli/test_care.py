"""`bolgeplan backup` and `restore`: there and back, and what is refused."""

import re
from pathlib import Path

import pytest
from flask import Flask

from app.cli.row_names import names_of_rows
from app.extensions import db
from app.store import database
from app.store.engine import changing_tables
from tests.app.cli.conftest import Run
from tests.app.conftest import MakeApp


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> str:
    """Return a backup of the database with the fixtures in it."""
    file = tmp_path / "bolgeplan.backup"
    assert run("backup", str(file)).status == 0
    return str(file)


@pytest.fixture
def empty(tmp_path: Path) -> str:
    """Return the address of a database that has never been made."""
    return f"sqlite:///{tmp_path / 'empty.sqlite3'}"


def test_a_backup_says_what_it_holds(run: Run, tmp_path: Path) -> None:
    answer = run("backup", str(tmp_path / "bolgeplan.backup"))

    assert answer.status == 0
    assert "Municipalities: 66" in answer.out.splitlines()
    assert " rows, as of " in answer.out.splitlines()[-1]


def test_a_backup_makes_another_database_the_same(
    run: Run, saved: str, empty: str
) -> None:
    answer = run("restore", saved, DATABASE_URL=empty)

    assert answer.status == 0
    assert "Municipalities: 66" in answer.out.splitlines()
    there = run("plan", "--format", "json", DATABASE_URL=empty)
    assert there.document == run("plan", "--format", "json").document


def test_a_backup_is_restored_into_a_folder_that_is_not_there_yet(
    run: Run, saved: str, tmp_path: Path
) -> None:
    file = tmp_path / "new" / "instance" / "bolgeplan.sqlite3"

    answer = run("restore", saved, DATABASE_URL=f"sqlite:///{file}")

    assert (answer.status, file.is_file()) == (0, True)


def test_a_backup_of_an_earlier_version_names_what_brings_the_new_facts(
    run: Run, database_url: str, make_app: MakeApp, empty: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "old.backup")
    with make_app(database_url).app_context(), changing_tables(db.engine) as connection:
        database.downgrade_on(connection, "0002")
    assert run("backup", file).status == 0

    answer = run("restore", file, DATABASE_URL=empty)

    assert answer.status == 0
    assert "“bolgeplan init”" in answer.err
    assert "National components: 2 new" in run("init", DATABASE_URL=empty).out


def test_a_backup_of_this_version_asks_for_nothing(
    run: Run, saved: str, empty: str
) -> None:
    assert "“bolgeplan init”" not in run("restore", saved, DATABASE_URL=empty).err


def test_a_backup_of_one_kind_of_database_fills_the_other(
    run: Run, saved: str, postgres_url: str
) -> None:
    restored = run("restore", saved, DATABASE_URL=postgres_url)

    assert restored.status == 0, restored.err
    there = run("plan", "--format", "json", DATABASE_URL=postgres_url)
    assert there.document == run("plan", "--format", "json").document
    assert run("init", DATABASE_URL=postgres_url).out.startswith("Nothing has")


def test_a_file_that_is_there_is_kept_unless_it_may_be_overwritten(
    run: Run, saved: str
) -> None:
    refused = run("backup", saved)

    assert (refused.status, refused.out) == (1, "")
    assert "(--overwrite)" in refused.err
    assert run("backup", saved, "--overwrite").status == 0


def test_data_are_kept_unless_they_may_be_replaced(run: Run, saved: str) -> None:
    refused = run("restore", saved)

    assert (refused.status, refused.out) == (1, "")
    assert "(--replace)" in refused.err
    assert run("restore", saved, "--replace").status == 0
    assert run("plan").status == 0


@pytest.mark.parametrize("content", [b"", b"no backup", b"\x1f\x8b broken"])
def test_what_is_no_backup_cannot_be_used(
    run: Run, tmp_path: Path, empty: str, content: bytes
) -> None:
    file = tmp_path / "other"
    file.write_bytes(content)

    answer = run("restore", str(file), DATABASE_URL=empty)

    assert (answer.status, answer.out) == (2, "")
    assert str(file) in answer.err.splitlines()[-1]
    assert "Traceback" not in answer.err


def test_a_backup_that_is_cut_off_changes_nothing(run: Run, saved: str) -> None:
    file = Path(saved)
    file.write_bytes(file.read_bytes()[:-100])

    answer = run("restore", saved, "--replace")

    assert answer.status == 2
    assert run("plan").status == 0


def test_a_backup_that_is_not_there_cannot_be_used(run: Run, tmp_path: Path) -> None:
    answer = run("restore", str(tmp_path / "nowhere"))

    assert answer.status == 2
    assert "nowhere" in answer.err


def test_a_folder_that_is_not_there_gets_no_backup(run: Run, tmp_path: Path) -> None:
    answer = run("backup", str(tmp_path / "nowhere" / "bolgeplan.backup"))

    assert answer.status == 1
    assert "nowhere" in answer.err


def test_of_a_database_without_anything_there_is_no_backup(
    run: Run, tmp_path: Path, empty: str
) -> None:
    answer = run("backup", str(tmp_path / "of-nothing"), DATABASE_URL=empty)

    assert answer.status == 1
    assert not (tmp_path / "of-nothing").exists()


def test_a_backup_is_told_in_words_and_with_a_readable_moment(
    run: Run, tmp_path: Path
) -> None:
    told = run("backup", str(tmp_path / "it.backup"), BOLGEPLAN_LANGUAGE="nn").out
    assert "Kommunar i bindingar: 12" in told.splitlines()
    assert "_" not in told
    assert re.search(r" rader, per \d+\. \w+ \d{4} kl\. \d\d:\d\d\.$", told.strip())


def test_the_rows_of_every_table_have_words(app: Flask) -> None:
    with app.test_request_context():
        assert set(names_of_rows()) == set(db.metadata.tables)
