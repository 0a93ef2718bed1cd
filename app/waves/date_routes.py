"""The views that set when a wave goes live; `routes.py` gives them their addresses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.htmx import refused, saved, wants_fragment
from app.language import language
from app.moved import MovedPart, moved_part, tried_part
from app.provenance import get_sources
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow, WaveRow
from app.store.trial import try_out
from app.waves import commands, queries
from app.waves.date_facts import date_sentences
from app.waves.forms import DateForms, date_forms
from app.waves.wave_page import WavePage, wave_page


@needs("plan.edit")
def set_day(code: str) -> ResponseReturnValue:
    """Set the day on which a wave goes live."""
    plan = results.current_plan()
    row = queries.get_wave(plan, code)
    forms = read_forms(plan, row, sent="day")
    form = forms.day
    if forms.refusal or not form.validate_on_submit():
        return refuse(plan, row, forms)
    return do_or_try(
        plan,
        row,
        forms,
        lambda: commands.set_day(
            plan, row, form.chosen, by=signed_in_user(), seen=form.seen.revision
        ),
        tries=form.tries.data,
    )


@needs("plan.edit")
def clear_day(code: str) -> ResponseReturnValue:
    """Let a wave follow its window again."""
    plan = results.current_plan()
    row = queries.get_wave(plan, code)
    forms = read_forms(plan, row, sent="clear")
    form = forms.clear
    if forms.refusal or not form.validate_on_submit():
        return refuse(plan, row, forms)
    return do_or_try(
        plan,
        row,
        forms,
        lambda: commands.clear_day(
            plan, row, by=signed_in_user(), seen=form.seen.revision
        ),
        tries=form.tries.data,
    )


@needs("plan.edit")
def set_window(code: str) -> ResponseReturnValue:
    """Set the first and the last day on which a wave may go live."""
    plan = results.current_plan()
    row = queries.get_wave(plan, code)
    forms = read_forms(plan, row, sent="window")
    form = forms.window
    if forms.refusal or not form.validate_on_submit():
        return refuse(plan, row, forms)
    return do_or_try(
        plan,
        row,
        forms,
        lambda: commands.set_window(
            plan, row, form.chosen, by=signed_in_user(), seen=form.seen.revision
        ),
        tries=form.tries.data,
    )


@needs("plan.edit")
def shift(code: str) -> ResponseReturnValue:
    """Move a wave by some time."""
    plan = results.current_plan()
    row = queries.get_wave(plan, code)
    forms = read_forms(plan, row, sent="shift")
    form = forms.shift
    if forms.refusal or not form.validate_on_submit():
        return refuse(plan, row, forms)
    return do_or_try(
        plan,
        row,
        forms,
        lambda: commands.shift(
            plan, row, form.by, by=signed_in_user(), seen=form.seen.revision
        ),
        tries=form.tries.data,
    )


def do_or_try(
    plan: PlanRow,
    row: WaveRow,
    forms: DateForms,
    command: Callable[[], ChangeRow | None],
    *,
    tries: bool,
) -> ResponseReturnValue:
    """Change the wave, or say what that comes to above what was typed."""
    if not tries:
        return answer(plan, row, command())
    return show_forms(plan, row, forms, tell(plan, row, command))


def tell(
    plan: PlanRow, row: WaveRow, command: Callable[[], ChangeRow | None]
) -> MovedPart:
    """What a change of the wave would come to."""
    names, trial = names_for(plan, language()), try_out(plan, command)
    dates = date_sentences(trial, row.code, names)
    return replace(tried_part(trial, names), dates=dates)


def render_offered(
    plan: PlanRow, row: WaveRow, forms: DateForms, *, moved: MovedPart | None
) -> str:
    """The page of a wave with a day that is offered, and what that would come to."""
    user, day = signed_in_user(), forms.day.chosen
    if forms.refusal or not user.may("plan.edit") or not forms.day.is_possible:
        return render_wave(plan, row, forms, moved=moved)
    seen = forms.day.seen.revision
    tried = tell(
        plan, row, lambda: commands.set_day(plan, row, day, by=user, seen=seen)
    )
    return render_wave(plan, row, replace(forms, sent="day"), moved=moved, tried=tried)


def read_forms(
    plan: PlanRow, row: WaveRow, sent: str | None = None, *, day: date | None = None
) -> DateForms:
    """The forms that date a wave, fresh but for the one that was sent.

    Fresh they propose a day, where an address does.
    """
    snapshot = results.evaluation(plan).snapshot
    facts = next(it for it in snapshot.plan.waves if it.code == row.code)
    forms = date_forms(
        facts, status_date=snapshot.status_date, seen=snapshot.revision, sent=sent
    )
    if day is not None:
        forms.day.day.data = day
    return forms


def read_wave(plan: PlanRow, row: WaveRow) -> WavePage:
    """What is shown of a wave."""
    return wave_page(
        results.evaluation(plan),
        names_for(plan, language()),
        row,
        get_sources(),
        user=signed_in_user(),
    )


def render_wave(
    plan: PlanRow,
    row: WaveRow,
    forms: DateForms,
    *,
    moved: MovedPart | None = None,
    tried: MovedPart | None = None,
) -> str:
    """The page of a wave, with its forms, and what came or would come of one."""
    return render_template(
        "waves/wave.html",
        page=read_wave(plan, row),
        dates=forms,
        moved=moved,
        tried=tried,
    )


def refuse(plan: PlanRow, row: WaveRow, forms: DateForms) -> ResponseReturnValue:
    """Answer a date that can't be with its form, in place or on its page."""
    return refused(show_forms(plan, row, forms))


def show_forms(
    plan: PlanRow, row: WaveRow, forms: DateForms, tried: MovedPart | None = None
) -> str:
    """The forms with what was sent, in place or on their page."""
    if wants_fragment():
        return render_template("waves/_date_forms.html", dates=forms, tried=tried)
    return render_wave(plan, row, forms, tried=tried)


def answer(
    plan: PlanRow, row: WaveRow, change: ChangeRow | None
) -> ResponseReturnValue:
    """Answer a change of a wave: what moved, and the wave anew."""
    moved = moved_part(
        change,
        names_for(plan, language()),
        user=signed_in_user(),
        back=url_for("waves.wave", code=row.code),
    )
    shown = None if change is None else change.id
    url = url_for("waves.wave", code=row.code, moved=shown, _anchor="moved")
    if not wants_fragment():
        return saved(page_url=url, announce="" if shown else moved.sentence)
    html = render_template(
        "waves/_moved_wave.html",
        moved=moved,
        page=read_wave(plan, row),
        dates=read_forms(plan, row),
        tried=None,
    )
    return saved(html, page_url=url)
