"""Addresses of shares: who owns what, the register, the ledger, and its entries."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs, signed_in_user
from app.charts import SVG, Scheme, Size
from app.errors import ErrorPage, answer, in_words
from app.form_fields import read_day
from app.htmx import moved_to, refused, wants_fragment
from app.key_figures import list_key_figures
from app.language import language
from app.money_figures import money_lines
from app.moved import MovedPart, find_moved_part
from app.provenance import get_sources
from app.share_refusals import refusal_text
from app.shares import commands, queries
from app.shares.charts import chart_size, ownership_svg
from app.shares.commands import EntryRefused
from app.shares.course import Course, find_course
from app.shares.editing import FORMS, Editing, EntryPage
from app.shares.ledger_page import ledger_page
from app.shares.pages import CapPage, cap_page, register_page
from app.shares.trying import find_tried
from app.store import results
from app.store.errors import ClashError
from app.store.names import Names, names_for
from app.store.shares import refuse_grown, share_register
from planning.calendars import FIRST_YEAR, LAST_YEAR, to_day
from planning.rights.ledger import EntryKind, ShareEntry

bp = Blueprint("shares", __name__, url_prefix="/shares")
Found = TypeVar("Found")
CO_OWNERS = "co-owners"
CHECK = "check"


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show who owns the company on a day."""
    day, can_edit = day_asked(), signed_in_user().may(commands.RIGHT)
    page = kept(("owned", day, can_edit), lambda: owned_page(day, can_edit=can_edit))
    return render_template(
        "shares/index.html",
        page=page,
        revision=results.revision(),
        sizes={size.value: chart_size(size) for size in Size},
    )


@bp.get("/chart.svg")
@needs("plan.view")
def chart() -> Response:
    """The ownership over time as a picture."""
    asked = request.args
    scheme = next((it for it in Scheme if it == asked.get("scheme")), Scheme.LIGHT)
    size = next((it for it in Size if it == asked.get("size")), Size.WIDE)
    day = day_asked()
    course = course_until(day)
    if course is None:
        abort(404)
    key = ("ownership", day, scheme, size)
    svg = kept(key, lambda: ownership_svg(course, scheme=scheme, size=size))
    response = Response(svg, mimetype=SVG)
    response.set_etag(hashlib.sha256(svg).hexdigest()[:32])
    response.make_conditional(request)
    return response


@bp.get("/register")
@needs("plan.view")
def register() -> ResponseReturnValue:
    """Show the register of shares of a day, as the law asks for it."""
    day, ledger = day_asked(), share_register().ledger
    page = kept(
        ("register", day),
        lambda: register_page(ledger, queries.list_owners(), own_names(), day=day),
    )
    return render_template("shares/register.html", page=page)


@bp.get("/ledger")
@needs("plan.view")
def ledger() -> ResponseReturnValue:
    """Show every entry, or those of one owner."""
    found, names, user = share_register(), own_names(), signed_in_user()
    asked, can_edit = request.args.get("owner", ""), user.may(commands.RIGHT)
    owner = asked if asked in found.rules.owners else ""
    page = kept(
        ("ledger", owner, can_edit),
        lambda: ledger_page(
            found, queries.list_entries(), names, owner=owner, can_edit=can_edit
        ),
    )
    moved = find_moved_part(
        request.args.get("moved", ""), names, user=user, back=url_for("shares.ledger")
    )
    return render_template("shares/ledger.html", page=page, moved=moved)


@bp.get("/ledger/new/<kind>")
@needs("rights.edit")
def new(kind: str) -> ResponseReturnValue:
    """Show the form for an entry."""
    return render_template("shares/entry.html", page=new_page(kind))


@bp.post("/ledger/new/<kind>")
@needs("rights.edit")
def add(kind: str) -> ResponseReturnValue:
    """Add an entry, or only say what would come of it."""
    return enter(new_page(kind))


@bp.get("/ledger/<int:entry_number>/correct")
@needs("rights.edit")
def correction(entry_number: int) -> ResponseReturnValue:
    """Show the form that strikes an entry out."""
    return render_template("shares/entry.html", page=correction_page(entry_number))


@bp.post("/ledger/<int:entry_number>/correct")
@needs("rights.edit")
def correct(entry_number: int) -> ResponseReturnValue:
    """Strike an entry out."""
    return enter(correction_page(entry_number))


@bp.errorhandler(EntryRefused)
def too_late(error: EntryRefused) -> Response:
    """Say that somebody else's entry stands in the way of one that would have held."""
    names = own_names()
    told = " ".join(refusal_text(it, names) for it in error.refusals)
    return answer(
        ErrorPage(
            status=409,
            title=_("Somebody else was first"),
            explanation=told,
            mend=_("Nothing was saved. Look at the ledger, and enter it anew."),
            can_reload=True,
        )
    )


