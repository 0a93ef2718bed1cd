"""Sentences on what does not go together in the fixtures; see `texts`."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

Values = Mapping[str, Any]


def _unknown_reference(values: Values) -> str:
    return _(
        "“%(value)s” is not in %(file)s. Correct it here, or add it there.", **values
    )


def _unknown_scope(values: Values) -> str:
    return _(
        "“%(value)s” is no scope that is known. Write a kind, a colon and a key, as "
        "wave:K13; kinds: %(kinds)s.",
        value=values["value"],
        kinds=", ".join(values["kinds"]),
    )


def _missing_key(values: Values) -> str:
    return _("There is no row for “%(value)s”. Add one.", **values)


def _unknown_key(values: Values) -> str:
    if values["near"]:
        return _(
            "Nothing is known by the key “%(value)s”. Did you mean “%(near)s”?",
            **values,
        )
    return _("Nothing is known by the key “%(value)s”. Take the row out.", **values)


def _day_of_many(values: Values) -> str:
    return _(
        "This says “day”, and the date runs from %(first)s to %(last)s. Give a single "
        "day, or say how exactly it is known.",
        **values,
    )


def _long_milestone(values: Values) -> str:
    return _(
        "A milestone or limit takes no time, and this one takes %(value)s. Write 0d, "
        "or make it work.",
        **values,
    )


def _binds_nobody(_values: Values) -> str:
    return _(
        "A binding needs at least two municipalities. Name them, or a region that "
        "has them."
    )


def _parts_sum(values: Values) -> str:
    return _(
        "The parts of “%(figure)s” come to %(total)s kroner, and money.csv says "
        "%(amount)s. Correct one of them.",
        **values,
    )


def _key_sum(values: Values) -> str:
    return _(
        "The parts of the key come to %(sum)s percent. They have to come to 100.",
        **values,
    )


def _same_as_same(values: Values) -> str:
    return _(
        "“%(value)s” is itself the same as another sum. Name the one that counts.",
        **values,
    )


def _totals_alone(_values: Values) -> str:
    return _("This is said of yearly costs in all, and of nothing else. Empty it.")


def _after_status_date(values: Values) -> str:
    return _(
        "%(value)s is after the status date, %(status_date)s: it can't have happened "
        "yet. Take the row out, or move the status date in programme.csv.",
        **values,
    )


def _cycle(values: Values) -> str:
    ids = (*values["activities"], values["activities"][0])
    return _(
        "With this link the steps wait for each other: %(steps)s. Take one of the "
        "links away.",
        steps=" → ".join(ids),
    )


TOGETHER: Mapping[str, Callable[[Values], str]] = {
    "unknown-reference": _unknown_reference,
    "unknown-scope": _unknown_scope,
    "missing-key": _missing_key,
    "unknown-key": _unknown_key,
    "day-of-many": _day_of_many,
    "long-milestone": _long_milestone,
    "binds-nobody": _binds_nobody,
    "key-sum": _key_sum,
    "parts-sum": _parts_sum,
    "same-as-same": _same_as_same,
    "totals-alone": _totals_alone,
    "after-status-date": _after_status_date,
    "cycle": _cycle,
}
