"""What a user did, as a sentence: from the kind and values that the history keeps.

Kinds are dotted and never change; beside each in `SENTENCES` stand the values that
it takes. What is entered of preconditions and money has its sentences in
`app/entered_changes.py`, what is said of conflicts in `app/conflict_changes.py`.
"""

from collections.abc import Callable, Mapping
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from app.agreement_changes import OF_AGREEMENTS
from app.change_words import Told, Words
from app.conflict_changes import OF_CONFLICTS
from app.conflict_texts import NodeNames
from app.cost_words import OF_COSTS
from app.entered_changes import ENTERED
from app.filters import dated
from app.frozen_changes import OF_STATES
from app.meeting_changes import OF_MEETINGS
from app.rights_changes import OF_RIGHTS
from app.share_changes import OF_SHARES
from app.threshold_words import threshold_change

UNDONE = "history.undone"
SEVERAL_MOVED = "waves.municipalities-moved"
MOVED_LISTED = 3


def change_text(change: Told, names: NodeNames) -> str:
    """One sentence, without its full stop, on what the user did."""
    return _text(change.what, Words(change.values, change.moved, names))


def deed_text(change: Told, names: NodeNames) -> str:
    """The same of what was undone or done again: what had been done at first."""
    what, values = change.what, change.values
    while what == UNDONE:
        what, values = values["what"], values["values"]
    return _text(what, Words(values, {}, names))


def moved_by_name(change: Told) -> int:
    """How many municipalities the sentence of a change has moved by name."""
    what, values = change.what, change.values
    while what == UNDONE:
        what, values = values["what"], values["values"]
    return len(values["municipalities"]) if what == SEVERAL_MOVED else 0


def is_undoing(change: Told) -> bool:
    """Whether a change took something back; what was done again is not taken back."""
    what, values, is_undone = change.what, change.values, False
    while what == UNDONE:
        what, values, is_undone = values["what"], values["values"], not is_undone
    return is_undone


def _text(what: str, words: Words) -> str:
    return SENTENCES[what](words)


def _municipality_moved(it: Words) -> str:
    return _(
        "%(municipality)s moved from %(before)s to %(after)s",
        municipality=it.municipality(),
        before=it.wave("before"),
        after=it.wave("after"),
    )


def _municipality_placed(it: Words) -> str:
    return _(
        "%(municipality)s placed in %(wave)s",
        municipality=it.municipality(),
        wave=it.wave("after"),
    )


def _municipality_unplaced(it: Words) -> str:
    return _(
        "%(municipality)s taken out of %(wave)s",
        municipality=it.municipality(),
        wave=it.wave("before"),
    )


def _municipalities_moved(it: Words) -> str:
    told = it.municipalities(listed=MOVED_LISTED)
    if it.values["after"] is None:
        return _("%(municipalities)s no longer in any wave", municipalities=told)
    return _(
        "%(municipalities)s moved to %(wave)s",
        wave=it.wave("after"),
        municipalities=told,
    )


def _date_set(it: Words) -> str:
    shift = it.shift()
    if not shift:
        return _("%(wave)s is set to %(day)s", wave=it.wave(), day=it.day())
    return _(
        "%(wave)s moved %(shift)s, to %(day)s",
        wave=it.wave(),
        shift=shift,
        day=it.day(),
    )


def _date_cleared(it: Words) -> str:
    shift = it.shift()
    if not shift:
        return _("%(wave)s follows its window again", wave=it.wave())
    return _(
        "%(wave)s follows its window again and moved %(shift)s",
        wave=it.wave(),
        shift=shift,
    )


def _window_set(it: Words) -> str:
    shift = it.shift()
    window = dated(
        date.fromisoformat(it.values["first"]),
        date.fromisoformat(it.values["last"]),
        it.values["precision"],
    )
    if not shift:
        return _("The window of %(wave)s is %(window)s", wave=it.wave(), window=window)
    return _(
        "%(wave)s moved %(shift)s, to the window %(window)s",
        wave=it.wave(),
        shift=shift,
        window=window,
    )


def _shifted(it: Words) -> str:
    if it.is_earlier():
        return _("%(wave)s moved %(by)s earlier", wave=it.wave(), by=it.by())
    return _("%(wave)s moved %(by)s later", wave=it.wave(), by=it.by())


def _main_project_delayed(it: Words) -> str:
    if it.is_earlier():
        return _("The main project was brought forward by %(by)s", by=it.by())
    return _("The main project was delayed by %(by)s", by=it.by())


def _activity_added(it: Words) -> str:
    return _("“%(activity)s” was added to the template", activity=it.own_name())


def _activity_changed(it: Words) -> str:
    return _("“%(activity)s” was changed in the template", activity=it.own_name())


