"""Addresses of the economy: the page, and its table as a file."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs
from app.economy.gathering import gather_file, gather_page
from app.spreadsheets import attachment

bp = Blueprint("economy", __name__, url_prefix="/economy")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the money of the whole programme."""
    return render_template("economy/index.html", page=gather_page(request.args))


@bp.get("/municipalities.csv")
@needs("plan.view")
def table_file() -> ResponseReturnValue:
    """Give the municipalities of the table, in its order, as a file."""
    return attachment(gather_file(request.args), "economy")
