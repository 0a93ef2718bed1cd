"""`clock`: the jobs as a process of their own, until it is stopped."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from flask import Flask
from flask_babel import gettext as _

from app import create_app
from app.cli.failures import debug_option
from app.jobs.clock import clock_beside
from app.mail_words import mail_problems
from app.store import database, results


@click.command(
    help=_(
        "Send reminders when they are due, until it is stopped. One process does it,"
        " however many run."
    ),
    short_help=_("Send reminders when they are due."),
)
@debug_option
def clock() -> None:
    """Send reminders when they are due, until it is stopped."""
    app = create_app()
    with app.app_context():
        database.require_ready()
        results.current_plan()
    with stop_awaited() as wait:
        tell(app)
        with clock_beside(app):
            wait()


def tell(app: Flask) -> None:
    """Say that the clock runs, and whether anything can come of it."""
    for problem in mail_problems(app.config):
        click.echo(problem, err=True)
    click.echo(_("The clock runs. Stop it with Ctrl+C."), err=True)


@contextmanager
def stop_awaited() -> Iterator[Callable[[], object]]:
    """Give what waits for the signal to stop.

    The handlers do nothing: one that raised would do so anywhere, in the middle of
    the scheduler's own work too. The signal itself is read from a pipe.
    """
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda _signal, _frame: None)
    try:
        yield lambda: os.read(reading, 1)
    finally:
        signal.set_wakeup_fd(-1)
        os.close(reading)
        os.close(writing)
