"""Addresses of the shared cost: the page, its file, and a page for each entry."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.cost_split import commands, queries
from app.cost_split.editing import EntryPage, entry_page, new_page
from app.cost_split.exports import split_csv
from app.cost_split.gathering import Found, gather
from app.cost_split.pages import cost_split_page
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.moved import find_moved_part, moved_part
from app.provenance import get_sources
from app.spreadsheets import attachment
from app.store.tables import ChangeRow

bp = Blueprint("cost_split", __name__, url_prefix="/rights/cost-split")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what the others pay when somebody stays away."""
    user, found = signed_in_user(), gathering()
    page = cost_split_page(found, get_sources(), can_edit=user.may(commands.RIGHT))
    moved = find_moved_part(
        request.args.get("moved", ""),
        found.names,
        user=user,
        back=url_for("cost_split.index"),
    )
    return render_template("cost_split/index.html", page=page, moved=moved)


@bp.get("/years.csv")
@needs("plan.view")
def table_file() -> ResponseReturnValue:
    """Give who pays what in every year as a file."""
    return attachment(split_csv(gathering()), "cost-split")


@bp.get("/<kind>/new")
@needs("rights.edit")
def new(kind: str) -> ResponseReturnValue:
    """Show the form that adds one of a kind."""
    return render_template("cost_split/entry.html", page=new_page(known(kind)))


@bp.post("/<kind>/new")
@needs("rights.edit")
def add(kind: str) -> ResponseReturnValue:
    """Add one of a kind."""
    page = new_page(known(kind))
    if not page.form.validate_on_submit():
        return refuse(page)
    return answer(commands.add(kind, page.form.entry, by=signed_in_user()))


@bp.get("/<kind>/<int:row_id>")
@needs("rights.edit")
def entry(kind: str, row_id: int) -> ResponseReturnValue:
    """Show the form that changes one."""
    page = entry_page(kind, queries.get_row(known(kind), row_id))
    return render_template("cost_split/entry.html", page=page)


@bp.post("/<kind>/<int:row_id>")
@needs("rights.edit")
def change(kind: str, row_id: int) -> ResponseReturnValue:
    """Change one."""
    row = queries.get_row(known(kind), row_id)
    page = entry_page(kind, row)
    if not page.form.validate_on_submit():
        return refuse(page)
    seen = page.form.seen.revision
    changed = commands.change(
        kind, row, page.form.entry, by=signed_in_user(), seen=seen
    )
    return answer(changed)


@bp.post("/<kind>/<int:row_id>/remove")
@needs("rights.edit")
def remove(kind: str, row_id: int) -> ResponseReturnValue:
    """Take one away."""
    row = queries.get_row(known(kind), row_id)
    seen = entry_page(kind, row).form.seen.revision
    return answer(commands.remove(kind, row, by=signed_in_user(), seen=seen))


def gathering() -> Found:
    """What the page and its file are made from."""
    return gather(request.args, language())


def known(kind: str) -> str:
    """A kind that there is; another one is not found."""
    return kind if kind in queries.TABLES else abort(404)


def refuse(page: EntryPage) -> ResponseReturnValue:
    """Answer what can't be so, in place or on its page."""
    part = "_entry_form" if wants_fragment() else "entry"
    return refused(render_template(f"cost_split/{part}.html", page=page))


def answer(changed: ChangeRow | None) -> ResponseReturnValue:
    """Lead to the page, which tells what was done."""
    if changed is None:
        told = moved_part(None, gathering().names, user=signed_in_user()).sentence
        return moved_to(url_for("cost_split.index"), announce=told)
    return moved_to(url_for("cost_split.index", moved=changed.id, _anchor="moved"))
