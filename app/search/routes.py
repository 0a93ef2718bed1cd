"""Search from anywhere."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.search import queries
from app.search.pages import read_asked, search_page

bp = Blueprint("search", __name__, url_prefix="/search")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what is called so."""
    asked = read_asked(request.args)
    page = search_page(asked, queries.list_entries(), user=signed_in_user())
    return render_template("search/index.html", page=page)
