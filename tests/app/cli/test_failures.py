"""However a command fails, the user reads a line and a script gets a status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from app.cli import find_commands
from app.cli.output import write, write_json
from app.store import database
from tests.app.cli.conftest import Run

TOP = Path(__file__).resolve().parents[3]
COMMANDS = (
    "backup",
    "baseline",
    "baselines",
    "capacity",
    "check",
    "clock",
    "economy",
    "export",
    "import",
    "init",
    "plan",
    "proposals",
    "quality",
    "restore",
    "scenarios",
    "schedule",
    "serve",
    "verify",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_help(run: Run, command: str) -> None:
    answer = run(command, "--help")

    assert answer.status == 0
    assert answer.out.startswith(f"Usage: bolgeplan {command}")
    assert command in run("--help").out


def test_help_is_in_the_language_that_the_environment_asks_for(run: Run) -> None:
    option = "Show where in the program an unforeseen error came from."

    assert option in run("--help").out
    told = run("--help", BOLGEPLAN_LANGUAGE="nb").out
    assert "Planlegg innføringen" in told
    assert "--debug  Vis" in told
    assert option not in told


def test_no_command_has_been_forgotten() -> None:
    assert set(find_commands()) == set(COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ("paln",),
        ("plan", "--format", "xml"),
        ("plan", "extra"),
        ("check", "--wave", "K13"),
        ("schedule",),
        ("backup",),
    ],
)
def test_wrong_usage_ends_with_status_two(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words)

    assert (answer.status, answer.out) == (2, "")
    assert "Traceback" not in answer.err


def make_newer(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num TEXT)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('from-later')")
    engine.dispose()


def make_foreign(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE recipe (name TEXT)")
    engine.dispose()


@pytest.mark.parametrize("command", [("plan",), ("check",)])
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "has not been set up yet"),
        (Path.touch, "has not been set up yet"),
        (make_newer, "newer version"),
        (make_foreign, "belongs to something else"),
        (lambda path: path.write_text("a text, not a database" * 100), "is damaged"),
    ],
    ids=["missing", "empty", "newer", "foreign", "no-database"],
)
def test_a_database_that_cannot_be_used_is_told_in_a_line(
    run: Run, tmp_path: Path, command: tuple[str, ...], make: object, told: str
) -> None:
    path = tmp_path / "other.sqlite3"
    assert callable(make)
    make(path)

    answer = run(*command, DATABASE_URL=f"sqlite:///{path}")

    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err
    assert len(answer.err.splitlines()) == 1


def test_asking_for_a_database_that_is_not_there_does_not_make_it(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "other.sqlite3"

    run("check", DATABASE_URL=f"sqlite:///{path}")

    assert not path.exists()


def test_a_database_that_does_not_answer_is_told_with_the_reason(run: Run) -> None:
    nobody = "postgresql://nobody:secret@127.0.0.1:1/none"

    answer = run("check", DATABASE_URL=nobody)

    assert (answer.status, answer.out) == (1, "")
    assert "Connection refused" in answer.err
    assert "secret" not in answer.err


@pytest.mark.parametrize(
    "address", ["here", "mysql://x/y", "postgresql://host:port/x", "postgresql+x://y"]
)
def test_an_address_that_is_none_is_not_repeated(run: Run, address: str) -> None:
    answer = run("check", DATABASE_URL=address)

    assert answer.status == 2
    assert "DATABASE_URL: expected the address of a database" in answer.err


def test_a_setting_that_cannot_be_used_is_wrong_usage(run: Run) -> None:
    answer = run("check", BOLGEPLAN_MAX_CONTENT_LENGTH="much")

    assert (answer.status, answer.out) == (2, "")
    assert "BOLGEPLAN_MAX_CONTENT_LENGTH" in answer.err


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("deep inside")

    monkeypatch.setattr(database, "require_ready", fail)


@pytest.mark.usefixtures("broken")
def test_an_unforeseen_error_is_told_calmly(run: Run) -> None:
    answer = run("check")

    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("bolgeplan: Something went wrong inside the program")
    assert "deep inside" not in answer.err


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("words", "variable"),
    [(("--debug", "check"), ""), (("check", "--debug"), ""), (("check",), "1")],
)
def test_a_traceback_is_written_for_who_asks_for_it(
    run: Run, words: tuple[str, ...], variable: str
) -> None:
    answer = run(*words, BOLGEPLAN_DEBUG=variable)

    assert answer.status == 1
    assert "RuntimeError: deep inside" in answer.err
    assert "bolgeplan: Something went wrong" in answer.err


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space"), "The system refused: No space"),
        (OSError(5, "I/O error", "/x"), "The system refused: I/O error (/x)"),
        (OSError(13, "Denied", "/x"), "/x may not be read or written."),
        (OSError(2, "None", "/x"), "/x is not there, or its folder isn’t."),
        (OSError(), "The system refused: OSError"),
    ],
)
def test_what_the_system_refuses_is_told_by_its_reason(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(database, "require_ready", fail)

    answer = run("check")

    assert (answer.status, answer.err) == (1, f"bolgeplan: {told}\n")


def test_an_interrupt_is_told_in_a_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(database, "require_ready", interrupt)

    answer = run("check")

    assert answer.status == 1
    assert answer.err == "bolgeplan: Interrupted. What was not finished is not saved.\n"


def test_a_refusal_of_the_database_is_told_by_its_reason(
    run: Run, database_url: str
) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE placement")
    engine.dispose()

    answer = run("check")

    assert answer.status == 1
    assert answer.err == "bolgeplan: The database refused: no such table: placement\n"


def program(*words: str, database_url: str) -> list[str]:
    code = f"import sys; from app.cli import main; sys.argv[1:] = {list(words)}; main()"
    return ["env", f"DATABASE_URL={database_url}", sys.executable, "-c", code]


def test_a_reader_that_has_had_enough_gets_no_complaint(database_url: str) -> None:
    read, written = os.pipe()
    os.close(read)

    done = subprocess.run(
        program("plan", database_url=database_url),
        cwd=TOP,
        stdout=written,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(written)

    assert (done.returncode, done.stderr) == (1, b"")


def test_the_language_is_that_of_the_environment(database_url: str) -> None:
    def answer(language: str) -> bytes:
        words = program("plan", "--municipality", "1516", database_url=database_url)
        return subprocess.run(
            ["env", f"BOLGEPLAN_LANGUAGE={language}", *words],
            cwd=TOP,
            capture_output=True,
            check=True,
        ).stdout

    assert b"Produksjonssetting" in answer("nb")
    assert b"Go-live   " in answer("en")


def test_letters_that_the_terminal_has_not_stop_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("app.cli.output._encoding", lambda: "ascii")
        write("Bølge → æ")
        write_json({"name": "Ålesund"})

    assert capsys.readouterr().out == 'B?lge ? ?\n{\n  "name": "\\u00c5lesund"\n}\n'


def test_without_a_command_the_commands_are_listed(run: Run) -> None:
    answer = run()

    assert answer.status == 2
    assert "schedule" in answer.err
