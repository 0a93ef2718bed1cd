"""Addresses of files of other programs: the plan out, and a file read."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import to_user_timezone

from app.access import needs, signed_in_user
from app.addresses import LARGEST_ID
from app.exchange.exported import export_plan
from app.exchange.mspdi.of_programme import frozen_dates
from app.files.choice import WHOLE, Option, find_part, list_groups
from app.files.forms import ReadForm
from app.files.pages import MOST_BYTES, FilePart, UnreadableError, file_part
from app.filters import plain_text
from app.htmx import refused
from app.language import language
from app.scenario_address import find_scenario_seen
from app.store import results
from app.store.baselines import find_baseline, find_state, list_baselines
from app.store.names import Names, names_for
from app.store.tables import PlanRow
from planning.state import PlanState

bp = Blueprint("files", __name__, url_prefix="/files")

XML = "application/xml"
# Around the file stand a token and the borders between the parts.
MOST_BESIDE = 100_000


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what can be written, and let a file be chosen."""
    return page(ReadForm(formdata=None))


@bp.get("/plan.xml")
@needs("plan.view")
def plan_file() -> Response:
    """The plan, or a part of it, as a file of Microsoft Project."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    part = find_part(evaluation, request.args.get("part", WHOLE)) or abort(404)
    state = find_frozen(request.args.get("baseline", ""))
    exported = export_plan(
        evaluation,
        current_names(),
        title=title_of(plan),
        wave=part.wave,
        municipality=part.municipality,
        baselines=[frozen_dates(state)] if state is not None else (),
    )
    day = to_user_timezone(current_app.config["BOLGEPLAN_CLOCK"]()).date()
    response = Response(exported.content, mimetype=XML)
    seen = find_scenario_seen()
    whose = "" if seen is None else f"scenario-{seen.id}-"
    name = f"bolgeplan-{whose}{part.name}-{day.isoformat()}.xml"
    response.headers["Content-Disposition"] = f"attachment; filename={name}"
    return response


@bp.post("")
@needs("plan.view")
def read() -> ResponseReturnValue:
    """Read a file and say what comes of it; nothing is kept."""
    request.max_content_length = MOST_BYTES + MOST_BESIDE
    form = ReadForm()
    if not form.validate_on_submit():
        return refused(page(form))
    sent = form.file.data
    try:
        part = file_part(
            sent.read(), sent.filename or "", current_names(), user=signed_in_user()
        )
    except UnreadableError as error:
        form.file.errors = (_("The file can’t be read."),)
        return refused(page(form, problems=error.sentences))
    return page(ReadForm(formdata=None), part)


@bp.record_once
def check_token_late(state: BlueprintSetupState) -> None:
    """Let the form check its token by itself.

    What checks it for all forms would read a file before a larger one is allowed.
    """
    state.app.extensions["csrf"].exempt(read)


def find_frozen(chosen: str) -> PlanState | None:
    """What a baseline holds that was chosen; none is chosen where nothing is said."""
    if not chosen:
        return None
    is_id = chosen.isascii() and chosen.isdigit() and int(chosen[:12]) <= LARGEST_ID
    row = find_baseline(int(chosen)) if is_id else None
    return (None if row is None else find_state(row)) or abort(404)


def page(
    form: ReadForm, part: FilePart | None = None, problems: Sequence[str] = ()
) -> str:
    """The page, with what a file says where one was read, or why it can't be."""
    evaluation = results.evaluation(results.current_plan())
    chosen = request.args.get("part", WHOLE)
    groups = list_groups(evaluation, current_names(), chosen=chosen)
    return render_template(
        "files/index.html",
        form=form,
        groups=groups,
        baselines=[Option(str(it.id), it.name) for it in list_baselines()],
        part=part,
        problems=problems,
    )


def current_names() -> Names:
    """What things are called in the user's language."""
    return names_for(results.current_plan(), language())


def title_of(plan: PlanRow) -> str:
    """What the plan is called, or the scenario that it is seen in."""
    found = find_scenario_seen()
    if found is not None:
        return _("Scenario: %(name)s", name=found.name)
    return plain_text(plan.titles) or plan.name
