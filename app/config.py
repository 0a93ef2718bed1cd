"""Settings: defaults, and what the environment overrides.

BOLGEPLAN_<NAME> in the environment overrides the setting of that name, for the
names in ENVIRONMENT alone; DATABASE_URL says where the database is. That the app
runs as a demonstration is no setting of the environment: only the command that
binds the address may say so.
"""

import os
import re
import secrets
import tempfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

TOP = Path(__file__).resolve().parent.parent
DATABASE_NAME = "bolgeplan.sqlite3"
DRIVERS = frozenset({"sqlite", "postgres", "postgresql", "postgresql+psycopg"})
TLS = ("starttls", "implicit", "none")
MOST_OF_A_FILE = 40 * 1024 * 1024
SECRET_NAME = "secret-key"  # noqa: S105 - the name of a file, not a secret

DEFAULTS: Mapping[str, Any] = {
    "BOUND_HOST": "",
    "DEMONSTRATION": False,
    # The largest file that is kept with an agreement, in bytes.
    "LONGEST_FILE": 10 * 1024 * 1024,
    "MAX_CONTENT_LENGTH": 1024 * 1024,
    "PERMANENT_SESSION_LIFETIME": timedelta(days=365),
    # Where people reach the app: what stands before every link in an e-mail.
    "PUBLIC_URL": "",
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_NAME": "bolgeplan",
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_SECURE": False,
    # Without a host and a sender no e-mail is sent.
    "SMTP_HOST": "",
    "SMTP_PASSWORD": "",
    "SMTP_PORT": 0,
    "SMTP_SENDER": "",
    "SMTP_TLS": "starttls",
    "SMTP_USER": "",
    "SQLALCHEMY_DATABASE_URI": "",
    # A page may stay open for a day: its token lives as long as the session.
    "WTF_CSRF_TIME_LIMIT": None,
}


class ConfigError(Exception):
    """A setting of the environment that can't be used; says which and why.

    `setting` and `expected` are empty where it is no setting that can't be read.
    """

    def __init__(self, told: str, *, setting: str = "", expected: str = "") -> None:
        super().__init__(told)
        self.setting = setting
        self.expected = expected


def read_flag(text: str) -> bool:
    """Read what people write for yes and no."""
    answers = {"1": True, "true": True, "yes": True}
    answers |= {"0": False, "false": False, "no": False}
    if text.strip().lower() not in answers:
        raise ValueError("expected 1 or 0")
    return answers[text.strip().lower()]


def read_size(text: str) -> int:
    """Read a number of bytes."""
    if not text.strip().isdecimal() or int(text) == 0:
        raise ValueError("expected a whole number of bytes, for example 1048576")
    return int(text)


def read_file_size(text: str) -> int:
    """Read how large a file may be; a line of a backup has to hold one."""
    size = read_size(text)
    if size > MOST_OF_A_FILE:
        raise ValueError(f"expected at most {MOST_OF_A_FILE} bytes")
    return size


def read_port(text: str) -> int:
    """Read the number of a port."""
    number = int(text) if text.strip().isdecimal() else 0
    if not 0 < number < 2**16:
        raise ValueError("expected the number of a port, for example 587")
    return number


def read_tls(text: str) -> str:
    """Read how the connection to the mail server is kept secret."""
    if text.strip().lower() not in TLS:
        raise ValueError(f"expected one of {', '.join(TLS)}")
    return text.strip().lower()


def read_sender(text: str) -> str:
    """Read the address that e-mails come from, alone: no name before it."""
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", text.strip()):
        raise ValueError("expected an e-mail address, for example plan@example.org")
    return text.strip()


def read_public_url(text: str) -> str:
    """Read the address of the app as people write it; without a stroke at the end."""
    parts = urlsplit(text.strip())
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query:
        raise ValueError("expected an address, for example https://plan.example.org")
    return text.strip().rstrip("/")


ENVIRONMENT: Mapping[str, Callable[[str], Any]] = {
    "LONGEST_FILE": read_file_size,
    "MAX_CONTENT_LENGTH": read_size,
    "PUBLIC_URL": read_public_url,
    "SECRET_KEY": str,
    "SESSION_COOKIE_SECURE": read_flag,
    "SMTP_HOST": str,
    "SMTP_PASSWORD": str,
    "SMTP_PORT": read_port,
    "SMTP_SENDER": read_sender,
    "SMTP_TLS": read_tls,
    "SMTP_USER": str,
}


def settings(environment: Mapping[str, str], instance: Path) -> dict[str, Any]:
    """Return the defaults, overridden by the environment."""
    values = {**DEFAULTS, **read_environment(environment)}
    default_url = f"sqlite:///{instance / DATABASE_NAME}"
    url = environment.get("DATABASE_URL") or default_url
    values["SQLALCHEMY_DATABASE_URI"] = read_database_url(url)
    return values


def read_database_url(text: str) -> str:
    """Return the address of a database that the app can work with.

    Raises:
        ConfigError: it is no such address.
    """
    try:
        driver = make_url(text).drivername
    except (ArgumentError, ValueError):
        driver = ""
    if driver not in DRIVERS:
        # The address may hold a password: it is not repeated.
        raise ConfigError(
            "DATABASE_URL: expected the address of a database, for example "
            "sqlite:////srv/bolgeplan.sqlite3 or postgresql://user@host/bolgeplan"
        )
    return text


def read_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings that the environment names.

    Raises:
        ConfigError: a value can't be read.
    """
    values: dict[str, Any] = {}
    for name, read in ENVIRONMENT.items():
        text = environment.get(f"BOLGEPLAN_{name}", "")
        if not text:
            continue
        try:
            values[name] = read(text)
        except ValueError as error:
            setting = f"BOLGEPLAN_{name}"
            raise ConfigError(
                f"{setting}: {error}", setting=setting, expected=str(error)
            ) from error
    return values


def instance_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of this installation's own data."""
    named = environment.get("BOLGEPLAN_INSTANCE")
    return Path(named).resolve() if named else TOP / "instance"


def secret_key(folder: Path) -> str:
    """Return the key that signs sessions; the first time, make it.

    Raises:
        ConfigError: it can neither be read nor written.
    """
    path = folder / SECRET_NAME
    try:
        if not path.exists():
            write_secret(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path}: {error}. Make the folder writable, "
            "or set BOLGEPLAN_SECRET_KEY to a long random text"
        ) from error
    if len(key) < 32:
        raise ConfigError(f"{path} is no secret key: remove it, a new one is made")
    return key


def write_secret(path: Path) -> None:
    """Write a new key that the owner alone may read.

    It gets its name when it is whole, and two processes agree on the first one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        os.link(name, path)
    except FileExistsError:
        return
    finally:
        Path(name).unlink()
