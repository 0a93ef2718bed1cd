"""Addresses of conflicts: all of them, one in full, accepted and opened again."""

import re
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.conflict_parts import find_conflict
from app.conflicts import commands, queries
from app.conflicts.choice import read_choice
from app.conflicts.done import done_text
from app.conflicts.forms import AcceptForm, MendForm, ReopenForm
from app.conflicts.pages import (
    ConflictPage,
    ConflictsPage,
    conflict_page,
    conflicts_page,
    mend_page,
    no_single_change,
)
from app.conflicts.trying import tried_mend
from app.htmx import moved_to, refused, saved, wants_fragment
from app.language import language
from app.mending import find_mending, shown_mend
from app.moved import (
    MovedPart,
    find_moved_part,
    moved_part,
    with_moved,
)
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import ChangeRow
from planning.conflicts import Conflict

bp = Blueprint("conflicts", __name__, url_prefix="/conflicts")
ID = re.compile(r"[0-9a-f]{12}")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what is wrong with the plan."""
    return render_template(
        "conflicts/index.html", page=_read_list(), moved=_find_moved(_list_url())
    )


@bp.get("/<conflict_id>")
@needs("plan.view")
def conflict(conflict_id: str) -> ResponseReturnValue:
    """Show one conflict with its explanation, or that it is gone."""
    found = _find(conflict_id)
    moved = _find_moved(url_for(".conflict", conflict_id=conflict_id))
    if found is None:
        return render_template("conflicts/gone.html", moved=moved, done=""), 404
    return _render(found, _accept_form(found), moved)


@bp.post("/<conflict_id>/accept")
@needs("conflicts.accept")
def accept(conflict_id: str) -> ResponseReturnValue:
    """Let a conflict stand, with a reason."""
    found = _find(conflict_id) or abort(404)
    form = AcceptForm(found)
    if not form.validate_on_submit():
        # What is to be read again are the numbers as they are now.
        form.numbers.data = found.numbers
        return refused(_render(found, form))
    change = commands.accept(
        results.current_plan(),
        found,
        form.reason.data or "",
        by=signed_in_user(),
        seen=form.seen.revision,
    )
    return _answer(conflict_id, change)


@bp.post("/<conflict_id>/reopen")
@needs("conflicts.accept")
def reopen(conflict_id: str) -> ResponseReturnValue:
    """Open a conflict again that was accepted."""
    plan = results.current_plan()
    found = _find(conflict_id) or abort(404)
    row = queries.find_acceptance(plan, found) or abort(404)
    form = ReopenForm()
    change = commands.reopen(
        plan, row, found, by=signed_in_user(), seen=form.seen.revision
    )
    return _answer(conflict_id, change)


@bp.get("/<conflict_id>/mend")
@needs("plan.edit")
def mend(conflict_id: str) -> ResponseReturnValue:
    """Show what the nearest mend would do, before it is taken."""
    found = _find(conflict_id)
    if found is None:
        return _gone(conflict_id)
    return _render_mend(found, mend_form(found, back=request.args.get("back", "")))


@bp.post("/<conflict_id>/mend")
@needs("plan.edit")
def take_mend(conflict_id: str) -> ResponseReturnValue:
    """Do what mends a conflict, by the command that does it."""
    found = _find(conflict_id)
    if found is None:
        return _gone(conflict_id)
    mending = find_mending(results.current_plan(), found)
    form = MendForm(found)
    if mending is None or mending.refusal or not form.validate_on_submit():
        return refused(_render_mend(found, form, is_stale=True))
    change = mending.take(signed_in_user(), form.seen.revision)
    back = form.way_back or url_for(".index")
    if change is None:
        told = moved_part(None, _names(), user=signed_in_user())
        return moved_to(back, announce=told.sentence)
    return moved_to(with_moved(back, change.id))


def _find(conflict_id: str) -> Conflict | None:
    """The conflict as it is now; what can be no address of one is not found."""
    if not ID.fullmatch(conflict_id):
        abort(404)
    return find_conflict(results.evaluation(results.current_plan()), conflict_id)


def mend_form(conflict: Conflict, *, back: str) -> MendForm:
    """The form that takes the mend as it stands now."""
    given = {"shown": shown_mend(conflict), "back": back}
    return MendForm(conflict, formdata=None, data=given)


def _gone(conflict_id: str) -> ResponseReturnValue:
    """Answer who would mend what is no longer there, and may be mended already."""
    evaluation = results.evaluation(results.current_plan())
    done = done_text(evaluation, request.form.get("shown", ""), _names())
    if wants_fragment():
        html = render_template(
            "conflicts/_gone.html", done=done, conflict_id=conflict_id
        )
        return refused(html)
    return render_template("conflicts/gone.html", moved=None, done=done), 404


def _render_mend(conflict: Conflict, form: MendForm, *, is_stale: bool = False) -> str:
    """What the mend would do, in place or on a page of its own."""
    plan, names = results.current_plan(), _names()
    user, mending = signed_in_user(), find_mending(plan, conflict)
    refusal = no_single_change() if mending is None else mending.refusal
    tried = None
    if mending is not None and not refusal:
        tried = tried_mend(
            plan, conflict, mending, names=names, language=language(), user=user
        )
    evaluation = results.evaluation(plan)
    page = mend_page(
        evaluation,
        conflict,
        names,
        user=user,
        refusal=refusal,
        done=done_text(evaluation, request.form.get("shown", ""), names),
        back=form.way_back,
    )
    in_place = wants_fragment()
    return render_template(
        "conflicts/_mend.html" if in_place else "conflicts/mend.html",
        page=page,
        tried=tried,
        form=form,
        in_place=in_place,
        is_stale=is_stale,
    )


def _accept_form(conflict: Conflict) -> AcceptForm:
    """The form, empty, for the numbers that the page shows."""
    given = {"numbers": conflict.numbers, "seen": results.revision()}
    return AcceptForm(conflict, formdata=None, data=given)


def _read_list() -> ConflictsPage:
    """The conflicts that the address asks for."""
    plan = results.current_plan()
    return conflicts_page(
        results.evaluation(plan),
        read_choice(request.args),
        _names(),
        accepted=queries.list_acceptances(plan),
        user=signed_in_user(),
    )


def _read(conflict: Conflict) -> ConflictPage:
    """All that is told of one conflict."""
    plan = results.current_plan()
    return conflict_page(
        results.evaluation(plan),
        conflict,
        _names(),
        accepted=queries.list_acceptances(plan),
        user=signed_in_user(),
        query=read_choice(request.args).arguments(),
    )


def _render(
    conflict: Conflict, form: AcceptForm, moved: MovedPart | None = None
) -> str:
    """The form that accepts a conflict in place, or the page of the conflict."""
    in_place = wants_fragment()
    part = "conflicts/_accept_form.html" if in_place else "conflicts/conflict.html"
    return render_template(
        part, page=_read(conflict), form=form, moved=moved, in_place=in_place
    )


def _answer(conflict_id: str, change: ChangeRow | None) -> ResponseReturnValue:
    """Answer with what came of it, and the list anew."""
    shown = None if change is None else change.id
    url = url_for(".conflict", conflict_id=conflict_id, moved=shown, _anchor="moved")
    moved = moved_part(change, _names(), user=signed_in_user(), back=url_for(".index"))
    if not wants_fragment():
        return saved(page_url=url, announce="" if shown else moved.sentence)
    html = render_template("conflicts/_changed.html", page=_read_list(), moved=moved)
    return saved(html, page_url=url)


def _find_moved(back: str) -> MovedPart | None:
    """What came of the change that the address names."""
    given = request.args.get("moved", "")
    return find_moved_part(given, _names(), user=signed_in_user(), back=back)


def _list_url() -> str:
    arguments: dict[str, Any] = {**read_choice(request.args).arguments()}
    return url_for(".index", **arguments)


def _names() -> Names:
    return names_for(results.current_plan(), language())
