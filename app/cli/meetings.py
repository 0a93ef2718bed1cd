"""Meetings of councils and committees from a file: what `import` does with one."""

from collections.abc import Sequence
from typing import Any

from click.exceptions import Exit
from flask_babel import gettext as _
from flask_babel import ngettext

from app import language
from app.access import User
from app.cli import ready_app
from app.cli.failures import Unusable
from app.cli.finding import find_municipality
from app.cli.output import tell, write, write_json, write_table
from app.meeting_words import body_texts
from app.meetings.commands import bring_in
from app.meetings.imported import compare_known, given_for
from app.meetings.importing import Compared, NewMeeting, Refused
from app.meetings.reading import FileError, is_calendar, read_file
from app.store.names import Names, names_for
from app.store.results import current_plan
from app.store.tables import ChangeRow

SOME_REFUSED = 1


def import_meetings(
    content: bytes,
    name: str,
    *,
    municipality: str | None,
    body: str | None,
    is_applied: bool,
    layout: str,
    by: User,
) -> None:
    """Say which meetings of a file are new, and bring them in where that is asked for.

    Raises:
        Unusable: nothing of the file can be read.
        Exit: some of its lines can't.
    """
    with ready_app():
        names = names_for(current_plan(), language.language())
        number = municipality and find_municipality(
            dict(names.municipalities), municipality
        )
        try:
            read = read_file(content, given_for(number or "", body or ""))
        except FileError as error:
            told = f"{name}: {error.sentence}"
            if is_calendar(content) and not number:
                told = f"{told} {advice()}"
            raise Unusable(told) from error
        compared = compare_known(read)
        change = None
        if is_applied and compared.new:
            change = bring_in(compared.new, file=name, by=by)
        if layout == "json":
            document = meetings_document(name, compared, read.refused)
            write_json(document | {"applied": is_applied, "change": id_of(change)})
        else:
            write_meetings(compared, names)
        tell_refused(read.refused, name)
        if layout != "json":
            write_outcome(compared, change, is_applied=is_applied)
        end(compared, read.refused, name)


def end(compared: Compared, refused: Sequence[Refused], name: str) -> None:
    """End as it went: a line that can't be read is work that failed.

    Raises:
        Unusable: no line of the file can be read.
        Exit: some can't; the others are read all the same.
    """
    if refused and not (compared.new or compared.there):
        raise Unusable(_("%(file)s: no line of it can be read.", file=name))
    if refused:
        raise Exit(SOME_REFUSED)


def id_of(change: ChangeRow | None) -> int | None:
    """The number of a change; None where nothing was written."""
    return None if change is None else change.id


def meetings_document(
    name: str, compared: Compared, refused: Sequence[Refused]
) -> dict[str, Any]:
    """What a file says, for a program."""
    return {
        "file": name,
        "new": [_document(it) for it in compared.new],
        "there": [_document(it) for it in compared.there],
        "refused": [{"line": it.line, "reason": it.reason} for it in refused],
    }


def _document(it: NewMeeting) -> dict[str, str]:
    return {
        "municipality": it.municipality,
        "body": it.body,
        "day": it.day.isoformat(),
    }


def write_meetings(compared: Compared, names: Names) -> None:
    """Write the meetings that are new, in order."""
    if compared.new:
        rows = [
            (
                it.day.isoformat(),
                it.municipality,
                names.municipality(it.municipality),
                body_texts()[it.body],
            )
            for it in compared.new
        ]
        write_table((_("Day"), _("Number"), _("Municipality"), _("Who meets")), rows)
        write()


def tell_refused(refused: Sequence[Refused], name: str) -> None:
    """Say which lines can't be read, where they are and why."""
    for it in refused:
        tell(
            _(
                "%(file)s, line %(line)s: %(reason)s",
                file=name,
                line=it.line,
                reason=it.reason,
            )
        )
    if refused:
        tell(
            ngettext(
                "%(num)d line can’t be read.",
                "%(num)d lines can’t be read.",
                len(refused),
            )
        )
        tell(advice())


def advice() -> str:
    """How to say what a file does not."""
    return _(
        "Where the file does not say it, --municipality names whose meetings they are,"
        " and --body who meets."
    )


def write_outcome(
    compared: Compared, change: ChangeRow | None, *, is_applied: bool
) -> None:
    """Write how many are new, and whether they have come in."""
    new, there = len(compared.new), len(compared.there)
    write(ngettext("%(num)d meeting is new.", "%(num)d meetings are new.", new))
    if there:
        write(
            ngettext(
                "%(num)d is there already and stays as it is.",
                "%(num)d are there already and stay as they are.",
                there,
            )
        )
    if change is not None:
        write(_("They have been written."))
    elif new and not is_applied:
        write(_("Nothing has been written. --apply writes it."))
    else:
        write(_("Nothing has been written."))
