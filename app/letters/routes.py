"""Addresses of the letters on an entry of the ledger."""

from io import BytesIO

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
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
from app.letters.pages import letters_page
from app.papers.letters import zip_of
from app.store import results
from app.store.letters import list_letters
from app.store.names import names_for

bp = Blueprint(
    "letters", __name__, url_prefix="/shares/ledger/<int:entry_number>/letters"
)
ZIP = "application/zip"


@bp.get("")
@needs("plan.view")
def index(entry_number: int) -> ResponseReturnValue:
    """Show who is told of an entry, and the letters that are made."""
    page = letters_page(
        notices(entry_number),
        list_letters(entry_number),
        names_for(results.current_plan(), language()),
        can_edit=signed_in_user().may(RIGHT),
    )
    return render_template("letters/index.html", page=page)


@bp.post("")
@needs("rights.edit")
def make(entry_number: int) -> ResponseReturnValue:
    """Write the letters, anew where they are written already."""
    found = notices(entry_number)
    if not found.is_needed:
        abort(404)
    now = to_user_timezone(current_app.config["BOLGEPLAN_CLOCK"]())
    made = make_notices(found, by=signed_in_user(), today=now.date())
    told = ngettext("%(num)d letter was made", "%(num)d letters were made", len(made))
    return moved_to(url_for("letters.index", entry_number=entry_number), announce=told)


@bp.get("/<int:letter_number>.docx")
@needs("plan.view")
def letter(entry_number: int, letter_number: int) -> Response:
    """Give one letter."""
    found = (
        file for row, file in list_letters(entry_number) if row.number == letter_number
    )
    file = next(found, None) or abort(404)
    return attached(file.content, file.media_type, file.name, file.checksum)


@bp.get("/all.zip")
@needs("plan.view")
def all_letters(entry_number: int) -> Response:
    """Give all letters on an entry as one file."""
    found = list_letters(entry_number) or abort(404)
    files = {file.name: file.content for _row, file in found}
    return attached(zip_of(files), ZIP, f"brev-aksjepost-{entry_number}.zip")


def notices(entry_number: int) -> Notices:
    """The letters on an entry; an unknown one is not found."""
    return find_notices(entry_number) or abort(404)


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
