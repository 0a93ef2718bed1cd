"""Who may own shares, and what is known of them.

Days are ordinals; one that is not known is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

ORGANISATION_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
ORGANISATION_DIGITS = 9


class OwnerKind(StrEnum):
    """What an owner is."""

    MUNICIPALITY = "municipality"
    COMPANY = "company"
    TRUST = "trust"
    OTHER_PUBLIC = "other-public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Somebody who has, or may come to have, shares.

    `is_founder` is the municipality that sells to the others and redeems from them;
    the company is the one whose shares they are.
    """

    key: str
    kind: OwnerKind
    is_public: bool = True
    is_founder: bool = False
    municipality: str = ""
    use_agreement: int | None = None
    joined: int | None = None

    @property
    def holds_option(self) -> bool:
        """Whether its first shares are those of its option."""
        return self.kind is OwnerKind.MUNICIPALITY and not self.is_founder


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRules:
    """What entries are held against: the owners, the annex, the board's meetings."""

    owners: Mapping[str, Owner] = field(default_factory=dict)
    annex: Mapping[str, int] = field(default_factory=dict)
    board_days: tuple[int, ...] = ()


def is_organisation_number(text: str) -> bool:
    """Whether nine digits end in the check digit that the eight before ask for."""
    is_nine = len(text) == ORGANISATION_DIGITS and text.isascii() and text.isdigit()
    if not is_nine:
        return False
    digits = [int(it) for it in text]
    total = sum(a * b for a, b in zip(ORGANISATION_WEIGHTS, digits, strict=False))
    return digits[-1] == -total % 11
