"""`bolgeplan init`: a database from nothing, and safe to repeat."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import delete

from app.extensions import db
from app.store.seed import FIXTURES
from app.store.tables import AssumptionRow
from tests.app.cli.conftest import Run
from tests.app.conftest import MakeApp


@pytest.fixture
def nowhere(tmp_path: Path) -> str:
    """Return an address in a folder that is not there yet."""
    return f"sqlite:///{tmp_path / 'new' / 'bolgeplan.sqlite3'}"


def test_the_facts_are_loaded_and_counted(run: Run, nowhere: str) -> None:
    answer = run("init", DATABASE_URL=nowhere)

    assert answer.status == 0
    lines = answer.out.splitlines()
    assert "Municipalities: 66 new" in lines
    assert "Waves: 10 new" in lines
    assert lines[-1].endswith("pieces of information have been loaded.")
    assert run("plan", DATABASE_URL=nowhere).status == 0


def test_no_table_is_told_by_its_name_in_the_database(run: Run, nowhere: str) -> None:
    told = run("init", DATABASE_URL=nowhere).out
    assert "_" not in told
    assert all(line[0].isupper() for line in told.splitlines()[:-1])


def test_either_database_is_filled_from_nothing(run: Run, empty_url: str) -> None:
    assert run("plan", DATABASE_URL=empty_url).status == 1

    assert run("init", DATABASE_URL=empty_url).status == 0

    assert run("plan", DATABASE_URL=empty_url).status == 0
    assert run("init", DATABASE_URL=empty_url).out.startswith("Nothing has changed")


def test_how_the_work_goes_is_no_part_of_the_result(run: Run, nowhere: str) -> None:
    answer = run("init", DATABASE_URL=nowhere)

    assert answer.err.splitlines() == [
        "Bringing the database up to date.",
        "Loading the facts.",
    ]


def test_a_second_time_nothing_changes(run: Run) -> None:
    answer = run("init")

    assert answer.status == 0
    assert answer.out == "Nothing has changed: everything was loaded already.\n"


def test_a_fact_that_has_been_corrected_is_brought_up_to_date(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "fixtures"
    shutil.copytree(FIXTURES, folder)
    regions = folder / "regions.csv"
    text = regions.read_text(encoding="utf-8")
    regions.write_text(text.replace("Fosen", "Fosen og omegn", 1), encoding="utf-8")
    monkeypatch.setattr("app.store.seed.seed.__defaults__", (folder,))

    answer = run("init")

    assert answer.status == 0
    assert answer.out.splitlines() == [
        "Regions: 1 brought up to date",
        "1 piece of information has been loaded.",
    ]


def test_facts_that_cannot_be_used_are_told_by_their_place(
    run: Run, nowhere: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.seed.seed.__defaults__", (tmp_path,))

    answer = run("init", DATABASE_URL=nowhere)

    assert answer.status == 2
    assert "waves.csv" in answer.err
    assert "Traceback" not in answer.err
    assert "not been set up" in run("check", DATABASE_URL=nowhere).err


def test_facts_that_cannot_be_used_leave_the_database_as_it_was(
    run: Run, empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.seed.seed.__defaults__", (tmp_path,))

    assert run("init", DATABASE_URL=empty_url).status == 2

    assert "not been set up" in run("plan", DATABASE_URL=empty_url).err


def test_nothing_is_reckoned_without_what_it_rests_on(
    run: Run, database_url: str, make_app: MakeApp
) -> None:
    with make_app(database_url).app_context():
        db.session.execute(delete(AssumptionRow))
        db.session.commit()

    for command in (["plan"], ["check"], ["economy", "5054"]):
        answer = run(*command)
        assert answer.status == 1
        assert "have not been loaded. Whoever runs the app" in answer.err
        assert "bolgeplan init" in answer.err
