"""From an exception to what the user reads: a page, or a message inside one.

Routes do not catch; every answer that is no success is made here. htmx swaps the
message into the page's alert region, so that the page and what was typed stay.
An unforeseen fault is logged with an id, which is all that the user sees of it.
"""

import secrets
from dataclasses import dataclass

from flask import Flask, Response, current_app, make_response, render_template
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]  # has no types
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException, InternalServerError

from app.access import Forbidden, NotSignedIn
from app.database_advice import database_advice
from app.extensions import db
from app.form_fields import FormTooOldError
from app.htmx import renew_token, sent_again, wants_fragment
from app.http_refusals import http_texts
from app.items import ItemLine, chosen_items, item_lines
from app.language import language
from app.past_changes import who_was_first
from app.planning_errors import planning_error_text
from app.scenario_address import find_scenario_seen
from app.scenario_refusals import scenario_refusal
from app.sent_again import SentAgain
from app.store import database, results
from app.store.errors import (
    ClashError,
    DatabaseError,
    ItemChange,
    ScenarioRefused,
    UndoRefused,
)
from app.store.names import names_for
from app.undo_refusals import why_kept
from planning.errors import PlanningError


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What went wrong, in the user's language, and what to do about it."""

    status: int
    title: str
    explanation: str
    mend: str = ""
    command: str = ""
    reference: str = ""
    items: tuple[ItemLine, ...] = ()
    can_reload: bool = False
    again: SentAgain | None = None


def init_app(app: Flask) -> None:
    """Answer for every exception that leaves a view."""
    app.register_error_handler(HTTPException, refuse)
    app.register_error_handler(CSRFError, session_ended)
    app.register_error_handler(FormTooOldError, page_too_old)
    app.register_error_handler(NotSignedIn, not_signed_in)
    app.register_error_handler(Forbidden, forbidden)
    app.register_error_handler(ClashError, clash)
    app.register_error_handler(UndoRefused, undo_refused)
    app.register_error_handler(ScenarioRefused, scenario_refused)
    app.register_error_handler(DatabaseError, database_not_ready)
    app.register_error_handler(DBAPIError, database_failed)
    app.register_error_handler(PlanningError, cannot_compute)
    app.register_error_handler(InternalServerError, unforeseen)


def answer(page: ErrorPage) -> Response:
    """Return the page, or the message alone where htmx asked."""
    part = "errors/_message.html" if wants_fragment() else "errors/page.html"
    return make_response(render_template(part, error=page), page.status)


def refuse(error: HTTPException) -> Response:
    """Answer what the web framework refused; redirects go their way."""
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    title, explanation = http_texts(error.code)
    page = ErrorPage(status=error.code, title=title, explanation=explanation)
    response = answer(page)
    # What a method or a range must be is told in headers too.
    for name, value in error.get_headers():
        if name != "Content-Type":
            response.headers[name] = value
    return response


def session_ended(error: Exception) -> Response:
    """Answer a form whose token does not hold, and let what was typed be sent again."""
    again = sent_again()
    if again is None:
        return page_too_old(error)
    stays = wants_fragment()
    response = answer(
        ErrorPage(
            status=400,
            title=_("The session had ended"),
            explanation=_(
                "It had been open for too long, or the app has been started again. "
                "Nothing is saved yet."
            ),
            mend=(
                _("What you typed is still there: send it once more.")
                if stays
                else _("What you typed is kept: send it once more.")
            ),
            again=None if stays else again,
        )
    )
    return renew_token(response) if stays else response


def scenario_refused(error: ScenarioRefused) -> Response:
    """Answer what a scenario can't hold, or what isn't the user's to change."""
    title, explanation, mend = scenario_refusal(error.kind)
    status = 404 if error.kind == "unknown" else 409
    return answer(
        ErrorPage(status=status, title=title, explanation=explanation, mend=mend)
    )


def page_too_old(_error: Exception) -> Response:
    """Answer a form whose token or revision does not hold."""
    return answer(
        ErrorPage(
            status=400,
            title=_("The page was too old"),
            explanation=_(
                "It had been open for so long, the app has been started again since, "
                "or the form is incomplete: what you sent can't be trusted. "
                "Nothing was saved."
            ),
            mend=_("Load the page again and repeat what you did."),
            can_reload=True,
        )
    )


