"""The first page, and how far its user has looked."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.assumed import AssumedDates, list_assumed_keys
from app.htmx import saved, wants_fragment
from app.key_figures import list_key_figures
from app.language import language
from app.moved import find_moved_part
from app.overview import commands, queries
from app.overview.band import WavesPart, waves_part
from app.overview.due import due_part, read_range
from app.overview.forms import VisitForm
from app.overview.map import map_part
from app.overview.map_kinds import read_by
from app.overview.pages import overview_page
from app.overview.proposed import proposed_part
from app.overview.since import since_part
from app.provenance import get_sources
from app.store import results
from app.store.names import Names, names_for
from planning.evaluate import Evaluation

bp = Blueprint("overview", __name__)
SHOWN_PROPOSALS = 5


@bp.get("/")
@needs("plan.view")
def overview() -> ResponseReturnValue:
    """Show where the programme stands at the status date."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    names = names_for(plan, language())
    user = signed_in_user()
    days = read_range(request.args.get("days", ""))
    moved = find_moved_part(
        request.args.get("moved", ""), names, user=user, back=url_for(".overview")
    )
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
        waves=_waves(evaluation, names),
        recent=queries.find_recent(user.key),
        key_figures=list_key_figures(get_sources()),
        user=user,
    )
    proposed = proposed_part(evaluation, names, user, shown=SHOWN_PROPOSALS)
    return render_template(
        "overview/overview.html", page=page, moved=moved, proposed=proposed
    )


@bp.post("/visit")
@needs("plan.view")
def visit() -> ResponseReturnValue:
    """Keep that the user is here; the page itself asks for it once it is open."""
    commands.note_visit(by=signed_in_user(), seen=_seen())
    return saved(page_url=url_for(".overview"))


@bp.post("/seen")
@needs("plan.view")
def mark_seen() -> ResponseReturnValue:
    """Keep that the user knows what is new, and show that nothing is."""
    user = signed_in_user()
    commands.mark_seen(by=user, seen=_seen())
    url = url_for(".overview", _anchor="since")
    if not wants_fragment():
        return saved(page_url=url)
    plan = results.current_plan()
    names = names_for(plan, language())
    since = since_part(queries.find_recent(user.key), results.evaluation(plan), names)
    html = render_template("overview/_since.html", since=since)
    return saved(html, page_url=url)


def _waves(evaluation: Evaluation, names: Names) -> WavesPart:
    """The waves, which stay as long as nothing has changed."""
    key = ("overview-waves", results.revision(), language())
    found: WavesPart | None = results.results().find(key)
    if found is None:
        found = waves_part(evaluation, names)
        results.results().keep(key, found)
    return found


def _seen() -> int:
    form = VisitForm()
    if not form.validate_on_submit():
        abort(400)
    return form.seen.revision
