"""Addresses of proposals: all of them, one with its answer, and the time for one."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.htmx import moved_to, refused
from app.language import language
from app.moved import find_moved_part
from app.proposals import commands
from app.proposals.forms import AnswerForm, TimeForm
from app.proposals.pages import (
    entered_on,
    proposal_page,
    proposals_page,
    read_choice,
)
from app.proposed_dates import Standing, find_standing, made_on
from app.store import results
from app.store.names import Names, names_for
from app.store.proposals import answer_days
from planning.calendars import to_date
from planning.proposals import go_live_of

bp = Blueprint("proposals", __name__, url_prefix="/proposals")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the proposals, those that are open unless others are asked for."""
    given = {"seen": results.revision(), "answer_days": answer_days()}
    return _render_index(TimeForm(formdata=None, data=given))


@bp.post("/time")
@needs("preconditions.edit")
def set_time() -> ResponseReturnValue:
    """Say how long an answer may take."""
    form = TimeForm()
    seen = form.seen.revision
    days = form.answer_days.data
    if not form.validate_on_submit() or days is None:
        return refused(_render_index(form))
    change = commands.set_answer_days(days, by=signed_in_user(), seen=seen)
    moved = None if change is None else change.id
    return moved_to(url_for(".index", moved=moved))


@bp.get("/<int:proposal_id>")
@needs("plan.view")
def proposal(proposal_id: int) -> ResponseReturnValue:
    """Show one proposal, and the form for its answer while it is open."""
    standing = find_standing(proposal_id) or abort(404)
    given = {"seen": results.revision()}
    return _render_one(standing, _answer_form(standing, formdata=None, data=given))


@bp.post("/<int:proposal_id>")
@needs("preconditions.edit")
def answer(proposal_id: int) -> ResponseReturnValue:
    """Enter what was answered."""
    standing = find_standing(proposal_id) or abort(404)
    form = _answer_form(standing)
    seen = form.seen.revision
    if not form.validate_on_submit():
        return refused(_render_one(standing, form))
    change = commands.answer(proposal_id, form.entry, by=signed_in_user(), seen=seen)
    moved = None if change is None else change.id
    return moved_to(url_for(".proposal", proposal_id=proposal_id, moved=moved))


def _names() -> Names:
    return names_for(results.current_plan(), language())


def _answer_form(standing: Standing, **given: object) -> AnswerForm:
    day = go_live_of(standing.proposal.becomes)
    return AnswerForm(
        proposed=None if day is None else to_date(day),
        made_on=made_on(standing.proposal.id),
        entered_on=entered_on(standing.proposal.id),
        status_date=results.programme().status_date,
        **given,
    )


def _render_index(form: TimeForm) -> str:
    names, user = _names(), signed_in_user()
    evaluation = results.evaluation(results.current_plan())
    page = proposals_page(evaluation, read_choice(request.args), names, user)
    moved = find_moved_part(
        request.args.get("moved", ""), names, user=user, back=url_for(".index")
    )
    return render_template("proposals/index.html", page=page, form=form, moved=moved)


def _render_one(standing: Standing, form: AnswerForm) -> str:
    names, user = _names(), signed_in_user()
    page = proposal_page(standing, names, user)
    moved = find_moved_part(
        request.args.get("moved", ""), names, user=user, back=request.path
    )
    return render_template("proposals/proposal.html", page=page, form=form, moved=moved)
