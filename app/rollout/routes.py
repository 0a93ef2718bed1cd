"""The template: look at it, and change its steps and links, each on its own page."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.moved import find_moved_part, moved_part
from app.provenance import get_sources
from app.rollout import commands, queries
from app.rollout.editing import Editing, LinkPage, StepPage
from app.rollout.pages import template_page
from app.rollout.removal import bridges
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow

bp = Blueprint("rollout", __name__, url_prefix="/template")


@bp.get("")
@needs("plan.view")
def template() -> ResponseReturnValue:
    """Show the steps and links."""
    plan = results.current_plan()
    names = names_for(plan, language())
    page = template_page(
        queries.list_activities(plan),
        queries.list_links(plan),
        names=names,
        sources=get_sources(),
        can_edit=signed_in_user().may("template.edit"),
    )
    moved = find_moved_part(
        request.args.get("moved", ""),
        names,
        user=signed_in_user(),
        back=url_for("rollout.template"),
    )
    return render_template("rollout/template.html", page=page, moved=moved)


@bp.get("/steps/new")
@needs("template.edit")
def new_step() -> ResponseReturnValue:
    """Show the form that adds a step."""
    form = editing(results.current_plan()).new_step_form()
    return render_template("rollout/new_step.html", form=form)


@bp.post("/steps/new")
@needs("template.edit")
def add_step() -> ResponseReturnValue:
    """Add a step."""
    plan = results.current_plan()
    form = editing(plan).new_step_form()
    if not form.validate_on_submit():
        part = "_new_step_form" if wants_fragment() else "new_step"
        return refused(render_template(f"rollout/{part}.html", form=form))
    change = commands.add_activity(
        plan, form.step, form.kind_of_step(), form.ends, by=signed_in_user()
    )
    return answer(change)


@bp.get("/steps/<key>")
@needs("template.edit")
def step(key: str) -> ResponseReturnValue:
    """Show the form that changes a step."""
    plan = results.current_plan()
    page = editing(plan).step_page(queries.get_activity(plan, key))
    return render_template("rollout/step.html", page=page)


@bp.post("/steps/<key>")
@needs("template.edit")
def change_step(key: str) -> ResponseReturnValue:
    """Change a step."""
    plan = results.current_plan()
    row = queries.get_activity(plan, key)
    page = editing(plan).step_page(row)
    if not page.form.validate_on_submit():
        return refuse_step(page)
    change = commands.change_activity(
        plan,
        row,
        page.form.step,
        by=signed_in_user(),
        seen=page.form.seen.revision,
    )
    return answer(change)


@bp.post("/steps/<key>/remove")
@needs("template.edit")
def remove_step(key: str) -> ResponseReturnValue:
    """Take a step away."""
    plan = results.current_plan()
    row = queries.get_activity(plan, key)
    page = editing(plan).step_page(row)
    if page.removal.keeps:
        return refuse_step(page)
    template = results.evaluation(plan).snapshot.plan.template
    change = commands.remove_activity(
        plan,
        row,
        bridges(template, row.key),
        by=signed_in_user(),
        seen=page.form.seen.revision,
    )
    return answer(change)


@bp.get("/links/new")
@needs("template.edit")
def new_link() -> ResponseReturnValue:
    """Show the form that adds a link."""
    form = editing(results.current_plan()).new_link_form()
    return render_template("rollout/new_link.html", form=form)


@bp.post("/links/new")
@needs("template.edit")
def add_link() -> ResponseReturnValue:
    """Add a link."""
    plan = results.current_plan()
    form = editing(plan).new_link_form()
    if not form.validate_on_submit():
        part = "_new_link_form" if wants_fragment() else "new_link"
        return refused(render_template(f"rollout/{part}.html", form=form))
    predecessor, successor = form.ends()
    change = commands.add_link(
        plan, predecessor, successor, form.said, by=signed_in_user()
    )
    return answer(change)


@bp.get("/links/<int:link_id>")
@needs("template.edit")
def link(link_id: int) -> ResponseReturnValue:
    """Show the form that changes a link."""
    plan = results.current_plan()
    page = editing(plan).link_page(queries.get_link(plan, link_id))
    return render_template("rollout/link.html", page=page)


@bp.post("/links/<int:link_id>")
@needs("template.edit")
def change_link(link_id: int) -> ResponseReturnValue:
    """Change a link."""
    plan = results.current_plan()
    row = queries.get_link(plan, link_id)
    page = editing(plan).link_page(row)
    if not page.form.validate_on_submit():
        return refuse_link(page)
    change = commands.change_link(
        plan,
        row,
        page.form.said,
        by=signed_in_user(),
        seen=page.form.seen.revision,
    )
    return answer(change)


@bp.post("/links/<int:link_id>/remove")
@needs("template.edit")
def remove_link(link_id: int) -> ResponseReturnValue:
    """Take a link away."""
    plan = results.current_plan()
    row = queries.get_link(plan, link_id)
    page = editing(plan).link_page(row)
    if page.keeps:
        return refuse_link(page)
    change = commands.remove_link(
        plan, row, by=signed_in_user(), seen=page.form.seen.revision
    )
    return answer(change)


def editing(plan: PlanRow) -> Editing:
    """What makes the forms on the template as it is now."""
    return Editing(plan, results.evaluation(plan), names_for(plan, language()))


def refuse_step(page: StepPage) -> ResponseReturnValue:
    """Answer a step that can't be so, in place or on its page."""
    part = "_step_form" if wants_fragment() else "step"
    return refused(render_template(f"rollout/{part}.html", page=page))


def refuse_link(page: LinkPage) -> ResponseReturnValue:
    """Answer a link that can't be so, in place or on its page."""
    part = "_link_form" if wants_fragment() else "link"
    return refused(render_template(f"rollout/{part}.html", page=page))


def answer(change: ChangeRow | None) -> ResponseReturnValue:
    """Lead to the template, which tells what moved."""
    plan = results.current_plan()
    if change is None:
        told = moved_part(
            None, names_for(plan, language()), user=signed_in_user()
        ).sentence
        return moved_to(url_for("rollout.template"), announce=told)
    url = url_for("rollout.template", moved=change.id, _anchor="moved")
    return moved_to(url)
