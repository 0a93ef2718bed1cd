"""Who is told in writing of shares that change hands: the company, and all owners.

Owners are those who had shares before the entry. Who sells gives the notice, and the
company is told whether or not it has shares itself.
"""

from planning.rights.ledger import (
    EntryKind,
    Ledger,
    Lots,
    ShareEntry,
    applied,
    standing,
)
from planning.rights.share_owners import OwnerKind, ShareRules

TOLD_OF = frozenset({EntryKind.TRANSFER, EntryKind.REDEMPTION})


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
