"""Addresses of capacity: the page, its file, and a page for each entry."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.capacity import commands, queries
from app.capacity.editing import Editing, EntryPage
from app.capacity.exports import capacity_csv
from app.capacity.gathering import Gathering
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.moved import find_moved_part, moved_part
from app.spreadsheets import attachment
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow

bp = Blueprint("capacity", __name__, url_prefix="/capacity")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what is asked of the programme by month, and what there is."""
    found = gathering()
    user = signed_in_user()
    moved = find_moved_part(
        request.args.get("moved", ""),
        found.names,
        user=user,
        back=url_for("capacity.index"),
    )
    page = found.page(can_edit=user.may(commands.RIGHT))
    return render_template("capacity/index.html", page=page, moved=moved)


@bp.get("/months.csv")
@needs("plan.view")
def table_file() -> ResponseReturnValue:
    """Give the months of a resource, with who asks, as a file."""
    found = gathering()
    choice = found.choice or abort(404)
    name = found.names.resource(choice.resource)
    file = capacity_csv(name, found.months(choice))
    return attachment(file, f"capacity-{choice.resource}")


@bp.get("/<kind>/new")
@needs("preconditions.edit")
def new(kind: str) -> ResponseReturnValue:
    """Show the form that adds one of a kind."""
    return render_template("capacity/entry.html", page=new_page(kind))


@bp.post("/<kind>/new")
@needs("preconditions.edit")
def add(kind: str) -> ResponseReturnValue:
    """Add one of a kind."""
    page = new_page(kind)
    if not page.form.validate_on_submit():
        return refuse(page)
    plan = results.current_plan()
    changed = commands.add(plan, kind, page.form.entry, by=signed_in_user())
    return answer(plan, page, changed)


@bp.get("/<kind>/<int:row_id>")
@needs("preconditions.edit")
def entry(kind: str, row_id: int) -> ResponseReturnValue:
    """Show the form that changes one."""
    page = editing().page(kind, queries.get_row(known(kind), row_id))
    return render_template("capacity/entry.html", page=page)


@bp.post("/<kind>/<int:row_id>")
@needs("preconditions.edit")
def change(kind: str, row_id: int) -> ResponseReturnValue:
    """Change one."""
    row = queries.get_row(known(kind), row_id)
    page = editing().page(kind, row)
    if not page.form.validate_on_submit():
        return refuse(page)
    plan = results.current_plan()
    changed = commands.change(
        plan,
        kind,
        row,
        page.form.entry,
        by=signed_in_user(),
        seen=page.form.seen.revision,
    )
    return answer(plan, page, changed)


@bp.post("/<kind>/<int:row_id>/remove")
@needs("preconditions.edit")
def remove(kind: str, row_id: int) -> ResponseReturnValue:
    """Take one away."""
    row = queries.get_row(known(kind), row_id)
    page = editing().page(kind, row)
    plan = results.current_plan()
    seen = page.form.seen.revision
    changed = commands.remove(plan, kind, row, by=signed_in_user(), seen=seen)
    return answer(plan, page, changed)


def gathering() -> Gathering:
    """What the page and its file are made from."""
    plan = results.current_plan()
    names = names_for(plan, language())
    return Gathering(results.evaluation(plan), names, request.args)


def new_page(kind: str) -> EntryPage:
    """The form that adds one of a kind, empty or as it was sent."""
    return editing().new_page(known(kind), request.args.get("resource", ""))


def known(kind: str) -> str:
    """A kind that there is; another one is not found."""
    return kind if kind in queries.TABLES else abort(404)


def editing() -> Editing:
    """What makes the forms on what holds now."""
    plan = results.current_plan()
    return Editing(plan, names_for(plan, language()))


def refuse(page: EntryPage) -> ResponseReturnValue:
    """Answer what can't be so, in place or on its page."""
    part = "_entry_form" if wants_fragment() else "entry"
    return refused(render_template(f"capacity/{part}.html", page=page))


def answer(
    plan: PlanRow, page: EntryPage, changed: ChangeRow | None
) -> ResponseReturnValue:
    """Lead to the page, at the resource in question, which tells what moved."""
    resource = page.resource
    if changed is None:
        names = names_for(plan, language())
        told = moved_part(None, names, user=signed_in_user()).sentence
        url = url_for("capacity.index", resource=resource, _anchor="chosen")
        return moved_to(url, announce=told)
    url = url_for(
        "capacity.index", resource=resource, moved=changed.id, _anchor="moved"
    )
    return moved_to(url)
