"""Who may own shares, and what an entry of the ledger must keep to.

An entry that breaks a rule is refused with every reason, each a stable kind with the
numbers, days and owners that it concerns. It is judged where it stands in time: by
what is owned before it, and by whether it makes a later entry impossible.

What is bought first by a municipality with an option is its option's share: it comes
from the founder, and exactly as many as the annex says. What it buys later is a sale
like any other. The annex has no say over those without an option.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from planning.rights.ledger import (
    EntryKind,
    Ledger,
    Lots,
    ShareEntry,
    applied,
    issued_numbers,
    lots_on,
    numbers_of,
    par_value,
    standing,
    struck_out,
)
from planning.rights.refusals import Broken, Refusal, RefusalKind
from planning.rights.share_owners import Owner, OwnerKind, ShareRules
from planning.rights.share_ranges import (
    Range,
    count,
    last_of,
    overlaps,
    shared,
    without,
)


def check_entry(
    ledger: Ledger, rules: ShareRules, entry: ShareEntry
) -> tuple[Refusal, ...]:
    """Every reason why an entry can't be added; none where it can."""
    if entry.kind is EntryKind.CORRECTION:
        found = tuple(_correction(ledger, entry))
        return found or tuple(_broken_later(ledger, rules, entry))
    found = tuple(_judged(lots_on(ledger, entry.day), ledger, rules, entry))
    return (*found, *_gap(ledger, entry), *_broken_later(ledger, rules, entry))


def find_faults(ledger: Ledger, rules: ShareRules) -> Mapping[int, tuple[Refusal, ...]]:
    """What speaks against each entry that counts, by what is known now."""
    lots: Lots = ()
    found = {}
    for entry in standing(ledger):
        found[entry.number] = tuple(_judged(lots, ledger, rules, entry))
        lots = applied(lots, entry)
    return found


def broken_by(ledger: Ledger, before: ShareRules, after: ShareRules) -> Broken:
    """The entries that held by some rules, and hold no longer by others, with why."""
    was, faults = _verdicts(ledger, before), find_faults(ledger, after)
    found = {}
    for number, told in faults.items():
        worse = Counter(it.kind for it in told) - was[number]
        if worse:
            found[number] = tuple(it for it in told if it.kind in worse)
    return found


def first_board_meeting(rules: ShareRules, notice: int) -> int | None:
    """The first meeting of the board that can treat what notice was given of."""
    return min((day for day in rules.board_days if day >= notice), default=None)


def is_option_purchase(lots: Lots, rules: ShareRules, entry: ShareEntry) -> bool:
    """Whether a transfer is the first that a municipality with an option buys."""
    return (
        entry.kind is EntryKind.TRANSFER
        and rules.owners[entry.buyer].holds_option
        and not numbers_of(lots, entry.buyer)
    )


def _broken_later(
    ledger: Ledger, rules: ShareRules, entry: ShareEntry
) -> Iterator[Refusal]:
    """Later entries that held before this one, and would hold no longer."""
    before, after = (_verdicts(it, rules) for it in (ledger, (*ledger, entry)))
    for number, kinds in after.items():
        if number not in (entry.number, entry.corrects) and kinds - before[number]:
            yield Refusal(kind=RefusalKind.BREAKS_LATER, entry=number)


def _verdicts(ledger: Ledger, rules: ShareRules) -> dict[int, Counter[RefusalKind]]:
    """What is wrong with each entry that counts, where it stands."""
    return {
        number: Counter(it.kind for it in found)
        for number, found in find_faults(ledger, rules).items()
    }


def _judged(
    lots: Lots, ledger: Ledger, rules: ShareRules, entry: ShareEntry
) -> Iterator[Refusal]:
    if not entry.ranges:
        yield Refusal(kind=RefusalKind.NO_SHARES)
    if overlaps(entry.ranges):
        yield Refusal(kind=RefusalKind.TWICE, ranges=entry.ranges)
    if entry.kind is EntryKind.ISSUE:
        yield from _issue(lots, ledger, rules, entry)
        return
    lacking = without(entry.ranges, numbers_of(lots, entry.seller))
    if lacking:
        yield Refusal(kind=RefusalKind.SELLER_LACKS, owner=entry.seller, ranges=lacking)
    par = par_value(ledger)
    if par is not None and entry.price != par:
        yield Refusal(kind=RefusalKind.NOT_AT_PAR, amount=par)
    if entry.seller == entry.buyer:
        yield Refusal(kind=RefusalKind.TO_ITSELF, owner=entry.buyer)
    elif entry.kind is EntryKind.TRANSFER:
        yield from _transfer(lots, rules, entry)
    else:
        yield from _redemption(lots, rules, entry)
    yield from _notice(rules, entry)


def _issue(
    lots: Lots, ledger: Ledger, rules: ShareRules, entry: ShareEntry
) -> Iterator[Refusal]:
    taken = shared(entry.ranges, issued_numbers(lots))
    if taken:
        yield Refusal(kind=RefusalKind.NUMBERS_TAKEN, ranges=taken)
    par = par_value(tuple(it for it in ledger if it.number != entry.number))
    if par is not None and entry.price != par:
        yield Refusal(kind=RefusalKind.PAR_DIFFERS, amount=par)
    # Those who found the company agree on its use afterwards.
    founded = min((it.day for it in standing(ledger)), default=entry.day)
    buyer = rules.owners[entry.buyer]
    if entry.day > founded:
        yield from _may_own(buyer, entry.day)
    elif not buyer.is_public:
        yield Refusal(kind=RefusalKind.NOT_PUBLIC, owner=buyer.key)


