"""Addresses of the options: the list, and one of them with what can be tried."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs
from app.decisions import last_decision
from app.language import language
from app.options import queries
from app.options.asking import read_asked
from app.options.choice import read_choice
from app.options.option_page import World, option_page
from app.options.pages import options_page
from app.provenance import get_sources
from app.store import results
from app.store.names import names_for
from planning.rights.options import find_option, options_of

bp = Blueprint("options", __name__, url_prefix="/rights/options")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the list of all options."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    page = options_page(
        evaluation,
        options_of(evaluation),
        queries.list_municipalities(),
        read_choice(request.args),
        names_for(plan, language()),
        regions=[row.key for row in queries.list_regions()],
    )
    return render_template("options/index.html", page=page)


@bp.get("/<number>")
@needs("plan.view")
def option(number: str) -> ResponseReturnValue:
    """Show one option, and what leaving comes to."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    world = World(
        evaluation=evaluation,
        names=names_for(plan, language()),
        sources=get_sources(),
        steps=queries.limit_steps(plan),
        named=queries.named_limits(plan, number),
        last=last_decision(
            queries.list_decisions(number), results.programme().status_date
        ),
        shares=queries.shares_at_par(number, evaluation.snapshot.status_date),
    )
    page = option_page(
        queries.get_municipality(number),
        find_option(evaluation, number),
        read_asked(request.args),
        world,
    )
    return render_template("options/option.html", page=page)
