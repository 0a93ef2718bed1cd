"""What stands around every page: the navigation, the status date."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, current_app, url_for
from flask_babel import gettext as _

from app.access import Role, User, current_user, role_name
from app.store import results
from planning.calendars import to_day

# Blueprints whose pages stand under another one's entry.
UNDER = {"economy_figures": "economy", "quality": "conflicts", "slippage": "facts"}


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the navigation, and the blueprint whose pages it stands for."""

    blueprint: str
    url: str
    label: str
    icon: str

    def holds(self, blueprint: str | None) -> bool:
        """Whether the pages of a blueprint stand under this entry."""
        return self.blueprint in (blueprint, UNDER.get(blueprint or ""))


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role that the demonstration can be seen with."""

    role: str
    name: str
    is_chosen: bool


def init_app(app: Flask) -> None:
    """Give every template what base.html needs."""
    app.add_template_global(sections)
    app.add_template_global(role_choices)
    app.add_template_global(status_date)


def sections(user: User | None) -> tuple[Section, ...]:
    """Return the parts of the app that the user may see."""
    return tuple(
        Section(endpoint.partition(".")[0], url_for(endpoint), label, icon)
        for endpoint, label, icon, right in all_sections()
        if user is not None
        and user.may(right)
        and endpoint in current_app.view_functions
    )


def all_sections() -> Iterator[tuple[str, str, str, str]]:
    """Yield every section: endpoint, label, icon, the right that it needs."""
    yield "overview.overview", _("Overview"), "layout-dashboard", "plan.view"
    yield "waves.board", _("Waves"), "waves", "plan.view"
    yield "timeline.index", _("Timeline"), "chart-gantt", "plan.view"
    yield "capacity.index", _("Capacity"), "chart-column", "plan.view"
    yield "municipalities.index", _("Municipalities"), "map-pin", "plan.view"
    yield "conflicts.index", _("Conflicts"), "triangle-alert", "plan.view"
    yield "economy.index", _("Economy"), "coins", "plan.view"
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
