"""Addresses of owners, the annex and the board's meetings."""

from flask import (
    Blueprint,
    Response,
    abort,
    make_response,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs, signed_in_user
from app.errors import ErrorPage, answer
from app.htmx import moved_to, refused, wants_fragment
from app.language import language
from app.moved import MovedPart, find_moved_part, moved_part
from app.provenance import get_sources
from app.share_data import commands, queries
from app.share_data.commands import RestsOnIt
from app.share_data.editing import Editing
from app.share_data.forms import FIELD_OF, AnnexForm, OwnerForm
from app.share_data.pages import BoardPage, NumberPage, OwnerPage, owners_page
from app.share_refusals import broken_text
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import ChangeRow

bp = Blueprint("share_data", __name__, url_prefix="/shares")
APPLY = "apply"


@bp.get("/owners")
@needs("plan.view")
def owners() -> ResponseReturnValue:
    """Show all who own shares or may come to."""
    page = owners_page(
        queries.list_owners(),
        own_names(),
        get_sources(),
        can_edit=signed_in_user().may(commands.RIGHT),
    )
    moved = moved_asked("share_data.owners")
    return render_template("share_data/owners.html", page=page, moved=moved)


@bp.get("/owners/new")
@needs("rights.edit")
def new_owner() -> ResponseReturnValue:
    """Show the form that adds an owner."""
    page = editing().new_owner(request.args.get("municipality", ""))
    return render_template("share_data/owner.html", page=page)


@bp.post("/owners/new")
@needs("rights.edit")
def add_owner() -> ResponseReturnValue:
    """Add an owner."""
    page = editing().new_owner("")
    if not page.form.validate_on_submit():
        return refuse_owner(page)
    entry = page.form.entry
    called = entry.name or own_names().municipality(entry.municipality)
    changed = commands.add_owner(entry, called, by=signed_in_user())
    return lead_to("share_data.owners", changed)


@bp.get("/owners/<key>")
@needs("rights.edit")
def owner(key: str) -> ResponseReturnValue:
    """Show the form that changes an owner."""
    page = editing().owner(queries.get_owner(key))
    return render_template("share_data/owner.html", page=page)


@bp.post("/owners/<key>")
@needs("rights.edit")
def change_owner(key: str) -> ResponseReturnValue:
    """Change an owner."""
    row = queries.get_owner(key)
    page = editing().owner(row)
    if not page.form.validate_on_submit():
        return refuse_owner(page)
    entry, seen = page.form.entry, page.form.seen.revision
    called = entry.name or own_names().owner(key)
    try:
        by = signed_in_user()
        changed = commands.change_owner(row, entry, called, by=by, seen=seen)
    except RestsOnIt as error:
        told_in(page.form, error)
        return in_the_way(refuse_owner(page))
    return lead_to("share_data.owners", changed)


@bp.post("/owners/<key>/remove")
@needs("rights.edit")
def remove_owner(key: str) -> ResponseReturnValue:
    """Take an owner away that no entry names."""
    row, called = queries.get_owner(key), own_names().owner(key)
    if queries.is_needed(key):
        return needed(called)
    seen = editing().owner(row).form.seen.revision
    changed = commands.remove_owner(row, called, by=signed_in_user(), seen=seen)
    return lead_to("share_data.owners", changed)


def needed(called: str) -> Response:
    """Say why an owner stays that no entry need name."""
    return answer(
        ErrorPage(
            status=409,
            title=_("The owner can’t be removed"),
            explanation=_(
                "%(owner)s has a part of its own in the agreements: Trondheim sells and"
                " redeems shares, and the company redeems where Trondheim declines.",
                owner=called,
            ),
            mend=_("Nothing was removed. What is wrong about it can be changed."),
        )
    )


@bp.get("/annex")
@needs("plan.view")
def annex() -> ResponseReturnValue:
    """Show how many shares each municipality buys by its option."""
    page, moved = editing().annex(), moved_asked("share_data.annex")
    return render_template("share_data/annex.html", page=page, moved=moved)


@bp.post("/annex")
@needs("rights.edit")
def read_annex() -> ResponseReturnValue:
    """Say what a file of the annex would change; take it over where that is asked."""
    page = editing().annex_read()
    read = page.read
    if read is None or read.problems or not page.form.validate_on_submit():
        html = render_template("share_data/annex.html", page=page, moved=None)
        return refused(html)
    if request.form.get("only") == APPLY:
        changed = commands.import_annex(read.numbers, by=signed_in_user())
        return lead_to("share_data.annex", changed)
    return render_template("share_data/annex.html", page=page, moved=None)


@bp.get("/annex/<number>")
@needs("rights.edit")
def number(number: str) -> ResponseReturnValue:
    """Show the form on the number of one municipality."""
    page = editing().number(queries.get_option_holder(number))
    return render_template("share_data/number.html", page=page)


@bp.post("/annex/<number>")
@needs("rights.edit")
def set_number(number: str) -> ResponseReturnValue:
    """Set the number of one municipality."""
    page = editing().number(queries.get_option_holder(number))
    if not page.form.validate_on_submit():
        return refuse_number(page)
    by, shares, seen = signed_in_user(), page.form.shares.data, page.form.seen.revision
    try:
        changed = commands.set_annex(
            number, shares or 0, page.form.noted, by=by, seen=seen
        )
    except RestsOnIt as error:
        told_in(page.form, error)
        return in_the_way(refuse_number(page))
    return lead_to("share_data.annex", changed)


@bp.post("/annex/<number>/remove")
@needs("rights.edit")
def remove_number(number: str) -> ResponseReturnValue:
    """Let the number of one municipality be not entered."""
    page = editing().number(queries.get_option_holder(number))
    row = queries.list_annex().get(number)
    if row is None:
        return lead_to("share_data.annex", None)
    seen = page.form.seen.revision
    changed = commands.remove_annex(row, by=signed_in_user(), seen=seen)
    return lead_to("share_data.annex", changed)


@bp.get("/board")
@needs("plan.view")
def board() -> ResponseReturnValue:
    """Show the meetings of the board."""
    page, moved = editing().board(), moved_asked("share_data.board")
    return render_template("share_data/board.html", page=page, moved=moved)


@bp.post("/board")
@needs("rights.edit")
def add_meeting() -> ResponseReturnValue:
    """Enter a meeting of the board."""
    page = editing().board()
    if not page.form.validate_on_submit():
        return refuse_meeting(page)
    day = page.form.day.data or abort(422)
    page = editing().board_with(page, day)
    if not {*page.accepted.split()} <= {*request.form.get("accepted", "").split()}:
        return refuse_meeting(page)
    changed = commands.add_meeting(day, page.form.noted, by=signed_in_user())
    return lead_to("share_data.board", changed)


@bp.post("/board/<int:meeting_id>/remove")
@needs("rights.edit")
def remove_meeting(meeting_id: int) -> ResponseReturnValue:
    """Take a meeting of the board away."""
    row = queries.get_meeting(meeting_id)
    seen = editing().board().form.seen.revision
    changed = commands.remove_meeting(row, by=signed_in_user(), seen=seen)
    return lead_to("share_data.board", changed)


@bp.errorhandler(RestsOnIt)
def rests_on_it(error: RestsOnIt) -> Response:
    """Say which entries of the ledger would hold no longer."""
    return answer(
        ErrorPage(
            status=409,
            title=_("Entries of the ledger rest on this"),
            explanation=broken_text(error.broken, own_names()),
            mend=_("Nothing was saved. Strike out the entry first, if it is wrong."),
        )
    )


def told_in(form: OwnerForm | AnnexForm, error: RestsOnIt) -> None:
    """Say in the form, at the field that it is about, which entries rest on it."""
    kinds = {it.kind for found in error.broken.values() for it in found}
    wanted = [name for kind, name in FIELD_OF.items() if kind in kinds]
    name = next(it for it in (*wanted, "shares", "use_agreement_on") if it in form)
    told = broken_text(error.broken, own_names())
    mend = _("Nothing was saved. Strike out the entry first, if it is wrong.")
    form[name].errors = [f"{told} {mend}"]


def in_the_way(answered: ResponseReturnValue) -> ResponseReturnValue:
    """The form again; in place it is swapped as any other that is refused."""
    response = make_response(answered)
    if not wants_fragment():
        response.status_code = 409
    return response


def refuse_owner(page: OwnerPage) -> ResponseReturnValue:
    """Answer what can't be said of an owner."""
    part = "_owner_form" if wants_fragment() else "owner"
    return refused(render_template(f"share_data/{part}.html", page=page))


def refuse_number(page: NumberPage) -> ResponseReturnValue:
    """Answer what can't be a number of the annex."""
    part = "_number_form" if wants_fragment() else "number"
    return refused(render_template(f"share_data/{part}.html", page=page))


def refuse_meeting(page: BoardPage) -> ResponseReturnValue:
    """Answer what can't be a meeting, or is to be looked at once more."""
    part = "_meeting_form" if wants_fragment() else "board"
    return refused(render_template(f"share_data/{part}.html", page=page, moved=None))


def lead_to(endpoint: str, changed: ChangeRow | None) -> ResponseReturnValue:
    """Lead to a page that tells what was changed."""
    if changed is None:
        told = moved_part(None, own_names(), user=signed_in_user()).sentence
        return moved_to(url_for(endpoint), announce=told)
    return moved_to(url_for(endpoint, moved=changed.id, _anchor="moved"))


def moved_asked(endpoint: str) -> MovedPart | None:
    """What came of the change in the address."""
    asked, user = request.args.get("moved", ""), signed_in_user()
    return find_moved_part(asked, own_names(), user=user, back=url_for(endpoint))


def editing() -> Editing:
    """What makes the forms on what holds now."""
    return Editing(own_names(), signed_in_user())


def own_names() -> Names:
    """What owners and municipalities are called."""
    return names_for(results.current_plan(), language())
