"""From where on a number counts: what is critical, and what makes a plan poor.

Floats, lags and durations are in calendar days. A share is in whole percent of what
a check asks about: more than that, and the check is not passed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from planning.schedule import CriticalBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Criticality:
    """What is critical, and up to which float something is nearly so."""

    critical_by: CriticalBy = CriticalBy.EITHER
    critical_float: int = 0
    near_critical_float: int = 14


class Check(StrEnum):
    """What is asked of a plan; the names are part of the file formats."""

    MISSING_PREDECESSOR = "missing-predecessor"
    MISSING_SUCCESSOR = "missing-successor"
    NEGATIVE_LAG = "negative-lag"
    LONG_LAG = "long-lag"
    LINK_KIND = "link-kind"
    HARD_CONSTRAINT = "hard-constraint"
    NEGATIVE_FLOAT = "negative-float"
    HIGH_FLOAT = "high-float"
    UNUSED_FLOAT = "unused-float"
    LONG_DURATION = "long-duration"
    ESTIMATE_WITHOUT_SOURCE = "estimate-without-source"
    INVALID_DATE = "invalid-date"
    CLOSED_DAY = "closed-day"
    DATE_BY_HAND = "date-by-hand"
    MISSED_DATE = "missed-date"
    CRITICAL_PATH_TEST = "critical-path-test"
    CYCLE = "cycle"


class Length(StrEnum):
    """A number of days that a check needs."""

    LONG_LAG = "long-lag"
    """A lag longer than this hides what goes on meanwhile."""
    HIGH_FLOAT = "high-float"
    """More float than this, beyond the margin, means that something is missing."""
    UNUSED_FLOAT = "unused-float"
    """What could begin now and is planned later than this leaves its float unused."""
    LONG_DURATION = "long-duration"
    """A step longer than this should be several."""
    TEST_DELAY = "test-delay"
    """By how much the critical path test delays a step."""


ALLOWED: Mapping[Check, int] = MappingProxyType(
    {
        Check.MISSING_PREDECESSOR: 5,
        Check.MISSING_SUCCESSOR: 5,
        Check.NEGATIVE_LAG: 0,
        Check.LONG_LAG: 5,
        Check.LINK_KIND: 10,
        Check.HARD_CONSTRAINT: 5,
        Check.NEGATIVE_FLOAT: 0,
        Check.HIGH_FLOAT: 5,
        Check.UNUSED_FLOAT: 5,
        Check.LONG_DURATION: 5,
        Check.ESTIMATE_WITHOUT_SOURCE: 10,
        Check.INVALID_DATE: 0,
        Check.CLOSED_DAY: 5,
        Check.DATE_BY_HAND: 10,
        Check.MISSED_DATE: 5,
        Check.CRITICAL_PATH_TEST: 0,
    }
)
"""The share of offenders, in percent, with which a check is passed still."""

LENGTHS: Mapping[Length, int] = MappingProxyType(
    {
        Length.LONG_LAG: 60,
        Length.HIGH_FLOAT: 120,
        Length.UNUSED_FLOAT: 60,
        Length.LONG_DURATION: 120,
        Length.TEST_DELAY: 90,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """All of them; a check or length that nothing is said of has its usual one."""

    criticality: Criticality = field(default_factory=Criticality)
    allowed: Mapping[Check, int] = field(default_factory=dict)
    lengths: Mapping[Length, int] = field(default_factory=dict)

    def share(self, check: Check) -> int:
        """The share of offenders that a check bears, in percent."""
        return self.allowed.get(check, ALLOWED.get(check, 0))

    def days(self, length: Length) -> int:
        """How many days a length is."""
        return self.lengths.get(length, LENGTHS[length])
