"""Rules that the plan breaks, each with its nearest mend."""

from planning.conflicts.breaches import find_breaches
from planning.conflicts.find import find_conflicts
from planning.conflicts.values import (
    Conflict,
    Kind,
    Margin,
    Mend,
    MendKind,
    Severity,
)

__all__ = [
    "Conflict",
    "Kind",
    "Margin",
    "Mend",
    "MendKind",
    "Severity",
    "find_breaches",
    "find_conflicts",
]
