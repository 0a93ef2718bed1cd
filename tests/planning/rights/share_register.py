"""A small company that nobody has: its owners, its rules, entries of its ledger."""

from datetime import date
from decimal import Decimal

from planning.rights.ledger import EntryKind, Ledger, ShareEntry, next_number
from planning.rights.share_owners import Owner, OwnerKind, ShareRules
from planning.rights.share_ranges import Range
from planning.rights.shares import check_entry

PAR = Decimal(1000)
FOUNDED = date(2019, 3, 1).toordinal()
AGREED = FOUNDED + 10


def municipality(key: str, **known) -> Owner:
    given = {"municipality": key, "use_agreement": AGREED, "joined": AGREED, **known}
    return Owner(key=key, kind=OwnerKind.MUNICIPALITY, **given)


OWNERS = {
    it.key: it
    for it in (
        municipality("founder", is_founder=True),
        Owner(key="company", kind=OwnerKind.COMPANY),
        Owner(key="trust", kind=OwnerKind.TRUST, use_agreement=AGREED, joined=AGREED),
        municipality("a"),
        municipality("b"),
        municipality("c"),
        municipality("late", joined=None, use_agreement=FOUNDED + 400),
        Owner(key="clinic", kind=OwnerKind.OTHER_PUBLIC, is_public=False),
    )
}
BOARD = tuple(FOUNDED + 30 * month for month in range(1, 60))
RULES = ShareRules(
    owners=OWNERS, annex={"a": 30, "b": 20, "late": 10}, board_days=BOARD
)


def ranges(*ends: tuple[int, int]) -> tuple[Range, ...]:
    return tuple(Range(*it) for it in ends)


def issue(ledger: Ledger, buyer: str, *ends: tuple[int, int], **given) -> ShareEntry:
    return ShareEntry(
        **{
            "number": next_number(ledger),
            "kind": EntryKind.ISSUE,
            "day": FOUNDED,
            "buyer": buyer,
            "ranges": ranges(*ends),
            "share_class": "A",
            "price": PAR,
            **given,
        }
    )


def sale(
    ledger: Ledger, seller: str, buyer: str, *ends: tuple[int, int], **given
) -> ShareEntry:
    """A sale that keeps to every rule, a month after notice of it was given."""
    day = given.pop("day", FOUNDED + 100)
    notice = given.pop("notice", day - 20)
    board = min((it for it in BOARD if it >= (notice or day)), default=None)
    return ShareEntry(
        **{
            "number": next_number(ledger),
            "kind": EntryKind.TRANSFER,
            "day": day,
            "seller": seller,
            "buyer": buyer,
            "ranges": ranges(*ends),
            "price": PAR,
            "notice": notice,
            "due": day + 10,
            "board": board,
            **given,
        }
    )


def correction(ledger: Ledger, number: int) -> ShareEntry:
    return ShareEntry(
        number=next_number(ledger),
        kind=EntryKind.CORRECTION,
        day=FOUNDED + 500,
        corrects=number,
    )


def kinds(ledger: Ledger, entry: ShareEntry, rules: ShareRules = RULES) -> list[str]:
    """Why an entry is refused."""
    return [it.kind.value for it in check_entry(ledger, rules, entry)]


def founded() -> Ledger:
    """The founder has 1–400, the trust 401–1000."""
    first = issue((), "founder", (1, 400))
    return (first, issue((first,), "trust", (401, 1000)))


def bought() -> Ledger:
    """The founder has sold 1–30 to a and 31–50 to b."""
    ledger = founded()
    ledger = (*ledger, sale(ledger, "founder", "a", (1, 30)))
    return (*ledger, sale(ledger, "founder", "b", (31, 50), day=FOUNDED + 200))
