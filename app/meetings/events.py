"""The door to icalendar for what comes in: the events of a calendar file.

An event counts by the line on which it begins. Times are told in Norway's, whatever
zone they are written in; of a day without a time there is nothing to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.cal import Component
from icalendar.error import BrokenCalendarProperty

OSLO = ZoneInfo("Europe/Oslo")
REPEATS = ("RRULE", "RDATE")
# People cancel a meeting in its title where their calendar has no field for it.
CANCELLED = re.compile(r"\W*(avlyst|avlyses|innstilt|cancelled)\b", re.IGNORECASE)


class NoCalendarError(Exception):
    """A file that no calendar is read from."""


@dataclass(frozen=True, slots=True)
class FileEvent:
    """An event of a file; without a day there is what stands in its place."""

    line: int
    title: str
    day: date | None
    written_day: str
    repeats: bool
    is_cancelled: bool


def read_events(content: bytes) -> list[FileEvent]:
    """The events of a file, in their order.

    Raises:
        NoCalendarError: it is not one.
    """
    try:
        calendars = Calendar.from_ical(content, multiple=True)
        events = [it for each in calendars for it in each.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        raise NoCalendarError from error
    lines = list(_lines_of_events(content))
    if len(lines) != len(events):
        raise NoCalendarError
    return [_event(it, line) for it, line in zip(events, lines, strict=True)]


def _lines_of_events(content: bytes) -> Iterator[int]:
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip().upper() == b"BEGIN:VEVENT":
            yield number


def _event(event: Component, line: int) -> FileEvent:
    title = str(event.get("SUMMARY", ""))
    return FileEvent(
        line=line,
        title=title,
        day=_day(event),
        written_day=str(event.get("DTSTART", "")),
        repeats=any(it in event for it in REPEATS),
        is_cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED"
        or CANCELLED.match(title) is not None,
    )


def _day(event: Component) -> date | None:
    try:
        at = getattr(event.get("DTSTART"), "dt", None)
        if isinstance(at, datetime):
            return (at if at.tzinfo is None else at.astimezone(OSLO)).date()
    except (BrokenCalendarProperty, OverflowError):
        return None
    return at if isinstance(at, date) else None
