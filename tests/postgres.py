"""A PostgreSQL server for the tests: one per process, gone when the tests are done.

It uses nothing of the machine but the programs: it listens on a socket in a
temporary folder only, and forgets everything if the power goes. PostgreSQL refuses
to run as root, so where the tests do, the server runs as an unprivileged user.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

USER = "bolgeplan"
PORT = 5432
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
}
MISSING = (
    "PostgreSQL's server programs (initdb, pg_ctl) are missing:"
    " run the tests with `make test`, which installs them,"
    " or install them yourself: sudo apt-get install postgresql"
)


@dataclass(frozen=True)
class PostgresServer:
    """A running server, in a folder that is its own."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def create_database(self, template: str = "template1") -> str:
        """Return the name of a new database with what the template holds."""
        name = f"test_{next(self.numbers)}"
        self._execute("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever still holds a connection to it."""
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def url(self, name: str) -> str:
        """Return the address of a database as the app takes it."""
        return f"postgresql+psycopg://{USER}@/{name}?host={self.folder}&port={PORT}"

    def _execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(
            host=str(self.folder),
            port=PORT,
            user=USER,
            dbname="postgres",
            autocommit=True,
        ) as connection:
            identifiers = [sql.Identifier(name) for name in names]
            connection.execute(sql.SQL(statement).format(*identifiers))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Start a server; stop it after the last test of this process."""
    programs = _find_programs() or pytest.fail(MISSING, pytrace=False)
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    account = _unprivileged_account()
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        _run(programs / program, *arguments, folder=folder, account=account)

    options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    try:
        run("initdb", f"--pgdata={data}", f"--username={USER}", "--auth=trust",
            "--locale=C", "--encoding=UTF8", "--no-sync")  # fmt: skip
        run("pg_ctl", f"--pgdata={data}", f"--log={folder / 'log'}", "--wait",
            f"--options=-k {folder} -p {PORT} {options}", "start")  # fmt: skip
        try:
            yield PostgresServer(folder)
        finally:
            run("pg_ctl", f"--pgdata={data}", "--mode=immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """Return the address of an empty database that this test alone uses."""
    name = postgres.create_database()
    yield postgres.url(name)
    postgres.drop_database(name)


def _find_programs() -> Path | None:
    """Return the folder with the newest server's programs."""
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(installed, key=lambda path: float(path.parts[-3]), default=None)
    on_path = shutil.which("initdb")
    found = newest or (Path(on_path).resolve() if on_path else None)
    return found.parent if found else None


def _unprivileged_account() -> pwd.struct_passwd | None:
    """Return the account that the server runs as where the tests run as root."""
    if os.geteuid() != 0:
        return None
    names = {account.pw_name for account in pwd.getpwall()}
    return pwd.getpwnam("postgres" if "postgres" in names else "nobody")


def _run(*command: str | Path, folder: Path, account: pwd.struct_passwd | None) -> None:
    identity: dict[str, Any] = {}
    if account:
        identity = {
            "user": account.pw_uid,
            "group": account.pw_gid,
            "extra_groups": [],
        }
    # Output goes to a file: a pipe would stay open for as long as the server runs.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            command,
            cwd=folder,
            env={"LC_ALL": "C", "PATH": os.defpath},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            **identity,
        )
        output.seek(0)
        said = output.read()
    if done.returncode:
        log = folder / "log"
        said += log.read_text(encoding="utf-8") if log.exists() else ""
        pytest.fail(f"{command[0]} failed:\n{said}", pytrace=False)
