"""Addresses of scenarios; the plan seen in one is in `app/scenario_address.py`."""

from flask import Blueprint, current_app, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs, signed_in_user
from app.language import language
from app.moved import with_moved
from app.scenario_address import here, inside
from app.scenarios import commands, queries
from app.scenarios.change_lines import told_token
from app.scenarios.forms import LONGEST_NAME, CopyForm, KeptForm, ScenarioForm
from app.scenarios.outcomes import OutcomePart, outcome_part
from app.scenarios.pages import scenario_page, scenarios_page
from app.scenarios.words import copy_name, proposed_name
from app.store import results, scenarios
from app.store.names import names_for
from app.store.scenario_names import free_name, used_names
from app.store.scenario_outcomes import Standings, standings
from app.store.tables import PlanRow, ScenarioRow
from app.way_back import WayBackForm

bp = Blueprint("scenarios", __name__, url_prefix="/scenarios")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the scenarios that the user may see."""
    return _render_index(ScenarioForm(formdata=None))


@bp.post("")
@needs("plan.edit")
def make() -> ResponseReturnValue:
    """Begin a scenario."""
    form = ScenarioForm(_used())
    if not form.validate_on_submit():
        return _render_index(form), 422
    row = commands.make(
        results.current_plan(),
        form.name.data or "",
        form.note.data or "",
        by=signed_in_user(),
    )
    return _to(row.id)


@bp.post("/try")
@needs("plan.edit")
def begin() -> ResponseReturnValue:
    """Begin a scenario with a name of its own, and stay on the page inside it."""
    way_back = WayBackForm().way_back
    proposed = proposed_name(current_app.config["BOLGEPLAN_CLOCK"]())
    name = free_name(proposed, _used(), LONGEST_NAME)
    row = commands.make(results.current_plan(), name, "", by=signed_in_user())
    return redirect(inside(row.id, way_back or "/waves"), code=303)


@bp.get("/<int:scenario_id>")
@needs("plan.view")
def scenario(scenario_id: int) -> ResponseReturnValue:
    """Show what a scenario changes, how each change stands, and what it comes to."""
    return _render_scenario(_get(scenario_id))


@bp.post("/<int:scenario_id>/name")
@needs("plan.edit")
def rename(scenario_id: int) -> ResponseReturnValue:
    """Call a scenario something else."""
    form = ScenarioForm(_used(but=scenario_id))
    if not form.validate_on_submit():
        return _render_scenario(_get(scenario_id), form=form), 422
    commands.rename(
        scenario_id, form.name.data or "", form.note.data or "", by=signed_in_user()
    )
    return _to(scenario_id)


@bp.post("/<int:scenario_id>/copy")
@needs("plan.edit")
def fork(scenario_id: int) -> ResponseReturnValue:
    """Make a copy that is the user's own."""
    form = CopyForm(_used())
    if not form.validate_on_submit():
        return _render_scenario(_get(scenario_id), copying=form), 422
    copy_id = commands.fork(scenario_id, form.name.data or "", by=signed_in_user())
    flash(_("This is your copy. Nobody else sees it."), "success")
    return _to(copy_id)


@bp.post("/<int:scenario_id>/share")
@needs("plan.edit")
def share(scenario_id: int) -> ResponseReturnValue:
    """Let everybody see a scenario who may see the plan."""
    commands.share(scenario_id, by=signed_in_user())
    flash(_("Everybody who may see the plan now sees this scenario."), "success")
    return _to(scenario_id)


@bp.post("/<int:scenario_id>/unshare")
@needs("plan.edit")
def make_private(scenario_id: int) -> ResponseReturnValue:
    """Let its owner alone see a scenario."""
    commands.make_private(scenario_id, by=signed_in_user())
    flash(_("Nobody but you sees this scenario now."), "success")
    return _to(scenario_id)


