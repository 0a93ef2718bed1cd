"""Addresses of the settings."""

from datetime import date

from flask import Blueprint, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import to_user_timezone

from app.access import needs, signed_in_user
from app.admin import commands
from app.admin.actuals import find_latest
from app.admin.forms import PriceYearForm, StatusDateForm
from app.admin.thresholds import ThresholdsForm, form_data
from app.htmx import refused, saved
from app.language import language
from app.moved import find_moved_part
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import ChangeRow
from app.threshold_words import criticality_text
from planning.calendars import to_date
from planning.thresholds import Thresholds

bp = Blueprint("admin", __name__, url_prefix="/settings")


@bp.get("")
@needs("settings.edit")
def settings() -> ResponseReturnValue:
    """Show the settings with their forms."""
    return render_settings(
        status_date_form(is_sent=False), price_year_form(is_sent=False)
    )


@bp.post("/status-date")
@needs("settings.edit")
def set_status_date() -> ResponseReturnValue:
    """See the plan from another day."""
    form = status_date_form(is_sent=True)
    if not form.validate_on_submit() or form.day.data is None:
        return refused(render_settings(form, price_year_form(is_sent=False)))
    plan = results.current_plan()
    change = commands.set_status_date(
        plan, form.day.data, by=signed_in_user(), seen=form.seen.revision
    )
    return _saved(change)


@bp.post("/price-year")
@needs("settings.edit")
def set_price_year() -> ResponseReturnValue:
    """Say which year's prices the sums are in."""
    form = price_year_form(is_sent=True)
    if not form.validate_on_submit():
        return refused(render_settings(status_date_form(is_sent=False), form))
    plan = results.current_plan()
    change = commands.set_price_year(
        plan, form.year.data, by=signed_in_user(), seen=form.seen.revision
    )
    return _saved(change)


@bp.get("/thresholds")
@needs("settings.edit")
def thresholds() -> ResponseReturnValue:
    """Show the form on all thresholds."""
    return render_thresholds(thresholds_form(is_sent=False))


@bp.post("/thresholds")
@needs("settings.edit")
def set_thresholds() -> ResponseReturnValue:
    """Hold the plan against other thresholds."""
    form = thresholds_form(is_sent=True)
    if not form.validate_on_submit():
        return refused(render_thresholds(form))
    change = commands.set_thresholds(
        results.current_plan(),
        form.values,
        by=signed_in_user(),
        seen=form.seen.revision,
    )
    return _saved(change)


def render_thresholds(form: ThresholdsForm) -> str:
    """The page of the thresholds."""
    return render_template(
        "admin/thresholds.html", form=form, revision=results.revision()
    )


def thresholds_form(*, is_sent: bool) -> ThresholdsForm:
    """The form as it was sent, or filled with what holds."""
    given = {} if is_sent else {"formdata": None}
    return ThresholdsForm(data=form_data(held_thresholds()), **given)


def held_thresholds() -> Thresholds:
    """What the plan is held against now."""
    return results.evaluation(results.current_plan()).snapshot.thresholds


def render_settings(status_date: StatusDateForm, price_year: PriceYearForm) -> str:
    """The page with its two forms; one of them may have been refused."""
    moved = find_moved_part(
        request.args.get("moved", ""),
        current_names(),
        user=signed_in_user(),
        back=url_for("admin.settings"),
    )
    return render_template(
        "admin/settings.html",
        status_form=status_date,
        price_form=price_year,
        moved=moved,
        criticality=criticality_text(held_thresholds().criticality),
        revision=results.revision(),
    )


def status_date_form(*, is_sent: bool) -> StatusDateForm:
    """The form as it was sent, or filled with what holds."""
    latest = find_latest(results.evaluation(results.current_plan()).snapshot)
    recorded = None
    if latest is not None:
        recorded = (current_names().node(latest.id), to_date(latest.day))
    given = {} if is_sent else {"formdata": None}
    return StatusDateForm(
        today=today(),
        recorded=recorded,
        data={"day": results.programme().status_date},
        **given,
    )


def price_year_form(*, is_sent: bool) -> PriceYearForm:
    """The form as it was sent, or filled with what holds."""
    given = {} if is_sent else {"formdata": None}
    return PriceYearForm(data={"year": results.programme().price_year}, **given)


def today() -> date:
    """The day on the calendar of the users."""
    return to_user_timezone(current_app.config["BOLGEPLAN_CLOCK"]()).date()


def current_names() -> Names:
    """What things are called in the user's language."""
    return names_for(results.current_plan(), language())


def _saved(change: ChangeRow | None) -> ResponseReturnValue:
    """Go back to the page: the status date stands on all of it."""
    shown = None if change is None else change.id
    return saved(page_url=url_for("admin.settings", moved=shown))
