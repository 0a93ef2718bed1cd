"""`schedule`: a stand-alone network file, without a database.

A file that anything is wrong with is input that cannot be used, whether that is
its text, its entries, or a network without an answer.
"""

import sys
from pathlib import Path
from typing import Any

import click
from flask_babel import gettext as _

from app.cli.failures import Unusable, debug_option
from app.cli.output import (
    format_option,
    last_day,
    tell,
    write,
    write_json,
    write_table,
)
from app.cli.project_files import (
    losses_option,
    read_file,
    tell_losses,
    with_losses,
    write_differences,
)
from app.cli.quality import with_quality, write_network_quality
from app.conflict_texts import severity_text
from app.exchange.checking import MOST_CHARACTERS, NetworkFileError
from app.exchange.mspdi.parsing import is_xml
from app.exchange.mspdi.reading import Read
from app.exchange.mspdi.recomputed import network_file, recomputed_document
from app.exchange.network_file import NetworkFile, read_network_file, schedule_document
from app.exchange.network_quality import network_quality
from app.exchange.problem_texts import problem_text
from app.planning_errors import planning_error_text
from planning.errors import PlanningError

STANDARD_INPUT = "-"
# A character takes four bytes at the most.
MOST_BYTES = 4 * MOST_CHARACTERS


@click.command(
    help=_(
        "Schedule the network in FILE, without a database. FILE is JSON, or XML of "
        "Microsoft Project; - reads standard input."
    )
)
@click.argument("file", metavar="FILE")
@click.option(
    "--quality",
    "is_checked",
    is_flag=True,
    help=_("Also check the network, and give it a score."),
)
@losses_option
@format_option
@debug_option
def schedule(
    file: str, losses_file: Path | None, layout: str, *, is_checked: bool
) -> None:
    """Schedule a network file."""
    content = read_bytes(file)
    try:
        if is_xml(content):
            project = read_file(content, shown(file))
            schedule_project(project, losses_file, layout, is_checked=is_checked)
        else:
            network = read(content, shown(file))
            schedule_network(network, layout, is_checked=is_checked)
    except PlanningError as error:
        raise Unusable(f"{shown(file)}: {planning_error_text(error)}") from error


def schedule_network(network: NetworkFile, layout: str, *, is_checked: bool) -> None:
    """Answer a network file with its schedule."""
    document = schedule_document(network)
    quality = network_quality(network) if is_checked else None
    if layout == "json":
        write_json(with_quality(document, quality))
    else:
        write_schedule(document, network)
        write_network_quality(quality)


def schedule_project(
    project: Read, losses_file: Path | None, layout: str, *, is_checked: bool
) -> None:
    """The same of a file of Microsoft Project, with what differs from its dates."""
    document = recomputed_document(project)
    network = network_file(project.project)
    quality = network_quality(network) if is_checked else None
    tell_losses(project.losses, losses_file)
    if layout == "json":
        write_json(with_losses(with_quality(document, quality), project.losses))
    else:
        write_schedule(document, network)
        write_differences(document["differences"])
        write_network_quality(quality)


def read(content: bytes, name: str) -> NetworkFile:
    """Read a file and tell everything that is wrong with it."""
    try:
        return read_network_file(read_text(content, name), name)
    except NetworkFileError as error:
        for problem in error.problems:
            tell(f"{name}: {problem_text(problem)}")
        raise Unusable(_("%(file)s cannot be scheduled.", file=name)) from error


def shown(file: str) -> str:
    """What messages call the file."""
    return (
        _("standard input") if file == STANDARD_INPUT else click.format_filename(file)
    )


def read_text(content: bytes, name: str) -> str:
    """Return the text of a file."""
    if len(content) > MOST_BYTES:
        raise Unusable(_("%(file)s is too large to be read.", file=name))
    if not content.strip():
        raise Unusable(_("%(file)s is empty.", file=name))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(
            _(
                "%(file)s is not UTF-8 text: byte %(place)s does not fit. Save it as "
                "UTF-8.",
                file=name,
                place=error.start + 1,
            )
        ) from error


def read_bytes(file: str) -> bytes:
    """Return what is in the file, or somewhat more than is accepted of it."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unusable(unreadable(shown(file), error)) from error


def unreadable(name: str, error: OSError) -> str:
    """Say why a file can't be read."""
    if isinstance(error, FileNotFoundError):
        return _("There is no file %(file)s.", file=name)
    if isinstance(error, IsADirectoryError):
        return _("%(file)s is a folder, not a file.", file=name)
    if isinstance(error, PermissionError):
        return _("%(file)s may not be read.", file=name)
    reason = error.strerror or type(error).__name__
    return _("%(file)s cannot be read: %(reason)s", file=name, reason=reason)


def write_schedule(document: dict[str, Any], network: NetworkFile) -> None:
    """Write the schedule as a table, with what is wrong under it."""
    write_table(
        (
            _("Activity"),
            _("Name"),
            _("Start"),
            _("Last day"),
            _("Earliest"),
            _("Latest"),
            _("Float"),
            _("Free"),
            _("Notes"),
        ),
        (
            activity_row(id, network.names.get(id, ""), at)
            for id, at in document["activities"].items()
        ),
        right=(6, 7),
    )
    write()
    write(
        _(
            "Starts on %(start)s; %(finish)s is the first day after it.",
            start=document["start"],
            finish=document["finish"],
        )
    )
    if document["critical_path"]:
        path = " → ".join(document["critical_path"])
        write(_("Critical path: %(path)s", path=path))
    for conflict in document["conflicts"]:
        write(f"{severity_text(conflict['severity'])}: {conflict['text']}")


def activity_row(id: str, name: str, at: dict[str, Any]) -> tuple[str, ...]:
    """Return one activity as a person reads it."""
    notes = (
        _("critical") if at["critical"] else "",
        _("presumed as planned") if at["presumed"] else "",
    )
    return (
        id,
        name,
        at["start"],
        last_day(at["start"], at["finish"]),
        at["early_start"],
        at["late_start"],
        str(at["total_float"]),
        str(at["free_float"]),
        ", ".join(filter(None, notes)),
    )
