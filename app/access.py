"""Who is asking, and what they may do.

Rights belong to roles. Every view names the right it needs with `needs`; the app
refuses to start with a view that names none, unless its endpoint is in OPEN.
Who may do a thing is asked again by the command that does it (`require`).

There are no accounts yet: the only way in is the demonstration, and it is open
only to the machine that the app runs on (see `is_demonstration`).
"""

import ipaddress
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, current_app, g, has_request_context, request, session
from flask_babel import gettext as _
from werkzeug.datastructures import LanguageAccept

View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    """The three groups that use the app."""

    PROGRAMME_OFFICE = "programme-office"
    COUNCIL = "council"
    WORKING_GROUP = "working-group"


RIGHTS = frozenset(
    {
        "plan.view",
        "plan.edit",
        "plan.adopt",
        "baselines.make",
        "template.edit",
        "preconditions.edit",
        "economy.edit",
        "conflicts.accept",
        "rights.edit",
        "progress.report",
        "history.view",
        "history.undo",
        "settings.edit",
    }
)
RIGHTS_OF: Mapping[Role, frozenset[str]] = {
    Role.PROGRAMME_OFFICE: RIGHTS,
    Role.COUNCIL: frozenset({"plan.view", "history.view"}),
    Role.WORKING_GROUP: frozenset({"plan.view", "progress.report", "history.view"}),
}

# What anybody may reach: nothing here shows or changes a plan, but that a calendar
# gets the dates that the secret in its address opens, and that a recipient stops its
# own reminders by the one in its e-mails.
OPEN = frozenset(
    {
        "accessibility.statement",
        "accounts.choose_language",
        "assets.file",
        "deadlines.stop",
        "deadlines.stop_now",
        "feeds.calendar",
        "health.health",
    }
)
RIGHT_ATTRIBUTE = "needed_right"
ROLE_IN_SESSION = "demonstration-role"
LOOPBACK_NAME = re.compile(r"(localhost|[0-9.]{7,15}|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")
PROXY_HEADERS = frozenset({"forwarded", "via", "x-real-ip"})


class NotSignedIn(Exception):  # noqa: N818 - a state of the visitor, not a fault
    """Nobody is signed in, and the page is not for everybody."""


class Forbidden(Exception):  # noqa: N818 - the name that every part of the app uses
    """The user's role has no such right."""

    def __init__(self, right: str) -> None:
        super().__init__(f"the right {right} is needed")
        self.right = right


@dataclass(frozen=True, slots=True)
class User:
    """Who is asking; `key` is what the history keeps.

    `withheld` are rights of the role that don't hold where the user is looking.
    """

    key: str
    role: Role
    name: str
    withheld: frozenset[str] = frozenset()

    def may(self, right: str) -> bool:
        """Whether the user's role has a right."""
        if right not in RIGHTS:
            raise ValueError(f"there is no right {right!r}")
        return right in RIGHTS_OF[self.role] and right not in self.withheld


def init_app(app: Flask) -> None:
    """Let no request reach a view without the right that it needs."""
    app.before_request(guard)
    app.context_processor(lambda: {"user": current_user()})


def check_views(app: Flask) -> None:
    """Refuse to start with a view that names no right.

    Raises:
        ValueError: names the endpoints.
    """
    open_to_all = sorted(
        endpoint
        for endpoint in app.view_functions
        if endpoint not in OPEN and right_for(app, endpoint) is None
    )
    if open_to_all:
        raise ValueError(f"views without a right: {', '.join(open_to_all)}")


def needs(right: str) -> Callable[[View], View]:
    """Name the right that a view needs."""
    if right not in RIGHTS:
        raise ValueError(f"there is no right {right!r}")

    def mark(view: View) -> View:
        setattr(view, RIGHT_ATTRIBUTE, right)
        return view

    return mark


def right_for(app: Flask, endpoint: str) -> str | None:
    """Return the right that an endpoint's view names."""
    right: str | None = getattr(app.view_functions[endpoint], RIGHT_ATTRIBUTE, None)
    return right


def guard() -> None:
    """Let the request through to its view, or raise why not."""
    endpoint = request.endpoint
    if endpoint is None or endpoint in OPEN:
        return
    right = right_for(current_app, endpoint)
    if right is None:
        raise Forbidden(endpoint)
    require(current_user(), right)


def require(user: User | None, right: str) -> None:
    """Refuse a user who lacks a right.

    Raises:
        NotSignedIn: there is no user.
        Forbidden: the user's role lacks it.
    """
    if user is None:
        raise NotSignedIn
    if not user.may(right):
        raise Forbidden(right)


def current_user() -> User | None:
    """Return who asks in this request, if anybody is signed in."""
    if not has_request_context():
        return None
    if "user" not in g:
        host = request.headers.get("Host", "")
        demonstrates = is_demonstration(
            current_app.config, host, request.headers.keys()
        )
        g.user = demonstration_user() if demonstrates else None
    user: User | None = g.user
    return user


def withhold(rights: frozenset[str]) -> None:
    """Let the user of this request do without some rights from now on."""
    user = current_user()
    if user is not None:
        g.user = replace(user, withheld=user.withheld | rights)


def wanted_languages() -> LanguageAccept:
    """Return the languages that the browser of who asks would rather have, in order."""
    return request.accept_languages


def signed_in_user() -> User:
    """Return who asks in this request.

    Raises:
        NotSignedIn: nobody is signed in.
    """
    user = current_user()
    if user is None:
        raise NotSignedIn
    return user


def is_demonstration(
    config: Mapping[str, Any], host: str, header_names: Iterable[str]
) -> bool:
    """Whether this request may be signed in without a password.

    The app must have been started as a demonstration, on an address that only its
    own machine reaches, and be asked for by such a name: a page of somebody else's
    that makes a browser ask here names its own host. What comes through a proxy
    may come from anywhere.
    """
    return (
        config["DEMONSTRATION"] is True
        and is_loopback(config["BOUND_HOST"])
        and names_loopback(host)
        and not any(is_of_proxy(name.lower()) for name in header_names)
    )


def is_of_proxy(header: str) -> bool:
    """Whether a header is one that proxies add."""
    return header.startswith("x-forwarded") or header in PROXY_HEADERS


def names_loopback(host: str) -> bool:
    """Whether a Host header names this machine for itself, with or without port."""
    match = LOOPBACK_NAME.fullmatch(host.lower())
    return match is not None and is_loopback(match[1].strip("[]"))


def is_loopback(address: str) -> bool:
    """Whether an address to bind is reached from its own machine alone."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def demonstration_user() -> User:
    """Return the user of the role that was chosen, else of the programme office."""
    chosen = session.get(ROLE_IN_SESSION)
    role = Role(chosen) if chosen in set(Role) else Role.PROGRAMME_OFFICE
    name = _("%(role)s (demonstration)", role=role_name(role))
    return User(key=f"demonstration.{role}", role=role, name=name)


def role_name(role: Role) -> str:
    """Return a role's name in the user's language."""
    names = {
        Role.PROGRAMME_OFFICE: _("Programme office"),
        Role.COUNCIL: _("Municipal council"),
        Role.WORKING_GROUP: _("Regional working group"),
    }
    return names[role]
