"""Addresses of agreements: the register, what is missing, and each with its annexes."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    render_template,
    request,
    send_file,
    url_for,
)
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import needs, signed_in_user
from app.agreements import commands, queries
from app.agreements.choice import read_choice
from app.agreements.editing import Editing, FormPage
from app.agreements.forms import AnnexForm
from app.agreements.gathering import agreement_page, own_names, world
from app.agreements.pages import missing_page, register_page
from app.errors import ErrorPage, answer, clash, first_part
from app.htmx import moved_to, refused, wants_fragment
from app.moved import find_moved_part
from app.store import results
from app.store.agreements import agreement_register, list_parties
from app.store.errors import ClashError
from app.store.tables import AgreementRow, ChangeRow

bp = Blueprint("agreements", __name__, url_prefix="/rights/agreements")

# Around the file stand a title, a token and the borders between the parts; a file
# that is a little too large is refused beside its field.
MOST_BESIDE = 1_000_000


@bp.get("")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the register, filtered."""
    page = register_page(
        world(),
        queries.list_agreements(),
        list_parties(),
        read_choice(request.args),
    )
    moved = find_moved_part(
        request.args.get("moved", ""),
        own_names(),
        user=signed_in_user(),
        back=url_for("agreements.index"),
    )
    return render_template("agreements/index.html", page=page, moved=moved)


@bp.get("/missing")
@needs("plan.view")
def missing() -> ResponseReturnValue:
    """Show which agreements are missing, for whom."""
    page = missing_page(world(), read_choice(request.args))
    return render_template("agreements/missing.html", page=page)


@bp.get("/new")
@needs("rights.edit")
def new() -> ResponseReturnValue:
    """Show the form that adds an agreement."""
    return render_template(
        "agreements/form.html", page=editing().new_page(request.args)
    )


@bp.post("/new")
@needs("rights.edit")
def add() -> ResponseReturnValue:
    """Add an agreement."""
    page = editing().new_page(request.args)
    if not page.form.validate_on_submit():
        return refuse(page)
    plan = results.current_plan()
    changed = commands.add(plan, page.form.entry, by=signed_in_user())
    return lead_to(url_for("agreements.index"), changed)


@bp.get("/<int:agreement_id>")
@needs("plan.view")
def agreement(agreement_id: int) -> ResponseReturnValue:
    """Show one agreement."""
    row = queries.get_agreement(agreement_id)
    return show(row, annex_form(row, formdata=None))


@bp.get("/<int:agreement_id>/change")
@needs("rights.edit")
def entry(agreement_id: int) -> ResponseReturnValue:
    """Show the form that changes one."""
    page = editing().page(queries.get_agreement(agreement_id))
    return render_template("agreements/form.html", page=page)


@bp.post("/<int:agreement_id>/change")
@needs("rights.edit")
def change(agreement_id: int) -> ResponseReturnValue:
    """Change one."""
    row = queries.get_agreement(agreement_id)
    page = editing().page(row)
    if not page.form.validate_on_submit():
        return refuse(page)
    seen = page.form.seen.revision
    changed = commands.change(
        results.current_plan(), row, page.form.entry, by=signed_in_user(), seen=seen
    )
    url = url_for("agreements.agreement", agreement_id=agreement_id)
    return lead_to(url, changed)


@bp.post("/<int:agreement_id>/remove")
@needs("rights.edit")
def remove(agreement_id: int) -> ResponseReturnValue:
    """Take one away, unless a newer version rests on it."""
    row = queries.get_agreement(agreement_id)
    page = editing().page(row)
    if page.newer:
        return in_use(page)
    seen = page.form.seen.revision
    changed = commands.remove(
        results.current_plan(), row, by=signed_in_user(), seen=seen
    )
    return lead_to(url_for("agreements.index"), changed)


