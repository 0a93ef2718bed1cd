"""`clock`: the jobs as a process of their own, until it is stopped."""

import contextlib
import signal
from types import FrameType

import click
from flask_babel import gettext as _

from app import create_app
from app.cli.failures import debug_option
from app.jobs.clock import run_clock
from app.mail_server import find_mail_server
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
    signal.signal(signal.SIGTERM, _stop)
    if find_mail_server(app.config) is None:
        click.echo(
            _(
                "No e-mail is sent: BOLGEPLAN_SMTP_HOST and BOLGEPLAN_SMTP_SENDER are"
                " not both set."
            ),
            err=True,
        )
    click.echo(_("The clock runs. Stop it with Ctrl+C."), err=True)
    with contextlib.suppress(KeyboardInterrupt):
        run_clock(app)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """End the wait, after which what has begun is finished."""
    raise SystemExit(0)
