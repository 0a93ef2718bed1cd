"""`bolgeplan serve`, as a program of its own: what it prints, refuses, lets in."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.cli import serving as serving_module
from app.cli.failures import Failed

PATIENCE = 30
LOOPBACK = "127.0.0.1"


@pytest.fixture
def environment(filled_file: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of an installation whose database is ready."""
    database = tmp_path / "bolgeplan.sqlite3"
    shutil.copy(filled_file, database)
    return {
        "PATH": os.environ["PATH"],
        "BOLGEPLAN_INSTANCE": str(tmp_path),
        "BOLGEPLAN_LANGUAGE": "en",
        "DATABASE_URL": f"sqlite:///{database}",
    }


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from app.cli import main; main()", *arguments]


def refuse(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """Return the status and the messages of a server that does not start."""
    done = subprocess.run(
        command("serve", *arguments),
        env=environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=PATIENCE,
    )
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


@contextmanager
def serving(environment: dict[str, str], *arguments: str) -> Iterator[str]:
    """Serve for a while; gives the address that was printed, then stops."""
    process = subprocess.Popen(
        command("serve", *arguments),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGTERM)
        _output, messages = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in messages


def ask(address: str, path: str, **headers: str) -> int:
    """Return the status of an answer."""
    given = urlsplit(address)
    assert given.hostname is not None
    connection = http.client.HTTPConnection(
        given.hostname, given.port, timeout=PATIENCE
    )
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST", path, headers=named)
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_demonstration_lets_its_own_machine_in_and_nobody_else(
    environment: dict[str, str],
) -> None:
    # Somebody who is let in is asked for the form's token next, which is a 400.
    with serving(environment, "--demo", "--port", "0") as address:
        assert address.startswith(f"http://{LOOPBACK}:")
        assert ask(address, "/demonstration") == 400
        assert ask(address, "/demonstration", Host="evil.example") == 401
        assert ask(address, "/demonstration", X_Forwarded_For=LOOPBACK) == 401
        assert ask(address, "/demonstration", Forwarded="for=127.0.0.1") == 401


def test_without_a_demonstration_nobody_is_let_in(environment: dict[str, str]) -> None:
    with serving(environment, "--port", "0") as address:
        assert ask(address, "/demonstration") == 401


def test_a_demonstration_listens_to_its_own_machine_alone(
    environment: dict[str, str],
) -> None:
    for host in ("0.0.0.0", "::", "192.168.1.20", "example.org"):
        status, messages = refuse(environment, "--demo", "--host", host)
        assert status == 2
        assert "--demo" in messages


def test_a_port_that_was_asked_for_and_is_taken_is_told(
    environment: dict[str, str],
) -> None:
    with socket.create_server((LOOPBACK, 0)) as other:
        port = other.getsockname()[1]
        status, messages = refuse(environment, "--port", str(port))
    assert status == 1
    assert str(port) in messages


def test_an_address_of_another_machine_is_told(environment: dict[str, str]) -> None:
    status, messages = refuse(environment, "--host", "192.0.2.1", "--port", "0")
    assert status == 1
    assert "192.0.2.1" in messages


def test_a_database_that_is_not_ready_names_the_command(
    environment: dict[str, str], tmp_path: Path
) -> None:
    environment["DATABASE_URL"] = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    status, messages = refuse(environment)
    assert status == 1
    assert "bolgeplan init" in messages


def test_without_a_port_the_next_one_free_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server((LOOPBACK, 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setattr(serving_module, "DEFAULT_PORT", port)
        with serving_module.listen(LOOPBACK, None) as listener:
            address = serving_module.address_of(listener)
            assert urlsplit(address).port != port
            assert urlsplit(address).hostname == LOOPBACK


def test_when_all_are_taken_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((LOOPBACK, 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setattr(serving_module, "DEFAULT_PORT", port)
        monkeypatch.setattr(serving_module, "PORTS_TRIED", 1)
        with pytest.raises(Failed, match=str(port)):
            serving_module.listen(LOOPBACK, None)
