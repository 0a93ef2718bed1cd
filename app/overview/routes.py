"""The first page."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.assumed import AssumedDates, list_assumed_keys
from app.key_figures import list_key_figures
from app.language import language
from app.overview import queries
from app.overview.due import due_part, read_range
from app.overview.map import map_part
from app.overview.map_kinds import read_by
from app.overview.pages import overview_page
from app.provenance import get_sources
from app.store import results
from app.store.names import names_for

bp = Blueprint("overview", __name__)


@bp.get("/")
@needs("plan.view")
def overview() -> ResponseReturnValue:
    """Show where the programme stands at the status date."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    names = names_for(plan, language())
    user = signed_in_user()
    days = read_range(request.args.get("days", ""))
    page = overview_page(
        evaluation,
        names,
        due=due_part(
            evaluation,
            names,
            days,
            gp_keys=queries.list_gp_keys(plan),
            assumed=AssumedDates(evaluation, list_assumed_keys(plan)),
        ),
        map=map_part(
            evaluation,
            queries.list_places(),
            names,
            by=read_by(request.args.get("map", "")),
            days=days,
        ),
        changes=queries.list_last_changes() if user.may("history.view") else [],
        key_figures=list_key_figures(get_sources()),
        user=user,
    )
    return render_template("overview/overview.html", page=page)
