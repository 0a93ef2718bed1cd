"""What a check of the plan comes to: kinds and numbers, never a sentence.

What every municipality has from the template is one thing, however many it
concerns: a fault in it is told once, with the dates that it stands behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from planning.thresholds import Check, Thresholds


class Unit(StrEnum):
    """What a check counts."""

    STEPS = "steps"
    """Steps of the template, and dates of the programme itself."""
    LINKS = "links"
    DATES = "dates"
    """Every date that is ahead, of each municipality."""
    GATES = "gates"
    """Votes and other milestones that are ahead."""
    SET_DATES = "set-dates"
    """Waves that are not live, and limits that are ahead."""
    GO_LIVES = "go-lives"
    FINISHES = "finishes"
    """The finish of a network that stands by itself."""
    ESTIMATES = "estimates"
    """Steps that take time."""


UNITS: Mapping[Check, Unit] = MappingProxyType(
    {
        Check.MISSING_PREDECESSOR: Unit.STEPS,
        Check.MISSING_SUCCESSOR: Unit.STEPS,
        Check.NEGATIVE_LAG: Unit.LINKS,
        Check.LONG_LAG: Unit.LINKS,
        Check.LINK_KIND: Unit.LINKS,
        Check.HARD_CONSTRAINT: Unit.STEPS,
        Check.NEGATIVE_FLOAT: Unit.DATES,
        Check.HIGH_FLOAT: Unit.DATES,
        Check.UNUSED_FLOAT: Unit.DATES,
        Check.LONG_DURATION: Unit.ESTIMATES,
        Check.ESTIMATE_WITHOUT_SOURCE: Unit.ESTIMATES,
        Check.INVALID_DATE: Unit.DATES,
        Check.CLOSED_DAY: Unit.GATES,
        Check.DATE_BY_HAND: Unit.SET_DATES,
        Check.MISSED_DATE: Unit.GO_LIVES,
        Check.CRITICAL_PATH_TEST: Unit.GO_LIVES,
        Check.CYCLE: Unit.LINKS,
    }
)

WEIGHTS: Mapping[Check, int] = MappingProxyType(
    {
        Check.MISSING_PREDECESSOR: 2,
        Check.MISSING_SUCCESSOR: 3,
        Check.NEGATIVE_LAG: 2,
        Check.LONG_LAG: 2,
        Check.LINK_KIND: 1,
        Check.HARD_CONSTRAINT: 2,
        Check.NEGATIVE_FLOAT: 3,
        Check.HIGH_FLOAT: 1,
        Check.UNUSED_FLOAT: 1,
        Check.LONG_DURATION: 1,
        Check.ESTIMATE_WITHOUT_SOURCE: 1,
        Check.INVALID_DATE: 3,
        Check.CLOSED_DAY: 2,
        Check.DATE_BY_HAND: 1,
        Check.MISSED_DATE: 2,
        Check.CRITICAL_PATH_TEST: 3,
        Check.CYCLE: 0,
    }
)
"""How much each counts in the score: 3 where the dates themselves can't be trusted
without it. A cycle can't be: nothing would be computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offender:
    """One thing that a check finds fault with.

    `key` is a step of the template, or the id of a date that no template gives; with
    a `successor` it is the link between the two. `ids` are the dates concerned, and
    `days` the worst number of days among them, where the check counts days.
    """

    key: str
    successor: str = ""
    ids: tuple[str, ...] = ()
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check comes to: so many of so many, and who.

    `count` is in the unit of the check, or in another that is said; `allowed` is the
    share in percent that it bears.
    """

    check: Check
    asked: int
    count: int
    allowed: int
    offenders: tuple[Offender, ...] = ()
    counted_in: Unit | None = None

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return self.counted_in or UNITS[self.check]

    @property
    def weight(self) -> int:
        """What it counts in the score: nothing where there was nothing to ask."""
        return WEIGHTS[self.check] if self.asked else 0

    @property
    def share(self) -> float:
        """The offenders in percent of what was asked."""
        return 100 * self.count / self.asked if self.asked else 0.0

    @property
    def is_passed(self) -> bool:
        """Whether there are no more of them than is allowed."""
        return 100 * self.count <= self.allowed * self.asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Every check of a plan, and the thresholds that it was held against."""

    findings: tuple[Finding, ...]
    thresholds: Thresholds

    @property
    def score(self) -> int:
        """The share of checks that are passed, by weight, from 0 to 100.

        It is rounded to the nearest, a half up; but only a plan that passes all has
        100. Without anything to ask there is nothing wrong.
        """
        weight = sum(it.weight for it in self.findings)
        passed = sum(it.weight for it in self.findings if it.is_passed)
        if passed == weight:
            return 100
        return min((200 * passed + weight) // (2 * weight), 99)

    @property
    def asked(self) -> tuple[Finding, ...]:
        """The checks that had something to ask about."""
        return tuple(it for it in self.findings if it.weight)

    @property
    def failed(self) -> tuple[Finding, ...]:
        """The checks that are not passed."""
        return tuple(it for it in self.findings if not it.is_passed)

    def finding(self, check: Check) -> Finding:
        """What one check came to."""
        return next(it for it in self.findings if it.check is check)