@bp.post("/<int:agreement_id>/annexes")
@needs("rights.edit")
def add_annex(agreement_id: int) -> ResponseReturnValue:
    """Add a file to one."""
    request.max_content_length = current_app.config["LONGEST_FILE"] + MOST_BESIDE
    row = queries.get_agreement(agreement_id)
    form = annex_form(row)
    if not form.validate_on_submit():
        return refused(show(row, form))
    changed = commands.add_annex(
        results.current_plan(),
        row,
        form.content,
        title=form.called,
        name=form.name,
        media_type=form.media_type,
        by=signed_in_user(),
    )
    url = url_for("agreements.agreement", agreement_id=agreement_id)
    return lead_to(url, changed)


@bp.get("/<int:agreement_id>/annexes/<int:annex_id>")
@needs("plan.view")
def annex(agreement_id: int, annex_id: int) -> Response:
    """Give the file of an annex."""
    _row, file = queries.get_annex(agreement_id, annex_id)
    response = send_file(
        BytesIO(file.content),
        mimetype=file.media_type,
        as_attachment=True,
        download_name=file.name,
        etag=file.checksum,
    )
    response.cache_control.private = True
    return response


@bp.post("/<int:agreement_id>/annexes/<int:annex_id>/remove")
@needs("rights.edit")
def remove_annex(agreement_id: int, annex_id: int) -> ResponseReturnValue:
    """Take an annex away; it can be brought back."""
    row = queries.get_agreement(agreement_id)
    found, _file = queries.get_annex(agreement_id, annex_id)
    changed = commands.remove_annex(
        results.current_plan(),
        row,
        found,
        by=signed_in_user(),
        seen=editing().page(row).form.seen.revision,
    )
    url = url_for("agreements.agreement", agreement_id=agreement_id)
    return lead_to(url, changed)


@bp.record_once
def check_token_late(state: BlueprintSetupState) -> None:
    """Let the form of an annex check its token by itself.

    What checks it for all forms would read a file before a larger one is allowed.
    """
    state.app.extensions["csrf"].exempt(add_annex)


def editing() -> Editing:
    """What makes the forms on what holds now."""
    return Editing(
        agreement_register(),
        own_names(),
        revision=results.revision(),
        status_date=results.programme().status_date,
    )


def annex_form(row: AgreementRow, **given: Any) -> AnnexForm:
    """The form of a file of an agreement, empty or as it was sent."""
    return AnnexForm(
        largest=current_app.config["LONGEST_FILE"],
        there={it.checksum: it.title for it, _file in queries.list_annexes(row.id)},
        **given,
    )


def show(row: AgreementRow, form: AnnexForm) -> str:
    """The page of an agreement, with what happened to it where something did."""
    moved = find_moved_part(
        request.args.get("moved", ""),
        own_names(),
        user=signed_in_user(),
        back=url_for("agreements.agreement", agreement_id=row.id),
    )
    return render_template(
        "agreements/agreement.html", page=agreement_page(row, form), moved=moved
    )


def refuse(page: FormPage) -> tuple[str, int]:
    """Answer what can't be so, in place or on its page."""
    part = "_form" if wants_fragment() else "form"
    return refused(render_template(f"agreements/{part}.html", page=page))


@bp.errorhandler(ClashError)
def first_was_another(error: ClashError) -> ResponseReturnValue:
    """Show the form again with what was typed, and what somebody else has changed."""
    id = (request.view_args or {}).get("agreement_id")
    is_of_form = request.endpoint == "agreements.change" and bool(error.items)
    row = queries.find_agreement(id) if is_of_form else None
    if row is None:
        return clash(error)
    page = editing().page(row)
    page.form.seen.data = str(results.revision())
    html, status = refuse(replace(page, first=first_part(error)))
    return html, status if wants_fragment() else 409


def in_use(page: FormPage) -> Response:
    """Say that a newer version rests on what was to go."""
    return answer(
        ErrorPage(
            status=409,
            title=_("A newer version rests on it"),
            explanation=_(
                "“%(title)s” replaces this agreement. Nothing was removed.",
                title=page.newer[0][1],
            ),
            mend=_("Remove the newer version first, or let it replace another."),
            can_reload=True,
        )
    )


def lead_to(url: str, changed: ChangeRow | None) -> ResponseReturnValue:
    """Lead to a page, which tells what was done."""
    if changed is None:
        return moved_to(url, announce=_("Nothing was changed."))
    return moved_to(f"{url}?moved={changed.id}#moved")
