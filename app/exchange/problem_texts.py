"""The sentence of each problem of a file, in the user's language.

A sentence names the place, what is wrong there, and the mend. Problems are values
until they are shown: what they are made from stands in `checking.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask_babel import gettext as _

from app.exchange.checking import Problem
from app.exchange.mspdi.problem_sentences import MSPDI

Values = Mapping[str, Any]


def problem_text(problem: Problem) -> str:
    """One problem, with its place where it has one."""
    sentence = SENTENCES[problem.kind](problem.values)
    if not problem.place or problem.kind in WITH_OWN_PLACE:
        return sentence
    return _("%(place)s: %(sentence)s", place=problem.place, sentence=sentence)


def _not_json(values: Values) -> str:
    return _(
        "Line %(line)s, column %(column)s: this is not JSON. Look for a comma, a "
        "quote or a bracket that is missing or too many.",
        **values,
    )


def _too_large(values: Values) -> str:
    return _(
        "The file has %(characters)s characters, more than the %(most)s that are "
        "read. Divide it into several files.",
        **values,
    )


def _too_deep(_values: Values) -> str:
    return _("There are too many brackets inside each other. Take some away.")


def _wrong_type(values: Values) -> str:
    return _(
        "Write %(expected)s here, not %(found)s.",
        expected=TYPES[values["expected"]](),
        found=TYPES[values["found"]](),
    )


def _unknown_key(values: Values) -> str:
    if values["nearest"] is not None:
        return _(
            "“%(key)s” means nothing here. Did you mean “%(nearest)s”?",
            key=values["key"],
            nearest=values["nearest"],
        )
    return _(
        "“%(key)s” means nothing here. Take it away, or use one of: %(known)s.",
        key=values["key"],
        known=_listed(values["known"]),
    )


def _missing_key(values: Values) -> str:
    return _("“%(key)s” is missing. Add it.", **values)


def _repeated_key(values: Values) -> str:
    return _("“%(key)s” is given more than once. Keep one of them.", **values)


def _not_printable(_values: Values) -> str:
    return _("The text holds signs that cannot be printed. Take them away.")


def _empty_id(_values: Values) -> str:
    return _("The id is empty. Write a text that nothing else has as its id.")


def _repeated_id(values: Values) -> str:
    return _(
        "The id “%(id)s” is that of %(first)s too. Give one of them another.", **values
    )


def _unknown_choice(values: Values) -> str:
    if values["nearest"] is not None:
        return _(
            "“%(text)s” is none of: %(choices)s. Did you mean “%(nearest)s”?",
            text=values["text"],
            choices=_listed(values["choices"]),
            nearest=values["nearest"],
        )
    return _(
        "“%(text)s” is none of: %(choices)s. Use one of them.",
        text=values["text"],
        choices=_listed(values["choices"]),
    )


def _no_calendar(values: Values) -> str:
    return _(
        "Write one of: %(choices)s, or an object with the list “holidays”.",
        choices=_listed(values["choices"]),
    )


def _bad_date(values: Values) -> str:
    return _(
        "“%(text)s” is no date. Write year, month and day, such as 2024-02-29.",
        **values,
    )


def _date_out_of_range(values: Values) -> str:
    return _(
        "%(text)s lies outside the calendar. Use a date from %(first)s to %(last)s.",
        **values,
    )


def _bad_duration(values: Values) -> str:
    return _(
        "“%(text)s” is no duration. Write a whole number and d, wd, w or mo, such as "
        "10wd; a century is the most.",
        **values,
    )


def _negative_duration(values: Values) -> str:
    return _(
        "%(text)s is less than no time. Only the lag of a link may be negative.",
        **values,
    )


def _no_share(values: Values) -> str:
    return _("%(number)s is no probability. Write a number from 0 to 1.", **values)


def _unknown_activity(values: Values) -> str:
    if values["nearest"] is not None:
        return _(
            "No activity has the id “%(id)s”. Did you mean “%(nearest)s”?", **values
        )
    return _(
        "No activity has the id “%(id)s”. Add the activity, or name another.",
        id=values["id"],
    )


def _self_link(values: Values) -> str:
    return _(
        "The link leads from “%(id)s” to itself. Name two activities, or take the "
        "link away.",
        **values,
    )


def _date_wanted(values: Values) -> str:
    return _("“%(choice)s” needs a “date”. Add it.", **values)


def _date_not_wanted(values: Values) -> str:
    return _("“%(choice)s” takes no date. Take it away.", **values)


def _points_not_in_order(values: Values) -> str:
    return _(
        "low %(low)s, likely %(likely)s and high %(high)s are not in order. Let none "
        "be less than the one before it.",
        **values,
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


TYPES: Mapping[str, Callable[[], str]] = {
    "text": lambda: _("a text"),
    "number": lambda: _("a number"),
    "true-or-false": lambda: _("true or false"),
    "list": lambda: _("a list"),
    "object": lambda: _("an object"),
    "nothing": lambda: _("nothing"),
}

SENTENCES: Mapping[str, Callable[[Values], str]] = {
    "not-json": _not_json,
    "too-large": _too_large,
    "too-deep": _too_deep,
    "wrong-type": _wrong_type,
    "unknown-key": _unknown_key,
    "missing-key": _missing_key,
    "repeated-key": _repeated_key,
    "not-printable": _not_printable,
    "empty-id": _empty_id,
    "repeated-id": _repeated_id,
    "unknown-choice": _unknown_choice,
    "no-calendar": _no_calendar,
    "bad-date": _bad_date,
    "date-out-of-range": _date_out_of_range,
    "bad-duration": _bad_duration,
    "negative-duration": _negative_duration,
    "no-share": _no_share,
    "unknown-activity": _unknown_activity,
    "self-link": _self_link,
    "date-wanted": _date_wanted,
    "date-not-wanted": _date_not_wanted,
    "points-not-in-order": _points_not_in_order,
    **MSPDI,
}

# Their sentence begins with the place.
WITH_OWN_PLACE = frozenset({"not-json", "not-xml"})
