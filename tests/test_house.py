"""The house itself: locks, commands, and the server and browser of the tests."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page
from werkzeug import Request, Response

from tests.browser import list_violations, served
from tests.postgres import PostgresServer

TOP = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEPENDENCIES = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
LOCKS = ("requirements.lock", "requirements-dev.lock")
ONLY_A_CARRIER = {"django", "asgiref", "sqlparse"}


def read_pins(lock: str) -> dict[str, str]:
    """Return what a lock names, each with the version it is held to."""
    text = (TOP / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    text = (TOP / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_hash(lock: str) -> None:
    text = (TOP / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert len(entries) == len(read_pins(lock))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_django_stays_out(lock: str) -> None:
    assert not ONLY_A_CARRIER & set(read_pins(lock))


def test_developers_run_what_is_served() -> None:
    assert read_pins(LOCKS[0]).items() <= read_pins(LOCKS[1]).items()


@pytest.mark.parametrize("dependency", DEPENDENCIES)
def test_a_dependency_has_a_lower_bound_that_the_lock_meets(dependency: str) -> None:
    found = re.match(r"([\w-]+)(?:\[\w+\])?>=(\d+(?:\.\d+)*)", dependency)
    assert found, f"{dependency} has no lower bound"
    name, bound = found.groups()

    assert numbers(read_pins(LOCKS[1])[name]) >= numbers(bound)


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, to compare with another's."""
    return tuple(map(int, re.findall(r"\d+", version)))


def test_make_alone_lists_the_commands() -> None:
    listed = subprocess.run(
        ["make"], cwd=TOP, capture_output=True, text=True, check=True
    ).stdout
    commands = re.findall(r"^  make (\w+)  +\w", listed, re.MULTILINE)

    assert {"setup", "run", "test", "check", "bench", "lock"} <= set(commands)
    for command in commands:
        subprocess.run(
            ["make", "--dry-run", command], cwd=TOP, capture_output=True, check=True
        )


@pytest.mark.parametrize(
    "program",
    [TOP / ".ci" / "run", TOP / ".githooks" / "pre-commit", *TOP.glob("scripts/*.sh")],
    ids=lambda program: program.name,
)
def test_a_program_can_be_run(program: Path) -> None:
    assert os.access(program, os.X_OK)


@Request.application
def erring_app(request: Request) -> Response:
    """Answer / with a page that does everything wrong, and nothing else."""
    if request.path == "/script.js":
        text = "console.error('said'); fetch('/refused'); throw Error('thrown')"
        return Response(text, mimetype="text/javascript")
    if request.path != "/":
        return Response(status=422 if request.path == "/refused" else 404)
    text = """<!doctype html><title>Erring</title><img src="/missing.png">
        <img src="https://elsewhere.example/"><script src="/script.js"></script>"""
    return Response(text, mimetype="text/html")


def test_what_a_page_does_wrong_is_noted(page: Page, faults: list[str]) -> None:
    with served(erring_app) as address:
        with page.expect_response("**/refused"):
            page.goto(address)
        violations = list_violations(page)

    assert sorted(faults) == [
        f"answered 404: {address}/missing.png",
        "asked another machine: https://elsewhere.example/",
        f"console: said ({address}/script.js)",
        "script: thrown",
    ]
    assert {line.partition(":")[0] for line in violations} >= {
        "html-has-lang",
        "image-alt",
    }
    faults.clear()


def test_every_database_is_new_and_goes_away(postgres: PostgresServer) -> None:
    first, second = postgres.create_database(), postgres.create_database()
    address = postgres.url(first).replace("+psycopg", "")

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE waves (code text)")
    copy = postgres.create_database(template=first)
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    found = {}
    for name in (second, copy):
        with psycopg.connect(postgres.url(name).replace("+psycopg", "")) as connection:
            found[name] = connection.execute(tables).fetchall()
    for name in (first, second, copy):
        postgres.drop_database(name)

    assert found == {second: [], copy: [("waves",)]}
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(address)
