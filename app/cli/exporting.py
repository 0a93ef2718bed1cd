"""`export`: the plan as a file of another program."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from app import language
from app.cli import ready_app
from app.cli.failures import debug_option
from app.cli.finding import find_municipality, find_plan, find_wave, title_of
from app.cli.frozen import find_frozen, is_frozen
from app.cli.output import format_option, tell, write_json
from app.cli.planning import plan_option
from app.cli.project_files import losses_option, tell_losses, with_losses
from app.exchange.exported import Exported, export_plan
from app.exchange.mspdi.of_programme import dates_of, frozen_dates
from app.exchange.mspdi.project import Span
from app.frozen_plans import PREFIX
from app.store.baselines import find_named
from app.store.names import names_for
from app.store.results import evaluation

STANDARD_OUTPUT = Path("-")


@click.command(
    help=_(
        "Write a plan to a file of another program. KIND is mspdi: the XML of "
        "Microsoft Project."
    )
)
@click.argument("kind", metavar="KIND", type=click.Choice(["mspdi"]))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Where to; a file that is there is replaced. - writes standard output."),
)
@plan_option
@click.option(
    "--municipality", metavar="NUMBER", help=_("Only this one, by number or name.")
)
@click.option("--wave", metavar="CODE", help=_("Only this wave; aliases are known."))
@click.option(
    "--baseline",
    "baselines",
    metavar="NAME",
    multiple=True,
    help=_(
        "The dates of this too: a baseline by its name, current, or scenario: with a"
        " number or a name; may be repeated, eleven times at most."
    ),
)
@losses_option
@format_option
@debug_option
def export(
    kind: str,
    output: Path,
    plan_name: str | None,
    municipality: str | None,
    wave: str | None,
    baselines: tuple[str, ...],
    losses_file: Path | None,
    layout: str,
) -> None:
    """Write a plan to a file of another program."""
    del kind
    if municipality is not None and wave is not None:
        raise click.UsageError(
            _("Give --municipality or --wave, and not both: a file holds one part.")
        )
    with ready_app():
        exported = _exported(plan_name, municipality, wave, baselines)
        if output == STANDARD_OUTPUT:
            sys.stdout.buffer.write(exported.content)
        else:
            replace_file(output, exported.content)
        tell_losses(exported.losses, losses_file)
        if output == STANDARD_OUTPUT:
            return
        if layout == "json":
            write_json(with_losses(_document(output, exported), exported.losses))
        else:
            tell(_told(output, exported))


def _exported(
    plan_name: str | None,
    municipality: str | None,
    wave: str | None,
    baselines: tuple[str, ...],
) -> Exported:
    row = find_plan(plan_name)
    computed = evaluation(row)
    names = names_for(row, language.language())
    return export_plan(
        computed,
        names,
        title=title_of(row),
        wave=None
        if wave is None
        else find_wave(computed.snapshot.plan.waves, wave).code,
        municipality=None
        if municipality is None
        else find_municipality(dict(names.municipalities), municipality),
        baselines=[_dates(name) for name in baselines],
    )


def _dates(name: str) -> Mapping[str, Span]:
    """When a baseline, or another plan, has everything."""
    if is_frozen(name):
        return frozen_dates(find_frozen(name)[1])
    if find_named(name) is not None:
        return frozen_dates(find_frozen(PREFIX + name)[1])
    return dates_of(evaluation(find_plan(name, or_baseline=True)))


def replace_file(path: Path, content: bytes) -> None:
    """Write a file, all of it or nothing."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as stream:
            stream.write(content)
    except OSError as error:
        # The user knows the name that was given, and not the one in between.
        raise OSError(error.errno, error.strerror, str(path)) from error
    written = Path(stream.name)
    # As other files of the user are, and not for the owner's eyes alone.
    mask = os.umask(0)
    os.umask(mask)
    written.chmod(0o666 & ~mask)
    written.replace(path)


def _document(output: Path, exported: Exported) -> dict[str, Any]:
    return {
        "file": str(output),
        "bytes": len(exported.content),
        "activities": exported.activities,
        "links": exported.links,
    }


def _told(output: Path, exported: Exported) -> str:
    activities = ngettext("%(num)s activity", "%(num)s activities", exported.activities)
    links = ngettext("%(num)s link", "%(num)s links", exported.links)
    return _(
        "%(file)s: %(activities)s, %(links)s.",
        file=click.format_filename(output),
        activities=activities,
        links=links,
    )
