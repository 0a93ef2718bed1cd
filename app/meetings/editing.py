"""The forms on meetings, rules and cases, each with its page."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from flask_babel import gettext as _

from app.filters import plain_text
from app.meetings import queries
from app.meetings.filling import Entry, LeadEntry, Row, entry_of, lead_entry
from app.meetings.forms import EntryForm, LeadForm, MeetingForm, RuleForm
from app.store.results import programme, revision
from app.store.tables import CaseLeadRow
from planning.rights.meetings import LAST

THURSDAY, JULY = 3, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """A form on its page; without an id it adds something new."""

    kind: str
    number: str
    municipality: str
    id: int | None
    title: str
    about: str
    form: EntryForm


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPage:
    """The form on how long a case takes; without a number it is about everybody.

    `is_own` says that the municipality has a word of its own, which can go.
    """

    number: str | None
    municipality: str
    is_own: bool
    form: LeadForm


def new_page(kind: str, number: str) -> EntryPage:
    """The form that adds one of a kind, empty or as it was sent."""
    title = _("Enter a meeting") if kind == "days" else _("Add a rule")
    return _page(kind, number, None, title)


def entry_page(kind: str, row: Row) -> EntryPage:
    """The form that changes one, as it is or as it was sent."""
    title = _("Change a meeting") if kind == "days" else _("Change a rule")
    return _page(kind, row.municipality, row, title)


def _page(kind: str, number: str, row: Row | None, title: str) -> EntryPage:
    about = _(
        "What is entered of a body for a calendar year holds in place of its rule in"
        " that year."
    )
    return EntryPage(
        kind=kind,
        number=number,
        municipality=queries.get_municipality(number).name,
        id=None if row is None else row.id,
        title=title,
        about=about,
        form=_form(kind, number, row),
    )


def _form(kind: str, number: str, row: Row | None) -> EntryForm:
    entry = None if row is None else entry_of(row)
    values = _defaults(kind) if entry is None else _values(entry)
    given: dict[str, Any] = {
        "note_before": {} if entry is None else entry.note,
        "data": {"seen": revision(), **values},
    }
    if kind == "rules":
        return RuleForm(**given)
    others = [it for it in queries.list_meetings(number) if it is not row]
    return MeetingForm(taken={(it.body, it.day) for it in others}, **given)


def _defaults(kind: str) -> dict[str, Any]:
    if kind == "days":
        return {}
    year = programme().status_date.year
    return {
        "nth": LAST,
        "weekday": THURSDAY,
        "months_out": [JULY],
        "from_day": date(year, 1, 1),
    }


def _values(entry: Entry | LeadEntry) -> dict[str, Any]:
    """What an entry says, as the fields of its form."""
    own = {it.name: getattr(entry, it.name) for it in fields(entry)}
    if "months_out" in own:
        own["months_out"] = sorted(own["months_out"])
    return {**own, "note": plain_text(entry.note)}


def lead_page(number: str | None) -> LeadPage:
    """The form on how long a case takes, as it is or as it was sent."""
    own = queries.find_lead(number)
    row = own or queries.find_lead(None)
    name = "" if number is None else queries.get_municipality(number).name
    return LeadPage(
        number=number,
        municipality=name,
        is_own=number is not None and own is not None,
        form=_lead_form(row, is_own=own is not None),
    )


def _lead_form(row: CaseLeadRow | None, *, is_own: bool) -> LeadForm:
    values: dict[str, Any] = {} if row is None else _values(lead_entry(row))
    # What is known of everybody says nothing of where this one's own word is from.
    if not is_own:
        values |= {"note": "", "is_assumed": False}
    note_before = row.note if row is not None and is_own else {}
    return LeadForm(note_before=note_before, data={"seen": revision(), **values})
