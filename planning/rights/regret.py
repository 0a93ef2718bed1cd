"""The regret window: how long a council can change its mind after it has voted.

Days are ordinals. The last day of withdrawal counts as a day on which one may still
withdraw. A vote after it leaves less than nothing: the accession binds at once.
"""

from dataclasses import dataclass
from enum import StrEnum

SHORT_DAYS = 60
"""With fewer days than this to regret in, the council ought to know it."""


class Regret(StrEnum):
    """What a vote leaves; the values are class names too."""

    ENOUGH = "enough"
    SHORT = "short"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class RegretWindow:
    """The days between a vote and the last day of withdrawal."""

    vote: int
    withdrawal: int

    @property
    def days(self) -> int:
        return self.withdrawal - self.vote

    @property
    def verdict(self) -> Regret:
        return weigh(self.days)


def weigh(days: int) -> Regret:
    """Whether so many days are enough to regret in, few, or none."""
    if days <= 0:
        return Regret.GONE
    return Regret.SHORT if days < SHORT_DAYS else Regret.ENOUGH
