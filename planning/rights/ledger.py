"""The ledger of shares: what was issued, sold, redeemed, and struck out again.

Entries are only added. A correction strikes an earlier entry out by its number: who
owned what is then told as if that entry had never been, on every day, and both stay
in the ledger. Entries of the same day count in the order of their numbers. A day is
an ordinal; an entry holds from the beginning of its day.

An entry that can't be, because the seller lacks the shares, moves those that the
seller has. `shares.check_entry` lets none such in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from planning.rights.share_ranges import Range, Ranges, count, merged, shared, without


class EntryKind(StrEnum):
    """What an entry does."""

    ISSUE = "issue"
    TRANSFER = "transfer"
    REDEMPTION = "redemption"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareEntry:
    """One entry; `number` is its place in the ledger.

    An issue has no seller, and its price is the par value. Of a correction only
    `corrects` counts. `declined` is the day on which the founder chose not to redeem;
    `announced` is what it carries out, where notice was entered before it.
    """

    number: int
    kind: EntryKind
    day: int
    seller: str = ""
    buyer: str = ""
    ranges: Ranges = ()
    share_class: str = ""
    price: Decimal = Decimal(0)
    due: int | None = None
    board: int | None = None
    notice: int | None = None
    declined: int | None = None
    case_number: str = ""
    corrects: int | None = None
    announced: int | None = None

    @property
    def shares(self) -> int:
        """How many shares it is about."""
        return count(self.ranges)


@dataclass(frozen=True, slots=True)
class Lot:
    """Shares of one class that an owner has had since one day, by one entry."""

    range: Range
    owner: str
    share_class: str
    since: int
    entry: int


@dataclass(frozen=True, slots=True)
class Holding:
    """What one owner has: how many shares, which part of all, their sum at par."""

    owner: str
    ranges: Ranges
    shares: int
    part: Fraction
    par_sum: Decimal


@dataclass(frozen=True, slots=True)
class CapTable:
    """Who owns the company on a day, the largest first."""

    holdings: tuple[Holding, ...]
    issued: int
    par_value: Decimal | None

    @property
    def par_sum(self) -> Decimal:
        """What all shares come to at par."""
        return self.issued * (self.par_value or Decimal(0))


Ledger = tuple[ShareEntry, ...]
Lots = tuple[Lot, ...]


def struck_out(ledger: Ledger) -> Mapping[int, int]:
    """The numbers of the entries that were corrected, each with its correction."""
    return {it.corrects: it.number for it in ledger if it.corrects is not None}


def standing(ledger: Ledger) -> Ledger:
    """The entries that count, in the order in which they took effect."""
    gone = struck_out(ledger)
    counting = (
        it
        for it in ledger
        if it.kind is not EntryKind.CORRECTION and it.number not in gone
    )
    return tuple(sorted(counting, key=lambda it: (it.day, it.number)))


def lots_on(ledger: Ledger, day: int) -> Lots:
    """Every share that there is at the end of a day, with its owner."""
    found: Lots = ()
    for at, lots in courses(ledger):
        if at > day:
            break
        found = lots
    return found


def courses(ledger: Ledger) -> Iterator[tuple[int, Lots]]:
    """Every day on which something changed, with the shares at its end."""
    lots: Lots = ()
    for day, entries in groupby(standing(ledger), key=lambda it: it.day):
        for entry in entries:
            lots = applied(lots, entry)
        yield day, lots


def applied(lots: Lots, entry: ShareEntry) -> Lots:
    """The shares after an entry, which moves nothing that it can't."""
    if entry.kind is EntryKind.ISSUE:
        new = without(entry.ranges, issued_numbers(lots))
        there = (_bought(it, entry, entry.share_class) for it in new)
        return _in_order((*lots, *there))
    return _in_order(it for lot in lots for it in _split(lot, entry))


def _split(lot: Lot, entry: ShareEntry) -> Iterator[Lot]:
    """What stays as it was, and what changes hands."""
    if lot.owner != entry.seller:
        yield lot
        return
    own = (lot.range,)
    taken = shared(own, entry.ranges)
    for it in without(own, taken):
        yield replace(lot, range=it)
    for it in taken:
        yield _bought(it, entry, lot.share_class)


def _bought(numbers: Range, entry: ShareEntry, share_class: str) -> Lot:
    return Lot(numbers, entry.buyer, share_class, entry.day, entry.number)


def _in_order(lots: Iterable[Lot]) -> Lots:
    return tuple(sorted(lots, key=lambda it: it.range))


def issued_numbers(lots: Lots) -> Ranges:
    """All numbers that there are."""
    return merged(it.range for it in lots)


def numbers_of(lots: Lots, owner: str) -> Ranges:
    """The numbers that somebody owns."""
    return merged(it.range for it in lots if it.owner == owner)


def holdings(ledger: Ledger, day: int) -> Mapping[str, Ranges]:
    """The numbers of every owner at the end of a day; who has none is left out."""
    return owned(lots_on(ledger, day))


def owned(lots: Lots) -> Mapping[str, Ranges]:
    """The numbers of every owner, by the owners' keys."""
    found: dict[str, list[Range]] = {}
    for lot in lots:
        found.setdefault(lot.owner, []).append(lot.range)
    return {owner: merged(found[owner]) for owner in sorted(found)}


def cap_table(ledger: Ledger, day: int) -> CapTable:
    """Who owns how much at the end of a day."""
    return cap_table_of(lots_on(ledger, day), par_value(ledger))


def cap_table_of(lots: Lots, par: Decimal | None) -> CapTable:
    """Who owns how much of some shares, which read this much each."""
    issued = count(it.range for it in lots)
    found = [
        Holding(
            owner,
            ranges,
            count(ranges),
            Fraction(count(ranges), issued),
            count(ranges) * (par or Decimal(0)),
        )
        for owner, ranges in owned(lots).items()
    ]
    found.sort(key=lambda it: (-it.shares, it.owner))
    return CapTable(tuple(found), issued, par if issued else None)


def par_value(ledger: Ledger) -> Decimal | None:
    """What one share reads, as the first issue says; None before there is any."""
    issues = (it for it in standing(ledger) if it.kind is EntryKind.ISSUE)
    first = next(issues, None)
    return None if first is None else first.price


def days_of_change(ledger: Ledger) -> tuple[int, ...]:
    """The days on which who owns what changed, ascending."""
    return tuple(sorted({it.day for it in standing(ledger)}))


def next_number(ledger: Ledger) -> int:
    """The number of the entry that comes next."""
    return max((it.number for it in ledger), default=0) + 1
