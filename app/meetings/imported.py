"""What a file would bring in, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.form_fields import shortened
from app.meeting_words import body_texts
from app.meetings.importing import (
    Compared,
    NewMeeting,
    Read,
    Refused,
    as_lines,
    compare,
)
from app.meetings.queries import list_all_meetings, list_municipalities
from app.meetings.reading import Given
from app.safe_meetings import day_text
from app.store.names import Names
from planning.calendars import to_day

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A meeting of the file."""

    municipality: str
    body: str
    day: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPart:
    """What would come in, what is there, what can't be read, and what is sent on."""

    name: str
    summary: tuple[str, ...]
    lines: tuple[ImportLine, ...]
    hidden: str
    refused: tuple[Refused, ...]
    more_refused: str
    sent: str


def given_for(municipality: str, body: str) -> Given:
    """What holds where a file does not say; who it may name are all municipalities."""
    rows = list_municipalities()
    return Given(
        names={row.name.casefold(): row.number for row in rows},
        numbers=frozenset(row.number for row in rows),
        municipality=municipality,
        body=body,
    )


def compare_known(read: Read) -> Compared:
    """What a file says against the meetings that are known."""
    known = {(it.municipality, it.body, it.day) for it in list_all_meetings()}
    return compare(read.meetings, known)


def import_part(read: Read, name: str, names: Names) -> ImportPart:
    """Compare what a file says with what is known."""
    compared = compare_known(read)
    new = set(compared.new)
    shown = [*compared.new, *compared.there][:MOST_SHOWN]
    rest = len(compared.new) + len(compared.there) - len(shown)
    unread = len(read.refused) - MOST_SHOWN
    return ImportPart(
        name=shortened(name),
        summary=_summary(compared, read.refused),
        lines=tuple(_line(it, names, is_new=it in new) for it in shown),
        hidden=_more(rest),
        refused=read.refused[:MOST_SHOWN],
        more_refused=_more(unread),
        sent=as_lines(compared.new),
    )


def _line(it: NewMeeting, names: Names, *, is_new: bool) -> ImportLine:
    return ImportLine(
        names.municipality(it.municipality),
        body_texts()[it.body],
        day_text(to_day(it.day)),
        is_new,
    )


def _more(count: int) -> str:
    return _("And %(count)s more.", count=count) if count > 0 else ""


def _summary(compared: Compared, refused: Sequence[Refused]) -> tuple[str, ...]:
    new, there = len(compared.new), len(compared.there)
    return (
        ngettext("%(num)d meeting is new.", "%(num)d meetings are new.", new),
        ngettext(
            "%(num)d is there already and stays as it is.",
            "%(num)d are there already and stay as they are.",
            there,
        ),
        ngettext(
            "%(num)d line can’t be read.", "%(num)d lines can’t be read.", len(refused)
        ),
    )
