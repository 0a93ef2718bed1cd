"""What is known around a plan: decisions, bindings, closed periods, components.

Days are ordinals. What a council decided is as exact as it is known, so it has a
first and a last day. Texts that people wrote pass through unread.
"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What a council decided or signalled; the values stand in files.

    That notice is given, and that a municipality has left, are facts: no source tells
    them as a decision.
    """

    OPTION_EXERCISED = "option-exercised"
    INTRODUCTION_DECIDED = "introduction-decided"
    DECLINED_FOR_NOW = "declined-for-now"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    NOTICE_GIVEN = "notice-given"
    LEFT = "left"
    POSITIVE_SIGNAL = "positive-signal"
    WAITS = "waits"
    PLANNED = "planned"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a council decided, some day from `first` to `last`, both inside."""

    municipality: str
    outcome: Outcome
    first: int
    last: int


class BindingKind(StrEnum):
    """Why municipalities want to go together."""

    JOINT_WISH = "joint-wish"
    SHARED_IT_COMPANY = "shared-it-company"
    SHARED_OUT_OF_HOURS = "shared-out-of-hours"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """Municipalities that want to go live in the same wave."""

    key: str
    kind: BindingKind
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPeriod:
    """Days of every year on which nobody goes live; it may run over new year.

    Both ends are (month, day) and inside. 29 February is every year's last day of
    February. The councils don't meet then either where it is their recess.
    """

    key: str
    first: tuple[int, int]
    last: tuple[int, int]
    is_council_recess: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A national component that a step of every municipality depends on.

    `expected` is the last day by which it is said to come, where that is known;
    `is_late` says that it is reported late, with or without a new date.
    """

    key: str
    needed_by: str
    expected: int | None = None
    is_late: bool = False
    is_delivered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A conflict that the office has accepted, as its numbers stood then.

    `concerns` are those that make it the same conflict in another state of the plan.
    """

    kind: str
    concerns: tuple[str, ...]
    numbers: str
    reason: str
