"""What commands write about files of Microsoft Project: differences, losses."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from app.cli.failures import Unusable
from app.cli.output import last_day, tell, write, write_table
from app.exchange.checking import NetworkFileError
from app.exchange.loss_texts import loss_text, losses_document
from app.exchange.mspdi.losses import Loss
from app.exchange.mspdi.reading import Read, read_project
from app.exchange.problem_texts import problem_text

MOST_PROBLEMS = 50

losses_option = click.option(
    "--losses",
    "losses_file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Also write what did not fit to FILE."),
)


def read_file(content: bytes, name: str) -> Read:
    """Read a file and tell everything that is wrong with it."""
    if not content.strip():
        raise Unusable(_("%(file)s is empty.", file=name))
    try:
        return read_project(content, name)
    except NetworkFileError as error:
        for problem in error.problems[:MOST_PROBLEMS]:
            tell(f"{name}: {problem_text(problem)}")
        rest = len(error.problems) - MOST_PROBLEMS
        if rest > 0:
            tell(_("And %(count)s more.", count=rest))
        raise Unusable(_("%(file)s cannot be read.", file=name)) from error


def tell_losses(losses: Sequence[Loss], file: Path | None) -> None:
    """Say what did not fit, and write it beside the result where that is asked for."""
    if not losses:
        tell(_("Everything fitted."))
    else:
        tell(_("What did not fit:"))
    for loss in losses:
        tell(f"- {loss_text(loss)}")
    if file is not None:
        lines = [loss_text(loss, named=len(loss.subjects)) for loss in losses]
        lines = lines or [_("Everything fitted.")]
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def with_losses(document: dict[str, Any], losses: Sequence[Loss]) -> dict[str, Any]:
    """The document of a result, with what did not fit."""
    return {**document, "losses": losses_document(losses)}


def write_differences(differences: Sequence[dict[str, Any]]) -> None:
    """Write each date that differs from the one that stands in the file."""
    write()
    if not differences:
        write(_("Every date is the one that stands in the file."))
        return
    write_differing(differences)


def write_differing(differences: Sequence[dict[str, Any]]) -> None:
    """Write them under a heading of their own, with how many days each end moves."""
    write(
        ngettext(
            "%(num)s activity has other dates than the file:",
            "%(num)s activities have other dates than the file:",
            len(differences),
        )
    )
    write_table(
        (
            _("Activity"),
            _("Name"),
            _("Start in the file"),
            _("Start"),
            _("Last day in the file"),
            _("Last day"),
            _("Days, start"),
            _("Days, finish"),
        ),
        map(_row, differences),
        right=(6, 7),
    )


def _row(it: dict[str, Any]) -> tuple[str, ...]:
    stored, computed = it["stored"], it["computed"]
    return (
        it["activity"],
        it["name"],
        stored["start"],
        computed["start"],
        last_day(stored["start"], stored["finish"]),
        last_day(computed["start"], computed["finish"]),
        *(_signed(it["days"][end]) for end in ("start", "finish")),
    )


def _signed(days: int) -> str:
    return f"{days:+d}" if days else "0"
