"""A mail server that runs in the test, and apps that send to it by a frozen clock."""

import socket
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import select

from app.extensions import db
from app.store.recipients import Recipient, add_recipient
from app.store.tables import ReminderMailRow

LOCALHOST = "127.0.0.1"


class Inbox:
    """What was handed in; refuses `refused` for good and `busy` for now."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.busy: set[str] = set()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if address in self.refused:
            return "550 5.1.1 no such mailbox"
        if address in self.busy:
            return "451 4.3.2 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        read = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(read, EmailMessage)
        self.messages.append(read)
        return "250 OK"

    @property
    def subjects(self) -> list[str]:
        return [it["Subject"] for it in self.messages]


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def mail_server(inbox: Inbox) -> Iterator[Controller]:
    """Return a server that takes e-mails, at a port that is free."""
    controller = Controller(inbox, hostname=LOCALHOST, port=free_port())
    controller.start()
    yield controller
    if controller._thread is not None:
        controller.stop()


def free_port() -> int:
    with socket.socket() as found:
        found.bind((LOCALHOST, 0))
        port: int = found.getsockname()[1]
        return port


def connect(app: Flask, server: Controller) -> Flask:
    """Let an app send to the server of the test."""
    app.config.update(
        SMTP_HOST=LOCALHOST,
        SMTP_PORT=server.port,
        SMTP_TLS="none",
        SMTP_SENDER="plan@example.org",
        PUBLIC_URL="https://plan.example.org/bp",
    )
    return app


def at(app: Flask, moment: datetime) -> None:
    """Let it be that moment for an app."""
    app.config["BOLGEPLAN_CLOCK"] = lambda: moment


def recipient(scope: str, language: str = "en", email: str = "a@b.no") -> Recipient:
    """A recipient as it is entered."""
    kind, _colon, key = scope.partition(":")
    return Recipient(
        role="Local project manager",
        email=email,
        language=language,
        scope_kind=kind,
        scope_key=key,
        is_active=True,
    )


def remind(app: Flask, scope: str, language: str = "en", email: str = "a@b.no") -> int:
    """Enter a recipient."""
    with app.app_context():
        return add_recipient(recipient(scope, language, email))


def before(days: int, *, hour: int = 9, minute: int = 0) -> datetime:
    """A moment so many days before those of K13 may withdraw no more."""
    day = datetime(2024, 3, 1, hour, minute, tzinfo=UTC)
    return day - timedelta(days=days)


def rows(app: Flask, table: type[Any]) -> Sequence[Any]:
    """All rows of a table, in the order in which they came."""
    with app.app_context():
        return db.session.scalars(select(table).order_by(table.id)).all()


def mail_of(app: Flask) -> ReminderMailRow:
    """The one e-mail that there is."""
    with app.app_context():
        return db.session.scalars(select(ReminderMailRow)).one()
