"""The address of the timeline."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs
from app.table_files import is_file_asked
from app.timeline.gathering import build_page

bp = Blueprint("timeline", __name__, url_prefix="/timeline")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the dates of the plan on one scale, and as a table."""
    page = build_page(request.args, draws=not is_file_asked())
    return render_template("timeline/index.html", page=page)
