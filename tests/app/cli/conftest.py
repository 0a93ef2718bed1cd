"""Commands run as a user runs them, on a database of their own."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask

from app.cli import main
from app.extensions import db
from tests.app.conftest import MakeApp


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command wrote, and the status that it ended with."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document that is the result."""
        return json.loads(self.out)


Run = Callable[..., Answer]
Change = Callable[[Callable[[], object]], None]


@pytest.fixture
def database_url(filled_file: Path, tmp_path: Path) -> str:
    """Return the address of a database with the fixtures in it."""
    path = tmp_path / "bolgeplan.sqlite3"
    shutil.copy(filled_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Run:
    """Return what runs a command in English; keywords are variables of its own."""
    return runner(database_url, tmp_path)


def runner(database_url: str, folder: Path) -> Run:
    """Return what runs commands on a database, in a folder."""

    def run_command(*words: str, stdin: str | bytes = "", **variables: str) -> Answer:
        environment = {
            "BOLGEPLAN_INSTANCE": str(folder / "instance"),
            "BOLGEPLAN_LANGUAGE": "en",
            "BOLGEPLAN_DEBUG": "",
            "DATABASE_URL": database_url,
            **variables,
        }
        result = CliRunner().invoke(main, words, input=stdin, env=environment)
        return Answer(result.exit_code, result.stdout, result.stderr)

    return run_command


@pytest.fixture(scope="session")
def exported(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the untouched plan as Microsoft Project's XML, written once."""
    folder = tmp_path_factory.mktemp("exported")
    shutil.copy(filled_file, folder / "bolgeplan.sqlite3")
    run = runner(f"sqlite:///{folder / 'bolgeplan.sqlite3'}", folder)
    return run("export", "mspdi", "-o", "-").out


@pytest.fixture
def change(database_url: str, make_app: MakeApp) -> Change:
    """Return what changes rows of the database that the commands work on."""
    app: Flask = make_app(database_url)

    def change_rows(do: Callable[[], object]) -> None:
        with app.app_context():
            do()
            db.session.commit()

    return change_rows
