"""Sentences on what the office enters: preconditions of the plan, and money.

Beside each kind in `ENTERED` stand the values that it takes. Names are kept in
their languages, sums as decimal numbers of kroner.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from flask_babel import gettext as _

from app.assumption_words import assumption_name, assumption_text
from app.change_words import Words
from app.figure_kinds import figure_kind_text
from app.filters import kroner


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
    "economy.assumptions-changed": _assumptions_changed,  # after: by key
    "economy.figure-set": _figure_set,  # municipality, kind, amount
    "economy.figure-removed": _figure_removed,  # municipality, kind
}
