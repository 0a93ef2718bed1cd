"""What meetings are told in: who meets, by which rule, how long a case takes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from babel.dates import get_day_names, get_month_names
from babel.lists import format_list
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.conflict_texts.told import NodeNames
from app.filters import long_date
from app.store.tables import MeetingRuleRow
from app.store.tables.meetings import split_months
from planning.rights.meetings import LAST, Body, Skipped
from planning.rights.safe_meetings import Step

FIELDS: Mapping[str, tuple[str, ...]] = {
    "meeting": ("body", "day", "origin", "note"),
    "meeting_rule": (
        "body",
        "nth",
        "weekday",
        "months_out",
        "from_day",
        "to_day",
        "note",
    ),
    "case_lead": (
        "publication_days",
        "committee",
        "committee_days",
        "notice_days",
        "note",
    ),
}
"""What is told of a row, in that order."""


def body_texts() -> Mapping[str, str]:
    """Who meets."""
    return {
        Body.COUNCIL.value: _("The municipal council"),
        Body.EXECUTIVE.value: _("The executive committee"),
        Body.HEALTH.value: _("The committee for health"),
    }


def nth_texts() -> Mapping[int, str]:
    """Which one of the month, in a choice."""
    return {
        1: _("the first"),
        2: _("the second"),
        3: _("the third"),
        4: _("the fourth"),
        LAST: _("the last"),
    }


def weekday_texts() -> Mapping[int, str]:
    """The days of the week; Monday is 0."""
    names = _day_names()
    return {day: str(names[day]) for day in range(7)}


def month_choices() -> list[tuple[int, str]]:
    """The months by their names."""
    names = get_month_names("wide", context="stand-alone", locale=get_locale())
    return [(month, str(names[month])) for month in range(1, 13)]


def origin_texts() -> Mapping[str, str]:
    """Where a meeting is from."""
    return {"entered": _("entered"), "imported": _("from a file")}


def step_texts() -> Mapping[Step, str]:
    """The days of a case."""
    return {
        Step.PAPERS_READY: _("The papers are ready"),
        Step.COMMITTEE: _("A committee hears the case"),
        Step.PAPERS_PUBLIC: _("The council’s papers are public"),
        Step.COUNCIL: _("The municipal council votes"),
        Step.NOTICE: _("The decision has arrived"),
    }


def skipped_text(skipped: Skipped) -> str:
    """Why there is no meeting on a day that a rule names."""
    if skipped is Skipped.HOLIDAY:
        return _("no meeting: public holiday")
    return _("no meeting: the councils’ recess")


def rule_text(row: MeetingRuleRow) -> str:
    """Den siste torsdagen i måneden, ikke i juli, fra 1. januar 2024."""
    when = _when(row.nth, _day_names()[row.weekday])
    months = split_months(row.months_out)
    if months:
        when = _("%(when)s, not in %(months)s", when=when, months=months_text(months))
    words = {"when": when, "first": long_date(row.from_day)}
    if row.to_day is None:
        return _("%(when)s, from %(first)s on", **words)
    return _(
        "%(when)s, from %(first)s to %(last)s", last=long_date(row.to_day), **words
    )


def _when(nth: int, weekday: str) -> str:
    return {
        1: _("The first %(weekday)s of the month", weekday=weekday),
        2: _("The second %(weekday)s of the month", weekday=weekday),
        3: _("The third %(weekday)s of the month", weekday=weekday),
        4: _("The fourth %(weekday)s of the month", weekday=weekday),
        LAST: _("The last %(weekday)s of the month", weekday=weekday),
    }[nth]


def months_text(months: Iterable[int]) -> str:
    """Juli og desember."""
    names = get_month_names("wide", context="stand-alone", locale=get_locale())
    told = [str(names[it]) for it in sorted(months)]
    return str(format_list(told, locale=get_locale()))


def left_text(left: int) -> str:
    """To møter igjen."""
    if not left:
        return _("no meeting left")
    return str(ngettext("%(num)d meeting left", "%(num)d meetings left", left))


def field_texts() -> Mapping[str, str]:
    """What the fields of its rows are called."""
    return {
        "body": _("who meets"),
        "committee": _("committee that hears the case"),
        "committee_days": _("days from the committee to the council"),
        "meeting.day": _("day of the meeting"),
        "months_out": _("months without a meeting"),
        "notice_days": _("days until the decision has arrived"),
        "nth": _("which one of the month"),
        "origin": _("where it is from"),
        "publication_days": _("days that the papers are public"),
        "weekday": _("day of the week"),
    }


def row_texts() -> Mapping[str, str]:
    """What the rows of its tables are."""
    return {
        "case_lead": _("How long cases take"),
        "meeting": _("Meetings of councils and committees"),
        "meeting_rule": _("Rules for meetings"),
    }


def _of_body(row: Mapping[str, Any], names: NodeNames) -> str:
    return _(
        "%(municipality)s: %(body)s",
        municipality=names.municipality(row["municipality"]),
        body=body_texts()[row["body"]],
    )


def _of_lead(row: Mapping[str, Any], names: NodeNames) -> str:
    if row["municipality"] is None:
        return _("How long a case takes")
    municipality = names.municipality(row["municipality"])
    return _("%(municipality)s: how long a case takes", municipality=municipality)


SUBJECTS: Mapping[str, Callable[[Mapping[str, Any], NodeNames], str]] = {
    "meeting": _of_body,
    "meeting_rule": _of_body,
    "case_lead": _of_lead,
}
"""What each table's rows are called."""

VALUES: Mapping[str, Callable[[], Mapping[Any, str]]] = {
    "body": body_texts,
    "committee": body_texts,
    "nth": nth_texts,
    "origin": origin_texts,
    "weekday": weekday_texts,
}
READERS: Mapping[str, Callable[[Any], str]] = {
    "months_out": lambda value: months_text(split_months(value))
}
"""Values of fields, as people read them."""


def _day_names() -> Mapping[int, str]:
    names: Mapping[int, str] = get_day_names("wide", locale=get_locale())
    return names
