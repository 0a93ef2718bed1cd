"""What stands around every page: the navigation, the status date."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, Response, current_app, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import Role, User, current_user, role_name
from app.htmx import wants_fragment, wants_fragment_of_change
from app.scenario_address import compare_url, find_scenario_seen, here
from app.store import results
from planning.calendars import to_day

# Blueprints, and single pages, that stand under another blueprint's entry.
UNDER = {
    "economy_figures": "economy",
    "cost_split": "rights",
    "files": "facts",
    "share_data": "shares",
    "announced": "shares",
    "letters": "shares",
    "agreements": "rights",
    "options": "rights",
    "baselines.adopt": "scenarios",
    "baselines.become_plan": "scenarios",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the navigation, and the blueprint whose pages it stands for."""

    blueprint: str
    url: str
    label: str
    icon: str
    is_main: bool = True

    def holds(self, endpoint: str | None) -> bool:
        """Whether a page stands under this entry."""
        page = endpoint or ""
        blueprint = page.partition(".")[0]
        return self.blueprint == (UNDER.get(page) or UNDER.get(blueprint, blueprint))


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role that the demonstration can be seen with."""

    role: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFrame:
    """What stands above every page of a scenario."""

    name: str
    url: str
    changes: str
    flagged: str
    is_own: bool
    compare_url: str


def init_app(app: Flask) -> None:
    """Give every template what base.html needs."""
    app.add_template_global(scenario_frame)
    app.add_template_global(wants_fragment)
    app.after_request(_with_counts)
    app.add_template_global(sections)
    app.add_template_global(role_choices)
    app.add_template_global(status_date)


def sections(user: User | None) -> tuple[Section, ...]:
    """Return the parts of the app that the user may see, the main ones first."""
    found = (
        Section(endpoint.partition(".")[0], url_for(endpoint), label, icon, is_main)
        for is_main, these in ((True, main_sections()), (False, other_sections()))
        for endpoint, label, icon, right in these
        if user is not None
        and user.may(right)
        and endpoint in current_app.view_functions
    )
    return tuple(found)


def all_sections() -> tuple[tuple[str, str, str, str], ...]:
    """Return every section: endpoint, label, icon, the right that it needs."""
    return (*main_sections(), *other_sections())


def main_sections() -> Iterator[tuple[str, str, str, str]]:
    """Yield what is always in view: endpoint, label, icon, the right that it needs."""
    yield "overview.overview", _("Overview"), "layout-dashboard", "plan.view"
    yield "waves.board", _("Waves"), "waves", "plan.view"
    yield "timeline.index", _("Timeline"), "chart-gantt", "plan.view"
    yield "municipalities.index", _("Municipalities"), "map-pin", "plan.view"
    yield "conflicts.index", _("Conflicts"), "triangle-alert", "plan.view"
    yield "economy.index", _("Economy"), "coins", "plan.view"
    yield "scenarios.index", _("Scenarios"), "git-branch", "plan.view"


def other_sections() -> Iterator[tuple[str, str, str, str]]:
    """Yield what stands behind a menu, in the same form."""
    yield "comparing.index", _("Compare"), "columns-3", "plan.view"
    yield "baselines.index", _("Baselines"), "snowflake", "plan.view"
    yield "slippage.index", _("Slippage"), "trending-up", "plan.view"
    yield "proposals.index", _("Proposals"), "mail-check", "plan.view"
    yield "rights.index", _("Rights"), "handshake", "plan.view"
    yield "shares.index", _("Shares"), "chart-pie", "plan.view"
    yield "meetings.index", _("Meetings"), "calendar-days", "plan.view"
    yield "deadlines.index", _("Deadlines"), "bell", "plan.view"
    yield "capacity.index", _("Capacity"), "chart-column", "plan.view"
    yield "quality.index", _("Quality of the plan"), "gauge", "plan.view"
    yield "preconditions.index", _("Preconditions"), "link", "plan.view"
    yield "rollout.template", _("Template"), "list-tree", "plan.view"
    yield "facts.index", _("Facts and sources"), "book-open", "plan.view"
    yield "history.changes", _("History"), "history", "history.view"
    yield "admin.settings", _("Settings"), "settings", "settings.edit"


def role_choices() -> tuple[RoleChoice, ...]:
    """Return the roles, and which one the user has."""
    user = current_user()
    own = user.role if user is not None else None
    return tuple(RoleChoice(role.value, role_name(role), role is own) for role in Role)


def status_date() -> int:
    """Return the day that the plan is seen from."""
    return to_day(results.programme().status_date)


def scenario_frame() -> ScenarioFrame | None:
    """Return what the scenario is called that the plan is seen in, if it is in one."""
    found, user = find_scenario_seen(), current_user()
    if found is None or user is None:
        return None
    count = len(found.laid)
    return ScenarioFrame(
        name=found.name,
        url=here("scenarios.scenario", scenario_id=found.id),
        changes=ngettext("%(num)d change", "%(num)d changes", count),
        flagged=flagged_text(sum(it.is_flagged for it in found.laid)),
        is_own=found.owner == user.key,
        compare_url=compare_url(found.id),
    )


def _with_counts(response: Response) -> Response:
    """Let the answer to a change in a scenario say how many it has now."""
    is_part = response.status_code == 200 and response.mimetype == "text/html"
    if not is_part or not wants_fragment_of_change() or find_scenario_seen() is None:
        return response
    if b"<html" not in response.data:
        framed = scenario_frame()
        part = render_template("scenarios/_counts.html", framed=framed, oob=True)
        response.set_data(response.get_data() + part.encode())
    return response


def flagged_text(count: int) -> str:
    """How many changes no longer fit the plan; empty where all do."""
    if not count:
        return ""
    return ngettext(
        "%(num)d no longer fits the plan", "%(num)d no longer fit the plan", count
    )
