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


def _bad_lag(values: Values) -> str:
    return _(
        "The task waits for more than a century here: %(text)s, in tenths of a minute"
        " or in percent. Make it shorter.",
        **values,
    )


def _bad_format(values: Values) -> str:
    return _(
        "%(number)s is no unit of time. Use 7 for days, 8 for elapsed days.", **values
    )


def _bad_percent(values: Values) -> str:
    return _("%(number)s is no share of a whole. Use 0 to 100.", **values)


def _bad_minutes(values: Values) -> str:
    return _(
        "A day can’t have %(number)s minutes of work. Use 480 for eight hours.",
        **values,
    )


def _no_working_day(values: Values) -> str:
    return _(
        "The calendar “%(name)s” has no working day. Give it one, or the project"
        " another calendar.",
        **values,
    )


def _no_uid(_values: Values) -> str:
    return _("The task has no UID. Give it a number that no other task has.")


def _is_mpp(_values: Values) -> str:
    return _(
        "This is a project as Microsoft Project keeps it for itself. Open it there,"
        " and save it as “XML Format”."
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


def _too_many_calendars(values: Values) -> str:
    return _(
        "There are more than %(most)s calendars. Take away those that no task has.",
        **values,
    )


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
    "bad-format": _bad_format,
    "bad-lag": _bad_lag,
    "bad-minutes": _bad_minutes,
    "bad-moment": _bad_moment,
    "bad-percent": _bad_percent,
    "bad-constraint": _bad_constraint,
    "bad-link": _bad_link,
    "repeated-uid": _repeated_uid,
    "no-tasks": _no_tasks,
    "no-start": _no_start,
    "no-uid": _no_uid,
    "no-working-day": _no_working_day,
    "is-mpp": _is_mpp,
    "too-many-calendars": _too_many_calendars,
    "too-many-tasks": _too_many_tasks,
    "too-many-links": _too_many_links,
    "too-many-periods": _too_many_periods,
}
