"""Who is told in writing of shares that change hands: the company, and all owners.

Owners are those who had shares before the entry. Who sells gives the notice, and the
company is told whether or not it has shares itself.
"""

from dataclasses import dataclass
from decimal import Decimal

from planning.rights.ledger import (
    EntryKind,
    Ledger,
    Lots,
    ShareEntry,
    applied,
    standing,
)
from planning.rights.share_owners import OwnerKind, ShareRules
from planning.rights.share_ranges import Ranges

TOLD_OF = frozenset({EntryKind.TRANSFER, EntryKind.REDEMPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a notice tells; what is not known is None, and `day` is when it is given."""

    kind: EntryKind
    seller: str
    buyer: str
    shares: int | None
    ranges: Ranges = ()
    price: Decimal | None = None
    due: int | None = None
    board: int | None = None
    day: int | None = None
    case_number: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether it tells what it must: how many, who buys, when payment is due."""
        return bool(self.shares) and self.due is not None


def notice_of(entry: ShareEntry) -> Notice:
    """What is told of an entry of the ledger."""
    return Notice(
        kind=entry.kind,
        seller=entry.seller,
        buyer=entry.buyer,
        shares=entry.shares,
        ranges=entry.ranges,
        price=entry.price,
        due=entry.due,
        board=entry.board,
        day=entry.notice,
        case_number=entry.case_number,
    )


def needs_notice(ledger: Ledger, entry: ShareEntry) -> bool:
    """Whether others are told of an entry: it moves shares, and it counts."""
    return entry.kind in TOLD_OF and entry in standing(ledger)


def notice_receivers(
    ledger: Ledger, rules: ShareRules, entry: ShareEntry
) -> tuple[str, ...]:
    """The keys of those who are told, the company first."""
    lots: Lots = ()
    for before in standing(ledger):
        if (before.day, before.number) >= (entry.day, entry.number):
            break
        lots = applied(lots, before)
    companies = [
        key for key, it in rules.owners.items() if it.kind is OwnerKind.COMPANY
    ]
    owners = sorted({it.owner for it in lots})
    told = dict.fromkeys((*sorted(companies), *owners))
    return tuple(it for it in told if it != entry.seller)
