"""The mail server: how it is reached, and sending by it.

What goes wrong is told in a line for whoever runs the installation; no password is in
it.
"""

import smtplib
import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum
from typing import Any

PATIENCE = 30.0
REFUSED = 500
USUAL_PORTS = {"starttls": 587, "implicit": 465, "none": 25}


class Fault(StrEnum):
    """Which setting is at fault; the values stand in rows."""

    NONE = ""
    """It is no setting: the mailbox or the e-mail is refused."""
    HOST = "host"
    NO_ANSWER = "no-answer"
    NO_STARTTLS = "no-starttls"
    TLS = "tls"
    LOGIN = "login"
    SENDER = "sender"


class NotSent(Exception):  # noqa: N818 - what has become of an e-mail
    """An e-mail could not be sent; says why.

    `is_lost` where the connection is of no more use, for this one or any other;
    `is_final` where the server says that trying it again is of no use; `fault` is the
    setting that has to be mended, where it is one.
    """

    def __init__(
        self,
        why: str,
        *,
        is_lost: bool,
        is_final: bool = False,
        fault: Fault = Fault.NONE,
    ) -> None:
        super().__init__(why)
        self.is_lost = is_lost
        self.is_final = is_final
        self.fault = fault


FAULTS: Sequence[tuple[tuple[type[Exception], ...], Fault]] = (
    ((smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError), Fault.NONE),
    ((smtplib.SMTPSenderRefused,), Fault.SENDER),
    (
        (
            smtplib.SMTPServerDisconnected,
            smtplib.SMTPConnectError,
            smtplib.SMTPHeloError,
        ),
        Fault.NO_ANSWER,
    ),
    # Not let in, or no way to be let in by.
    ((smtplib.SMTPException,), Fault.LOGIN),
    ((socket.gaierror,), Fault.HOST),
    ((ssl.SSLError,), Fault.TLS),
)
"""The first that fits: what smtplib raises is an error of the system too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where e-mails are handed in; `tls` is starttls, implicit or none."""

    host: str
    port: int
    sender: str
    tls: str
    user: str = ""
    password: str = field(default="", repr=False)


def find_mail_server(config: Mapping[str, Any]) -> MailServer | None:
    """The mail server of an installation; None where no host or sender is named."""
    if missing_settings(config):
        return None
    return MailServer(
        host=config["SMTP_HOST"],
        port=config["SMTP_PORT"] or USUAL_PORTS[config["SMTP_TLS"]],
        sender=config["SMTP_SENDER"],
        tls=config["SMTP_TLS"],
        user=config["SMTP_USER"],
        password=config["SMTP_PASSWORD"],
    )


def missing_settings(config: Mapping[str, Any]) -> list[str]:
    """The settings without which no e-mail is sent, as the environment names them."""
    asked = ("SMTP_HOST", "SMTP_SENDER")
    return [f"BOLGEPLAN_{it}" for it in asked if not config[it]]


@contextmanager
def connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    """Give a connection to hand e-mails in by.

    Raises:
        NotSent: the server can't be reached, or lets nobody in.
    """
    try:
        connection = _connect(server)
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(_why(error), is_lost=True, fault=_fault(error)) from error
    try:
        yield connection
    finally:
        # What was handed in is in: a goodbye that fails changes nothing.
        try:
            connection.quit()
        except (OSError, smtplib.SMTPException):
            connection.close()


def send(connection: smtplib.SMTP, message: EmailMessage) -> None:
    """Hand one e-mail in.

    Raises:
        NotSent: the server does not take it.
    """
    try:
        connection.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        is_lost = not isinstance(error, smtplib.SMTPException) or isinstance(
            error, smtplib.SMTPServerDisconnected
        )
        is_final = _is_final(error)
        raise NotSent(
            _why(error), is_lost=is_lost, is_final=is_final, fault=_fault(error)
        ) from error


def _is_final(error: Exception) -> bool:
    """Whether the mailbox or the e-mail is refused for good, by an answer of 5xx.

    What is refused of the sender or of who hands in is the installation's to mend.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= REFUSED for code, _said in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= REFUSED


def _fault(error: Exception) -> Fault:
    """Which setting is at fault."""
    if isinstance(error, smtplib.SMTPNotSupportedError) and "STARTTLS" in str(error):
        return Fault.NO_STARTTLS
    return next(
        (fault for kinds, fault in FAULTS if isinstance(error, kinds)), Fault.NO_ANSWER
    )


def _connect(server: MailServer) -> smtplib.SMTP:
    if server.tls == "implicit":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host,
            server.port,
            timeout=PATIENCE,
            context=ssl.create_default_context(),
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        if server.tls == "starttls":
            connection.starttls(context=ssl.create_default_context())
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _why(error: Exception) -> str:
    """What the server or the system said, in a line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = [f"{code} {_text(said)}" for code, said in error.recipients.values()]
        return "; ".join(answers)
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    # The number that the system gives it says nothing to who reads this.
    said = error.strerror if isinstance(error, OSError) else str(error)
    return _text(said or str(error)) or type(error).__name__


def _text(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())
