"""What is wrong with a file of Microsoft Project, as sentences with the mend."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

Values = Mapping[str, Any]


def _too_many_bytes(values: Values) -> str:
    return _(
        "The file is larger than the %(megabytes)s MB that are read. Save a part of"
        " the project as a file of its own.",
        **values,
    )


def _has_dtd(_values: Values) -> str:
    return _(
        "The file declares a document type or entities, which no file of Microsoft"
        " Project needs. Save it anew as XML."
    )


def _not_xml(values: Values) -> str:
    return _(
        "Line %(line)s, column %(column)s: this is not XML. Save the project in"
        " Microsoft Project as “XML Format”.",
        **values,
    )


def _not_mspdi(values: Values) -> str:
    return _(
        "This XML is no project: it begins with “%(found)s”. Save the project in"
        " Microsoft Project as “XML Format”.",
        **values,
    )


def _bad_number(values: Values) -> str:
    return _("“%(text)s” is no whole number. Write digits alone.", **values)


def _bad_flag(values: Values) -> str:
    return _("“%(text)s” is neither 0 nor 1. Write one of them.", **values)


def _bad_amount(values: Values) -> str:
    return _(
        "“%(text)s” is no duration, or more than a century. Write it as PT8H0M0S.",
        **values,
    )


def _bad_moment(values: Values) -> str:
    return _(
        "“%(text)s” is no date with a time. Write it as 2024-02-29T08:00:00.", **values
    )


def _bad_constraint(values: Values) -> str:
    return _("%(number)s is no kind of constraint. Use 0 to 7.", **values)


def _bad_link(values: Values) -> str:
    return _("%(number)s is no kind of link. Use 0 to 3.", **values)


def _repeated_uid(values: Values) -> str:
    return _(
        "Another task has the UID %(uid)s too. Give one of them another.", **values
    )


def _no_tasks(_values: Values) -> str:
    return _("There are no tasks in the file. Nothing can be scheduled.")


def _no_start(_values: Values) -> str:
    return _("The project has no start date, and no task has one. Give it one.")


def _too_many_tasks(values: Values) -> str:
    return _("There are more than %(most)s tasks. Divide the project.", **values)


def _too_many_links(values: Values) -> str:
    return _("There are more than %(most)s links. Divide the project.", **values)


def _too_many_periods(values: Values) -> str:
    return _(
        "The calendar has more than %(most)s exceptions. Take some away.", **values
    )


MSPDI: Mapping[str, Callable[[Values], str]] = {
    "too-many-bytes": _too_many_bytes,
    "has-dtd": _has_dtd,
    "not-xml": _not_xml,
    "not-mspdi": _not_mspdi,
    "bad-number": _bad_number,
    "bad-flag": _bad_flag,
    "bad-amount": _bad_amount,
    "bad-moment": _bad_moment,
    "bad-constraint": _bad_constraint,
    "bad-link": _bad_link,
    "repeated-uid": _repeated_uid,
    "no-tasks": _no_tasks,
    "no-start": _no_start,
    "too-many-tasks": _too_many_tasks,
    "too-many-links": _too_many_links,
    "too-many-periods": _too_many_periods,
}
