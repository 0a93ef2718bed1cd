"""Preconditions of the plan: look at them all, and change each on its own page."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.last_written import find_last_written
from app.moved import find_moved_part, moved_part
from app.preconditions import commands, queries
from app.preconditions.editing import Editing, EntryPage
from app.preconditions.pages import Lines, PreconditionsPage
from app.provenance import get_sources
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow

bp = Blueprint("preconditions", __name__, url_prefix="/preconditions")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show all that the plan is held against."""
    plan = results.current_plan()
    names = names_for(plan, language())
    lines = Lines(
        results.evaluation(plan),
        names=names,
        sources=get_sources(),
        written=find_last_written(it.__tablename__ for it in queries.TABLES.values()),
    )
    members = queries.list_members()
    page = PreconditionsPage(
        bindings=tuple(
            lines.binding(row, members.get(row.id, ()))
            for row in queries.list_bindings()
        ),
        periods=tuple(map(lines.period, queries.list_periods())),
        components=tuple(map(lines.component, queries.list_components())),
        can_edit=signed_in_user().may(commands.RIGHT),
    )
    moved = find_moved_part(
        request.args.get("moved", ""),
        names,
        user=signed_in_user(),
        back=url_for("preconditions.index"),
    )
    return render_template("preconditions/index.html", page=page, moved=moved)


@bp.get("/<kind>/new")
@needs("preconditions.edit")
def new(kind: str) -> ResponseReturnValue:
    """Show the form that adds one of a kind."""
    return render_template("preconditions/entry.html", page=new_page(kind))


@bp.post("/<kind>/new")
@needs("preconditions.edit")
def add(kind: str) -> ResponseReturnValue:
    """Add one of a kind."""
    page = new_page(kind)
    if not page.form.validate_on_submit():
        return refuse(page)
    plan = results.current_plan()
    change = commands.add(plan, kind, page.form.entry, by=signed_in_user())
    return answer(plan, kind, change)


@bp.get("/<kind>/<key>")
@needs("preconditions.edit")
def entry(kind: str, key: str) -> ResponseReturnValue:
    """Show the form that changes one."""
    plan = results.current_plan()
    page = editing(plan).page(kind, queries.get_row(known(kind), key))
    return render_template("preconditions/entry.html", page=page)


@bp.post("/<kind>/<key>")
@needs("preconditions.edit")
def change(kind: str, key: str) -> ResponseReturnValue:
    """Change one."""
    plan = results.current_plan()
    row = queries.get_row(known(kind), key)
    page = editing(plan).page(kind, row)
    if not page.form.validate_on_submit():
        return refuse(page)
    changed = commands.change(
        plan,
        kind,
        row,
        page.form.entry,
        by=signed_in_user(),
        seen=page.form.seen.revision,
    )
    return answer(plan, kind, changed)


@bp.post("/<kind>/<key>/remove")
@needs("preconditions.edit")
def remove(kind: str, key: str) -> ResponseReturnValue:
    """Take one away."""
    plan = results.current_plan()
    row = queries.get_row(known(kind), key)
    seen = editing(plan).page(kind, row).form.seen.revision
    changed = commands.remove(plan, kind, row, by=signed_in_user(), seen=seen)
    return answer(plan, kind, changed)


def new_page(kind: str) -> EntryPage:
    """The form that adds one of a kind, empty or as it was sent."""
    return editing(results.current_plan()).new_page(known(kind))


def known(kind: str) -> str:
    """A kind that there is; another one is not found."""
    return kind if kind in queries.TABLES else abort(404)


def editing(plan: PlanRow) -> Editing:
    """What makes the forms on what holds now."""
    return Editing(plan, results.evaluation(plan), names_for(plan, language()))


def refuse(page: EntryPage) -> ResponseReturnValue:
    """Answer what can't be so, in place or on its page."""
    part = "_entry_form" if wants_fragment() else "entry"
    return refused(render_template(f"preconditions/{part}.html", page=page))


def answer(plan: PlanRow, kind: str, changed: ChangeRow | None) -> ResponseReturnValue:
    """Lead to the page of all, which tells what moved."""
    if changed is None:
        names = names_for(plan, language())
        told = moved_part(None, names, user=signed_in_user()).sentence
        return moved_to(url_for("preconditions.index", _anchor=kind), announce=told)
    url = url_for("preconditions.index", moved=changed.id, _anchor="moved")
    return moved_to(url)
