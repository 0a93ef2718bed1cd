"""The calendars of a network file: its own by name, and those that need no file.

A calendar is a word, or an object with the holidays that a working week is without.
A name of the file's own goes before a word that means a calendar everywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.exchange.checking import Checker, at_key
from planning.calendars import Calendar, every_day, norway, to_date, weekdays

KNOWN_CALENDARS: Mapping[str, Callable[[], Calendar]] = {
    "norway": norway,
    "every-day": every_day,
}


class Calendars(Mapping[str, Calendar]):
    """Calendars by name; one that everybody knows is made when it is asked for."""

    def __init__(self, check: Checker, value: Any) -> None:
        self._own: dict[str, Calendar] = {}
        read = {
            name: _calendar(check, entry, place, KNOWN_CALENDARS)
            for name, place, entry in check.members(value, "calendars")
        }
        self._own = {name: found for name, found in read.items() if found is not None}
        self._names = dict.fromkeys([*read, *KNOWN_CALENDARS])

    def __getitem__(self, name: str) -> Calendar:
        own = self._own.get(name)
        return KNOWN_CALENDARS[name]() if own is None else own

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def read(self, check: Checker, value: Any, place: str) -> Calendar:
        """The calendar of the whole network; some calendar where it is wrong."""
        return _calendar(check, value, place, self) or every_day()

    def named(
        self, check: Checker, found: Mapping[str, Any], place: str
    ) -> Calendar | None:
        """The calendar that an entry names; None where it names none."""
        if "calendar" not in found:
            return None
        here = at_key(place, "calendar")
        name = check.choice(found["calendar"], here, tuple(self))
        return None if name is None else self.get(name)


def _calendar(
    check: Checker, value: Any, place: str, names: Mapping[str, Any]
) -> Calendar | None:
    if isinstance(value, str):
        name = check.choice(value, place, tuple(names))
        if name is None:
            return None
        found = names[name]
        return found if isinstance(found, Calendar) else found()
    if not isinstance(value, dict):
        check.report(place, "no-calendar", choices=tuple(names))
        return None
    found = check.record(value, place, required=("holidays",), known=("holidays",))
    here = at_key(place, "holidays")
    days = [
        check.day(entry, at)
        for at, entry in check.items(found.get("holidays", []), here)
    ]
    return weekdays(to_date(day) for day in days if day is not None)
