"""Addresses of what is announced of shares: the list, each, and its forms."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs, signed_in_user
from app.announced import commands, queries
from app.announced.commands import AnnouncedRefused, NoLongerOpen
from app.announced.editing import FORMS, Editing, FormPage
from app.announced.forms import GiveUpForm
from app.announced.next_up import next_up
from app.announced.pages import AnnouncedPage, Writer
from app.errors import ErrorPage, answer, clash, first_part
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.moved import MovedPart, find_moved_part
from app.provenance import get_sources
from app.share_refusals import refusal_text
from app.share_waiting import is_owner, list_leaving, list_waiting
from app.store import results
from app.store.announced import (
    announced_change,
    announced_changes,
    has_old_letters,
    with_all_letters,
)
from app.store.errors import ClashError
from app.store.letters import About, list_letters
from app.store.names import Names, names_for
from app.store.shares import share_register
from app.store.tables import AnnouncedChangeRow, ChangeRow
from planning.calendars import to_day
from planning.rights.announced import Stage, stage_of

bp = Blueprint("announced", __name__, url_prefix="/shares/announced")


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show what is announced, and what has become of it."""
    page = writer().index_page(
        announced_changes(),
        next_up(
            [(it, is_owner(it)) for it in list_waiting()],
            list_leaving(),
            own_names(),
        ),
        can_edit=signed_in_user().may(commands.RIGHT),
    )
    moved = moved_asked(url_for("announced.index"))
    return render_template("announced/index.html", page=page, moved=moved)


@bp.get("/new/<kind>")
@needs("rights.edit")
def new(kind: str) -> ResponseReturnValue:
    """Show the form that announces a sale or a redemption."""
    return render_template("announced/form.html", page=new_page(kind))


@bp.post("/new/<kind>")
@needs("rights.edit")
def add(kind: str) -> ResponseReturnValue:
    """Announce a sale or a redemption."""
    page = new_page(kind)
    if not page.form.validate_on_submit():
        return refuse(page)
    making, it = editing(), page.form.announced()
    if making.refuse(page, it):
        return refuse(page)
    page = making.warned(page, it)
    if not is_accepted(page):
        return refuse(page)
    changed = commands.announce(it, page.form.noted, own_names(), by=signed_in_user())
    return lead_to(url_for("announced.index"), changed)


@bp.get("/<int:announced_id>")
@needs("plan.view")
def announced(announced_id: int) -> ResponseReturnValue:
    """Show one announcement."""
    row = queries.get_announced(announced_id)
    return show(row, give_up_form(formdata=None))


@bp.get("/<int:announced_id>/change")
@needs("rights.edit")
def entry(announced_id: int) -> ResponseReturnValue:
    """Show the form that changes one."""
    row = queries.get_announced(announced_id)
    refuse_closed(row)
    return render_template("announced/form.html", page=editing().page(row))


@bp.post("/<int:announced_id>/change")
@needs("rights.edit")
def change(announced_id: int) -> ResponseReturnValue:
    """Change one."""
    row = queries.get_announced(announced_id)
    refuse_closed(row)
    making = editing()
    page = making.page(row)
    if not page.form.validate_on_submit():
        return refuse(page)
    it = page.form.announced(row.id)
    if making.refuse(page, it):
        return refuse(page)
    page = making.warned(page, it)
    if not is_accepted(page):
        return refuse(page)
    seen = page.form.seen.revision
    changed = commands.change(
        row, it, page.form.noted, own_names(), by=signed_in_user(), seen=seen
    )
    return lead_to(url_for("announced.announced", announced_id=announced_id), changed)


@bp.post("/<int:announced_id>/give-up")
@needs("rights.edit")
def give_up(announced_id: int) -> ResponseReturnValue:
    """Say that nothing comes of one."""
    row = queries.get_announced(announced_id)
    refuse_closed(row)
    form = give_up_form()
    if not form.validate_on_submit():
        return refused(show(row, form))
    day, seen = form.given_up_on.data or abort(422), form.seen.revision
    changed = commands.give_up(row, day, own_names(), by=signed_in_user(), seen=seen)
    return lead_to(url_for("announced.announced", announced_id=announced_id), changed)


