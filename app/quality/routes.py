"""Addresses of the quality of the plan: all checks, one in full, files, the chart."""

import hashlib

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import to_user_timezone

from app.access import needs, signed_in_user
from app.charts import SVG, Scheme, Size
from app.language import language
from app.quality.charts import chart_size, score_svg
from app.quality.check_page import check_page
from app.quality.exports import checks_csv, offenders_csv
from app.quality.pages import quality_page
from app.spreadsheets import attachment
from app.store import results
from app.store.names import names_for
from app.store.quality import list_scores, quality_of
from planning.quality.values import Finding
from planning.thresholds import Check

bp = Blueprint("quality", __name__, url_prefix="/quality")
RIGHT = "settings.edit"


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show how good the plan is as a plan."""
    plan = results.current_plan()
    page = quality_page(
        quality_of(plan),
        list_scores(plan),
        revision=results.revision(),
        sizes={size.value: chart_size(size) for size in Size},
        can_edit=signed_in_user().may(RIGHT),
    )
    return render_template("quality/index.html", page=page)


@bp.get("/<key>")
@needs("plan.view")
def check(key: str) -> ResponseReturnValue:
    """Show one check with everything that it finds."""
    plan = results.current_plan()
    page = check_page(
        quality_of(plan),
        _find(key).check,
        results.evaluation(plan),
        names_for(plan, language()),
    )
    return render_template("quality/check.html", page=page)


@bp.get("/checks.csv")
@needs("plan.view")
def checks_file() -> Response:
    """Give all checks as a file."""
    return attachment(checks_csv(quality_of(results.current_plan())), "quality")


@bp.get("/found.csv")
@needs("plan.view")
def found_file() -> Response:
    """Give what all checks find as a file, or what one of them does."""
    plan = results.current_plan()
    key = request.args.get("check", "")
    found = (_find(key),) if key else quality_of(plan).failed
    file = offenders_csv(found, results.evaluation(plan), names_for(plan, language()))
    return attachment(file, f"quality-{key}" if key else "quality-found")


@bp.get("/score.svg")
@needs("plan.view")
def chart() -> Response:
    """The score over time as a picture, drawn anew each day."""
    scheme = next(
        (it for it in Scheme if it == request.args.get("scheme")), Scheme.LIGHT
    )
    size = next((it for it in Size if it == request.args.get("size")), Size.WIDE)
    scores = list_scores(results.current_plan())
    if not scores:
        abort(404)
    now = to_user_timezone(current_app.config["BOLGEPLAN_CLOCK"]())
    key = ("score", results.revision(), now.date(), language(), scheme, size)
    svg: bytes | None = results.results().find(key)
    if svg is None:
        svg = score_svg(scores, now, scheme=scheme, size=size)
        results.results().keep(key, svg)
    response = Response(svg, mimetype=SVG)
    response.set_etag(hashlib.sha256(svg).hexdigest()[:32])
    response.make_conditional(request)
    return response


def _find(key: str) -> Finding:
    """What a check found; a check that there is not is not found."""
    if key not in {it.value for it in Check}:
        abort(404)
    return quality_of(results.current_plan()).finding(Check(key))
