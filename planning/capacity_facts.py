"""What the engine is given about capacity: what is asked for, and what there is.

Amounts are whole hundredths (250 is two and a half). A span is half-open. What
nobody has entered is not here, and nothing is claimed of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from planning.durations import ZERO, Duration

HUNDREDTHS = 100


class Per(StrEnum):
    """What an amount is asked for by; the values stand in files."""

    MUNICIPALITY = "municipality"
    INHABITANTS = "inhabitants"
    """Per 1,000 inhabitants."""
    EMPLOYEES = "employees"
    """Per 1,000 employees who will use the solution."""


class Bound(StrEnum):
    """When it is asked for; the values stand in files."""

    STEP = "step"
    """While a step of the template lasts, by its planned dates."""
    BEFORE = "before"
    """For so long, up to go-live."""
    AFTER = "after"
    """For so long, from go-live on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something that waves ask for and that there is so much of.

    `can_fail` lets an overload be an error where no number of it is assumed.
    """

    key: str
    can_fail: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What every municipality asks for of one resource, and when.

    `step` is a key of the template, `length` that of a span.
    """

    resource: str
    amount: int
    per: Per = Per.MUNICIPALITY
    bound: Bound = Bound.STEP
    step: str = ""
    length: Duration = ZERO
    is_assumed: bool = False

    def __post_init__(self) -> None:
        if self.amount < 0 or self.length.amount < 0:
            raise ValueError(f"what is asked for is not negative: {self}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """How much there is from a day on, up to another or for good.

    Several of one resource add up. `end` is the day after the last.
    """

    resource: str
    amount: int
    start: int
    end: int | None = None
    is_assumed: bool = False

    def __post_init__(self) -> None:
        if self.amount < 0 or (self.end is not None and self.end <= self.start):
            raise ValueError(f"not so much of anything for any days: {self}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityFacts:
    """What capacity is reckoned from; `employees` are by municipality, where known."""

    resources: tuple[Resource, ...] = ()
    demands: tuple[Demand, ...] = ()
    supplies: tuple[Supply, ...] = ()
    employees: Mapping[str, int] = field(default_factory=dict)
