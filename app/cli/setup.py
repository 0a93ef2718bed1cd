"""`init`: the database made or brought up to date, and the facts loaded."""

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from app.cli import opened_app
from app.cli.failures import debug_option
from app.cli.output import tell, write
from app.cli.row_names import rows_text
from app.store import database
from app.store.seed import Seeded, seed


@click.command(
    name="init",
    help=_(
        "Create the database or bring it up to date, and load the facts and the plan "
        "that it begins with. Safe to repeat: what people have changed stays."
    ),
)
@debug_option
def initialise() -> None:
    """Bring database and facts up to date."""
    with opened_app():
        write_seeded(seed(prepare=_upgrade))


def _upgrade() -> None:
    tell(_("Bringing the database up to date."))
    database.upgrade()
    tell(_("Loading the facts."))


def write_seeded(seeded: Seeded) -> None:
    """Say what came in, kind by kind, or that nothing did."""
    if not seeded.changes:
        write(_("Nothing has changed: everything was loaded already."))
        return
    for table, count in seeded.inserted.items():
        write(
            ngettext(
                "%(rows)s: %(num)d new",
                "%(rows)s: %(num)d new",
                count,
                rows=rows_text(table),
            )
        )
    for table, count in seeded.updated.items():
        write(
            ngettext(
                "%(rows)s: %(num)d brought up to date",
                "%(rows)s: %(num)d brought up to date",
                count,
                rows=rows_text(table),
            )
        )
    write(
        ngettext(
            "%(num)d piece of information has been loaded.",
            "%(num)d pieces of information have been loaded.",
            seeded.changes,
        )
    )
