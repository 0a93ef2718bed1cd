"""Sentences on what freezes the plan, and on the scenario that takes its place.

Beside each kind in `OF_STATES` stand the values that it takes.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from flask_babel import gettext as _

from app.change_words import Told, Words
from app.filters import long_date
from app.share_changes import ENTERED_IN_LEDGER


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


def decision_facts(it: Told) -> Iterator[tuple[str, str]]:
    """The decision that made a scenario the plan, fact by fact; of others none."""
    values = it.values
    if it.what != "scenarios.adopted" or "case" not in values:
        return
    yield _("Decided by"), values["decided_by"]
    yield _("Case number"), values["case"]
    if day := values.get("decided_on"):
        yield _("Decided on"), long_date(date.fromisoformat(day))
    if why := values.get("why"):
        yield _("Why"), why
    yield _("Baseline"), values["baseline"]


def changes_rows(what: str) -> bool:
    """Whether a kind of change can be undone: not what freezes, nor a ledger."""
    frozen = {"baselines.made", "baselines.replaced"}
    return what not in frozen | ENTERED_IN_LEDGER


OF_STATES: Mapping[str, Callable[[Words], str]] = {
    "baselines.made": _made,  # name, case
    "baselines.replaced": _replaced,  # name, case, replaced, reason
    "scenarios.adopted": _adopted,  # name; once adopted body, case, why, baseline
}
