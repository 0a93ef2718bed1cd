"""Addresses of the letters on an entry of the ledger, or on an announcement."""

from io import BytesIO

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import ngettext, to_user_timezone

from app.access import needs, signed_in_user
from app.htmx import moved_to
from app.language import language
from app.letters.making import RIGHT, Notices, find_notices, make_notices
from app.letters.pages import address_of, letters_page
from app.papers.letters import zip_of
from app.store import results
from app.store.announced import has_old_letters
from app.store.letters import About, list_letters
from app.store.names import names_for

bp = Blueprint("letters", __name__, url_prefix="/shares")
ENTRY = "/ledger/<int:entry_number>/letters"
ANNOUNCED = "/announced/<int:announced_id>/letters"
ZIP = "application/zip"


@bp.get(ENTRY)
@bp.get(ANNOUNCED)
@needs("plan.view")
def index(
    entry_number: int | None = None, announced_id: int | None = None
) -> ResponseReturnValue:
    """Show who is told, and the letters that are made.

    The letters on an entry that carries out an announcement are those of that.
    """
    found = notices(entry_number, announced_id)
    if found.announced is not None:
        return redirect(url_for("letters.index", announced_id=found.announced))
    page = letters_page(
        found,
        list_letters(found.about),
        names_for(results.current_plan(), language()),
        is_old=announced_id is not None and has_old_letters(announced_id),
        can_edit=signed_in_user().may(RIGHT),
    )
    return render_template("letters/index.html", page=page)


@bp.post(ENTRY)
@bp.post(ANNOUNCED)
@needs("rights.edit")
def make(
    entry_number: int | None = None, announced_id: int | None = None
) -> ResponseReturnValue:
    """Write the letters, anew where they are written already."""
    found = notices(entry_number, announced_id)
    if not found.is_needed or found.announced is not None:
        abort(404)
    if not found.notice.is_complete:
        # The page says what is missing, and has no button.
        return redirect(url_for("letters.index", **address_of(found)), code=303)
    now = to_user_timezone(current_app.config["BOLGEPLAN_CLOCK"]())
    made = make_notices(found, by=signed_in_user(), today=now.date())
    told = ngettext("%(num)d letter was made", "%(num)d letters were made", len(made))
    return moved_to(url_for("letters.index", **address_of(found)), announce=told)


@bp.get(f"{ENTRY}/<int:letter_number>.docx")
@bp.get(f"{ANNOUNCED}/<int:letter_number>.docx")
@needs("plan.view")
def letter(
    letter_number: int, entry_number: int | None = None, announced_id: int | None = None
) -> Response:
    """Give one letter."""
    letters = list_letters(About(entry_number, announced_id))
    found = (file for row, file in letters if row.number == letter_number)
    file = next(found, None) or abort(404)
    return attached(file.content, file.media_type, file.name, file.checksum)


@bp.get(f"{ENTRY}/all.zip")
@bp.get(f"{ANNOUNCED}/all.zip")
@needs("plan.view")
def all_letters(
    entry_number: int | None = None, announced_id: int | None = None
) -> Response:
    """Give all letters on something as one file."""
    found = list_letters(About(entry_number, announced_id)) or abort(404)
    files = {file.name: file.content for _row, file in found}
    named = f"aksjepost-{entry_number}" if entry_number else f"varsel-{announced_id}"
    return attached(zip_of(files), ZIP, f"brev-{named}.zip")


def notices(entry_number: int | None, announced_id: int | None) -> Notices:
    """The letters on something; what is not there is not found."""
    return find_notices(About(entry_number, announced_id)) or abort(404)


def attached(content: bytes, media_type: str, name: str, tag: str = "") -> Response:
    """A file that a browser keeps and does not look into."""
    response = send_file(
        BytesIO(content),
        mimetype=media_type,
        as_attachment=True,
        download_name=name,
        etag=tag or False,
    )
    response.cache_control.private = True
    return response
