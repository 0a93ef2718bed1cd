"""`bolgeplan serve`: the web app, in one process with several threads.

The address is printed on standard output when it listens. A demonstration is
bound to this machine alone; what access is decided by is `app/access.py`.
"""

import contextlib
import signal
import socket
from errno import EADDRINUSE
from types import FrameType

import click
import waitress  # type: ignore[import-untyped]  # has no types
from flask import Flask
from flask_babel import gettext as _

from app import create_app
from app.access import is_loopback
from app.cli.failures import Failed
from app.collector import spare_answers
from app.jobs.clock import clock_beside
from app.mail_words import asks_for_mail, mail_problems
from app.store import database, results

DEFAULT_PORT = 8000
PORTS_TRIED = 20


@click.command(
    help=_("Serve the web app until it is stopped."),
    short_help=_("Serve the web app."),
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=_("Address to listen at.")
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=_(
        "Port to listen at. [default: %(port)s or the next one free]", port=DEFAULT_PORT
    ),
)
@click.option(
    "--demo",
    is_flag=True,
    help=_("Let whoever uses this machine in without a password; nobody else."),
)
@click.option(
    "--threads",
    type=click.IntRange(1, 64),
    default=8,
    show_default=True,
    help=_("How many requests are answered at the same time."),
)
@click.option(
    "--clock/--no-clock",
    "has_clock",
    default=True,
    show_default=True,
    help=_("Send reminders too; without it `bolgeplan clock` does."),
)
def serve(
    host: str, port: int | None, demo: bool, threads: int, has_clock: bool
) -> None:
    """Serve the web app until it is stopped."""
    if demo and not is_loopback(host):
        raise click.UsageError(
            _(
                "A demonstration lets everybody in who reaches it, so it listens at "
                "this machine's own address alone: leave --host out, or --demo."
            )
        )
    app = create_app({"DEMONSTRATION": demo, "BOUND_HOST": host})
    with app.app_context():
        database.require_ready()
        results.current_plan()
    spare_answers()
    with contextlib.closing(listen(host, port)) as listener:
        if not demo:
            click.echo(
                _("There are no accounts yet: without --demo nobody is let in."),
                err=True,
            )
        click.echo(address_of(listener))
        click.echo(_("Stop it with Ctrl+C."), err=True)
        if has_clock and asks_for_mail(app.config):
            for problem in mail_problems(app.config):
                click.echo(problem, err=True)
        with clock_beside(app) if has_clock else contextlib.nullcontext():
            run(app, listener, threads)


def run(app: Flask, listener: socket.socket, threads: int) -> None:
    """Answer requests until a signal to stop comes; those begun are finished."""
    server = waitress.create_server(
        app,
        sockets=[listener],
        threads=threads,
        ident=None,
        # A proxy's headers tell that a request comes through one: keep them.
        clear_untrusted_proxy_headers=False,
    )
    signal.signal(signal.SIGTERM, stop)
    server.run()


def stop(_signal: int, _frame: FrameType | None) -> None:
    """End the server's loop, which then closes by itself."""
    raise SystemExit(0)


def listen(host: str, port: int | None) -> socket.socket:
    """Return a socket that listens; without a port, at the first one that is free.

    Raises:
        Failed: the port is taken, or the address is not this machine's.
    """
    ports = [port]
    if port is None:
        ports = [*range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED)]
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for tried in ports:
        try:
            return socket.create_server((host, tried or 0), family=family)
        except OSError as error:
            if error.errno != EADDRINUSE:
                raise Failed(
                    _(
                        "The app can't listen at %(host)s, port %(port)s: %(reason)s. "
                        "Name another --host or --port.",
                        host=host,
                        port=tried,
                        reason=str(error.strerror).partition(" (")[0],
                    )
                ) from error
    raise Failed(
        _(
            "Port %(first)s is taken by another program. Stop that, or name another "
            "port, for example --port %(next)s.",
            first=ports[0],
            next=(ports[-1] or 0) + 1,
        )
    )


def address_of(listener: socket.socket) -> str:
    """Return what a browser on this machine opens."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
