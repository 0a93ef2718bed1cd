"""Addresses of baselines, and of making a scenario the plan, which freezes one."""

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs, signed_in_user
from app.baselines import commands
from app.baselines.adopt_forms import SHOW, AdoptForm, read_agreed
from app.baselines.adopt_pages import adopt_page, clash_part
from app.baselines.forms import BaselineForm
from app.baselines.pages import baseline_page, baselines_page
from app.earlier_plans import list_statements, list_vintages
from app.htmx import refused, saved
from app.language import language
from app.store import results
from app.store.adopting import Agreed, find_clash, preview
from app.store.baselines import find_baseline, list_baselines, replaced_by
from app.store.errors import ClashError, ScenarioRefused
from app.store.names import names_for
from app.store.scenarios import find_scenario
from app.store.tables import BaselineRow, ScenarioRow

bp = Blueprint("baselines", __name__)


@bp.get("/baselines")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show every baseline, and the earlier plans."""
    page = baselines_page(
        list_baselines(), list_vintages(), list_statements(), user=signed_in_user()
    )
    return render_template("baselines/index.html", page=page)


@bp.get("/baselines/new")
@needs("baselines.make")
def new() -> ResponseReturnValue:
    """Show the form for freezing the plan as it is."""
    given = {"seen": results.revision(), "replaces": request.args.get("replaces", "")}
    return _render_new(_form(formdata=None, data=given))


@bp.post("/baselines")
@needs("baselines.make")
def make() -> ResponseReturnValue:
    """Freeze the plan as it is."""
    form = _form()
    seen = form.seen.revision
    if not form.validate_on_submit():
        return refused(_render_new(form))
    row = commands.make(
        results.current_plan(), form.said, by=signed_in_user(), seen=seen
    )
    told = _("The plan as it is now is frozen as “%(name)s”.", name=row.name)
    return saved(page_url=url_for(".baseline", baseline_id=row.id), announce=told)


@bp.get("/baselines/<int:baseline_id>")
@needs("plan.view")
def baseline(baseline_id: int) -> ResponseReturnValue:
    """Show what a baseline holds."""
    names = names_for(results.current_plan(), language())
    page = baseline_page(
        _get(baseline_id), list_baselines(), names, user=signed_in_user()
    )
    return render_template("baselines/baseline.html", page=page)


@bp.get("/baselines/<int:baseline_id>.json")
@needs("plan.view")
def document(baseline_id: int) -> ResponseReturnValue:
    """Give the text that the checksum is taken of."""
    response = Response(_get(baseline_id).document, mimetype="application/json")
    name = f"bolgeplan-baseline-{baseline_id}.json"
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response


@bp.get("/scenarios/<int:scenario_id>/adopt")
@needs("plan.adopt")
def adopt(scenario_id: int) -> ResponseReturnValue:
    """Show what will move, and ask for the decision."""
    row = _get_scenario(scenario_id)
    if row.adopted_at is not None:
        raise ScenarioRefused("adopted")
    given = {"seen": results.revision(), "version": row.version}
    form = AdoptForm(formdata=None, data=given)
    return _render_adopt(row.id, form, read_agreed(request.args.to_dict()))


@bp.post("/scenarios/<int:scenario_id>/adopt")
@needs("plan.adopt")
def become_plan(scenario_id: int) -> ResponseReturnValue:
    """Make the scenario the plan."""
    row = _get_scenario(scenario_id)
    form = AdoptForm()
    agreed = read_agreed(request.form.to_dict())
    seen = (form.seen.revision, form.seen_version)
    clash = find_clash(row, seen)
    if clash is not None or SHOW in request.form:
        return _look_again(scenario_id, form, agreed, clash)
    if not form.validate_on_submit():
        return refused(_render_adopt(scenario_id, form, agreed))
    done = commands.adopt(
        scenario_id, form.details(), agreed, by=signed_in_user(), seen=seen
    )
    if isinstance(done, ClashError):
        # Somebody was first between the check and the write.
        return _look_again(scenario_id, form, agreed, done)
    return saved(page_url=url_for("history.change", change_id=done.id))


def _look_again(
    scenario_id: int, form: AdoptForm, agreed: Agreed, clash: ClashError | None
) -> ResponseReturnValue:
    """Show what would move now, with what was typed and who was first, if anybody."""
    form.look_again(results.revision(), _get_scenario(scenario_id).version)
    status = 200 if clash is None else 409
    return _render_adopt(scenario_id, form, agreed, clash), status


def _get(baseline_id: int) -> BaselineRow:
    return find_baseline(baseline_id) or abort(404)


def _form(**given: object) -> BaselineForm:
    rows = list_baselines()
    replaced = replaced_by(rows)
    return BaselineForm({it.id: it for it in rows if it.id not in replaced}, **given)


def _render_new(form: BaselineForm) -> str:
    return render_template("baselines/new.html", form=form)


def _get_scenario(scenario_id: int) -> ScenarioRow:
    """A scenario that the user may see; any other is not found."""
    return find_scenario(scenario_id, signed_in_user().key) or abort(404)


def _render_adopt(
    scenario_id: int, form: AdoptForm, agreed: Agreed, clash: ClashError | None = None
) -> str:
    user = signed_in_user()
    found = preview(_get_scenario(scenario_id), agreed, by=user)
    names = names_for(results.current_plan(), language())
    page = adopt_page(_get_scenario(scenario_id), found, agreed, names)
    told = None if clash is None else clash_part(clash)
    return render_template("baselines/adopt.html", page=page, form=form, error=told)
