"""The plan as a scenario has it, at addresses of its own: /scenarios/7/plan/waves.

What follows is the address of any page. Every link, form and redirect of such a page
stays inside, because the beginning is to Flask the place where the app is mounted.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.access import OPEN, current_user
from app.addresses import LARGEST_ID
from app.store import overlay
from app.store.errors import ScenarioRefused
from app.store.overlay import OpenScenario
from app.store.scenarios import find_scenario

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

INSIDE = re.compile(r"/scenarios/([0-9]{1,10})/plan(?=/|$)")
ASKED = "bolgeplan.scenario"

# Pages about the plan itself, or about all plans: no scenario shows through them.
OUTSIDE = frozenset({"admin", "history", "scenarios", "accounts"})


class ScenarioAddress:
    """Take the scenario off the address before Flask reads it."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        found = INSIDE.match(environ.get("PATH_INFO", ""))
        if found and int(found[1]) <= LARGEST_ID:
            environ[ASKED] = int(found[1])
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + found[0]
            environ["PATH_INFO"] = environ["PATH_INFO"][found.end() :] or "/"
        return self._app(environ, start_response)


def init_app(app: Flask) -> None:
    """Open the scenario that an address names; access has been asked before."""
    app.wsgi_app = ScenarioAddress(app.wsgi_app)  # type: ignore[method-assign]
    app.before_request(_open)
    app.context_processor(lambda: {"scenario": find_scenario_seen()})
    app.add_template_global(outside)


def find_scenario_seen() -> OpenScenario | None:
    """The scenario that the page shows the plan in, if there is one."""
    return overlay.find_open()


def inside(scenario_id: int, page: str) -> str:
    """The address of a page, seen in a scenario."""
    return (
        f"{_top()}/scenarios/{scenario_id}/plan{page.removeprefix(request.script_root)}"
    )


def outside(page: str) -> str:
    """The address of a page, seen in the plan itself."""
    return _top() + page.removeprefix(request.script_root)


def _top() -> str:
    """Where the app is mounted, without the scenario."""
    return INSIDE.sub("", request.script_root)


def _open() -> ResponseReturnValue | None:
    scenario_id = request.environ.get(ASKED)
    if scenario_id is None or request.endpoint in OPEN:
        return None
    user = current_user()
    if user is None or find_scenario(scenario_id, user.key) is None:
        abort(404)
    if request.endpoint is None:
        return None
    if request.blueprint in OUTSIDE:
        return _leave()
    overlay.open_scenario(scenario_id)
    return None


def _leave() -> ResponseReturnValue | None:
    """Show what is about no scenario outside of it, and change it there alone."""
    if request.method == "GET":
        return redirect(_top() + request.full_path.rstrip("?"), code=303)
    if request.blueprint in ("scenarios", "accounts"):
        return None
    raise ScenarioRefused("fact")


def here(endpoint: str, **values: Any) -> str:
    """The address of a page about scenarios, which is never inside one."""
    return outside(url_for(endpoint, **values))
