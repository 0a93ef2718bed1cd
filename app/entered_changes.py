"""Sentences on what the office enters: preconditions of the plan, and money.

Beside each kind in `ENTERED` stand the values that it takes. Names are kept in
their languages, sums as decimal numbers of kroner.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from app.assumption_words import assumption_name, assumption_text
from app.change_words import Words
from app.figure_kinds import figure_kind_text
from app.filters import dated, kroner


def _binding_added(it: Words) -> str:
    return _("The binding “%(name)s” was added", name=it.own_name())


def _binding_changed(it: Words) -> str:
    return _("The binding “%(name)s” was changed", name=it.own_name())


def _binding_removed(it: Words) -> str:
    return _("The binding “%(name)s” was removed", name=it.own_name())


def _period_added(it: Words) -> str:
    return _("The closed period “%(name)s” was added", name=it.own_name())


def _period_changed(it: Words) -> str:
    return _("The closed period “%(name)s” was changed", name=it.own_name())


def _period_removed(it: Words) -> str:
    return _("The closed period “%(name)s” was removed", name=it.own_name())


def _component_added(it: Words) -> str:
    return _("The national component “%(name)s” was added", name=it.own_name())


def _component_changed(it: Words) -> str:
    return _("The national component “%(name)s” was changed", name=it.own_name())


def _component_removed(it: Words) -> str:
    return _("The national component “%(name)s” was removed", name=it.own_name())


def _assumptions_changed(it: Words) -> str:
    told = (
        _(
            "%(assumption)s: %(value)s",
            assumption=assumption_name(key),
            value=assumption_text(key, value),
        )
        for key, value in it.values["after"].items()
    )
    return _("Money is now reckoned with – %(changed)s", changed="; ".join(told))


def _figure_set(it: Words) -> str:
    return _(
        "%(municipality)s: “%(figure)s” is %(amount)s, by its own word",
        municipality=it.municipality(),
        figure=figure_kind_text(it.values["kind"]),
        amount=kroner(Decimal(it.values["amount"])),
    )


def _figure_removed(it: Words) -> str:
    return _(
        "%(municipality)s: the own figure for “%(figure)s” was removed",
        municipality=it.municipality(),
        figure=figure_kind_text(it.values["kind"]),
    )


def _resource_added(it: Words) -> str:
    return _("The resource “%(name)s” was added", name=it.own_name())


def _resource_changed(it: Words) -> str:
    return _("The resource “%(name)s” was changed", name=it.own_name())


def _resource_removed(it: Words) -> str:
    return _(
        "The resource “%(name)s” was removed, with what was asked of it and what there"
        " was of it",
        name=it.own_name(),
    )


def _demand_added(it: Words) -> str:
    return _("It was entered what is asked for: “%(name)s”", name=it.own_name())


def _demand_changed(it: Words) -> str:
    return _("What is asked for was changed: “%(name)s”", name=it.own_name())


def _demand_removed(it: Words) -> str:
    return _("What was asked for was removed: “%(name)s”", name=it.own_name())


def _supply_added(it: Words) -> str:
    return _("It was entered what there is: “%(name)s”", name=it.own_name())


def _supply_changed(it: Words) -> str:
    return _("What there is was changed: “%(name)s”", name=it.own_name())


def _supply_removed(it: Words) -> str:
    return _("An entry of what there is was removed: “%(name)s”", name=it.own_name())


def _employees_set(it: Words) -> str:
    return ngettext(
        "%(municipality)s has %(num)d employee who will use the solution",
        "%(municipality)s has %(num)d employees who will use the solution",
        it.values["employees"],
        municipality=it.municipality(),
    )


def _employees_removed(it: Words) -> str:
    return _(
        "%(municipality)s: the number of employees was removed",
        municipality=it.municipality(),
    )


def _proposed_go_live(it: Words) -> str:
    """As exactly as it is known; how exact it was is not kept of every answer."""
    first, last = it.values["becomes"], it.values.get("becomes-last")
    if not last or last == first:
        return it.day("becomes")
    return dated(date.fromisoformat(first), date.fromisoformat(last), "window")


def _proposal_answered(it: Words) -> str:
    kind, _dot, key = it.values["body"].partition(".")
    who = it.names.municipality(key) if kind == "municipality" else it.names.trust(key)
    if not it.values["becomes"]:
        return _answered_without_date(it, who)
    day = _proposed_go_live(it)
    if it.values["verdict"] == "accepted":
        return _("%(who)s accepted the proposed go-live: %(day)s", who=who, day=day)
    if it.values["verdict"] == "rejected":
        return _("%(who)s rejected the proposed go-live: %(day)s", who=who, day=day)
    return _(
        "%(who)s was asked about go-live %(day)s and asks for %(other)s instead",
        who=who,
        day=day,
        other=it.day("day"),
    )


def _answered_without_date(it: Words, who: str) -> str:
    """What was answered about having no date any more."""
    if it.values["verdict"] == "accepted":
        return _("%(who)s accepted that go-live has no date", who=who)
    if it.values["verdict"] == "rejected":
        return _("%(who)s rejected that go-live has no date", who=who)
    return _(
        "%(who)s was asked about go-live without a date and asks for %(day)s",
        who=who,
        day=it.day("day"),
    )


ENTERED: Mapping[str, Callable[[Words], str]] = {
    "preconditions.binding-added": _binding_added,  # names
    "preconditions.binding-changed": _binding_changed,  # names
    "preconditions.binding-removed": _binding_removed,  # names
    "preconditions.period-added": _period_added,  # names
    "preconditions.period-changed": _period_changed,  # names
    "preconditions.period-removed": _period_removed,  # names
    "preconditions.component-added": _component_added,  # names
    "preconditions.component-changed": _component_changed,  # names
    "preconditions.component-removed": _component_removed,  # names
    "capacity.resource-added": _resource_added,  # names
    "capacity.resource-changed": _resource_changed,  # names
    "capacity.resource-removed": _resource_removed,  # names
    "capacity.demand-added": _demand_added,  # names, quantity
    "capacity.demand-changed": _demand_changed,  # names, quantity
    "capacity.demand-removed": _demand_removed,  # names, quantity
    "capacity.supply-added": _supply_added,  # names, quantity
    "capacity.supply-changed": _supply_changed,  # names, quantity
    "capacity.supply-removed": _supply_removed,  # names, quantity
    "capacity.employees-added": _employees_set,  # municipality, employees
    "capacity.employees-changed": _employees_set,  # municipality, employees
    "capacity.employees-removed": _employees_removed,  # municipality, employees
    "proposals.answered": _proposal_answered,  # body, becomes, verdict, day, case
    "economy.assumptions-changed": _assumptions_changed,  # after: by key
    "economy.figure-set": _figure_set,  # municipality, kind, amount
    "economy.figure-removed": _figure_removed,  # municipality, kind
}
