"""The entries of a network file: activities, links and risks, each read alone.

An entry that anything is wrong with comes back as None; what is wrong is kept by
the checker, and the entry's other values are looked at all the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.exchange.checking import Checker, at_key
from app.exchange.network_calendars import Calendars
from planning.durations import ZERO, Duration
from planning.network import Activity, Constraint, ConstraintKind, Link, LinkKind

ACTIVITY_KEYS = (
    "id",
    "name",
    "duration",
    "constraint",
    "deadline",
    "actual_start",
    "actual_finish",
    "remaining",
    "estimate",
    "calendar",
)
LINK_KEYS = ("from", "to", "kind", "lag", "calendar")
RISK_KEYS = ("id", "probability", "delay", "activities")
POINTS = ("low", "likely", "high")

# Looking for the id that was meant takes time in a large file.
MOST_GUESSES = 10

Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ThreePoints:
    """How long something takes if it goes well, as it should, and badly."""

    low: Duration
    likely: Duration
    high: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEntry:
    """An activity, what people call it, and how sure its duration is."""

    activity: Activity
    name: str | None = None
    estimate: ThreePoints | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEntry:
    """What may happen, how likely it is, and what it would delay."""

    id: str
    probability: float
    delay: ThreePoints
    activities: tuple[str, ...]


class Ids:
    """The ids of the activities, and where each of them was seen first.

    Where there is no list of activities at all, any id may be one.
    """

    def __init__(self, entries: Iterable[tuple[str, Any]], *, listed: bool) -> None:
        self._listed = listed
        self._places: dict[str, str] = {}
        for place, entry in entries:
            id = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(id, str):
                self._places.setdefault(id, place)
        self._guesses = MOST_GUESSES

    def declared(self, check: Checker, value: Any, place: str) -> str | None:
        """The id of the activity at `place`, which no earlier one may have."""
        id = check.id(value, at_key(place, "id"))
        first = place if id is None else self._places[id]
        if first != place:
            check.report(at_key(place, "id"), "repeated-id", id=id, first=first)
        return id

    def referred(self, check: Checker, value: Any, place: str) -> str | None:
        """An id that an activity has."""
        id = check.id(value, place)
        if id is None or id in self._places or not self._listed:
            return id
        self._guesses -= 1
        near = check.nearest(id, self._places) if self._guesses >= 0 else None
        check.report(place, "unknown-activity", id=id, nearest=near)
        return None


def read_activity(
    check: Checker, value: Any, place: str, ids: Ids, calendars: Calendars
) -> ActivityEntry | None:
    """An activity, with the name and the estimate that it may have."""
    needed = ("id", "duration")
    found = check.record(value, place, required=needed, known=ACTIVITY_KEYS)
    id = None
    if "id" in found:
        id = ids.declared(check, found["id"], place)
    name = check.optional(check.text, found, "name", place)
    duration = check.optional(check.duration, found, "duration", place)
    deadline = check.optional(check.day, found, "deadline", place)
    actual_start = check.optional(check.day, found, "actual_start", place)
    actual_finish = check.optional(check.day, found, "actual_finish", place)
    remaining = check.optional(check.duration, found, "remaining", place)
    constraint = _constraint(check, found, place)
    calendar = calendars.named(check, found, place)
    estimate = _three_points(check, found, "estimate", place)
    if id is None or duration is None:
        return None
    return ActivityEntry(
        activity=Activity(
            id=id,
            duration=duration,
            constraint=constraint,
            deadline=deadline,
            actual_start=actual_start,
            actual_finish=actual_finish,
            remaining=remaining,
            calendar=calendar,
        ),
        name=name,
        estimate=estimate,
    )


def read_link(
    check: Checker, value: Any, place: str, ids: Ids, calendars: Calendars
) -> Link | None:
    """A link between two activities that there are."""
    found = check.record(value, place, required=("from", "to"), known=LINK_KEYS)
    ends = [
        ids.referred(check, found[key], at_key(place, key)) if key in found else None
        for key in ("from", "to")
    ]
    kind = LinkKind.FS
    if "kind" in found:
        read = check.choice(found["kind"], at_key(place, "kind"), tuple(LinkKind))
        kind = LinkKind(read or kind)
    lag = ZERO
    if "lag" in found:
        lag = check.lag(found["lag"], at_key(place, "lag")) or ZERO
    calendar = calendars.named(check, found, place)
    predecessor, successor = ends
    if predecessor is None or successor is None:
        return None
    if predecessor == successor:
        check.report(place, "self-link", id=predecessor)
    return Link(
        predecessor=predecessor,
        successor=successor,
        kind=kind,
        lag=lag,
        calendar=calendar,
    )


def read_risk(check: Checker, value: Any, place: str, ids: Ids) -> RiskEntry | None:
    """A risk, and the activities that it would delay."""
    found = check.record(value, place, required=RISK_KEYS, known=RISK_KEYS)
    id = check.optional(check.id, found, "id", place)
    probability = check.optional(check.share, found, "probability", place)
    delay = _three_points(check, found, "delay", place)
    activities = [
        ids.referred(check, entry, here)
        for here, entry in check.items(
            found.get("activities", []), at_key(place, "activities")
        )
    ]
    if id is None or probability is None or delay is None:
        return None
    return RiskEntry(
        id=id,
        probability=probability,
        delay=delay,
        activities=tuple(each for each in activities if each is not None),
    )


def _constraint(check: Checker, found: Found, place: str) -> Constraint | None:
    if "constraint" not in found:
        return None
    place = at_key(place, "constraint")
    inner = check.record(
        found["constraint"], place, required=("kind",), known=("kind", "date")
    )
    day = check.optional(check.day, inner, "date", place)
    if "kind" not in inner:
        return None
    read = check.choice(inner["kind"], at_key(place, "kind"), tuple(ConstraintKind))
    if read is None:
        return None
    kind = ConstraintKind(read)
    if kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
        if "date" in inner:
            check.report(at_key(place, "date"), "date-not-wanted", choice=read)
        return Constraint(kind=kind)
    if "date" not in inner:
        check.report(place, "date-wanted", choice=read)
    return None if day is None else Constraint(kind=kind, day=day)


def _three_points(
    check: Checker, found: Found, key: str, place: str
) -> ThreePoints | None:
    if key not in found:
        return None
    place = at_key(place, key)
    inner = check.record(found[key], place, required=POINTS, known=POINTS)
    points = [
        each
        for point in POINTS
        if (each := check.optional(check.duration, inner, point, place)) is not None
    ]
    if len(points) < len(POINTS):
        return None
    low, likely, high = points
    # Which of two units is longer depends on the calendar: only like with like.
    same = low.unit is likely.unit is high.unit
    if same and not low.amount <= likely.amount <= high.amount:
        texts = {"low": str(low), "likely": str(likely), "high": str(high)}
        check.report(place, "points-not-in-order", **texts)
    return ThreePoints(low, likely, high)
