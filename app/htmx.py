"""The one door to htmx: what it asks for, and how a change is answered.

Of its request headers only HX-Request is read. A change that is saved is answered
with the fragments that moved, and without JavaScript with a redirect to the page.
"""

import json

from flask import Flask, Response, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped]  # has no types
from htmx_flask import Htmx, make_response  # type: ignore[import-untyped]  # has none

from app.sent_again import SentAgain, find_sent_again

ANNOUNCE_EVENT = "announce"
TOKEN_EVENT = "token"  # noqa: S105 - the name of an event, not a secret


def init_app(app: Flask) -> None:
    """Make requests know htmx, and caches keep its answers apart."""
    Htmx(app)
    app.after_request(vary)


def vary(response: Response) -> Response:
    """Keep a fragment from being shown where a page was asked for."""
    response.vary.add("HX-Request")
    return response


def wants_fragment() -> bool:
    """Whether htmx asks, and will swap the answer into its page."""
    # htmx_flask gives the request this attribute.
    return bool(request.htmx)  # type: ignore[attr-defined]


def wants_fragment_of_change() -> bool:
    """Whether htmx sends a change, and will swap what came of it into its page."""
    return request.method == "POST" and wants_fragment()


def saved(html: str = "", *, page_url: str, announce: str = "") -> ResponseReturnValue:
    """Answer a change that has been made.

    Args:
        html: the fragments that changed; none where nothing on the page did.
        page_url: the page that shows the change, for those without JavaScript.
        announce: what has happened, in the user's language; read out, not swapped.
    """
    if not wants_fragment():
        if announce:
            flash(announce, "success")
        return redirect(page_url, code=303)
    # Header values are ASCII; JSON escapes everything else.
    trigger = json.dumps({ANNOUNCE_EVENT: {"text": announce}}) if announce else None
    response: Response = make_response(html, 200 if html else 204, trigger=trigger)
    return response


def moved_to(page_url: str, *, announce: str = "") -> ResponseReturnValue:
    """Answer a change after which the user stands on another page."""
    if announce:
        flash(announce, "success")
    if not wants_fragment():
        return redirect(page_url, code=303)
    response: Response = make_response("", 204, redirect=page_url)
    return response


def sent_again() -> SentAgain | None:
    """What was typed, to be sent once more where the session had ended."""
    return find_sent_again(request)


def renew_token(response: Response) -> Response:
    """Give the page, which stays as it is, the token that holds from now on."""
    response.headers["HX-Trigger"] = json.dumps(
        {TOKEN_EVENT: {"value": generate_csrf()}}
    )
    return response


def refused(html: str) -> tuple[str, int]:
    """Answer a change that was not made: the form again, with what is wrong.

    The fragment for htmx, the whole page otherwise: `wants_fragment` says which.
    """
    return html, 422
