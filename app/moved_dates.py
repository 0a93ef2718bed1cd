"""A date that moved, in words: what it is, before and after, and because of what.

Told from the document that is kept of it. Dates there are half-open; shown is the
last day of work.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from app.filters import short_date, span
from app.store.names import Names
from planning.rollout import GO_LIVE, Owner

Document = Mapping[str, Any]


def what_text(it: Document, names: Names) -> str:
    """The name of the date among those of its owner."""
    match it["owner"]:
        case Owner.WAVE:
            return names.wave(it["owner_id"])
        case Owner.TRUST:
            return names.trust(it["owner_id"])
        case Owner.MUNICIPALITY:
            return names.activity(it["key"])
        case _:
            return names.node(it["id"])


def dates_text(dates: list[str] | None) -> str:
    """One day, or the first and the last; empty where it is not there."""
    if dates is None:
        return ""
    start, finish = map(date.fromisoformat, dates)
    return short_date(start) if start == finish else span(start, finish)


def because_text(it: Document, names: Names) -> str:
    """Why it moved: the neighbour that pulled it, and the first that moved."""
    if it["before"] is None:
        return _("New in the plan")
    if it["after"] is None:
        return _("No longer in the plan")
    if it["cause"] is None:
        if it["owner"] == Owner.MUNICIPALITY and it["key"] == GO_LIVE:
            return _("Follows its wave")
        return _("Moved by the change itself")
    cause = _neighbour(it["cause"], it, names)
    if it["because"] == it["cause"]:
        return _("Follows “%(cause)s”", cause=cause)
    return _(
        "Follows “%(neighbour)s”; “%(cause)s” was the first to move",
        neighbour=_neighbour(it["because"], it, names),
        cause=cause,
    )


def _neighbour(id: str, it: Document, names: Names) -> str:
    """A node by the name of its activity where it is the same municipality's."""
    owner, __, key = id.partition(".")
    return names.activity(key) if owner == it["owner_id"] else names.node(id)
