"""Sentences on what is entered of meetings, and of how long cases take.

Beside each kind in `OF_MEETINGS` stand the values that it takes.
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.change_words import Words
from app.meeting_words import body_texts


def _of(it: Words) -> dict[str, Any]:
    body = body_texts()[it.values["body"]]
    return {"municipality": it.municipality(), "body": body}


def _meeting_added(it: Words) -> str:
    return _(
        "%(municipality)s: a meeting was entered, %(day)s (%(body)s)",
        day=it.day(),
        **_of(it),
    )


def _meeting_changed(it: Words) -> str:
    return _(
        "%(municipality)s: a meeting was changed, now %(day)s (%(body)s)",
        day=it.day(),
        **_of(it),
    )


def _meeting_removed(it: Words) -> str:
    return _(
        "%(municipality)s: the meeting on %(day)s was removed (%(body)s)",
        day=it.day(),
        **_of(it),
    )


def _rule_added(it: Words) -> str:
    return _("%(municipality)s: a rule for meetings was added (%(body)s)", **_of(it))


def _rule_changed(it: Words) -> str:
    return _("%(municipality)s: a rule for meetings was changed (%(body)s)", **_of(it))


def _rule_removed(it: Words) -> str:
    return _("%(municipality)s: a rule for meetings was removed (%(body)s)", **_of(it))


def _lead_set(it: Words) -> str:
    if it.values["municipality"] is None:
        return _("How long a case takes was changed for all municipalities")
    who = it.municipality()
    return _("%(municipality)s: it was set how long a case takes", municipality=who)


def _lead_removed(it: Words) -> str:
    return _(
        "%(municipality)s: a case takes as long as in other municipalities again",
        municipality=it.municipality(),
    )


def _imported(it: Words) -> str:
    return ngettext(
        "%(num)s meeting from the file %(file)s",
        "%(num)s meetings from the file %(file)s",
        it.values["count"],
        file=it.values["file"],
    )


OF_MEETINGS: Mapping[str, Callable[[Words], str]] = {
    "meetings.meeting-added": _meeting_added,  # municipality, body, day
    "meetings.meeting-changed": _meeting_changed,  # municipality, body, day
    "meetings.meeting-removed": _meeting_removed,  # municipality, body, day
    "meetings.rule-added": _rule_added,  # municipality, body
    "meetings.rule-changed": _rule_changed,  # municipality, body
    "meetings.rule-removed": _rule_removed,  # municipality, body
    "meetings.lead-set": _lead_set,  # municipality, or None for all
    "meetings.lead-removed": _lead_removed,  # municipality
    "meetings.imported": _imported,  # file, count
}
