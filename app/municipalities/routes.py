"""Addresses of municipalities: the table, the page of one, its steps and limits.

The views on money are in `money_routes.py`.
"""

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, require, signed_in_user
from app.htmx import refused, saved, wants_fragment
from app.language import language
from app.moved import find_moved_part, moved_part
from app.municipalities import commands, money_routes, queries
from app.municipalities.choice import read_choice
from app.municipalities.editing import (
    LimitEditing,
    StepEditing,
    limit_editing,
    limit_form,
    report_form,
    reported,
    step_editing,
)
from app.municipalities.forms import DeadlineForm, ReportForm
from app.municipalities.gathering import build_page
from app.municipalities.pages import municipalities_page
from app.municipalities.reporting import right_to_report
from app.municipalities.standing import GOVERNS
from app.proposed_dates import proposed_part
from app.safe_meetings import all_safe_meetings
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import (
    ChangeRow,
    MunicipalityRow,
    PlanRow,
    TemplateActivityRow,
)
from planning.binding_dates import municipality_body

bp = Blueprint("municipalities", __name__, url_prefix="/municipalities")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the table of all municipalities."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    page = municipalities_page(
        evaluation,
        queries.list_municipalities(),
        read_choice(request.args),
        _names(),
        regions=[row.key for row in queries.list_regions()],
        trusts=[row.code for row in queries.list_named_trusts()],
        safe=all_safe_meetings(plan),
    )
    return render_template("municipalities/index.html", page=page)


@bp.get("/<number>")
@needs("plan.view")
def municipality(number: str) -> ResponseReturnValue:
    """Show all that is known of one municipality."""
    page = build_page(queries.get_municipality(number))
    moved = find_moved_part(
        request.args.get("moved", ""),
        _names(),
        user=signed_in_user(),
        back=url_for(".municipality", number=number),
    )
    asked = request.args.get("place", "")
    place = asked if moved is not None and asked in page.keys else ""
    return render_template(
        "municipalities/municipality.html",
        page=page,
        moved=moved,
        place=place,
        proposed=proposed_part(municipality_body(number), _names(), signed_in_user()),
    )


@bp.get("/<number>/money")
@needs("plan.view")
def money(number: str) -> ResponseReturnValue:
    """Show what joining costs a municipality, and what it gains."""
    return money_routes.show_money(number, request.args)


@bp.get("/<number>/money.csv")
@needs("plan.view")
def money_file(number: str) -> Response:
    """Give the money of each year as a file for a spreadsheet."""
    return money_routes.give_money_file(number, request.args)


@bp.get("/<number>/cash-flow.svg")
@needs("plan.view")
def cash_flow(number: str) -> Response:
    """Send the cash flow of a municipality as a picture."""
    picture = money_routes.draw_cash_flow(number, request.args)
    picture.make_conditional(request)
    return picture


@bp.get("/<number>/steps/<key>")
@needs("progress.report")
def step(number: str, key: str) -> ResponseReturnValue:
    """Show the form on which the progress of a step is reported."""
    plan = results.current_plan()
    row = queries.get_municipality(number)
    activity = queries.get_reportable_step(plan, row, key)
    before = queries.find_report(number, key)
    require(signed_in_user(), right_to_report(key, before))
    form = report_form(results.evaluation(plan), number, activity, before)
    return render_template(
        "municipalities/step.html",
        form=form,
        editing=_step_editing(plan, number, activity),
        in_place=wants_fragment(),
    )


@bp.post("/<number>/steps/<key>")
@needs("progress.report")
def report(number: str, key: str) -> ResponseReturnValue:
    """Report the progress of a step."""
    plan = results.current_plan()
    row = queries.get_municipality(number)
    activity = queries.get_reportable_step(plan, row, key)
    require(signed_in_user(), right_to_report(key, queries.find_report(number, key)))
    form = report_form(results.evaluation(plan), number, activity, None)
    if not form.validate_on_submit():
        return _refused_step(form, _step_editing(plan, number, activity))
    change = commands.report(
        plan,
        number,
        key,
        reported(form, activity),
        by=signed_in_user(),
        seen=form.seen.revision,
    )
    return _saved(number, key, change)


