"""The one door to icalendar: events to the text that calendars read (RFC 5545).

All events are whole days and take nobody's time. DTEND is the day after the last.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration

PRODUCER = "-//Bølgeplan//Calendar feed//NO"
REFRESHED_EVERY = timedelta(hours=12)
WARNED_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event: `first` up to, not including, `end`."""

    uid: str
    first: date
    end: date
    summary: str
    description: str
    url: str
    is_firm: bool
    has_alarm: bool
    sequence: int
    stamp: datetime


def calendar_file(name: str, language: str, events: list[CalendarEvent]) -> bytes:
    """Return the file of a calendar: folded, escaped, its lines ended by CRLF."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("name", name, parameters={"LANGUAGE": language})
    every = vDuration(REFRESHED_EVERY)
    calendar.add("refresh-interval", every, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", every)
    for event in events:
        calendar.add_component(_event(event))
    file: bytes = calendar.to_ical()
    return file


def _event(it: CalendarEvent) -> Event:
    event = Event()
    event.add("uid", it.uid)
    event.add("dtstamp", it.stamp)
    event.add("last-modified", it.stamp)
    event.add("sequence", it.sequence)
    event.add("dtstart", it.first)
    event.add("dtend", it.end)
    event.add("summary", it.summary)
    event.add("description", it.description)
    event.add("url", it.url)
    event.add("status", "CONFIRMED" if it.is_firm else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if it.has_alarm:
        event.add_component(_alarm(it))
    return event


def _alarm(it: CalendarEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", it.summary)
    alarm.add("trigger", -WARNED_BEFORE)
    return alarm
