"""Addresses of the deadlines, and of who is reminded of them.

The address by which a recipient stops its e-mails is open to whoever has it: it is
signed, and does nothing else.
"""

from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs, signed_in_user
from app.deadlines import commands
from app.deadlines.choice import read_choice
from app.deadlines.forms import ButtonForm, DaysForm, RecipientForm
from app.deadlines.left import choices_of
from app.deadlines.pages import deadlines_page
from app.deadlines.recipient_pages import (
    again_text,
    entered_text,
    recipient_page,
    recipients_page,
    scope_of,
)
from app.htmx import refused, saved
from app.language import language
from app.scopes import WHOLE, find_scope, scope_name
from app.stop_address import read_stop_token, stop_token
from app.store import recipients, results
from app.store.names import Names, names_for
from app.store.tables import ReminderRecipientRow

bp = Blueprint("deadlines", __name__, url_prefix="/deadlines")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the deadlines that are asked for."""
    evaluation = results.evaluation(results.current_plan())
    page = deadlines_page(
        evaluation, read_choice(request.args, evaluation), _names(), signed_in_user()
    )
    return render_template("deadlines/index.html", page=page)


@bp.get("/recipients")
@needs("settings.edit")
def recipients_list() -> ResponseReturnValue:
    """Show who is reminded, when, and whether it works."""
    days = ", ".join(map(str, recipients.reminder_days()))
    return _render_list(DaysForm(formdata=None, data={"days": days}))


@bp.post("/recipients/days")
@needs("settings.edit")
def set_days() -> ResponseReturnValue:
    """Say how many days ahead people are reminded."""
    form = DaysForm()
    if not form.validate_on_submit():
        return refused(_render_list(form))
    commands.set_days(form.read, by=signed_in_user())
    return _to_list(_("The days of the reminders are saved."))


@bp.post("/recipients/mails/<int:mail_id>/again")
@needs("settings.edit")
def try_again(mail_id: int) -> ResponseReturnValue:
    """Let an e-mail that could not be sent be tried again."""
    commands.try_again(mail_id, by=signed_in_user())
    return _to_list(again_text())


@bp.get("/recipients/new")
@needs("settings.edit")
def new() -> ResponseReturnValue:
    """Show the form for a new recipient."""
    evaluation = results.evaluation(results.current_plan())
    of = find_scope(evaluation, request.args.get("of", "")) or WHOLE
    given = {"of": of.value, "language": language(), "is_active": True}
    return _render_new(_form(formdata=None, data=given))


@bp.post("/recipients/new")
@needs("settings.edit")
def add() -> ResponseReturnValue:
    """Enter who is to be reminded."""
    form = _form()
    if not form.validate_on_submit():
        return refused(_render_new(form))
    commands.add(form.entered, by=signed_in_user())
    return _to_list(entered_text(form.entered))


@bp.get("/recipients/<int:recipient_id>")
@needs("settings.edit")
def recipient(recipient_id: int) -> ResponseReturnValue:
    """Show one recipient, its form, and what it was sent."""
    row = _get(recipient_id)
    given = {
        "role": row.role,
        "email": row.email,
        "language": row.language,
        "of": scope_of(row).value,
        "is_active": row.is_active,
    }
    return _render_one(row, _form(formdata=None, data=given))


@bp.post("/recipients/<int:recipient_id>")
@needs("settings.edit")
def change(recipient_id: int) -> ResponseReturnValue:
    """Change what is entered of a recipient."""
    row, form = _get(recipient_id), _form(own_id=recipient_id)
    if not form.validate_on_submit():
        return refused(_render_one(row, form))
    commands.change(recipient_id, form.entered, by=signed_in_user())
    return _to_list(_("%(role)s is saved.", role=form.entered.role))


@bp.post("/recipients/<int:recipient_id>/remove")
@needs("settings.edit")
def remove(recipient_id: int) -> ResponseReturnValue:
    """Forget a recipient."""
    role = _get(recipient_id).role
    commands.remove(recipient_id, by=signed_in_user())
    return _to_list(_("%(role)s is removed.", role=role))


@bp.get("/stop/<signed>")
def stop(signed: str) -> ResponseReturnValue:
    """Ask whether a recipient is to get no more e-mails."""
    return _render_stop(_get_by_token(signed), signed)


@bp.post("/stop/<signed>")
def stop_now(signed: str) -> ResponseReturnValue:
    """Send a recipient no more e-mails."""
    commands.stop(_get_by_token(signed).id)
    return saved(page_url=url_for(".stop", signed=signed))


def _render_list(form: DaysForm) -> str:
    page = recipients_page(_names())
    return render_template("deadlines/recipients.html", page=page, form=form)


def _render_new(form: RecipientForm) -> str:
    return render_template("deadlines/new.html", form=form)


def _render_one(row: ReminderRecipientRow, form: RecipientForm) -> str:
    page = recipient_page(row, _names())
    return render_template(
        "deadlines/recipient.html", page=page, form=form, button=ButtonForm()
    )


def _render_stop(row: ReminderRecipientRow, signed: str) -> str:
    others = [
        (scope_name(scope_of(it), _names()), url_for(".stop", signed=stop_token(it.id)))
        for it in recipients.list_at_address(row)
    ]
    return render_template(
        "deadlines/stop.html",
        role=row.role,
        of=scope_name(scope_of(row), _names()),
        is_active=row.is_active,
        signed=signed,
        others=others,
    )


def _to_list(told: str) -> ResponseReturnValue:
    return saved(page_url=url_for(".recipients_list"), announce=told)


def _form(*, own_id: int | None = None, **given: Any) -> RecipientForm:
    return RecipientForm(choices_of(_names()), own_id=own_id, **given)


def _get(recipient_id: int) -> ReminderRecipientRow:
    return recipients.find_recipient(recipient_id) or abort(404)


def _get_by_token(signed: str) -> ReminderRecipientRow:
    return _get(read_stop_token(signed) or 0)


def _names() -> Names:
    return names_for(results.current_plan(), language())
