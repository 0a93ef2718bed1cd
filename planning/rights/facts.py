"""What may have happened of a municipality's commitment, and where it was told.

A fact is as exact as it is known: it may have happened from its first day on, and
has surely happened by its last, both inside.
"""

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What may have happened, in the order of the chain; the values stand in files."""

    OPTION_AGREEMENT = "option-agreement"
    PREPROJECT_AGREED = "preproject-agreed"
    OPTION_EXERCISED = "option-exercised"
    COOPERATION_ACCEDED = "cooperation-acceded"
    SHAREHOLDERS_ACCEDED = "shareholders-acceded"
    SHARES_BOUGHT = "shares-bought"
    SERVICE_SIGNED = "service-signed"
    IN_PRODUCTION = "in-production"
    DEFERRED = "deferred"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    NOTICE_GIVEN = "notice-given"
    LEFT = "left"


ORDER = {kind: position for position, kind in enumerate(FactKind)}
STAGES = tuple(FactKind)[: ORDER[FactKind.DEFERRED]]
"""The chain itself; what follows in `FactKind` are side facts."""

OF_HOLDERS = frozenset(
    {
        FactKind.OPTION_AGREEMENT,
        FactKind.PREPROJECT_AGREED,
        FactKind.OPTION_EXERCISED,
        FactKind.SHARES_BOUGHT,
    }
)
"""Stages of those that hold an option alone: the founder sells, and holds none."""

ACCEDED = frozenset({FactKind.COOPERATION_ACCEDED, FactKind.SHAREHOLDERS_ACCEDED})
RESTS_ON_EXERCISE = frozenset(
    STAGES[ORDER[FactKind.OPTION_EXERCISED] : ORDER[FactKind.IN_PRODUCTION]]
)
ENDS_A_NO = frozenset(
    {FactKind.OPTION_EXERCISED, FactKind.SERVICE_SIGNED, FactKind.IN_PRODUCTION}
)
BEFORE_EXERCISE = STAGES[: ORDER[FactKind.OPTION_EXERCISED]]
NOES = frozenset({FactKind.DEFERRED, FactKind.DECLINED, FactKind.WITHDRAWN})


class Origin(StrEnum):
    """Where a fact was told, the one that is believed first standing first.

    `notice` is nobody's word: it is counted from a notice that ran out.
    """

    FACT = "fact"
    SOURCE = "source"
    LEDGER = "ledger"
    AGREEMENT = "agreement"
    DECISION = "decision"
    REPORT = "report"
    NOTICE = "notice"


BELIEVED = {origin: rank for rank, origin in enumerate(Origin)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened some day from `first` to `last`, both inside.

    `key` tells those of one origin apart; `sources` are keys of sources.
    """

    municipality: str
    kind: FactKind
    first: int
    last: int
    precision: str = "day"
    case_number: str = ""
    sources: tuple[str, ...] = ()
    origin: Origin = Origin.FACT
    key: int = 0

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"{self.kind} ends before it begins")

    def overlaps(self, other: "Fact") -> bool:
        """Whether both may have happened on the same day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def order(self) -> tuple[object, ...]:
        """What decides which of two facts is the later, to the last tie."""
        return (
            self.last,
            self.first,
            ORDER[self.kind],
            BELIEVED[self.origin],
            self.key,
            self.case_number,
            self.precision,
            self.sources,
        )