def _activity_removed(it: Words) -> str:
    return _("“%(activity)s” was removed from the template", activity=it.own_name())


def _link_added(it: Words) -> str:
    return _(
        "“%(successor)s” now depends on “%(predecessor)s” in the template",
        successor=it.own_name("successor"),
        predecessor=it.own_name("predecessor"),
    )


def _link_changed(it: Words) -> str:
    return _(
        "How “%(successor)s” depends on “%(predecessor)s” was changed in the template",
        successor=it.own_name("successor"),
        predecessor=it.own_name("predecessor"),
    )


def _link_removed(it: Words) -> str:
    return _(
        "“%(successor)s” no longer depends on “%(predecessor)s” in the template",
        successor=it.own_name("successor"),
        predecessor=it.own_name("predecessor"),
    )


def _reported(it: Words) -> str:
    names = {"municipality": it.municipality(), "activity": it.activity()}
    match it.values["state"]:
        case "done":
            return _("%(municipality)s: “%(activity)s” reported as done", **names)
        case "started":
            return _("%(municipality)s: “%(activity)s” reported as started", **names)
        case _:
            return _("%(municipality)s: “%(activity)s” reported as not done", **names)


def _report_withdrawn(it: Words) -> str:
    return _(
        "%(municipality)s: the report on “%(activity)s” was withdrawn",
        municipality=it.municipality(),
        activity=it.activity(),
    )


def _deadline_set(it: Words) -> str:
    return _(
        "%(municipality)s: “%(activity)s” is set to %(day)s",
        municipality=it.municipality(),
        activity=it.activity(),
        day=it.day(),
    )


def _deadline_removed(it: Words) -> str:
    return _(
        "%(municipality)s: “%(activity)s” is counted from go-live again",
        municipality=it.municipality(),
        activity=it.activity(),
    )


def _status_date(it: Words) -> str:
    return _("The status date is %(day)s", day=it.day("after"))


def _price_year(it: Words) -> str:
    if it.values["after"] is None:
        return _("The price year is not known")
    return _("The price year is %(year)s", year=it.values["after"])


def _imported(it: Words) -> str:
    return ngettext(
        "%(num)s change from the file %(file)s",
        "%(num)s changes from the file %(file)s",
        it.values["count"],
        file=it.values["file"],
    )


def _thresholds(it: Words) -> str:
    told = (threshold_change(key, value) for key, value in it.values["after"].items())
    return _("Changed thresholds: %(changed)s", changed="; ".join(told))


def _undone(it: Words) -> str:
    """What was undone; an undo that was undone is what it had undone, again."""
    what, values, is_undone = it.values["what"], it.values["values"], True
    while what == UNDONE:
        what, values, is_undone = values["what"], values["values"], not is_undone
    change = _text(what, Words(values, {}, it.names))
    if is_undone:
        return _("Undone: %(change)s", change=change)
    return _("Done again: %(change)s", change=change)


SENTENCES: Mapping[str, Callable[[Words], str]] = {
    "waves.municipality-moved": _municipality_moved,  # municipality, before, after
    "waves.municipality-placed": _municipality_placed,  # municipality, after
    "waves.municipality-unplaced": _municipality_unplaced,  # municipality, before
    SEVERAL_MOVED: _municipalities_moved,  # municipalities, after
    "waves.date-set": _date_set,  # wave, day
    "waves.date-cleared": _date_cleared,  # wave
    "waves.window-set": _window_set,  # wave, first, last, precision
    "waves.shifted": _shifted,  # wave, by
    "waves.main-project-delayed": _main_project_delayed,  # by
    "template.activity-added": _activity_added,  # names
    "template.activity-changed": _activity_changed,  # names
    "template.activity-removed": _activity_removed,  # names
    "template.link-added": _link_added,  # predecessor, successor: names
    "template.link-changed": _link_changed,  # predecessor, successor: names
    "template.link-removed": _link_removed,  # predecessor, successor: names
    "municipalities.reported": _reported,  # municipality, activity, state
    "municipalities.report-withdrawn": _report_withdrawn,  # municipality, activity
    "municipalities.deadline-set": _deadline_set,  # municipality, activity, day
    "municipalities.deadline-removed": _deadline_removed,  # municipality, activity
    "settings.status-date": _status_date,  # after
    "settings.price-year": _price_year,  # after
    "settings.thresholds": _thresholds,  # after: by key
    "exchange.imported": _imported,  # file, count
    **OF_CONFLICTS,
    **OF_COSTS,
    **ENTERED,
    **OF_AGREEMENTS,
    **OF_MEETINGS,
    **OF_RIGHTS,
    **OF_SHARES,
    **OF_STATES,
    UNDONE: _undone,  # what, values: those of the change undone
}
