"""Choosing the language, and in a demonstration the role."""

from flask import Blueprint, abort, redirect, session
from flask.typing import ResponseReturnValue

from app import language
from app.access import ROLE_IN_SESSION, NotSignedIn, current_user
from app.accounts.forms import LanguageForm, RoleForm

bp = Blueprint("accounts", __name__)


@bp.post("/language")
def choose_language() -> ResponseReturnValue:
    """Keep the language that was chosen, and go back."""
    form = LanguageForm()
    if not form.validate_on_submit():
        abort(400)
    language.choose(form.language.data)
    return redirect(form.way_back, code=303)


@bp.post("/demonstration")
def choose_role() -> ResponseReturnValue:
    """Keep the role that was chosen, and go back. Only a demonstration has one."""
    if current_user() is None:
        raise NotSignedIn
    form = RoleForm()
    if not form.validate_on_submit():
        abort(400)
    session.permanent = True
    session[ROLE_IN_SESSION] = form.role.data
    return redirect(form.way_back, code=303)
