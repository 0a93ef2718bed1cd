"""The calendars of a file: numbered, named, written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.exchange.mspdi.clock import WORKING_TIMES
from app.exchange.mspdi.elements import branch, leaves
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.project import Project
from app.exchange.mspdi.weeks import Period, Written, describe
from planning.calendars import Calendar, every_day, norway, to_date
from planning.durations import Unit
from planning.network import Activity

OWN, NO_CALENDAR = 1, -1
YEARS_AFTER = 10
DAILY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarNames:
    """What calendars and their exceptions are called in the user's language."""

    norway: str
    every_day: str
    other: str
    day_off: str
    working_day: str


class Calendars:
    """The calendars that a project needs, each with its number.

    The first is the project's own. Work that is counted in calendar days, and what
    takes no time, is on one in which every day is worked.
    """

    def __init__(self, project: Project, years: tuple[int, int]) -> None:
        self.years = years
        self._own = project.calendar
        self._names = project.calendar_names
        self._numbers: dict[Calendar, int] = {}
        of_activities = (each.calendar for each in project.activities)
        of_links = (each.calendar for each in project.links)
        found = (project.calendar, every_day(), *of_activities, *of_links)
        for calendar in filter(None, found):
            self._numbers.setdefault(calendar, len(self._numbers) + 1)

    def number(self, calendar: Calendar) -> int:
        """The number of a calendar."""
        return self._numbers[calendar]

    def of(self, activity: Activity) -> Calendar:
        """The calendar that the days of an activity are written on."""
        duration = activity.duration
        if duration.unit is Unit.WORKING_DAYS and not duration.is_zero:
            return activity.calendar or self._own
        return every_day()

    def task_number(self, activity: Activity) -> int:
        """The number of that calendar; the project's own goes without saying."""
        calendar = self.of(activity)
        return NO_CALENDAR if calendar is self._own else self.number(calendar)

    def write(self, names: CalendarNames, losses: Losses) -> Iterator[str]:
        """All of them."""
        taken: set[str] = set()
        for calendar, number in self._numbers.items():
            written = describe(calendar, self.years)
            told = self._names.get(calendar) or _name(calendar, names)
            name = f"{told}{_years(written)}"
            if written.years is not None and calendar is not norway():
                losses.note("calendar-years", name)
            if name in taken:
                name = f"{told} {number}{_years(written)}"
            taken.add(name)
            yield from _calendar(number, name, written, names)


def _name(calendar: Calendar, names: CalendarNames) -> str:
    if calendar is every_day():
        return names.every_day
    return names.norway if calendar is norway() else names.other


def _years(written: Written) -> str:
    return "" if written.years is None else " {}–{}".format(*written.years)


def _calendar(
    number: int, name: str, written: Written, names: CalendarNames
) -> Iterator[str]:
    week = written.pattern.week
    # The format counts from Sunday.
    days = [(place % 7 + 1, week[place - 1]) for place in (7, 1, 2, 3, 4, 5, 6)]
    yield from branch(
        "Calendar",
        leaves(("UID", number), ("Name", name), ("IsBaseCalendar", True)),
        leaves(("BaseCalendarUID", NO_CALENDAR)),
        branch("WeekDays", *(_week_day(day, works) for day, works in days)),
        _exceptions(written.pattern.exceptions, names),
    )


def _week_day(day: int, works: bool) -> Iterator[str]:
    yield from branch(
        "WeekDay",
        leaves(("DayType", day), ("DayWorking", works)),
        _working_times() if works else (),
    )


def _exceptions(periods: Sequence[Period], names: CalendarNames) -> Iterator[str]:
    if periods:
        yield from branch("Exceptions", *(_exception(it, names) for it in periods))


def _exception(period: Period, names: CalendarNames) -> Iterator[str]:
    works = period.is_working
    first, last = to_date(period.first), to_date(period.last)
    yield from branch(
        "Exception",
        leaves(("EnteredByOccurrences", False)),
        branch(
            "TimePeriod",
            leaves(("FromDate", f"{first}T00:00:00"), ("ToDate", f"{last}T23:59:00")),
        ),
        leaves(
            ("Occurrences", period.last - period.first + 1),
            ("Name", names.working_day if works else names.day_off),
            ("Type", DAILY),
            ("DayWorking", works),
        ),
        _working_times() if works else (),
    )


def _working_times() -> Iterator[str]:
    yield from branch(
        "WorkingTimes",
        *(
            branch(
                "WorkingTime",
                leaves(("FromTime", start.isoformat()), ("ToTime", end.isoformat())),
            )
            for start, end in WORKING_TIMES
        ),
    )


def years_of(days: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """The years that holidays are written for: those of all dates, and some more."""
    found = [to_date(day).year for span in days.values() for day in span]
    return (min(found) - 1, max(found) + YEARS_AFTER) if found else (2000, 2050)