@bp.errorhandler(ClashError)
def first_was_another(error: ClashError) -> ResponseReturnValue:
    """Show the form again with what was typed, and what somebody else has changed."""
    id = (request.view_args or {}).get("announced_id")
    is_of_form = request.endpoint == "announced.change" and bool(error.items)
    row = queries.find_announced(id) if is_of_form else None
    if row is None:
        return clash(error)
    page = editing().page(row)
    page.form.seen.data = str(results.revision())
    html, status = refuse(replace(page, first=first_part(error)))
    return html, status if wants_fragment() else 409


@bp.errorhandler(AnnouncedRefused)
def too_late(error: AnnouncedRefused) -> Response:
    """Say what stands in the way since the form was looked at."""
    names = own_names()
    return answer(
        ErrorPage(
            status=409,
            title=_("Somebody else was first"),
            explanation=" ".join(refusal_text(it, names) for it in error.refusals),
            mend=_("Nothing was saved. Look at the ledger, and announce it anew."),
            can_reload=True,
        )
    )


@bp.errorhandler(NoLongerOpen)
def no_longer_open(_error: NoLongerOpen) -> Response:
    """Say that there is nothing left to change."""
    return answer(
        ErrorPage(
            status=409,
            title=_("It is carried out or given up"),
            explanation=_(
                "What was announced is entered in the ledger, or has been given up. It"
                " stays as it was then. Nothing was saved."
            ),
            mend=_("Where the entry is wrong, strike it out: then it is open again."),
            can_reload=True,
        )
    )


def refuse_closed(row: AnnouncedChangeRow) -> None:
    """Change nothing of what is carried out or given up.

    Raises:
        NoLongerOpen: it is.
    """
    if stage_of(share_register().ledger, announced_change(row)) is not Stage.OPEN:
        raise NoLongerOpen


def is_accepted(page: FormPage) -> bool:
    """Whether the user has read all that is odd about it."""
    accepted = request.form.get("accepted", "").split()
    return {*page.cautions.accepted.split()} <= {*accepted}


def new_page(kind: str) -> FormPage:
    """The form of a kind, empty or as it was sent; another kind is not found."""
    return editing().new_page(kind, request.args) if kind in FORMS else abort(404)


def refuse(page: FormPage) -> tuple[str, int]:
    """Answer what can't be so, or must be read first."""
    part = "_form" if wants_fragment() else "form"
    return refused(render_template(f"announced/{part}.html", page=page))


def show(row: AnnouncedChangeRow, form: GiveUpForm) -> str:
    """The page of one, with what happened to it where something did."""
    moved = moved_asked(url_for("announced.announced", announced_id=row.id))
    page = one_page(row)
    return render_template(
        "announced/announced.html", page=page, form=form, moved=moved
    )


def one_page(row: AnnouncedChangeRow) -> AnnouncedPage:
    """All that is known of one."""
    letters = [letter for letter, _file in list_letters(About(announced=row.id))]
    return writer().page(
        announced_change(row),
        {it.receiver: it.number for it in letters},
        queries.list_entries(row.id),
        get_sources().of(row),
        is_outdated=has_old_letters(row.id),
        seen=results.revision(),
        can_edit=signed_in_user().may(commands.RIGHT),
    )


def give_up_form(**given: Any) -> GiveUpForm:
    """The form that gives one up, as of the status date or as it was sent."""
    data = {
        "seen": results.revision(),
        "given_up_on": results.programme().status_date,
    }
    return GiveUpForm(data=data, **given)


def editing() -> Editing:
    """What makes the forms on what holds now."""
    return Editing(
        share_register(), announced_changes(), own_names(), revision=results.revision()
    )


def writer() -> Writer:
    """What makes the pages on what holds now."""
    return Writer(
        share_register(),
        with_all_letters(),
        own_names(),
        today=to_day(results.programme().status_date),
    )


def own_names() -> Names:
    """What owners are called."""
    return names_for(results.current_plan(), language())


def moved_asked(back: str) -> MovedPart | None:
    """What came of the change in the address."""
    return find_moved_part(
        request.args.get("moved", ""), own_names(), user=signed_in_user(), back=back
    )


def lead_to(url: str, changed: ChangeRow | None) -> ResponseReturnValue:
    """Lead to a page, which tells what was done."""
    if changed is None:
        return moved_to(url, announce=_("Nothing was changed."))
    return moved_to(f"{url}?moved={changed.id}#moved")
