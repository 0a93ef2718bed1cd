"""Addresses of the feeds: one's own, making and revoking one, and what calendars ask.

What a calendar asks for is open to whoever has its secret, and no session is read.
"""

from hashlib import sha256

from flask import (
    Blueprint,
    Response,
    abort,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import names_loopback, needs, signed_in_user
from app.feeds import commands
from app.feeds.events import feed_file
from app.feeds.forms import FeedForm, RevokeForm
from app.feeds.pages import FeedPage, feed_line, feed_lines, new_address, scope_of
from app.feeds.queries import get_touches
from app.htmx import refused, saved
from app.language import language
from app.scopes import find_scope, scope_choices
from app.store import feeds as kept
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import FeedRow

bp = Blueprint("feeds", __name__)

# Raised where the same plan is told otherwise than before.
EDITION = 1
JUST_MADE = "feed-just-made"
CACHING = "private, max-age=900"


@bp.get("/feeds")
@needs("plan.view")
def index() -> ResponseReturnValue:
    """Show the user's calendar addresses, and the form for a new one."""
    asked = find_scope(
        results.evaluation(results.current_plan()), request.args.get("of", "")
    )
    given = {"of": asked.value if asked else "", "language": language()}
    return _render_index(_form(formdata=None, data=given))


@bp.post("/feeds")
@needs("plan.view")
def make() -> ResponseReturnValue:
    """Make an address, and show it this once."""
    form = _form()
    if not form.validate_on_submit():
        return refused(_render_index(form))
    evaluation = results.evaluation(results.current_plan())
    scope = find_scope(evaluation, form.of.data) or abort(404)
    made = commands.make_feed(
        scope, form.language.data, form.label.data or "", by=signed_in_user()
    )
    session[JUST_MADE] = [made.id, made.token]
    return saved(page_url=url_for(".feed", feed_id=made.id))


@bp.get("/feeds/<int:feed_id>")
@needs("plan.view")
def feed(feed_id: int) -> ResponseReturnValue:
    """Show one feed of the user; its address only right after it was made."""
    row = _get_own(feed_id)
    id, token = session.pop(JUST_MADE, (None, ""))
    address = None
    if id == feed_id:
        url = url_for(".calendar", token=token, _external=True)
        address = new_address(url, is_local=names_loopback(request.host))
    page = FeedPage(feed_line(row, _names(language())), address)
    return render_template("feeds/feed.html", page=page, form=RevokeForm())


@bp.post("/feeds/<int:feed_id>/revoke")
@needs("plan.view")
def revoke(feed_id: int) -> ResponseReturnValue:
    """Let nobody read the calendar by its address any more."""
    row = _get_own(feed_id)
    name = feed_line(row, _names(language())).name
    commands.revoke_feed(row, by=signed_in_user())
    told = _("The calendar address of %(name)s is revoked.", name=name)
    return saved(page_url=url_for(".index"), announce=told)


@bp.get("/calendar/<token>.ics")
def calendar(token: str) -> ResponseReturnValue:
    """Give a calendar its dates; a revoked address is like one that never was."""
    row = kept.find_feed_by_token(token) or abort(404)
    response = Response(mimetype="text/calendar")
    response.set_etag(_tag(row))
    response.headers["Cache-Control"] = CACHING
    response.make_conditional(request)
    if response.status_code != 304:
        response.set_data(_file(row))
        response.headers["Content-Disposition"] = "inline; filename=bolgeplan.ics"
    kept.note_read(row)
    return response


def _file(row: FeedRow) -> bytes:
    plan = results.current_plan()
    return feed_file(
        results.evaluation(plan),
        names_for(plan, row.language),
        scope_of(row),
        row.language,
        touches=get_touches(plan),
        made_at=row.made_at,
        url_of=lambda id: url_for("dates.date", activity_id=id, _external=True),
    )


def _tag(row: FeedRow) -> str:
    """What the answer depends on: the feed, the revision, and by what name it asks."""
    parts = (EDITION, row.id, results.revision(), request.host_url)
    return sha256(repr(parts).encode()).hexdigest()[:32]


def _render_index(form: FeedForm) -> str:
    rows = kept.list_feeds(signed_in_user().key)
    lines = feed_lines(rows, _names(language()))
    return render_template("feeds/index.html", feeds=lines, form=form)


def _form(**given: object) -> FeedForm:
    evaluation = results.evaluation(results.current_plan())
    return FeedForm(scope_choices(evaluation, _names(language())), **given)


def _get_own(feed_id: int) -> FeedRow:
    """A feed of the user; another's is not found."""
    return kept.find_feed(feed_id, signed_in_user().key) or abort(404)


def _names(tongue: str) -> Names:
    return names_for(results.current_plan(), tongue)
