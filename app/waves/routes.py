"""The board: look at all waves, move a municipality, delay the main project.

What sets the dates of one wave is in `date_routes.py`.
"""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.form_fields import read_day
from app.htmx import refused, saved, wants_fragment
from app.language import language
from app.moved import find_moved_part, moved_part
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow
from app.waves import commands, date_routes, queries
from app.waves.choice import Choice, read_choice
from app.waves.forms import MoveForm, ShiftForm, filter_form
from app.waves.pages import BoardPage, board_page
from app.waves.placement_page import placement_page
from app.waves.rules import refuse_leaving

bp = Blueprint("waves", __name__, url_prefix="/waves")
bp.add_url_rule("/<code>/day", view_func=date_routes.set_day, methods=["POST"])
bp.add_url_rule("/<code>/day/clear", view_func=date_routes.clear_day, methods=["POST"])
bp.add_url_rule("/<code>/window", view_func=date_routes.set_window, methods=["POST"])
bp.add_url_rule("/<code>/shift", view_func=date_routes.shift, methods=["POST"])


@bp.get("")
@needs("plan.view")
def board() -> ResponseReturnValue:
    """Show every wave with who is in it."""
    plan = results.current_plan()
    return render_board(plan, delay_form(plan))


@bp.post("/delay")
@needs("plan.edit")
def delay_main_project() -> ResponseReturnValue:
    """Move every wave that is not live by the same time."""
    plan = results.current_plan()
    form = delay_form(plan, is_sent=True)
    if not form.validate_on_submit():
        if wants_fragment():
            return refused(render_template("waves/_delay_form.html", form=form))
        return refused(render_board(plan, form))
    change = commands.delay_main_project(
        plan, form.by, by=signed_in_user(), seen=form.seen.revision
    )
    return answer(plan, change)


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
    """Put a municipality in another wave, or in none."""
    plan = results.current_plan()
    row = queries.get_placement(plan, number)
    form = move_form(plan, number)
    if not form.validate_on_submit():
        return refused(render_placement(plan, number, form))
    before = results.evaluation(plan).wave_of(number)
    after = form.wave.data or None
    wave = None if after is None else queries.get_wave(plan, after)
    change = commands.move(
        plan, row, wave, by=signed_in_user(), seen=form.seen.revision
    )
    # A column comes or goes with those who have no wave.
    codes = None if None in {before, after} else frozenset({before, after})
    return answer(plan, change, codes)


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
    return date_routes.render_wave(plan, row, forms, moved)


def delay_form(plan: PlanRow, *, is_sent: bool = False) -> ShiftForm:
    """The form that delays the main project, as it was sent or fresh."""
    snapshot = results.evaluation(plan).snapshot
    moving = [wave for wave in snapshot.plan.waves if not wave.is_live]
    fresh = {} if is_sent else {"formdata": None}
    return ShiftForm(
        moving, snapshot.status_date, data={"seen": snapshot.revision}, **fresh
    )


def move_form(plan: PlanRow, number: str, *, to: str = "") -> MoveForm:
    """The form that moves a municipality, as it was sent or fresh.

    Fresh it proposes the wave `to`, where an address does.
    """
    evaluation = results.evaluation(plan)
    name = names_for(plan, language()).municipality(number)
    return MoveForm(
        evaluation.snapshot.plan.waves,
        refuse_leaving(evaluation, number, name=name),
        data={
            "seen": evaluation.snapshot.revision,
            "wave": to or evaluation.wave_of(number) or "",
        },
    )


def read_board(plan: PlanRow) -> BoardPage:
    """The board as the address asks for it."""
    evaluation = results.evaluation(plan)
    return board_page(
        evaluation,
        names_for(plan, language()),
        read_choice(request.args),
        can_edit=signed_in_user().may("plan.edit"),
    )


def board_url(choice: Choice, moved: str = "") -> str:
    """The address of the board with its filters, and of what moved on it."""
    arguments: dict[str, Any] = choice.arguments()
    if moved:
        arguments |= {"moved": moved, "_anchor": "moved"}
    return url_for("waves.board", **arguments)


def render_board(plan: PlanRow, form: ShiftForm) -> str:
    """The page, with the form that delays everything, which may be refused."""
    names = names_for(plan, language())
    choice = read_choice(request.args)
    return render_template(
        "waves/board.html",
        page=read_board(plan),
        filters=filter_form(results.evaluation(plan), names, request.args),
        form=form,
        moved=find_moved_part(
            request.args.get("moved", ""),
            names,
            user=signed_in_user(),
            back=board_url(choice),
        ),
    )


def render_placement(plan: PlanRow, number: str, form: MoveForm) -> str:
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
    return render_template(part, page=page, in_place=in_place)


def answer(
    plan: PlanRow,
    change: ChangeRow | None,
    codes: frozenset[str | None] | None = None,
) -> ResponseReturnValue:
    """Answer with what moved and the columns of some waves, else the whole board."""
    choice = read_choice(request.args)
    moved = moved_part(
        change,
        names_for(plan, language()),
        user=signed_in_user(),
        back=board_url(choice),
    )
    shown = "" if change is None else str(change.id)
    url = board_url(choice, moved=shown)
    if not wants_fragment():
        return saved(page_url=url, announce="" if shown else moved.sentence)
    page = read_board(plan)
    if codes is None:
        html = render_template(
            "waves/_moved_board.html", moved=moved, page=page, form=delay_form(plan)
        )
    else:
        columns = tuple(it for it in page.planned if it.code in codes)
        html = render_template(
            "waves/_moved_columns.html", moved=moved, columns=columns
        )
    return saved(html, page_url=url)