@bp.errorhandler(ClashError)
def grown(error: ClashError) -> Response:
    """Tell the entry that was made meanwhile, most often by the same form."""
    return answer(
        ErrorPage(
            status=409,
            title=_("The ledger has grown since you looked"),
            explanation=_(
                "This was entered after you had opened the form. Nothing more was"
                " saved."
            ),
            mend=_(
                "If it is what you sent, it is entered already, and you need do"
                " nothing. Otherwise open the form anew."
            ),
            items=in_words(error.items),
            can_reload=True,
        )
    )


def enter(page: EntryPage) -> ResponseReturnValue:
    """Answer an entry that was sent."""
    if not page.form.validate_on_submit():
        return refuse(page)
    making = editing()
    entry = making.entry(page)
    is_correction = entry.kind is EntryKind.CORRECTION
    only_checks = request.form.get("only") == CHECK and not is_correction
    if not only_checks and not is_correction:
        # What is sent twice breaks other rules too, none of which says why.
        refuse_grown(page.form.seen.revision)
    if making.refuse(page, entry):
        return refuse(page)
    page = making.warned(page, entry)
    if only_checks:
        return show(replace(making.told(page, entry), tried=tried(page, entry)))
    accepted = request.form.get("accepted", "").split()
    if not {*page.cautions.accepted.split()} <= {*accepted}:
        return refuse(page)
    return save(page, entry)


def tried(page: EntryPage, entry: ShareEntry) -> MovedPart | None:
    """What an entry would move in the plan."""
    user, now = signed_in_user(), current_app.config["BOLGEPLAN_CLOCK"]()
    return find_tried(entry, page.form.noted, own_names(), by=user, at=now)


def save(page: EntryPage, entry: ShareEntry) -> ResponseReturnValue:
    """Enter it, and lead to the ledger, which tells it."""
    user, now = signed_in_user(), current_app.config["BOLGEPLAN_CLOCK"]()
    seen = page.form.seen.revision
    changed = commands.enter(
        entry, page.form.noted, own_names(), by=user, at=now, seen=seen
    )
    number = changed.id if changed is not None else None
    return moved_to(url_for("shares.ledger", moved=number, _anchor="moved"))


def show(page: EntryPage) -> str:
    """The form in place, or on its page."""
    part = "_entry_form" if wants_fragment() else "entry"
    return render_template(f"shares/{part}.html", page=page)


def refuse(page: EntryPage) -> ResponseReturnValue:
    """Answer what can't be so."""
    return refused(show(page))


def new_page(kind: str) -> EntryPage:
    """The form of a kind, empty or as it was sent; another kind is not found."""
    return editing().page(kind, request.args) if kind in FORMS else abort(404)


def correction_page(number: int) -> EntryPage:
    """The form that strikes out an entry that there is."""
    numbers = {it.number for it in share_register().ledger}
    return editing().correction_page(number) if number in numbers else abort(404)


def editing() -> Editing:
    """What makes the forms on what holds now."""
    return Editing(
        share_register(),
        own_names(),
        revision=results.revision(),
        status_date=results.programme().status_date,
    )


def own_names() -> Names:
    """What owners are called."""
    return names_for(results.current_plan(), language())


def owned_page(day: int, *, can_edit: bool) -> CapPage:
    """Who owns the company on a day, with what is known all the same."""
    register, sources = share_register(), get_sources()
    return cap_page(
        register.ledger,
        register.rules.owners,
        own_names(),
        day=day,
        course=course_until(day),
        can_edit=can_edit,
        known=money_lines(queries.list_known_sums(), sources),
        counted=tuple(it for it in list_key_figures(sources) if it.key == CO_OWNERS),
    )


def course_until(day: int) -> Course | None:
    """How the ownership went up to a day."""
    names = own_names()
    return kept(
        ("course", day), lambda: find_course(share_register().ledger, names, day)
    )


def kept(what: tuple[Any, ...], make: Callable[[], Found]) -> Found:
    """Make something once, as long as nothing changes, in the user's language."""
    key = ("of shares", *what, results.revision(), language())
    found: Found | None = results.results().find(key)
    if found is None:
        found = make()
        results.results().keep(key, found)
    return found


def day_asked() -> int:
    """The day that is looked at: the one in the address, or the status date."""
    asked = read_day(request.args.get("day", ""))
    if asked is None or not FIRST_YEAR <= asked.year <= LAST_YEAR:
        return to_day(results.programme().status_date)
    return to_day(asked)
