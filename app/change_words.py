"""The values of a change as words: what its sentence is made from.

Days are ISO dates, durations are written as "-6mo", waves and municipalities are
codes and numbers. A name that people gave is kept in its languages: what it names
may be gone when the history is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from babel.lists import format_list
from flask_babel import get_locale, ngettext

from app.conflict_texts.told import NodeNames
from app.filters import duration, long_date, moved, plain_text
from app.store.sorting import sort_key

LISTED = 6


class Told(Protocol):
    """A change as the history keeps it."""

    @property
    def what(self) -> str: ...

    @property
    def values(self) -> dict[str, Any]: ...

    @property
    def moved(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Words:
    """The values of a change, as words of a sentence."""

    values: Mapping[str, Any]
    moved: Mapping[str, Any]
    names: NodeNames

    def municipality(self) -> str:
        return self.names.municipality(self.values["municipality"])

    def municipalities(self, listed: int = LISTED) -> str:
        """Averøy, Giske og Ulstein; of many the first few, and how many more."""
        named = map(self.names.municipality, self.values["municipalities"])
        told = sorted(named, key=sort_key)
        more = len(told) - listed
        if more > 1:
            told = [*told[:listed], ngettext("%(num)d more", "%(num)d more", more)]
        return str(format_list(told, locale=get_locale()))

    def activity(self) -> str:
        return self.names.activity(self.values["activity"])

    def wave(self, key: str = "wave") -> str:
        return self.names.wave(self.values[key])

    def own_name(self, key: str = "names") -> str:
        """The name of a template activity as it was then."""
        return plain_text(self.values[key])

    def day(self, key: str = "day") -> str:
        return long_date(date.fromisoformat(self.values[key]))

    def by(self) -> str:
        """How long, whichever way."""
        return duration(self.values["by"].removeprefix("-"))

    def is_earlier(self) -> bool:
        return bool(self.values["by"].startswith("-"))

    def shift(self) -> str:
        """How the reckoned day of the wave moved; empty where it did not."""
        days = next(
            (
                wave["days"]
                for wave in self.moved.get("waves", ())
                if wave["code"] == self.values["wave"]
            ),
            0,
        )
        return moved(days) if days else ""
