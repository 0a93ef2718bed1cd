"""Addresses of the comparison: states side by side, and what moved between two."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.comparing.choice import read_choice
from app.comparing.exports import compare_csv
from app.comparing.moved import Moved, find_moved
from app.comparing.moved_exports import money_csv, moved_csv, moved_json
from app.comparing.moved_page import moved_page
from app.comparing.moved_unknown import unknown_page
from app.comparing.pages import ComparePage, compare_page
from app.comparing.past import can_be_told, find_past
from app.comparing.states import (
    BASELINE,
    PLAN,
    SCENARIO,
    OpenedState,
    StateOption,
    find_opened,
    get_state,
    list_options,
)
from app.language import language
from app.spreadsheets import attachment
from app.store import results
from app.store.names import Names, names_for

bp = Blueprint("comparing", __name__, url_prefix="/compare")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the states that were chosen side by side."""
    return render_template("comparing/index.html", page=_page())


@bp.get("/compare.csv")
@needs("plan.view")
def file() -> ResponseReturnValue:
    """Give exactly what the page shows to a spreadsheet."""
    return attachment(compare_csv(_page()), "compare")


@bp.get("/moved")
@needs("plan.view")
def moved() -> ResponseReturnValue:
    """Show every date, sum and conflict that differs between two states, and why."""
    one, other = _ends()
    if not _is_told(one, other):
        page = unknown_page(one, other)
        return render_template("comparing/moved_unknown.html", page=page), 404
    names, found = _moved()
    shown = moved_page(found, request.args.get("of", ""), names)
    return render_template("comparing/moved.html", page=shown)


@bp.get("/moved.csv")
@needs("plan.view")
def moved_file() -> ResponseReturnValue:
    """Give every date that moved to a spreadsheet."""
    names, found = _moved()
    return attachment(moved_csv(found, names), "moved")


@bp.get("/moved-money.csv")
@needs("plan.view")
def money_file() -> ResponseReturnValue:
    """Give everybody's money that moved to a spreadsheet."""
    names, found = _moved()
    return attachment(money_csv(found, names), "moved-money")


@bp.get("/moved.json")
@needs("plan.view")
def document() -> ResponseReturnValue:
    """Give all that moved to another program."""
    _names_here, found = _moved()
    response = Response(moved_json(found), mimetype="application/json")
    name = "attachment; filename=bolgeplan-moved.json"
    response.headers["Content-Disposition"] = name
    return response


def _ends() -> tuple[OpenedState, OpenedState]:
    """The two states that the address names."""
    user = signed_in_user()
    one, other = (request.args.get(it, PLAN) for it in ("from", "to"))
    # Opening a scenario lets go of what was read before.
    found = [find_past(it) or get_state(it, user) for it in (one, other)]
    return found[0], found[1]


def _is_told(one: OpenedState, other: OpenedState) -> bool:
    """Whether it can be told what moved between two states."""
    are_whole = one.plan_state is not None and other.plan_state is not None
    return are_whole or can_be_told(one, other)


def _moved() -> tuple[Names, Moved]:
    """What moved between the two; one without a whole plan has no chains."""
    one, other = _ends()
    if not _is_told(one, other):
        abort(404)
    names = _names()
    return names, find_moved(one, other, names)


def _page() -> ComparePage:
    user = signed_in_user()
    options = list_options(user)
    choice = read_choice(request.args, _default(options))
    # Names are read last: opening a scenario lets go of all that was read before.
    found = [find_opened(it, user) for it in choice.states]
    opened = [it for it in found if it is not None]
    if not opened:
        abort(404)
    there = choice.only([it.value for it in opened])
    facts = results.evaluation(results.current_plan()).snapshot.capacity
    assumed = {it.resource for it in facts.demands if it.is_assumed}
    return compare_page(opened, options, there, _names(), assumed=assumed)


def _default(options: Sequence[StateOption]) -> tuple[str, ...]:
    """The plan and the newest scenario; else the newest of the past, and the plan."""
    others = [it.value for it in options if it.value != PLAN]
    scenarios = [it for it in others if it.startswith(SCENARIO)]
    if scenarios:
        return PLAN, scenarios[0]
    baselines = [it for it in others if it.startswith(BASELINE)]
    return (*(baselines[:1] or others[-1:]), PLAN)


def _names() -> Names:
    return names_for(results.current_plan(), language())
