"""Files as Microsoft Project writes them, made in a line."""

HEAD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
<Title>Somebody’s project</Title>
<StartDate>2024-01-01T08:00:00</StartDate>
<CalendarUID>1</CalendarUID>
<DefaultStartTime>08:00:00</DefaultStartTime>
<DefaultFinishTime>17:00:00</DefaultFinishTime>
<MinutesPerDay>480</MinutesPerDay>
"""
STANDARD = """<Calendar><UID>1</UID><Name>Standard</Name>
<IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID></Calendar>
"""


def project_file(
    tasks: str, *, calendars: str = STANDARD, before: str = "", after: str = ""
) -> bytes:
    """A file with these tasks; `before` comes first in it, `after` last."""
    return (
        f"{HEAD}{before}<Calendars>{calendars}</Calendars>"
        f"<Tasks>{tasks}</Tasks>{after}</Project>"
    ).encode()
