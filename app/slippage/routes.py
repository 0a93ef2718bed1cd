"""Addresses of the slippage: a page, and its chart as a picture."""

import hashlib

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs
from app.charts import SVG, Scheme, Size
from app.earlier_plans import list_statements, list_vintages
from app.frozen_plans import list_frozen_plans
from app.language import language
from app.provenance import get_sources
from app.slippage.charts import slippage_svg
from app.slippage.choice import DEFAULT, ChoiceGroup, choose, list_choices
from app.slippage.lines import Told
from app.slippage.pages import slippage_page
from app.store import results
from app.store.names import names_for
from app.ways_out import list_left

bp = Blueprint("slippage", __name__, url_prefix="/slippage")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show how planned dates moved from plan to plan, as tables and a chart."""
    groups = _groups()
    page = slippage_page(
        groups,
        choose(groups, request.args.get("scope", DEFAULT)),
        sources=get_sources(),
        names=names_for(results.current_plan(), language()),
        gone=list_left(results.evaluation(results.current_plan())),
        revision=results.revision(),
    )
    return render_template("slippage/index.html", page=page)


@bp.get("/chart.svg")
@needs("plan.view")
def chart() -> Response:
    """The chart as a picture, which stays as long as nothing has changed."""
    groups = _groups()
    choice = choose(groups, request.args.get("scope", DEFAULT))
    scheme = next(
        (it for it in Scheme if it == request.args.get("scheme")), Scheme.LIGHT
    )
    size = next((it for it in Size if it == request.args.get("size")), Size.WIDE)
    key = ("slippage", results.revision(), language(), choice.value, scheme, size)
    svg: bytes | None = results.results().find(key)
    if svg is None:
        svg = slippage_svg(choice.lines, scheme=scheme, size=size)
        results.results().keep(key, svg)
    response = Response(svg, mimetype=SVG)
    response.set_etag(hashlib.sha256(svg).hexdigest()[:32])
    response.make_conditional(request)
    return response


def _groups() -> tuple[ChoiceGroup, ...]:
    plan = results.current_plan()
    return list_choices(
        Told(
            results.evaluation(plan),
            names_for(plan, language()),
            list_vintages(),
            list_statements(),
            list_frozen_plans(),
        )
    )
