"""Addresses of rights: the table of all, one municipality's chain, its facts.

What those of decisions answer is in `decision_views.py`.
"""

from dataclasses import replace

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.htmx import moved_to, refused
from app.language import language
from app.moved import find_moved_part, moved_part
from app.rights import commands, decision_views, queries
from app.rights.choice import read_choice
from app.rights.editing import FormPage, fact_page
from app.rights.gathering import build_page
from app.rights.pages import rights_page
from app.rights.seen import SeenOnlyForm
from app.store import results
from app.store.commitments import facts_by_municipality
from app.store.loader import ENTERED
from app.store.names import names_for
from app.store.tables import ChangeRow, CommitmentFactRow

bp = Blueprint("rights", __name__, url_prefix="/rights")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what every municipality has agreed to, at a day."""
    plan = results.current_plan()
    page = rights_page(
        results.evaluation(plan),
        queries.list_municipalities(),
        facts_by_municipality(),
        read_choice(request.args),
        names_for(plan, language()),
        can_edit=signed_in_user().may(commands.RIGHT),
    )
    return render_template("rights/index.html", page=page)


@bp.get("/<number>")
@needs("plan.view")
def municipality(number: str) -> ResponseReturnValue:
    """Show the chain of facts of one municipality, and what its council decided."""
    row = queries.get_municipality(number)
    moved = find_moved_part(
        request.args.get("moved", ""),
        names_for(results.current_plan(), language()),
        user=signed_in_user(),
        back=url_for(".municipality", number=number),
    )
    page = build_page(row, read_choice(request.args).day)
    return render_template("rights/municipality.html", page=page, moved=moved)


@bp.get("/<number>/facts/new")
@needs("rights.edit")
def new_fact(number: str) -> ResponseReturnValue:
    """Show the form that records a fact."""
    return render_template("rights/fact.html", page=_fact_page(number))


@bp.post("/<number>/facts/new")
@needs("rights.edit")
def record_fact(number: str) -> ResponseReturnValue:
    """Record a fact."""
    page = _fact_page(number)
    if not page.form.validate_on_submit():
        return refused(render_template("rights/fact.html", page=page))
    change = commands.record_fact(
        results.current_plan(), number, page.form.entry, by=signed_in_user()
    )
    return answer(number, change)


@bp.get("/<number>/facts/<int:fact_id>")
@needs("rights.edit")
def fact(number: str, fact_id: int) -> ResponseReturnValue:
    """Show the form that changes a fact."""
    page = _fact_page(number, _own_fact(number, fact_id))
    return render_template("rights/fact.html", page=page)


@bp.post("/<number>/facts/<int:fact_id>")
@needs("rights.edit")
def change_fact(number: str, fact_id: int) -> ResponseReturnValue:
    """Change a fact."""
    if queries.find_fact(number, fact_id) is None:
        page = replace(_fact_page(number), is_gone=True)
        return refused(render_template("rights/fact.html", page=page))
    row = _own_fact(number, fact_id)
    page = _fact_page(number, row)
    seen = page.form.seen.revision
    if not page.form.validate_on_submit():
        return refused(render_template("rights/fact.html", page=page))
    change = commands.change_fact(
        results.current_plan(), row, page.form.entry, by=signed_in_user(), seen=seen
    )
    return answer(number, change)


@bp.post("/<number>/facts/<int:fact_id>/remove")
@needs("rights.edit")
def remove_fact(number: str, fact_id: int) -> ResponseReturnValue:
    """Take a fact away."""
    if queries.find_fact(number, fact_id) is None:
        return answer(number, None)
    row = _own_fact(number, fact_id)
    seen = SeenOnlyForm().seen.revision
    change = commands.remove_fact(
        results.current_plan(), row, by=signed_in_user(), seen=seen
    )
    return answer(number, change)


@bp.post("/<number>/tasks/<int:task_id>")
@needs("rights.edit")
def finish_task(number: str, task_id: int) -> ResponseReturnValue:
    """Say that a task is done on the status date, or not done after all."""
    row = queries.get_task(number, task_id)
    seen = SeenOnlyForm().seen.revision
    is_done = request.form.get("done") == "yes"
    day = results.programme().status_date if is_done else None
    change = commands.finish_task(
        results.current_plan(), row, day, by=signed_in_user(), seen=seen
    )
    return answer(number, change, anchor="tasks")


@bp.get("/<number>/decisions/new")
@needs("rights.edit")
def new_decision(number: str) -> ResponseReturnValue:
    """Show the form that records a decision."""
    return decision_views.show_form(number)


@bp.post("/<number>/decisions/new")
@needs("rights.edit")
def record_decision(number: str) -> ResponseReturnValue:
    """Record a decision, and make what follows from it."""
    return decision_views.record(number, request.form, answer, by=signed_in_user())


@bp.get("/<number>/decisions/<int:decision_id>")
@needs("rights.edit")
def decision(number: str, decision_id: int) -> ResponseReturnValue:
    """Show the form that changes a decision."""
    return decision_views.show_form(number, decision_id)


@bp.post("/<number>/decisions/<int:decision_id>")
@needs("rights.edit")
def change_decision(number: str, decision_id: int) -> ResponseReturnValue:
    """Change a decision, and what follows from it."""
    sent, user = request.form, signed_in_user()
    return decision_views.change(number, decision_id, sent, answer, by=user)


@bp.post("/<number>/decisions/<int:decision_id>/final")
@needs("rights.edit")
def make_final(number: str, decision_id: int) -> ResponseReturnValue:
    """Say that a decision is final, and make what follows from it."""
    user = signed_in_user()
    return decision_views.make_final(number, decision_id, answer, by=user)


@bp.post("/<number>/decisions/<int:decision_id>/remove")
@needs("rights.edit")
def remove_decision(number: str, decision_id: int) -> ResponseReturnValue:
    """Take a decision away, with what followed from it."""
    user = signed_in_user()
    return decision_views.remove(number, decision_id, answer, by=user)


def answer(
    number: str, change: ChangeRow | None, *, anchor: str = "moved"
) -> ResponseReturnValue:
    """Lead back to the municipality, which tells what came of it."""
    if change is None:
        names = names_for(results.current_plan(), language())
        told = moved_part(None, names, user=signed_in_user()).sentence
        return moved_to(url_for("rights.municipality", number=number), announce=told)
    return moved_to(
        url_for("rights.municipality", number=number, moved=change.id, _anchor=anchor)
    )


def _fact_page(number: str, row: CommitmentFactRow | None = None) -> FormPage:
    return fact_page(queries.get_municipality(number), row)


def _own_fact(number: str, fact_id: int) -> CommitmentFactRow:
    """A fact that was entered here; what a source or a decision says has no form."""
    row = queries.get_fact(number, fact_id)
    is_own = row.confidence == ENTERED and row.decision_id is None
    return row if is_own else abort(404)
