"""A file with meetings, as people have it: a table as CSV, or a calendar.

A table has a line of headings, in Norwegian or English, with semicolons, commas or
tabs between; municipalities stand by number or name, days as 2024-02-15 or 15.2.2024.
A line that can't be read is told with its number, and the others are read all the same.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _

from app.form_fields import read_day, shortened
from app.meetings.events import FileEvent, NoCalendarError, read_events
from app.meetings.importing import (
    EARLIEST,
    LATEST,
    MOST_MEETINGS,
    NewMeeting,
    Read,
    Refused,
)
from planning.rights.meetings import Body

MOST_BYTES = 500_000
MOST_OF_HEAD = 1000
HEADINGS: Mapping[str, str] = {
    **dict.fromkeys(("municipality", "number", "kommune"), "municipality"),
    **dict.fromkeys(("kommunenummer", "kommunenr", "kommunenavn"), "municipality"),
    **dict.fromkeys(("body", "organ", "utvalg", "utval"), "body"),
    **dict.fromkeys(("day", "date", "dato", "dag", "møtedato"), "day"),
}
WORDS: Mapping[Body, tuple[str, ...]] = {
    Body.COUNCIL: ("kommunestyre", "bystyre", "council"),
    Body.EXECUTIVE: ("formannskap", "executive"),
    Body.HEALTH: ("helse", "omsorg", "health"),
}
SEPARATORS = ";,\t"


class FileError(Exception):
    """A file of which nothing can be read, with the sentence that says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class LineError(Exception):
    """A line that can't be read, with the sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What holds where the file does not say; `names` are numbers by folded name."""

    names: Mapping[str, str]
    municipality: str = ""
    body: str = ""
    numbers: frozenset[str] = field(default_factory=frozenset)


def looks_like_meetings(content: bytes) -> bool:
    """Whether a file is a calendar, or a table with a column of days."""
    if is_calendar(content):
        return True
    head = content[:MOST_OF_HEAD].decode("utf-8-sig", "replace").splitlines()[:1]
    return any("day" in _columns(it.split(_separator(it))) for it in head)


def is_calendar(content: bytes) -> bool:
    """Whether a file is a calendar, whatever stands in it."""
    return b"BEGIN:VCALENDAR" in content[:MOST_OF_HEAD].upper()


def read_file(content: bytes, given: Given) -> Read:
    """The meetings of a file, and the lines that can't be read.

    Raises:
        FileError: nothing can be read.
    """
    if len(content) > MOST_BYTES:
        raise FileError(_("The file is too large: at most 500 kB can be read."))
    rows = _calendar(content, given) if is_calendar(content) else _table(content)
    meetings: list[NewMeeting] = []
    refused: list[Refused] = []
    for line, cells in rows:
        try:
            meetings.append(_meeting(cells, given))
        except LineError as error:
            refused.append(Refused(line, str(error)))
    if len(meetings) > MOST_MEETINGS:
        raise FileError(
            _("At most %(most)s meetings can be read at once.", most=MOST_MEETINGS)
        )
    if not meetings and not refused:
        raise FileError(_("There is no meeting in the file."))
    return Read(tuple(meetings), tuple(refused))


Cells = Mapping[str, str | date]
Row = tuple[int, Cells]


def _meeting(cells: Cells, given: Given) -> NewMeeting:
    problem = cells.get("problem")
    if problem:
        raise LineError(str(problem))
    number = _municipality(str(cells.get("municipality", "")), given)
    return NewMeeting(number, _day(cells["day"]), _body(cells.get("body", ""), given))


def _municipality(typed: str, given: Given) -> str:
    if not typed:
        if not given.municipality:
            raise LineError(_("No municipality is named."))
        return given.municipality
    folded = typed.casefold().removesuffix(" kommune")
    number = typed if typed in given.numbers else given.names.get(folded)
    if number is None:
        raise LineError(
            _("“%(typed)s” is no municipality here.", typed=shortened(typed))
        )
    return number


def _body(typed: str | date, given: Given) -> str:
    text = str(typed)
    if given.body:
        return given.body
    folded = text.casefold()
    exact = [it for it in Body if it == folded]
    found = exact or [
        body for body, words in WORDS.items() if any(it in folded for it in words)
    ]
    if len(found) != 1:
        raise LineError(
            _(
                "“%(typed)s” does not say which body meets. Choose it beside the file.",
                typed=shortened(text),
            )
        )
    return found[0].value


def _day(typed: str | date) -> date:
    day = typed if isinstance(typed, date) else read_day(typed)
    if day is None:
        raise LineError(
            _(
                "“%(typed)s” is no day. Write it as 1.4.2024.",
                typed=shortened(str(typed)),
            )
        )
    if not EARLIEST <= day <= LATEST:
        raise LineError(
            _(
                "Give a day from %(first)s to %(last)s. See whether the year is right.",
                first=EARLIEST.year,
                last=LATEST.year,
            )
        )
    return day


def _table(content: bytes) -> Iterator[Row]:
    lines = _text(content).splitlines()
    head = lines[0] if lines else ""
    try:
        reader = csv.reader(lines, delimiter=_separator(head))
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise FileError(_("The file is no table that can be read.")) from error
    named = rows[0][1] if rows else []
    columns = _columns(named)
    if "day" not in columns:
        raise FileError(
            _(
                "The first line has to name the columns: municipality, body, day"
                " (or kommune, organ, dato)."
            )
        )
    for number, row in rows[1:]:
        if any(it.strip() for it in row):
            yield number, _cells(columns, row)


def _separator(head: str) -> str:
    return max(SEPARATORS, key=head.count)


def _columns(named: Sequence[str]) -> list[str]:
    """What stands in each column of a table; empty where nobody asks for it."""
    return [HEADINGS.get(it.strip().casefold(), "") for it in named]


def _cells(columns: Sequence[str], row: Sequence[str]) -> Cells:
    found = {
        column: cell.strip()
        for column, cell in zip(columns, row, strict=False)
        if column
    }
    return {"day": "", **found}


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise FileError(_("The file is neither a table as CSV nor a calendar."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _calendar(content: bytes, given: Given) -> Iterator[Row]:
    if not given.municipality:
        raise FileError(
            _("A calendar names no municipality: choose it beside the file.")
        )
    try:
        events = read_events(content)
    except NoCalendarError as error:
        raise FileError(_("The calendar can’t be read.")) from error
    for it in events:
        yield it.line, _of_event(it)


def _of_event(it: FileEvent) -> Cells:
    cells: Cells = {"day": it.day or it.written_day, "body": it.title}
    if it.is_cancelled:
        return {**cells, "problem": _("The meeting is cancelled.")}
    if it.repeats:
        repeats = _(
            "The event repeats, which can’t be read. Enter a rule for it instead."
        )
        return {**cells, "problem": repeats}
    return cells
