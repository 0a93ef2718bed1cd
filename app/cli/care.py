"""`backup` and `restore`: the care of an installation's data.

A backup that cannot be read is input that cannot be used; everything else that
stops them is work that failed.
"""

from pathlib import Path

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from app.cli import opened_app
from app.cli.failures import Failed, Unusable, debug_option
from app.cli.output import tell, write
from app.cli.row_names import rows_text
from app.filters import moment, number
from app.store import backup as backups
from app.store import database
from app.store.backup import Saved
from app.store.backup_texts import backup_text
from app.store.errors import BackupError

UNUSABLE = frozenset(
    {
        "cannot-read",
        "damaged",
        "missing",
        "newer",
        "newer-format",
        "not-a-backup",
        "truncated",
    }
)
# How to say on the command line what the sentence asks for.
OPTIONS = {"exists": "--overwrite", "not-empty": "--replace"}


@click.command(
    help=_(
        "Write everything that the database holds to FILE, which any database can be "
        "restored from."
    )
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help=_("Replace FILE if it is there."))
@debug_option
def backup(file: Path, overwrite: bool) -> None:
    """Write a backup."""
    with opened_app():
        try:
            saved = backups.backup(file, overwrite=overwrite)
        except BackupError as error:
            raise refusal(error) from error
    write_saved(saved)


@click.command(
    help=_(
        "Load the backup in FILE, all or nothing. A database that holds data is "
        "refused unless --replace is given."
    )
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help=_("Give up what the database holds now."))
@debug_option
def restore(file: Path, replace: bool) -> None:
    """Load a backup."""
    with opened_app():
        tell(_("Reading %(file)s.", file=click.format_filename(file)))
        try:
            saved = backups.restore(file, replace=replace)
        except BackupError as error:
            raise refusal(error) from error
        if saved.migration != database.newest_version():
            tell(
                _(
                    "The backup is of an earlier version. “bolgeplan init” loads the "
                    "facts that have come since."
                )
            )
    write_saved(saved)


def refusal(error: BackupError) -> Failed:
    """Return what the user is told, with the option that would allow it."""
    option = OPTIONS.get(error.kind)
    told = backup_text(error)
    if option:
        told = f"{told.removesuffix('.')} ({option})."
    return Unusable(told) if error.kind in UNUSABLE else Failed(told)


def write_saved(saved: Saved) -> None:
    """Say what the backup holds, table by table."""
    for table, count in saved.rows.items():
        write(f"{rows_text(table)}: {number(count)}")
    rows = sum(saved.rows.values())
    write(
        ngettext(
            "%(num)d row, as of %(moment)s.",
            "%(num)d rows, as of %(moment)s.",
            rows,
            moment=moment(saved.made),
        )
    )
