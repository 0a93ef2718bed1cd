"""The template: look at it, and change its steps and links, each on its own page."""

from collections.abc import Callable, Iterable

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.moved import find_moved_part, moved_part
from app.provenance import get_sources
from app.rollout import commands, queries
from app.rollout.course import course_part
from app.rollout.editing import Editing, LinkPage, StepPage
from app.rollout.effect import Effect, effect_of
from app.rollout.forms import NewStepForm, StepForm
from app.rollout.link_forms import LinkForm, NewLinkForm
from app.rollout.offered import Change, link_change, read_length, step_change
from app.rollout.pages import template_page
from app.rollout.removal import bridges
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow
from app.store.trial import try_out

ALL = "all"
"""What the button sends that tries a change out and shows everybody."""

bp = Blueprint("rollout", __name__, url_prefix="/template")


@bp.get("")
@needs("plan.view")
def template() -> ResponseReturnValue:
    """Show the steps and links."""
    plan = results.current_plan()
    names = names_for(plan, language())
    steps, links = queries.list_activities(plan), queries.list_links(plan)
    page = template_page(
        steps,
        links,
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
    return render_template(
        "rollout/template.html",
        page=page,
        moved=moved,
        course=course_part(
            steps,
            links,
            evaluation=results.evaluation(plan),
            names=names,
            asked=request.args.get("step", ""),
        ),
    )


@bp.get("/steps/new")
@needs("template.edit")
def new_step() -> ResponseReturnValue:
    """Show the form that adds a step."""
    form = editing(results.current_plan()).new_step_form()
    return show_new_step(form)


@bp.post("/steps/new")
@needs("template.edit")
def add_step() -> ResponseReturnValue:
    """Add a step."""
    plan = results.current_plan()
    form = editing(plan).new_step_form()
    if not form.validate_on_submit():
        return refused(show_new_step(form))
    return do_or_try(
        form,
        lambda: commands.add_activity(
            plan, form.step, form.kind_of_step(), form.ends, by=signed_in_user()
        ),
        lambda effect: show_new_step(form, effect),
    )


@bp.get("/steps/<key>")
@needs("template.edit")
def step(key: str) -> ResponseReturnValue:
    """Show the form that changes a step, with a length that is offered filled in."""
    plan = results.current_plan()
    row = queries.get_activity(plan, key)
    page = editing(plan).step_page(row)
    if not page.form.offer(read_length(request.args.get("length", ""))):
        return show_step(page)
    change = step_change(plan, row, page, by=signed_in_user())
    return show_step(page, tell(page.form, change, concerned=[key]))


@bp.post("/steps/<key>")
@needs("template.edit")
def change_step(key: str) -> ResponseReturnValue:
    """Change a step."""
    plan = results.current_plan()
    row = queries.get_activity(plan, key)
    page = editing(plan).step_page(row)
    if not page.form.validate_on_submit():
        return refused(show_step(page))
    return do_or_try(
        page.form,
        step_change(plan, row, page, by=signed_in_user()),
        lambda effect: show_step(page, effect),
        concerned=[key],
    )


@bp.post("/steps/<key>/remove")
@needs("template.edit")
def remove_step(key: str) -> ResponseReturnValue:
    """Take a step away."""
    plan = results.current_plan()
    row = queries.get_activity(plan, key)
    page = editing(plan).step_page(row)
    if page.removal.keeps:
        return refused(show_step_removal(page))
    template = results.evaluation(plan).snapshot.plan.template
    return do_or_try(
        page.form,
        lambda: commands.remove_activity(
            plan,
            row,
            bridges(template, row.key),
            by=signed_in_user(),
            seen=page.form.seen.revision,
        ),
        lambda effect: show_step_removal(page, effect),
        concerned=[key],
    )


@bp.get("/links/new")
@needs("template.edit")
def new_link() -> ResponseReturnValue:
    """Show the form that adds a link."""
    form = editing(results.current_plan()).new_link_form()
    return show_new_link(form)


@bp.post("/links/new")
@needs("template.edit")
def add_link() -> ResponseReturnValue:
    """Add a link."""
    plan = results.current_plan()
    form = editing(plan).new_link_form()
    if not form.validate_on_submit():
        return refused(show_new_link(form))
    return do_or_try(
        form,
        lambda: commands.add_link(plan, *form.ends(), form.said, by=signed_in_user()),
        lambda effect: show_new_link(form, effect),
        concerned=form.ends(),
    )


@bp.get("/links/<int:link_id>")
@needs("template.edit")
def link(link_id: int) -> ResponseReturnValue:
    """Show the form that changes a link, with a length that is offered filled in."""
    plan = results.current_plan()
    row = queries.get_link(plan, link_id)
    page = editing(plan).link_page(row)
    if not page.form.offer(read_length(request.args.get("length", ""))):
        return show_link(page)
    change = link_change(plan, row, page, by=signed_in_user())
    return show_link(page, tell(page.form, change, concerned=page.form.ends()))


@bp.post("/links/<int:link_id>")
@needs("template.edit")
def change_link(link_id: int) -> ResponseReturnValue:
    """Change a link."""
    plan = results.current_plan()
    row = queries.get_link(plan, link_id)
    page = editing(plan).link_page(row)
    if not page.form.validate_on_submit():
        return refused(show_link(page))
    return do_or_try(
        page.form,
        link_change(plan, row, page, by=signed_in_user()),
        lambda effect: show_link(page, effect),
        concerned=page.form.ends(),
    )


@bp.post("/links/<int:link_id>/remove")
@needs("template.edit")
def remove_link(link_id: int) -> ResponseReturnValue:
    """Take a link away."""
    plan = results.current_plan()
    row = queries.get_link(plan, link_id)
    page = editing(plan).link_page(row)
    if page.keeps:
        return refused(show_link_removal(page))
    return do_or_try(
        page.form,
        lambda: commands.remove_link(
            plan, row, by=signed_in_user(), seen=page.form.seen.revision
        ),
        lambda effect: show_link_removal(page, effect),
        concerned=page.form.ends(),
    )


def editing(plan: PlanRow) -> Editing:
    """What makes the forms on the template as it is now."""
    return Editing(plan, results.evaluation(plan), names_for(plan, language()))


def do_or_try(
    form: StepForm | LinkForm,
    command: Change,
    show: Callable[[Effect], str],
    *,
    concerned: Iterable[str] = (),
) -> ResponseReturnValue:
    """Change the template, or say what that comes to where it was typed."""
    if not form.tries.data:
        return answer(command())
    return show(tell(form, command, concerned=concerned))


def tell(
    form: StepForm | LinkForm, change: Change, *, concerned: Iterable[str]
) -> Effect:
    """What a change of the template would come to."""
    plan = results.current_plan()
    return effect_of(
        try_out(plan, change),
        names_for(plan, language()),
        shows_all=request.form.get(form.tries.name) == ALL,
        concerned=concerned,
        typed=form.step.names if isinstance(form, NewStepForm) else None,
    )


def show_new_step(form: NewStepForm, effect: Effect | None = None) -> str:
    """The form that adds a step, in place or on its page."""
    part = "_new_step_form" if wants_fragment() else "new_step"
    return render_template(f"rollout/{part}.html", form=form, effect=effect)


def show_step(page: StepPage, effect: Effect | None = None) -> str:
    """The form on a step, in place or on its page."""
    if wants_fragment():
        return render_template("rollout/_step_form.html", page=page, effect=effect)
    return render_template("rollout/step.html", page=page, effect=effect, removing=None)


def show_step_removal(page: StepPage, effect: Effect | None = None) -> str:
    """What removes a step, in place or on its page."""
    if wants_fragment():
        return render_template("rollout/_step_removal.html", page=page, removing=effect)
    return render_template("rollout/step.html", page=page, effect=None, removing=effect)


def show_new_link(form: NewLinkForm, effect: Effect | None = None) -> str:
    """The form that adds a link, in place or on its page."""
    part = "_new_link_form" if wants_fragment() else "new_link"
    return render_template(f"rollout/{part}.html", form=form, effect=effect)


def show_link(page: LinkPage, effect: Effect | None = None) -> str:
    """The form on a link, in place or on its page."""
    if wants_fragment():
        return render_template("rollout/_link_form.html", page=page, effect=effect)
    return render_template("rollout/link.html", page=page, effect=effect, removing=None)


def show_link_removal(page: LinkPage, effect: Effect | None = None) -> str:
    """What removes a link, in place or on its page."""
    if wants_fragment():
        return render_template("rollout/_link_removal.html", page=page, removing=effect)
    return render_template("rollout/link.html", page=page, effect=None, removing=effect)


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
