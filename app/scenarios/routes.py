"""Addresses of scenarios; the plan seen in one is in `app/scenario_address.py`."""

from flask import Blueprint, abort, redirect, render_template
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.language import language
from app.scenario_address import here
from app.scenarios import commands
from app.scenarios.forms import ScenarioForm
from app.scenarios.pages import scenario_page, scenarios_page
from app.store import results, scenarios
from app.store.names import Names, names_for
from app.store.tables import ScenarioRow
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
    form = ScenarioForm()
    if not form.validate_on_submit():
        return _render_index(form), 422
    row = commands.make(
        results.current_plan(),
        form.name.data or "",
        form.note.data or "",
        by=signed_in_user(),
    )
    return redirect(here(".scenario", scenario_id=row.id), code=303)


@bp.get("/<int:scenario_id>")
@needs("plan.view")
def scenario(scenario_id: int) -> ResponseReturnValue:
    """Show what a scenario changes, and how each change stands."""
    row = get_scenario(scenario_id)
    page = scenario_page(row, _names(), user=signed_in_user())
    return render_template("scenarios/scenario.html", page=page)


@bp.post("/<int:scenario_id>/changes/<int:change_id>/take-back")
@needs("plan.edit")
def take_back(scenario_id: int, change_id: int) -> ResponseReturnValue:
    """Leave a change out."""
    get_scenario(scenario_id)
    scenarios.take_back(scenario_id, change_id, by=signed_in_user().key)
    return _back(scenario_id)


@bp.post("/<int:scenario_id>/changes/<int:change_id>/do-again")
@needs("plan.edit")
def do_again(scenario_id: int, change_id: int) -> ResponseReturnValue:
    """Make a change part of its scenario again."""
    get_scenario(scenario_id)
    scenarios.do_again(scenario_id, change_id, by=signed_in_user().key)
    return _back(scenario_id)


def get_scenario(scenario_id: int) -> ScenarioRow:
    """A scenario that the user may see; any other is not found."""
    return scenarios.find_scenario(scenario_id, signed_in_user().key) or abort(404)


def _back(scenario_id: int) -> ResponseReturnValue:
    way_back = WayBackForm().way_back
    return redirect(way_back or here(".scenario", scenario_id=scenario_id), code=303)


def _render_index(form: ScenarioForm) -> str:
    user = signed_in_user()
    rows = scenarios.list_scenarios(results.current_plan().id, user.key)
    page = scenarios_page(rows, user=user)
    return render_template("scenarios/index.html", page=page, form=form)


def _names() -> Names:
    return names_for(results.current_plan(), language())
