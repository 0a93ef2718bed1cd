"""The board: look at all waves, move municipalities, delay the main project.

What sets the dates of one wave is in `date_routes.py`.
"""

from collections.abc import Iterable

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.form_fields import read_day
from app.htmx import refused, wants_fragment
from app.language import language
from app.moved import find_moved_part, tried_part
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow
from app.store.trial import try_out
from app.waves import commands, date_routes, queries
from app.waves.board_parts import (
    Sent,
    answer,
    delay_form,
    move_form,
    read_bar,
    render_board,
    several_form,
)
from app.waves.choice import read_choice
from app.waves.move_forms import NOT_CHOSEN, MoveForm
from app.waves.placement_page import placement_page
from app.waves.previews import Preview, preview

bp = Blueprint("waves", __name__, url_prefix="/waves")
bp.add_url_rule("/<code>/day", view_func=date_routes.set_day, methods=["POST"])
bp.add_url_rule("/<code>/day/clear", view_func=date_routes.clear_day, methods=["POST"])
bp.add_url_rule("/<code>/window", view_func=date_routes.set_window, methods=["POST"])
bp.add_url_rule("/<code>/shift", view_func=date_routes.shift, methods=["POST"])


@bp.get("")
@needs("plan.view")
def board() -> ResponseReturnValue:
    """Show every wave with who is in it."""
    return render_board(results.current_plan(), request.args)


@bp.post("/delay")
@needs("plan.edit")
def delay_main_project() -> ResponseReturnValue:
    """Move every wave that is not live by the same time, or say what that comes to."""
    plan = results.current_plan()
    form = delay_form(plan, is_sent=True)
    if not form.validate_on_submit():
        return refused(render_delay(plan, Sent(delay=form)))

    def command() -> ChangeRow | None:
        return commands.delay_main_project(
            plan, form.by, by=signed_in_user(), seen=form.seen.revision
        )

    if form.tries.data:
        tried = tried_part(try_out(plan, command), names_for(plan, language()))
        return render_delay(plan, Sent(delay=form, tried=tried))
    choice = read_choice(request.args)
    return answer(plan, command(), choice, codes=frozenset(), drawn=None)


@bp.post("/placements")
@needs("plan.edit")
def move_several() -> ResponseReturnValue:
    """Put several municipalities in another wave, or say what that comes to."""
    plan = results.current_plan()
    form = several_form(plan, is_sent=True)
    if not form.validate_on_submit():
        return refused(render_several(plan, Sent(several=form)))
    target = form.wave.data
    if form.tries.data:
        told = read_preview(plan, form.moving, target, seen=form.seen.revision)
        return render_several(plan, Sent(several=form, preview=told))
    evaluation = results.evaluation(plan)
    left = {evaluation.wave_of(it) for it in form.moving}
    change = commands.move_several(
        plan,
        [queries.get_placement(plan, it) for it in form.moving],
        queries.get_wave(plan, target) if target else None,
        by=signed_in_user(),
        seen=form.seen.revision,
    )
    return answer(
        plan,
        change,
        read_choice(request.args),
        codes=frozenset({*left, target or None}),
        drawn=form.board.revision or form.seen.revision,
    )


@bp.get("/placements/preview")
@needs("plan.edit")
def preview_move() -> ResponseReturnValue:
    """Say what moving somebody, or several, to a wave comes to; nothing is written."""
    plan = results.current_plan()
    given = request.args
    told = read_preview(plan, given.getlist("number"), given.get("wave", ""))
    return render_template("waves/_preview.html", preview=told)


@bp.get("/placements/<number>")
@needs("plan.edit")
def placement(number: str) -> ResponseReturnValue:
    """Show the form that moves a municipality."""
    plan = results.current_plan()
    queries.get_placement(plan, number)
    form = move_form(plan, number, to=request.args.get("to", ""))
    return render_placement(plan, number, form)


@bp.post("/placements/<number>")
@needs("plan.edit")
def move(number: str) -> ResponseReturnValue:
    """Put a municipality in another wave, or in none, or say what that comes to."""
    plan = results.current_plan()
    row = queries.get_placement(plan, number)
    form = move_form(plan, number)
    if not form.validate_on_submit():
        return refused(render_placement(plan, number, form))
    target = form.wave.data
    if form.tries.data:
        told = read_preview(plan, [number], target, seen=form.seen.revision)
        return render_placement(plan, number, form, told)
    before = results.evaluation(plan).wave_of(number)
    wave = queries.get_wave(plan, target) if target else None
    change = commands.move(
        plan, row, wave, by=signed_in_user(), seen=form.seen.revision
    )
    # A column comes or goes with those who have no wave.
    return answer(
        plan,
        change,
        read_choice(request.args),
        codes=frozenset({before, target or None}),
        drawn=form.board.revision or form.seen.revision,
    )


@bp.get("/<code>")
@needs("plan.view")
def wave(code: str) -> ResponseReturnValue:
    """Show one wave; an alias leads to its code."""
    plan = results.current_plan()
    row = queries.get_wave(plan, code)
    if row.code != code:
        return redirect(url_for("waves.wave", code=row.code))
    moved = find_moved_part(
        request.args.get("moved", ""),
        names_for(plan, language()),
        user=signed_in_user(),
        back=url_for("waves.wave", code=row.code),
    )
    proposed = read_day(request.args.get("day", ""))
    forms = date_routes.read_forms(plan, row, day=proposed)
    if proposed is not None:
        return date_routes.render_offered(plan, row, forms, moved=moved)
    return date_routes.render_wave(plan, row, forms, moved=moved)


def render_delay(plan: PlanRow, sent: Sent) -> str:
    """The form that delays the main project, in place or on the board."""
    if not wants_fragment():
        return render_board(plan, request.args, sent)
    return render_template("waves/_delay_form.html", form=sent.delay, tried=sent.tried)


def render_several(plan: PlanRow, sent: Sent) -> str:
    """The form that moves several, in place or with the board and who is chosen."""
    if not wants_fragment():
        return render_board(plan, request.args, sent)
    bar = read_bar(plan, read_choice(request.args), sent)
    return render_template("waves/_several_form.html", bar=bar)


def render_placement(
    plan: PlanRow, number: str, form: MoveForm, told: Preview | None = None
) -> str:
    """The form that moves a municipality, in place or as a page of its own."""
    page = placement_page(
        results.evaluation(plan),
        names_for(plan, language()),
        number,
        form,
        query=read_choice(request.args).arguments(),
    )
    in_place = wants_fragment()
    part = "waves/_move_form.html" if in_place else "waves/placement.html"
    return render_template(part, page=page, in_place=in_place, preview=told)


def read_preview(
    plan: PlanRow, numbers: Iterable[str], code: str, *, seen: int | None = None
) -> Preview | None:
    """What moving some municipalities to a wave, or out of theirs, would come to.

    None as long as no wave is chosen.
    """
    if code == NOT_CHOSEN:
        return None
    return preview(
        plan,
        [queries.get_placement(plan, it) for it in dict.fromkeys(numbers)],
        queries.get_wave(plan, code) if code else None,
        names=names_for(plan, language()),
        language=language(),
        user=signed_in_user(),
        seen=seen,
    )
