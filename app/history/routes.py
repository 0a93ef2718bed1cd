"""Addresses of the history: all changes, one in full, its file, its undo."""

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from app.access import needs, signed_in_user
from app.addresses import read_moment
from app.history import commands, queries
from app.history.change_page import change_page
from app.history.exports import conflicts_csv, money_csv, moved_csv
from app.history.pages import filter_parts, history_page
from app.history.undone import Undone
from app.history.whole import change_json
from app.language import language
from app.moved import moved_sentence, with_moved
from app.spreadsheets import attachment
from app.store import results
from app.store.names import Names, names_for
from app.table_files import is_file_asked
from app.way_back import WayBackForm

bp = Blueprint("history", __name__, url_prefix="/history")


@bp.get("")
@needs("history.view")
def changes() -> ResponseReturnValue:
    """Show who changed what, newest first."""
    asked = read_asked()
    names = current_names()
    found = queries.list_changes(asked)
    page = history_page(
        found,
        asked,
        queries.count_changes(asked),
        items=queries.list_items(found),
        undone=Undone(queries.list_undoings()),
        names=names,
        user=signed_in_user(),
        filters=filter_parts(asked, writers=queries.list_writers(), names=names),
    )
    return render_template("history/changes.html", page=page)


@bp.get("/<int:change_id>")
@needs("history.view")
def change(change_id: int) -> ResponseReturnValue:
    """Show one change and every date that moved with it."""
    page = change_page(
        queries.get_change(change_id),
        request.args.get("of", ""),
        undone=Undone(queries.list_undoings()),
        names=current_names(),
        user=signed_in_user(),
        is_whole=is_file_asked(),
    )
    return render_template("history/change.html", page=page)


@bp.get("/<int:change_id>/moved.csv")
@needs("history.view")
def moved_file(change_id: int) -> ResponseReturnValue:
    """Give the dates that moved with a change to a spreadsheet."""
    file = moved_csv(queries.get_change(change_id), current_names())
    return attachment(file, f"change-{change_id}-dates")


@bp.get("/<int:change_id>/conflicts.csv")
@needs("history.view")
def conflicts_file(change_id: int) -> ResponseReturnValue:
    """Give what happened to conflicts to a spreadsheet."""
    file = conflicts_csv(queries.get_change(change_id), current_names())
    return attachment(file, f"change-{change_id}-conflicts")


@bp.get("/<int:change_id>/money.csv")
@needs("history.view")
def money_file(change_id: int) -> ResponseReturnValue:
    """Give the money that moved with a change to a spreadsheet."""
    file = money_csv(queries.get_change(change_id), current_names())
    return attachment(file, f"change-{change_id}-money")


@bp.get("/<int:change_id>/moved.json")
@needs("history.view")
def document(change_id: int) -> ResponseReturnValue:
    """Give a change with all that moved with it to another program."""
    found = change_json(queries.get_change(change_id))
    response = Response(found, mimetype="application/json")
    name = f"attachment; filename=bolgeplan-change-{change_id}.json"
    response.headers["Content-Disposition"] = name
    return response


@bp.post("/<int:change_id>/undo")
@needs("history.undo")
def undo(change_id: int) -> ResponseReturnValue:
    """Take a change back, and return to where the user stood."""
    form = WayBackForm()
    change = queries.get_change(change_id)
    if not change.items:
        # It froze the plan, and left it as it was: there is nothing to restore.
        abort(404)
    made = commands.undo(change, by=signed_in_user())
    way_back = form.way_back
    if way_back:
        return redirect(with_moved(way_back, made.id), code=303)
    flash(moved_sentence(made, current_names()), "success")
    return redirect(url_for(".change", change_id=made.id), code=303)


def read_asked() -> queries.Asked:
    """Read the query of the address; a page that is no number is the first."""
    typed = request.args.get("page", "")
    is_page = typed.isascii() and typed.isdigit() and 0 < len(typed) < 7
    return queries.Asked(
        by=request.args.get("by", ""),
        municipality=request.args.get("municipality", ""),
        wave=request.args.get("wave", ""),
        since=read_moment(request.args.get("since", "")),
        page=max(1, int(typed)) if is_page else 1,
    )


def current_names() -> Names:
    """What things are called in the user's language."""
    return names_for(results.current_plan(), language())