def not_signed_in(_error: NotSignedIn) -> Response:
    """Say how to get in."""
    return answer(
        ErrorPage(
            status=401,
            title=_("You are not signed in"),
            explanation=_(
                "This installation has no user accounts yet. It can be seen as a "
                "demonstration, on the machine that it runs on and by nobody else."
            ),
            mend=_(
                "Start it with this command, and open the address that it prints "
                "in a browser on the same machine:"
            ),
            command="bolgeplan serve --demo",
        )
    )


def forbidden(_error: Forbidden) -> Response:
    """Say that the role does not do this, or a scenario does not."""
    if find_scenario_seen() is not None:
        return scenario_refused(ScenarioRefused("fact"))
    return answer(
        ErrorPage(
            status=403,
            title=_("Your role can't do this"),
            explanation=_(
                "This is for another role to see or change. Nothing was saved."
            ),
            mend=_("Ask the programme office, which plans the waves."),
        )
    )


def clash(error: ClashError) -> Response:
    """Show both versions: what the user saw, and what is there now."""
    again = None if wants_fragment() or not error.items else sent_again()
    return answer(
        ErrorPage(
            status=409,
            title=_("Somebody else was first"),
            explanation=who_was_first(error),
            mend=_("Load the page again, look at what it says now, and decide anew.")
            if again is None
            else _(
                "What you typed is kept. Look at what has changed, and send it once "
                "more if it is still right; or load the page again."
            ),
            items=in_words(chosen_items(error.items)),
            can_reload=True,
            again=None if again is None else again.looked_at(results.revision()),
        )
    )


def first_part(error: ClashError) -> ErrorPage:
    """Who was first and what was changed, above what had been typed."""
    return ErrorPage(
        status=409,
        title=_("Somebody else was first"),
        explanation=who_was_first(error),
        mend=_(
            "What you typed is still in the form. Look at what has changed, and save it"
            " once more if it is still right."
        ),
        items=in_words(chosen_items(error.items)),
    )


def in_words(items: tuple[ItemChange, ...]) -> tuple[ItemLine, ...]:
    """Tell what was changed as the history does."""
    return item_lines(items, names_for(results.current_plan(), language()))


def undo_refused(error: UndoRefused) -> Response:
    """Say what stands in the way, and who put it there."""
    return answer(
        ErrorPage(
            status=409,
            title=_("The change can't be undone"),
            explanation=why_kept(error),
            mend=_(
                "Nothing was undone. Undo the later change first, or make a new one."
            ),
            items=in_words((error.item,)),
            can_reload=True,
        )
    )


def cannot_compute(error: PlanningError) -> Response:
    """Say why the change would leave a plan without an answer."""
    current_app.logger.warning("the plan can't be computed: %s", error)
    return answer(
        ErrorPage(
            status=422,
            title=_("The plan can't be computed like that"),
            explanation=planning_error_text(error),
            mend=_("Nothing was saved."),
        )
    )


def database_failed(error: DBAPIError) -> Response:
    """Tell a database that is damaged or not ready from a fault of ours."""
    db.session.rollback()
    try:
        database.refuse_damaged(error)
        database.require_ready()
    except DatabaseError as not_ready:
        return database_not_ready(not_ready)
    return unforeseen(InternalServerError(original_exception=error))


def database_not_ready(error: DatabaseError) -> Response:
    """Name the command that makes the database ready, where there is one."""
    current_app.logger.error("the database is not ready: %s", error)
    explanation, mend, command = database_advice(error)
    return answer(
        ErrorPage(
            status=503,
            title=_("The database is not ready"),
            explanation=explanation,
            mend=mend,
            command=command,
        )
    )


def unforeseen(error: InternalServerError) -> Response:
    """Log what happened under an id, and show the id alone."""
    reference = secrets.token_hex(4)
    cause = error.original_exception
    current_app.logger.error("error %s: %r", reference, cause, exc_info=cause)
    return answer(
        ErrorPage(
            status=500,
            title=_("Something went wrong"),
            explanation=_(
                "The fault is in the app and not in what you did. Nothing was saved."
            ),
            mend=_(
                "Try again. If it happens again, tell whoever runs the app this id:"
            ),
            reference=reference,
        )
    )
