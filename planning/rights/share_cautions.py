"""What is odd about an entry of the ledger of shares, and may be so all the same.

Nothing here is refused. What is known of a municipality's commitment may lag behind
what was done; and the agreements say when the board treats a purchase, not that nothing
takes effect before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planning.rights.facts import ENDS_A_NO, Fact, FactKind
from planning.rights.ledger import EntryKind, Lots, ShareEntry, numbers_of
from planning.rights.share_owners import ShareRules
from planning.rights.share_ranges import count
from planning.rights.shares import is_option_purchase

LONGEST_CREDIT = 366
"""Days from notice to payment that nobody is given without being asked."""


class CautionKind(StrEnum):
    """What is odd."""

    BEFORE_BOARD = "before-board"
    DUE_LATE = "due-late"
    NOT_EXERCISED = "not-exercised"
    DECLINED = "declined"
    BEYOND_ANNEX = "beyond-annex"
    NOT_LEAVING = "not-leaving"
    ALREADY_ANNOUNCED = "already-announced"
    UNLIKE_NOTICE = "unlike-notice"
    LETTERS_OLD = "letters-old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What is odd, and what that is about; only what fits is given."""

    kind: CautionKind
    owner: str = ""
    shares: int = 0
    day: int | None = None


def find_cautions(
    lots: Lots, rules: ShareRules, entry: ShareEntry, facts: Sequence[Fact]
) -> Iterator[Caution]:
    """What to tell before an entry is saved.

    `lots` are the shares before it; `facts` are those of the municipality that buys,
    or of the one that is redeemed.
    """
    if entry.board is not None and entry.day < entry.board:
        yield Caution(kind=CautionKind.BEFORE_BOARD, day=entry.board)
    if entry.due and entry.notice and entry.due > entry.notice + LONGEST_CREDIT:
        yield Caution(kind=CautionKind.DUE_LATE, day=entry.due)
    if entry.kind is EntryKind.TRANSFER:
        yield from _of_purchase(lots, rules, entry, facts)
    elif entry.kind is EntryKind.REDEMPTION:
        leaving = {FactKind.NOTICE_GIVEN, FactKind.LEFT}
        if not any(it.kind in leaving and it.first <= entry.day for it in facts):
            yield Caution(kind=CautionKind.NOT_LEAVING, owner=entry.seller)


def _of_purchase(
    lots: Lots, rules: ShareRules, entry: ShareEntry, facts: Sequence[Fact]
) -> Iterator[Caution]:
    buyer = rules.owners[entry.buyer]
    if is_option_purchase(lots, rules, entry):
        known = [it.kind for it in facts if it.first <= entry.day]
        answers = [it for it in known if it in (*ENDS_A_NO, FactKind.DECLINED)]
        if answers and answers[-1] is FactKind.DECLINED:
            yield Caution(kind=CautionKind.DECLINED, owner=entry.buyer)
        elif FactKind.OPTION_EXERCISED not in known:
            yield Caution(kind=CautionKind.NOT_EXERCISED, owner=entry.buyer)
    elif buyer.holds_option and buyer.municipality in rules.annex:
        number = rules.annex[buyer.municipality]
        if count(numbers_of(lots, entry.buyer)) + entry.shares > number:
            yield Caution(
                kind=CautionKind.BEYOND_ANNEX, owner=entry.buyer, shares=number
            )