def _gap(ledger: Ledger, entry: ShareEntry) -> Iterator[Refusal]:
    """Numbers that an issue leaves out, asked of a new one alone.

    Where an issue is struck out, those that came after it stay as they were.
    """
    if entry.kind is not EntryKind.ISSUE or not entry.ranges:
        return
    issues = (it.ranges for it in standing(ledger) if it.kind is EntryKind.ISSUE)
    last = last_of(chain.from_iterable(issues))
    top = last_of(entry.ranges)
    left = without((Range(last + 1, top),), entry.ranges) if top > last else ()
    if left:
        yield Refusal(kind=RefusalKind.NUMBERS_GAP, ranges=left)


def _may_own(buyer: Owner, day: int) -> Iterator[Refusal]:
    """Public bodies that have agreed on use and joined; the company itself may."""
    if buyer.kind is OwnerKind.COMPANY:
        return
    if not buyer.is_public:
        yield Refusal(kind=RefusalKind.NOT_PUBLIC, owner=buyer.key)
    if buyer.use_agreement is None or buyer.use_agreement > day:
        yield Refusal(
            kind=RefusalKind.NO_USE_AGREEMENT, owner=buyer.key, day=buyer.use_agreement
        )
    if buyer.joined is None or buyer.joined > day:
        yield Refusal(kind=RefusalKind.NOT_JOINED, owner=buyer.key, day=buyer.joined)


def _transfer(lots: Lots, rules: ShareRules, entry: ShareEntry) -> Iterator[Refusal]:
    seller, buyer = rules.owners[entry.seller], rules.owners[entry.buyer]
    yield from _may_own(buyer, entry.day)
    is_inside = buyer.kind in (OwnerKind.MUNICIPALITY, OwnerKind.COMPANY)
    if seller.kind is OwnerKind.MUNICIPALITY and not is_inside:
        yield Refusal(kind=RefusalKind.SOLD_TO_OTHER, owner=buyer.key)
    if not is_option_purchase(lots, rules, entry):
        return
    if not seller.is_founder:
        yield Refusal(kind=RefusalKind.OPTION_NOT_FROM_FOUNDER, owner=buyer.key)
    number = rules.annex.get(buyer.municipality)
    if number is None:
        yield Refusal(kind=RefusalKind.ANNEX_NOT_ENTERED, owner=buyer.key)
    elif number != entry.shares:
        yield Refusal(kind=RefusalKind.NOT_THE_ANNEX, owner=buyer.key, shares=number)


def _redemption(lots: Lots, rules: ShareRules, entry: ShareEntry) -> Iterator[Refusal]:
    holder, redeemer = rules.owners[entry.seller], rules.owners[entry.buyer]
    if not holder.holds_option:
        yield Refusal(kind=RefusalKind.NOT_REDEEMABLE, owner=holder.key)
    if redeemer.kind is OwnerKind.COMPANY:
        if entry.declined is None or entry.declined > entry.day:
            yield Refusal(kind=RefusalKind.FOUNDER_NOT_DECLINED, day=entry.declined)
    elif redeemer.is_founder and entry.declined is not None:
        yield Refusal(kind=RefusalKind.FOUNDER_DECLINED, day=entry.declined)
    elif not redeemer.is_founder:
        yield Refusal(kind=RefusalKind.REDEEMED_BY_OTHER, owner=redeemer.key)
    left = without(numbers_of(lots, holder.key), entry.ranges)
    if left:
        yield Refusal(
            kind=RefusalKind.NOT_ALL_REDEEMED,
            owner=holder.key,
            ranges=left,
            shares=count(left),
        )


def _notice(rules: ShareRules, entry: ShareEntry) -> Iterator[Refusal]:
    """Told in writing, with the day of payment, and treated as soon as it can be."""
    if entry.due is None:
        yield Refusal(kind=RefusalKind.NO_DUE_DATE)
    if entry.board is None:
        yield Refusal(kind=RefusalKind.NO_BOARD_DAY)
    if entry.notice is None:
        yield Refusal(kind=RefusalKind.NO_NOTICE)
        return
    if entry.notice > entry.day:
        yield Refusal(kind=RefusalKind.NOTICE_LATE, day=entry.notice)
    if entry.due is not None and entry.due < entry.notice:
        yield Refusal(kind=RefusalKind.DUE_BEFORE_NOTICE, day=entry.notice)
    if entry.board is not None:
        yield from _board(rules, entry.notice, entry.board)


def _board(rules: ShareRules, notice: int, board: int) -> Iterator[Refusal]:
    if board < notice:
        yield Refusal(kind=RefusalKind.BOARD_BEFORE_NOTICE, day=notice)
        return
    if board not in rules.board_days:
        yield Refusal(kind=RefusalKind.NO_BOARD_MEETING, day=board)
    first = first_board_meeting(rules, notice)
    if first is not None and first < board:
        yield Refusal(kind=RefusalKind.NOT_FIRST_BOARD_MEETING, day=first)


def _correction(ledger: Ledger, entry: ShareEntry) -> Iterable[Refusal]:
    corrected = next((it for it in ledger if it.number == entry.corrects), None)
    if corrected is None:
        yield Refusal(kind=RefusalKind.NO_SUCH_ENTRY, entry=entry.corrects)
    elif corrected.kind is EntryKind.CORRECTION:
        yield Refusal(kind=RefusalKind.CORRECTS_CORRECTION, entry=corrected.number)
    elif corrected.number in struck_out(ledger):
        by = struck_out(ledger)[corrected.number]
        yield Refusal(kind=RefusalKind.CORRECTED_ALREADY, entry=by)
