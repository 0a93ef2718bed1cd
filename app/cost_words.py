"""What is shared and by which key, as the history tells it."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _

from app.change_words import Words
from app.filters import kroner
from app.store.names import Names

FIELDS: Mapping[str, tuple[str, ...]] = {
    "cost_key": (
        *("from_day", "to_day", "by_population", "by_equal", "by_holding"),
        "note",
    ),
    "shared_cost": ("year", "amount", "price_year", "note"),
}


def field_texts() -> Mapping[str, str]:
    """What the fields are called."""
    return {
        "by_population": _("by population, percent"),
        "by_equal": _("equally, percent"),
        "by_holding": _("by shares held, percent"),
        "year": _("year"),
    }


def row_texts() -> Mapping[str, str]:
    """What the rows of each table are."""
    return {
        "cost_key": _("Keys by which a cost is shared"),
        "shared_cost": _("What municipalities pay together"),
    }


def _key_subject(_row: Mapping[str, Any], _names: Names) -> str:
    return _("Key of the shared cost")


def _cost_subject(row: Mapping[str, Any], _names: Names) -> str:
    return _("Shared cost in %(year)s", year=row["year"])


SUBJECTS: Mapping[str, Callable[[Mapping[str, Any], Names], str]] = {
    "cost_key": _key_subject,
    "shared_cost": _cost_subject,
}


def _key_added(it: Words) -> str:
    return _("A key of the shared cost was added, from %(day)s on", day=it.day())


def _key_changed(it: Words) -> str:
    return _("The key of the shared cost from %(day)s on was changed", day=it.day())


def _key_removed(it: Words) -> str:
    return _("The key of the shared cost from %(day)s on was removed", day=it.day())


def _cost_set(it: Words) -> str:
    return _(
        "What all pay together in %(year)s was set to %(sum)s",
        year=it.values["year"],
        sum=kroner(Decimal(it.values["amount"])),
    )


def _cost_removed(it: Words) -> str:
    return _(
        "What all pay together in %(year)s is estimated again", year=it.values["year"]
    )


OF_COSTS: Mapping[str, Callable[[Words], str]] = {
    "costs.key-added": _key_added,  # day
    "costs.key-changed": _key_changed,  # day
    "costs.key-removed": _key_removed,  # day
    "costs.cost-added": _cost_set,  # year, amount
    "costs.cost-changed": _cost_set,  # year, amount
    "costs.cost-removed": _cost_removed,  # year
}
"""The sentence of each kind, and the values that it takes."""
