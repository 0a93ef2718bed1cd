"""The plan as a scenario has it, at addresses of its own: /scenarios/7/plan/waves.

What follows is the address of any page. Every link, form and redirect of such a page
stays inside, because the beginning is to Flask the place where the app is mounted.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import OPEN, User, current_user, right_for, withhold
from app.addresses import LARGEST_ID
from app.store import overlay
from app.store.errors import ScenarioRefused
from app.store.overlay import OpenScenario
from app.store.scenarios import find_scenario
from app.store.tables import ScenarioRow

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

INSIDE = re.compile(r"/scenarios/([0-9]{1,10})/plan(?=/|$)")
ASKED = "bolgeplan.scenario"
COMPARE, ADOPT = "comparing.index", "baselines.adopt"

# Pages about the plan itself, or about all plans: no scenario shows through them.
OUTSIDE = frozenset(
    {
        "accounts",
        "admin",
        "baselines",
        "comparing",
        "feeds",
        "history",
        "proposals",
        "scenarios",
    }
)
# Of these, where one might take the plan's dates for those of the scenario.
OF_THE_PLAN = frozenset({"baselines", "feeds", "history", "proposals"})
# How far a user has looked is kept of the user, not of a plan.
BESIDE = frozenset({"overview.mark_seen", "overview.visit"})

# What has happened, what was decided and what every plan rests on.
FACTS = frozenset(
    {
        "conflicts.accept",
        "economy.edit",
        "preconditions.edit",
        "progress.report",
        "rights.edit",
        "settings.edit",
    }
)
FACT_ENDPOINTS = frozenset(
    {"municipalities.limit", "municipalities.set_limit", "municipalities.remove_limit"}
)
EDITS = frozenset({"history.undo", "plan.edit", "template.edit"})
WHOLE_ROWS = frozenset(
    {
        "rollout.add_link",
        "rollout.add_step",
        "rollout.new_link",
        "rollout.new_step",
        "rollout.remove_link",
        "rollout.remove_step",
    }
)


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
    row = None if user is None else find_scenario(scenario_id, user.key)
    if user is None or row is None:
        # Told there, where the way on is not inside of what is not there.
        return redirect(f"{_top()}/scenarios/{scenario_id}", code=303)
    if request.endpoint is None or request.endpoint in BESIDE:
        return None
    if request.blueprint in OUTSIDE:
        return _leave(row.name)
    if row.adopted_at is not None and request.method == "GET":
        return redirect(f"{_top()}/scenarios/{scenario_id}", code=303)
    refusal = _find_refusal(row, user.key)
    withhold(FACTS if _is_open_to(row, user.key) else FACTS | EDITS)
    overlay.open_scenario(scenario_id)
    if refusal is not None:
        raise refusal
    return None


def _is_open_to(row: ScenarioRow, user: str) -> bool:
    """Whether a user may change a scenario."""
    return row.owner == user and row.adopted_at is None


def _find_refusal(row: ScenarioRow, user: str) -> ScenarioRefused | None:
    """Why a page or a change has no place in a scenario, before anything is typed."""
    endpoint = request.endpoint or ""
    right = right_for(current_app, endpoint)
    if right in FACTS or endpoint in FACT_ENDPOINTS:
        return ScenarioRefused("fact")
    if endpoint in WHOLE_ROWS:
        return ScenarioRefused("whole-row")
    if right in EDITS and not _is_open_to(row, user):
        return ScenarioRefused("not-own" if row.adopted_at is None else "adopted")
    return None


def _leave(name: str) -> ResponseReturnValue | None:
    """Show what is about no scenario outside of it, and change it there alone."""
    if request.method == "GET":
        if request.blueprint in OF_THE_PLAN:
            told = _(
                "You have left the scenario “%(name)s”: this page is about the plan "
                "itself.",
                name=name,
            )
            flash(told, "info")
        return redirect(_top() + request.full_path.rstrip("?"), code=303)
    if request.blueprint in ("scenarios", "accounts"):
        return None
    raise ScenarioRefused("fact")


def here(endpoint: str, **values: Any) -> str:
    """The address of a page about scenarios, which is never inside one."""
    return outside(url_for(endpoint, **values))


def compare_url(scenario_id: int) -> str:
    """The page that sets a scenario beside the plan; empty where there is none."""
    if COMPARE not in current_app.view_functions:
        return ""
    return here(COMPARE, state=["plan", f"scenario:{scenario_id}"])


def adopt_url(scenario_id: int, *, user: User) -> str:
    """The page on which a scenario becomes the plan; empty for who can't do that."""
    right = ADOPT in current_app.view_functions and right_for(current_app, ADOPT)
    return here(ADOPT, scenario_id=scenario_id) if right and user.may(right) else ""
