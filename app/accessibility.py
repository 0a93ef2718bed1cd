"""How the app can be used by everybody: the statement on it, open to everybody.

What it says is judged anew with each version; `JUDGED_ON` is when that was.
"""

from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

JUDGED_ON = date(2026, 11, 21)

bp = Blueprint("accessibility", __name__)


@bp.get("/accessibility")
def statement() -> ResponseReturnValue:
    """Show what is done, what is known not to work, and whom to tell."""
    return render_template("accessibility/statement.html", judged_on=JUDGED_ON)
