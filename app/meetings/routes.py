"""Addresses of meetings: the table of all, the page of one, its forms.

The views on files are in `import_views.py`.
"""

from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.meetings import commands, import_views, queries
from app.meetings.calendar import calendar_page
from app.meetings.choice import read_choice
from app.meetings.editing import EntryPage, LeadPage, entry_page, lead_page, new_page
from app.meetings.pages import meetings_page
from app.moved import find_moved_part, moved_part
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import ChangeRow

bp = Blueprint("meetings", __name__, url_prefix="/meetings")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the last safe meeting of every council that has an option to decide on."""
    page = meetings_page(
        results.current_plan(),
        queries.list_municipalities(),
        read_choice(request.args),
        current_names(),
        queries.list_region_keys(),
    )
    moved = find_moved_part(
        request.args.get("moved", ""),
        current_names(),
        user=signed_in_user(),
        back=url_for("meetings.index"),
    )
    can_edit = signed_in_user().may(commands.RIGHT)
    return render_template(
        "meetings/index.html", page=page, moved=moved, can_edit=can_edit
    )


@bp.get("/<number>")
@needs("plan.view")
def municipality(number: str) -> ResponseReturnValue:
    """Show all that is known of the meetings of one municipality."""
    page = calendar_page(
        results.current_plan(),
        queries.get_municipality(number),
        current_names(),
        can_edit=signed_in_user().may(commands.RIGHT),
    )
    moved = find_moved_part(
        request.args.get("moved", ""),
        current_names(),
        user=signed_in_user(),
        back=url_for("meetings.municipality", number=number),
    )
    return render_template("meetings/municipality.html", page=page, moved=moved)


@bp.get("/<number>/<kind>/new")
@needs("rights.edit")
def new(number: str, kind: str) -> ResponseReturnValue:
    """Show the form that enters a meeting or a rule."""
    page = new_page(known(kind), queries.get_municipality(number).number)
    return render_template("meetings/entry.html", page=page)


@bp.post("/<number>/<kind>/new")
@needs("rights.edit")
def add(number: str, kind: str) -> ResponseReturnValue:
    """Enter a meeting or a rule."""
    page = new_page(known(kind), queries.get_municipality(number).number)
    if not page.form.validate_on_submit():
        return refuse("entry", page)
    changed = commands.add(kind, number, page.form.entry, by=signed_in_user())
    return answer(number, changed)


@bp.get("/<number>/<kind>/<int:row_id>")
@needs("rights.edit")
def entry(number: str, kind: str, row_id: int) -> ResponseReturnValue:
    """Show the form that changes one."""
    page = entry_page(kind, queries.get_row(known(kind), number, row_id))
    return render_template("meetings/entry.html", page=page)


@bp.post("/<number>/<kind>/<int:row_id>")
@needs("rights.edit")
def change(number: str, kind: str, row_id: int) -> ResponseReturnValue:
    """Change one."""
    row = queries.get_row(known(kind), number, row_id)
    page = entry_page(kind, row)
    if not page.form.validate_on_submit():
        return refuse("entry", page)
    seen, said = page.form.seen.revision, page.form.entry
    changed = commands.change(kind, row, said, by=signed_in_user(), seen=seen)
    return answer(number, changed)


@bp.post("/<number>/<kind>/<int:row_id>/remove")
@needs("rights.edit")
def remove(number: str, kind: str, row_id: int) -> ResponseReturnValue:
    """Take one away."""
    row = queries.get_row(known(kind), number, row_id)
    seen = entry_page(kind, row).form.seen.revision
    changed = commands.remove(kind, row, by=signed_in_user(), seen=seen)
    return answer(number, changed)


@bp.get("/<number>/lead")
@needs("rights.edit")
def lead(number: str) -> ResponseReturnValue:
    """Show the form on how long a case takes in a municipality."""
    page = lead_page(queries.get_municipality(number).number)
    return render_template("meetings/lead.html", page=page)


@bp.post("/<number>/lead")
@needs("rights.edit")
def set_lead(number: str) -> ResponseReturnValue:
    """Say how long a case takes in a municipality."""
    return save_lead(lead_page(queries.get_municipality(number).number))


@bp.post("/<number>/lead/remove")
@needs("rights.edit")
def remove_lead(number: str) -> ResponseReturnValue:
    """Let what holds for everybody hold in a municipality again."""
    row = queries.find_lead(queries.get_municipality(number).number) or abort(404)
    seen = lead_page(number).form.seen.revision
    return answer(number, commands.remove_lead(row, by=signed_in_user(), seen=seen))


@bp.get("/lead")
@needs("rights.edit")
def lead_of_all() -> ResponseReturnValue:
    """Show the form on how long a case takes where nothing else is said."""
    return render_template("meetings/lead.html", page=lead_page(None))


@bp.post("/lead")
@needs("rights.edit")
def set_lead_of_all() -> ResponseReturnValue:
    """Say how long a case takes where nothing else is said."""
    return save_lead(lead_page(None))


@bp.get("/import")
@needs("rights.edit")
def choose_file() -> ResponseReturnValue:
    """Let a file with meetings be chosen."""
    return import_views.show_choice(request.args.get("municipality", ""))


@bp.post("/import")
@needs("rights.edit")
def read() -> ResponseReturnValue:
    """Read a file and say what would come in; nothing is kept."""
    return import_views.read_sent(current_names())


@bp.post("/import/apply")
@needs("rights.edit")
def bring_in() -> ResponseReturnValue:
    """Add the meetings that were read."""
    brought = import_views.bring_in_sent(by=signed_in_user())
    return answer(brought.municipality, brought.change)


def known(kind: str) -> str:
    """A kind that there is; another one is not found."""
    return kind if kind in queries.TABLES else abort(404)


def save_lead(page: LeadPage) -> ResponseReturnValue:
    """Keep how long a case takes, or say what can't be so."""
    if not page.form.validate_on_submit():
        return refuse("lead", page)
    seen, said = page.form.seen.revision, page.form.entry
    changed = commands.set_lead(page.number, said, by=signed_in_user(), seen=seen)
    return answer(page.number, changed)


def refuse(form: str, page: EntryPage | LeadPage) -> ResponseReturnValue:
    """Answer what can't be so, in place or on its page."""
    part = f"_{form}_form" if wants_fragment() else form
    return refused(render_template(f"meetings/{part}.html", page=page))


def answer(number: str | None, changed: ChangeRow | None) -> ResponseReturnValue:
    """Lead to the page of the municipality, or of all, which tells what moved."""
    page = "meetings.municipality" if number else "meetings.index"
    at: dict[str, Any] = {"number": number} if number else {}
    if changed is None:
        told = moved_part(None, current_names(), user=signed_in_user()).sentence
        return moved_to(url_for(page, **at), announce=told)
    return moved_to(url_for(page, **at, moved=changed.id, _anchor="moved"))


def current_names() -> Names:
    """What things are called in the user's language."""
    return names_for(results.current_plan(), language())
