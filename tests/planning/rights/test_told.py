"""What the share register tells of the chain."""

from dataclasses import replace
from decimal import Decimal

from planning.rights.chain import FactKind, Origin
from planning.rights.ledger import EntryKind, ShareEntry
from planning.rights.share_owners import Owner, OwnerKind
from planning.rights.share_ranges import Range
from planning.rights.told import registered

FOUNDER = Owner(
    key="trondheim",
    kind=OwnerKind.MUNICIPALITY,
    is_founder=True,
    municipality="5001",
    joined=10,
)
BUYER = Owner(
    key="ulstein", kind=OwnerKind.MUNICIPALITY, municipality="1516", joined=20
)
TRUST = Owner(key="trust", kind=OwnerKind.TRUST)
OWNERS = {it.key: it for it in (FOUNDER, BUYER, TRUST)}


def entry(number: int, kind: EntryKind, day: int, **given: object) -> ShareEntry:
    values = {"ranges": (Range(1, 5),), "price": Decimal(100), **given}
    return ShareEntry(number=number, kind=kind, day=day, **values)  # type: ignore[arg-type]  # values of every field


SALE = {"seller": "trondheim", "buyer": "ulstein"}


def test_the_first_shares_and_the_joining_are_facts_of_who_holds_an_option() -> None:
    ledger = (
        entry(1, EntryKind.ISSUE, 1, buyer="trondheim"),
        entry(2, EntryKind.TRANSFER, 40, case_number="24/2", **SALE),
        entry(3, EntryKind.TRANSFER, 30, case_number="24/1", **SALE),
    )

    joined, bought = registered(ledger, OWNERS)
    assert (joined.kind, joined.first) == (FactKind.COOPERATION_ACCEDED, 20)
    assert (bought.kind, bought.first) == (FactKind.SHARES_BOUGHT, 30)
    assert (bought.municipality, bought.case_number) == ("1516", "24/1")
    assert {joined.origin, bought.origin} == {Origin.LEDGER}


def test_a_purchase_that_was_struck_out_is_none() -> None:
    ledger = (
        entry(1, EntryKind.TRANSFER, 30, **SALE),
        entry(2, EntryKind.CORRECTION, 31, corrects=1, ranges=()),
    )

    assert [it.kind for it in registered(ledger, OWNERS)] == [
        FactKind.COOPERATION_ACCEDED
    ]
    not_joined = replace(BUYER, joined=None)
    assert not list(registered((), {"ulstein": not_joined, "trust": TRUST}))


def test_who_had_sold_all_buys_its_first_shares_again() -> None:
    back = {"seller": "ulstein", "buyer": "trondheim"}
    ledger = (
        entry(1, EntryKind.TRANSFER, 30, **SALE),
        entry(2, EntryKind.REDEMPTION, 40, **back),
        entry(3, EntryKind.TRANSFER, 50, **SALE),
        entry(4, EntryKind.TRANSFER, 60, ranges=(Range(6, 9),), **SALE),
        # It keeps some of what it has, and the trust holds no option.
        entry(5, EntryKind.REDEMPTION, 70, **back),
        entry(6, EntryKind.TRANSFER, 80, seller="trondheim", buyer="trust"),
        entry(7, EntryKind.TRANSFER, 90, **SALE),
    )

    joined, *bought = registered(ledger, OWNERS)
    assert joined.kind is FactKind.COOPERATION_ACCEDED
    assert [it.first for it in bought] == [30, 50]
