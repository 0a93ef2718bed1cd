"""Search from anywhere."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.search import queries
from app.search.pages import find_place, read_asked, search_page

bp = Blueprint("search", __name__, url_prefix="/search")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what is called so.

    Who sends the field in the header with all of a municipality's name goes there.
    """
    asked, user = read_asked(request.args), signed_in_user()
    entries = queries.list_entries()
    if "go" in request.args and (place := find_place(asked, entries, user=user)):
        return redirect(place, code=303)
    page = search_page(asked, entries, user=user)
    return render_template("search/index.html", page=page)
