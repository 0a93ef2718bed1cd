"""A conflict as it is told: its parts with the names of what it speaks of.

The engine's value and the document of a change are read alike. A document may be
older than the values that its sentence has now: what is missing is empty.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from babel.lists import format_list
from flask_babel import get_locale

from app.concerned import BINDING, COMPONENT, REGION, RESOURCE, municipality_of
from app.filters import dated, long_date
from planning.circumstances import Outcome
from planning.conflicts import Conflict, Kind, Severity
from planning.rollout import Owner
from planning.snapshot import Precision

Document = Mapping[str, Any]


class NodeNames(Protocol):
    """What things are called in the user's language."""

    def municipality(self, number: str) -> str: ...

    def wave(self, code: str) -> str: ...

    def node(self, id: str) -> str: ...

    def activity(self, key: str) -> str: ...

    def trust(self, code: str) -> str: ...

    def region(self, key: str) -> str: ...

    def binding(self, key: str) -> str: ...

    def component(self, key: str) -> str: ...

    def closed_period(self, key: str) -> str: ...

    def resource(self, key: str) -> str: ...


Names = NodeNames | Mapping[str, str] | None
"""Names in one language, a plain table of ids, or none at all."""


@dataclass(frozen=True, slots=True)
class Told:
    """The parts of a conflict, and the words for them."""

    kind: Kind
    severity: Severity
    concerns: tuple[str, ...]
    days: int
    values: Mapping[str, str]
    names: Names

    @property
    def is_postponed(self) -> bool:
        """Whether a council that waits has postponed it."""
        return self.values.get("outcome") == Outcome.POSTPONED

    @property
    def is_withdrawn(self) -> bool:
        """Whether a council has taken back that it joins."""
        return self.values.get("outcome") == Outcome.WITHDRAWN

    @property
    def has_left(self) -> bool:
        """Whether a municipality has left before it was live."""
        return self.values.get("outcome") == Outcome.LEFT

    @property
    def name(self) -> str:
        """What the sentence is about: what the first id stands for."""
        return self.name_of(self.concerns[0]) if self.concerns else ""

    @property
    def municipality(self) -> str:
        """The municipality that the first id belongs to."""
        number = municipality_of(self.concerns[0]) if self.concerns else ""
        return self.municipality_named(number) if number else self.name

    def municipality_named(self, number: str) -> str:
        """The name of a municipality."""
        if self.names is None or isinstance(self.names, Mapping):
            return number
        return self.names.municipality(number)

    def name_of(self, id: str) -> str:
        """What an id stands for, in full."""
        if self.names is None:
            return id
        if isinstance(self.names, Mapping):
            return self.names.get(id, id)
        owner, __, key = id.partition(".")
        named = {
            str(Owner.MUNICIPALITY): self.names.municipality,
            str(Owner.WAVE): self.names.wave,
            str(Owner.TRUST): self.names.trust,
            REGION: self.names.region,
            BINDING: self.names.binding,
            COMPONENT: self.names.component,
            RESOURCE: self.names.resource,
        }
        return named[owner](key) if owner in named else self.names.node(id)

    def wave(self, code: str) -> str:
        """The name of a wave."""
        if self.names is None or isinstance(self.names, Mapping):
            return code
        return self.names.wave(code)

    def step(self, key: str = "first") -> str:
        """The name of the step whose id is a value."""
        id = self.values.get(key, "")
        if self.names is None or isinstance(self.names, Mapping):
            return id
        return self.names.activity(id.partition(".")[2])

    def period(self) -> str:
        """The name of the closed period."""
        key = self.values.get("period", "")
        if self.names is None or isinstance(self.names, Mapping):
            return key
        return self.names.closed_period(key)

    def listed(self, named: Iterable[str]) -> str:
        """Some names, with an "and" before the last."""
        return str(format_list([*named], locale=get_locale()))

    def waves(self) -> str:
        """The waves of the value, with an "and" before the last."""
        codes = self.values.get("waves", "").split(",")
        return self.listed(self.wave(code) for code in codes if code)

    def day(self, key: str) -> str:
        """A value as a date; empty where it is not told."""
        return self.as_day(self.values.get(key, ""))

    def as_day(self, value: str) -> str:
        """An ISO day in words."""
        return long_date(date.fromisoformat(value)) if value else ""

    def count(self, key: str) -> int:
        """A value as a number; nothing where it is not told."""
        return int(self.values.get(key) or 0)

    def decided(self) -> str:
        """When the council decided, as exactly as it is known."""
        return self.window("decided-first", "decided-last")

    def window(self, first_key: str, last_key: str) -> str:
        """Two values as the days between them; empty where they are not told."""
        first, last = (self.values.get(key) for key in (first_key, last_key))
        if not first or not last:
            return ""
        days = date.fromisoformat(first), date.fromisoformat(last)
        is_year = (days[0].month, days[0].day) == (1, 1)
        is_year = is_year and (days[1].month, days[1].day) == (12, 31)
        return dated(*days, Precision.YEAR if is_year else Precision.WINDOW)


def told(conflict: Conflict | Document, names: Names = None) -> Told:
    """Read a conflict, whichever way it is kept."""
    if isinstance(conflict, Conflict):
        return Told(
            conflict.kind,
            conflict.severity,
            conflict.concerns,
            conflict.days,
            dict(conflict.values),
            names,
        )
    return Told(
        Kind(conflict["kind"]),
        Severity(conflict["severity"]),
        tuple(conflict["concerns"]),
        conflict["days"],
        dict(conflict.get("values", ())),
        names,
    )