@bp.post("/<number>/steps/<key>/withdraw")
@needs("progress.report")
def withdraw(number: str, key: str) -> ResponseReturnValue:
    """Take a report back."""
    plan = results.current_plan()
    row = queries.find_report(number, key) or abort(404)
    form = ReportForm(status_date=results.programme().status_date, has_duration=False)
    change = commands.withdraw_report(
        plan, row, by=signed_in_user(), seen=form.seen.revision
    )
    return _saved(number, key, change)


@bp.get("/<number>/limits/<key>")
@needs("plan.edit")
def limit(number: str, key: str) -> ResponseReturnValue:
    """Show the form on which the last day of a limit is named."""
    plan = results.current_plan()
    check_settable(queries.get_municipality(number), key)
    deadline = queries.list_deadlines(plan, number).get(key)
    return render_template(
        "municipalities/limit.html",
        form=limit_form(results.evaluation(plan), number, deadline),
        editing=_limit_editing(plan, number, key),
        in_place=wants_fragment(),
    )


@bp.post("/<number>/limits/<key>")
@needs("plan.edit")
def set_limit(number: str, key: str) -> ResponseReturnValue:
    """Name the last day of a limit."""
    plan = results.current_plan()
    check_settable(queries.get_municipality(number), key)
    form = limit_form(results.evaluation(plan), number, None)
    if not form.validate_on_submit() or form.day.data is None:
        return _refused_limit(form, _limit_editing(plan, number, key))
    change = commands.set_deadline(
        plan,
        number,
        key,
        day=form.day.data,
        note=form.note.data or "",
        by=signed_in_user(),
        seen=form.seen.revision,
    )
    return _saved(number, key, change)


@bp.post("/<number>/limits/<key>/remove")
@needs("plan.edit")
def remove_limit(number: str, key: str) -> ResponseReturnValue:
    """Let a limit be counted from go-live again."""
    plan = results.current_plan()
    row = queries.find_deadline(plan, number, key) or abort(404)
    form = limit_form(results.evaluation(plan), number, row)
    change = commands.remove_deadline(
        plan, row, by=signed_in_user(), seen=form.seen.revision
    )
    return _saved(number, key, change)


def check_settable(municipality: MunicipalityRow, key: str) -> None:
    """Only a limit that an agreement may name, of one that holds an option."""
    if key not in GOVERNS or not municipality.holds_option:
        abort(404)


def _step_editing(
    plan: PlanRow, number: str, activity: TemplateActivityRow
) -> StepEditing:
    return step_editing(
        results.evaluation(plan),
        number,
        activity,
        queries.find_report(number, activity.key),
        _names(),
    )


def _limit_editing(plan: PlanRow, number: str, key: str) -> LimitEditing:
    return limit_editing(
        results.evaluation(plan),
        number,
        key,
        queries.find_deadline(plan, number, key),
        _names(),
    )


def _refused_step(form: ReportForm, editing: StepEditing) -> ResponseReturnValue:
    return _refused(form, editing, part="_step_form", page="step")


def _refused_limit(form: DeadlineForm, editing: LimitEditing) -> ResponseReturnValue:
    return _refused(form, editing, part="_limit_form", page="limit")


def _refused(
    form: ReportForm | DeadlineForm,
    editing: StepEditing | LimitEditing,
    *,
    part: str,
    page: str,
) -> ResponseReturnValue:
    """The form again, in place or on a page of its own."""
    in_place = wants_fragment()
    return refused(
        render_template(
            f"municipalities/{part if in_place else page}.html",
            form=form,
            editing=editing,
            in_place=in_place,
        )
    )


def _saved(number: str, key: str, change: ChangeRow | None) -> ResponseReturnValue:
    """Answer with what moved; the page in place fetches itself anew, and tells it."""
    page_url = url_for(".municipality", number=number)
    moved = moved_part(change, _names(), user=signed_in_user(), back=page_url)
    shown = None if change is None else change.id
    if not wants_fragment():
        return saved(page_url=url_for(".municipality", number=number, moved=shown))
    parts_url = ""
    if shown is not None:
        parts_url = url_for(".municipality", number=number, moved=shown, place=key)
    html = render_template(
        "municipalities/_changed.html", moved=moved, parts_url=parts_url
    )
    return saved(html, page_url="", announce=moved.sentence)


def _names() -> Names:
    return names_for(results.current_plan(), language())
