"""A file with meetings: chosen, read and told, then brought in.

What is brought in comes from the form that told it, and is checked again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import User
from app.form_fields import shortened
from app.htmx import refused
from app.meetings import commands, queries
from app.meetings.forms import ApplyForm, ImportForm
from app.meetings.imported import ImportPart, given_for, import_part
from app.meetings.importing import from_lines
from app.meetings.reading import FileError, read_file
from app.store.names import Names
from app.store.tables import ChangeRow


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in, and the municipality that was looked at; empty for none."""

    municipality: str
    change: ChangeRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """The form, what a file says where one was read, or why it can't be."""

    form: ImportForm
    part: ImportPart | None = None
    problems: Sequence[str] = ()


def show_choice(municipality: str) -> ResponseReturnValue:
    """The form, with the municipality that was looked at."""
    form = import_form(municipality)
    return render_template("meetings/import.html", page=ImportPage(form=form))


def read_sent(names: Names) -> ResponseReturnValue:
    """Read the file that was sent and say what would come in."""
    form = import_form()
    if not form.validate_on_submit():
        return refused(page_of(ImportPage(form=form)))
    given = given_for(form.municipality.data, form.body.data)
    sent = form.file.data
    try:
        read = read_file(sent.read(), given)
    except FileError as error:
        form.file.errors = (_("The file can’t be read."),)
        return refused(page_of(ImportPage(form=form, problems=(error.sentence,))))
    part = import_part(read, sent.filename or "", names)
    return page_of(ImportPage(form=form, part=part))


def bring_in_sent(*, by: User) -> Brought:
    """Add the meetings that the form carries; what it can't have told is no form."""
    form = ApplyForm()
    numbers = {row.number for row in queries.list_municipalities()}
    meetings = from_lines(form.meetings.data or "", numbers)
    at = form.municipality.data or ""
    if not form.validate_on_submit() or not meetings or at not in {"", *numbers}:
        abort(400)
    name = shortened(form.name.data or "")
    return Brought(at, commands.bring_in(meetings, file=name, by=by))


def import_form(municipality: str = "") -> ImportForm:
    """The form of a file, with all municipalities to choose from."""
    rows = queries.list_municipalities()
    choices = [(row.number, row.name) for row in rows]
    return ImportForm(
        municipalities=choices, data={"municipality": municipality, "body": ""}
    )


def page_of(page: ImportPage) -> str:
    """The page with its form."""
    return render_template("meetings/import.html", page=page)
