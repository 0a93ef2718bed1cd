"""Sentences on what freezes the plan, and on the scenario that takes its place.

Beside each kind in `OF_STATES` stand the values that it takes.
"""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.change_words import Words


def _made(it: Words) -> str:
    return _(
        "The plan was frozen as the baseline “%(name)s” (case %(case)s)",
        name=it.values["name"],
        case=it.values["case"],
    )


def _replaced(it: Words) -> str:
    return _(
        "The plan was frozen as the baseline “%(name)s” (case %(case)s), which "
        "replaces “%(replaced)s”: %(reason)s",
        name=it.values["name"],
        case=it.values["case"],
        replaced=it.values["replaced"],
        reason=it.values["reason"].rstrip("."),
    )


def _adopted(it: Words) -> str:
    name = it.values["name"]
    if "case" not in it.values:
        return _("The scenario “%(name)s” becomes the plan", name=name)
    return _(
        "The scenario “%(name)s” became the plan (%(body)s, case %(case)s)",
        name=name,
        body=it.values["decided_by"],
        case=it.values["case"],
    )


def changes_rows(what: str) -> bool:
    """Whether a kind of change leaves something to be undone: what freezes does not."""
    return what not in {"baselines.made", "baselines.replaced"}


OF_STATES: Mapping[str, Callable[[Words], str]] = {
    "baselines.made": _made,  # name, case
    "baselines.replaced": _replaced,  # name, case, replaced, reason
    "scenarios.adopted": _adopted,  # name; once adopted body, case, why, baseline
}
