"""Sentences on what the office says of conflicts: accepted, opened again.

Beside each kind in `OF_CONFLICTS` stand the values that it takes; a conflict is
kept as a document of its own.
"""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.change_words import Words
from app.conflict_texts import conflict_text


def _conflict(it: Words) -> str:
    """Its sentence as it stands inside another one."""
    return conflict_text(it.values["conflict"], it.names).rstrip(".")


def _accepted(it: Words) -> str:
    return _("Conflict accepted: “%(conflict)s”", conflict=_conflict(it))


def _reopened(it: Words) -> str:
    return _("Conflict open again: “%(conflict)s”", conflict=_conflict(it))


OF_CONFLICTS: Mapping[str, Callable[[Words], str]] = {
    "conflicts.accepted": _accepted,  # conflict, reason
    "conflicts.reopened": _reopened,  # conflict
}
