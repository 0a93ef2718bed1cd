"""Choosing the language, and in a demonstration the role."""

from flask import Blueprint, abort, redirect, session
from flask.typing import ResponseReturnValue

from app import access, language
from app.accounts.forms import LanguageForm, RoleForm

bp = Blueprint("accounts", __name__)


@bp.post("/language")
def choose_language() -> ResponseReturnValue:
    """Keep the language that was chosen, and go back."""
    form = LanguageForm()
    if not form.validate_on_submit():
        abort(400)
    language.choose(str(form.language.data))
    return redirect(form.way_back, code=303)


@bp.post("/demonstration")
@access.needs("plan.view")
def choose_role() -> ResponseReturnValue:
    """Keep the role that was chosen, and go back."""
    form = RoleForm()
    if not form.validate_on_submit():
        abort(400)
    session.permanent = True
    session[access.ROLE_IN_SESSION] = form.role.data
    return redirect(form.way_back, code=303)