@bp.post("/<int:scenario_id>/delete")
@needs("plan.edit")
def delete(scenario_id: int) -> ResponseReturnValue:
    """Remove a scenario; the plan stays as it is."""
    name = _get(scenario_id).name
    commands.delete(scenario_id, by=signed_in_user())
    flash(_("“%(name)s” is deleted. The plan is as it was.", name=name), "success")
    return redirect(here(".index"), code=303)


@bp.post("/<int:scenario_id>/changes/<int:change_id>/take-back")
@needs("plan.edit")
def take_back(scenario_id: int, change_id: int) -> ResponseReturnValue:
    """Leave a change out."""
    commands.take_back(scenario_id, change_id, by=signed_in_user())
    return _back(scenario_id, change_id)


@bp.post("/<int:scenario_id>/changes/<int:change_id>/do-again")
@needs("plan.edit")
def do_again(scenario_id: int, change_id: int) -> ResponseReturnValue:
    """Make a change part of its scenario again."""
    commands.do_again(scenario_id, change_id, by=signed_in_user())
    return _back(scenario_id, change_id)


@bp.post("/<int:scenario_id>/changes/<int:change_id>/keep")
@needs("plan.edit")
def keep(scenario_id: int, change_id: int) -> ResponseReturnValue:
    """Let a change hold although the plan has another value now."""
    laid = queries.find_laid(results.current_plan(), _get(scenario_id), change_id)
    if laid is not None and told_token(laid) == KeptForm().told.data:
        commands.keep(scenario_id, laid, by=signed_in_user())
    else:
        told = _("The plan has changed once more. Look at the values again.")
        flash(told, "warning")
    return _to(scenario_id)


def _used(but: int | None = None) -> frozenset[str]:
    """What the user has called other scenarios that are open."""
    return used_names(signed_in_user().key, but=but)


def _get(scenario_id: int) -> ScenarioRow:
    return queries.get_scenario(scenario_id, user=signed_in_user())


def _to(scenario_id: int) -> ResponseReturnValue:
    return redirect(here(".scenario", scenario_id=scenario_id), code=303)


def _back(scenario_id: int, change_id: int) -> ResponseReturnValue:
    """Return to where the user stood, which tells what has been done."""
    way_back = WayBackForm().way_back
    if not way_back:
        return _to(scenario_id)
    return redirect(with_moved(way_back, change_id), code=303)


def _render_index(form: ScenarioForm) -> str:
    user = signed_in_user()
    rows = scenarios.list_scenarios(results.current_plan().id, user.key)
    undone = {it.id for it in rows if queries.is_undone(it)}
    page = scenarios_page(rows, standings(rows), undone=undone, user=user)
    return render_template("scenarios/index.html", page=page, form=form)


def _outcome(plan: PlanRow, row: ScenarioRow) -> tuple[Standings, OutcomePart | None]:
    """How the changes stand and what they come to; without any, none."""
    if row.adopted_at is not None or all(it.is_taken_back for it in row.changes):
        return (), None
    found, moved = queries.get_moved(plan, row)
    waves = found.evaluation.snapshot.plan.waves
    part = outcome_part(
        moved,
        names_for(plan, language()),
        sequences={it.code: it.sequence for it in waves},
    )
    return found.laid, part


def _render_scenario(
    row: ScenarioRow,
    *,
    form: ScenarioForm | None = None,
    copying: CopyForm | None = None,
) -> str:
    user, plan = signed_in_user(), results.current_plan()
    name = row.name
    laid, outcome = _outcome(plan, row)
    page = scenario_page(
        row,
        laid,
        names_for(plan, language()),
        outcome=outcome,
        is_undone=queries.is_undone(row),
        origin=queries.find_origin(row, user=user),
        user=user,
    )
    given = {"name": name, "note": row.note}
    copied = {"name": free_name(copy_name(name), _used(), LONGEST_NAME)}
    return render_template(
        "scenarios/scenario.html",
        page=page,
        form=form or ScenarioForm(formdata=None, data=given),
        copying=copying or CopyForm(formdata=None, data=copied),
    )
