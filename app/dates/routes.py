"""The address of a date: the chain that sets it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.assumed import AssumedDates, list_assumed_keys
from app.dates import queries
from app.dates.chain import Rows
from app.dates.earlier import EarlierPart, earlier_part
from app.dates.pages import DateWorld, date_page
from app.language import language
from app.provenance import get_sources
from app.store import results
from app.store.names import names_for
from app.store.tables import PlanRow
from planning.evaluate import Evaluation
from planning.explanation import Explainer

bp = Blueprint("dates", __name__, url_prefix="/dates")


@bp.get("/<path:activity_id>")
@needs("plan.view")
def date(activity_id: str) -> ResponseReturnValue:
    """Show what sets a date, or that the plan has none such."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    if activity_id not in evaluation.nodes:
        number = activity_id.partition(".")[0]
        names = names_for(plan, language())
        place = number if number in names.municipalities else ""
        return render_template(
            "dates/gone.html", number=place, name=names.municipality(place)
        ), 404
    world = _world(plan, evaluation)
    return render_template(
        "dates/date.html",
        page=date_page(world, activity_id),
        earlier=_earlier(world, activity_id),
    )


def _earlier(world: DateWorld, activity_id: str) -> EarlierPart | None:
    """What would have to give, where the address asks for it; it takes a while."""
    typed = request.args.get("earlier", "")
    if not (
        typed.isascii() and typed.isdigit() and 0 < len(typed) < 4 and int(typed) > 0
    ):
        return None
    words = world.words()
    return earlier_part(
        world.evaluation, words, activity_id, int(typed), user=world.user
    )


def _world(plan: PlanRow, evaluation: Evaluation) -> DateWorld:
    return DateWorld(
        plan=plan,
        evaluation=evaluation,
        explainer=_explainer(plan, evaluation),
        names=names_for(plan, language()),
        rows=Rows(queries.list_steps(plan), queries.list_links(plan)),
        sources=get_sources(),
        assumed=AssumedDates(evaluation, list_assumed_keys(plan)),
        user=signed_in_user(),
    )


def _explainer(plan: PlanRow, evaluation: Evaluation) -> Explainer:
    """What explains the dates of a plan, kept as long as nothing changes."""
    key = ("explainer", plan.id, evaluation.snapshot.revision)
    found: Explainer | None = results.results().find(key)
    if found is None:
        found = Explainer(evaluation)
        results.results().keep(key, found)
    return found
