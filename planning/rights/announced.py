"""Sales and redemptions that are announced before they stand in the ledger.

Notice comes first: what is announced is held against the rules of the ledger for the
day on which it is planned. What breaks one is refused; what is only not so yet is
told, and stands in the way of the entry alone. An entry that names an announcement
carries it out, and where that entry is struck out it is open again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from planning.rights.ledger import (
    EntryKind,
    Ledger,
    ShareEntry,
    lots_on,
    next_number,
    numbers_of,
    par_value,
    standing,
)
from planning.rights.notices import Notice, notice_receivers
from planning.rights.refusals import Refusal, RefusalKind
from planning.rights.share_cautions import Caution, CautionKind
from planning.rights.share_owners import ShareRules
from planning.rights.share_ranges import Range, Ranges, count, first_of
from planning.rights.shares import check_entry, first_board_meeting

NOT_YET = frozenset(
    {
        RefusalKind.NO_NOTICE,
        RefusalKind.NO_DUE_DATE,
        RefusalKind.NO_BOARD_DAY,
        RefusalKind.NO_USE_AGREEMENT,
        RefusalKind.NOT_JOINED,
        RefusalKind.ANNEX_NOT_ENTERED,
        RefusalKind.FOUNDER_NOT_DECLINED,
    }
)
"""What may still come to be; known as a day after the planned one, it can't."""


class Stage(StrEnum):
    """What has become of an announcement."""

    OPEN = "open"
    CARRIED_OUT = "carried-out"
    GIVEN_UP = "given-up"


class StepKind(StrEnum):
    """What is to be done next."""

    SAY_MORE = "say-more"
    SEND = "send"
    SEND_LATE = "send-late"
    ENTER_MEETING = "enter-meeting"
    BOARD = "board"
    WAIT = "wait"
    ENTER = "enter"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedChange:
    """What is announced; what is not known is None.

    `day` is when it is planned to take effect, `notice` when the letters go. A
    redemption takes all that the seller has; `ranges` are given where somebody chose
    the numbers. Without a price it is par, without a board day the first possible.
    """

    id: int
    kind: EntryKind
    seller: str
    buyer: str
    day: int
    shares: int | None = None
    ranges: Ranges = ()
    price: Decimal | None = None
    due: int | None = None
    board: int | None = None
    notice: int | None = None
    declined: int | None = None
    case_number: str = ""
    given_up: int | None = None

    @property
    def wanted(self) -> int | None:
        """How many shares are sold, where it is said."""
        return count(self.ranges) or self.shares


@dataclass(frozen=True, slots=True)
class Judgement:
    """What speaks against an announcement, and what is only not so yet."""

    refusals: tuple[Refusal, ...] = ()
    not_yet: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done next, and the day of it where there is one."""

    kind: StepKind
    day: int | None = None


def carried_out_by(ledger: Ledger, id: int) -> ShareEntry | None:
    """The entry that counts and carries an announcement out."""
    return next((it for it in standing(ledger) if it.announced == id), None)


def stage_of(ledger: Ledger, it: AnnouncedChange) -> Stage:
    """What has become of an announcement."""
    if carried_out_by(ledger, it.id) is not None:
        return Stage.CARRIED_OUT
    return Stage.OPEN if it.given_up is None else Stage.GIVEN_UP


def board_day(rules: ShareRules, it: AnnouncedChange) -> int | None:
    """The meeting of the board that treats it, where one is known."""
    if it.board is not None or it.notice is None:
        return it.board
    return first_board_meeting(rules, it.notice)


def as_entry(ledger: Ledger, rules: ShareRules, it: AnnouncedChange) -> ShareEntry:
    """The entry that it would be, as if it had not been carried out."""
    before = _without(ledger, it)
    owned = numbers_of(lots_on(before, it.day), it.seller)
    if it.kind is EntryKind.TRANSFER:
        owned = it.ranges or first_of(owned, it.shares or 0)
    par = par_value(before)
    return ShareEntry(
        number=next_number(ledger),
        kind=it.kind,
        day=it.day,
        seller=it.seller,
        buyer=it.buyer,
        ranges=owned,
        price=it.price if it.price is not None else par or Decimal(0),
        due=it.due,
        board=board_day(rules, it),
        notice=it.notice,
        declined=it.declined,
        case_number=it.case_number,
        announced=it.id,
    )


def judge(ledger: Ledger, rules: ShareRules, it: AnnouncedChange) -> Judgement:
    """Hold an announcement against the rules, for the day on which it is planned."""
    before, entry = _without(ledger, it), as_entry(ledger, rules, it)
    is_empty = not standing(before)
    wanted = it.wanted if it.kind is EntryKind.TRANSFER else 1
    if is_empty:
        # Who has which numbers is not known: so many are taken as if they were there.
        entry = replace(entry, ranges=entry.ranges or (Range(1, wanted or 1),))
    elif (wanted or 0) > entry.shares:
        fewer = Refusal(
            kind=RefusalKind.SELLER_HAS_FEWER,
            owner=it.seller,
            shares=entry.shares,
            day=it.day,
        )
        return Judgement((fewer,))
    found = tuple(_put_right(check_entry(before, rules, entry), wanted, is_empty))
    later = tuple(one for one in found if _is_not_yet(one))
    return Judgement(tuple(one for one in found if one not in later), later)


def check_carrying(
    ledger: Ledger, it: AnnouncedChange, entry: ShareEntry
) -> Iterator[Refusal]:
    """Why an entry can't carry out an announcement."""
    done = carried_out_by(ledger, it.id)
    if done is not None:
        yield Refusal(kind=RefusalKind.ANNOUNCED_DONE, entry=done.number)
    elif it.given_up is not None:
        yield Refusal(kind=RefusalKind.ANNOUNCED_GIVEN_UP, day=it.given_up)
    told = (it.kind, it.seller, it.buyer)
    if (entry.kind, entry.seller, entry.buyer) != told:
        yield Refusal(kind=RefusalKind.NOT_AS_ANNOUNCED, owner=it.buyer)


def unlike_notice(
    ledger: Ledger, rules: ShareRules, it: AnnouncedChange, entry: ShareEntry
) -> Iterator[Caution]:
    """That an entry says another number or day of payment than the notice did."""
    told = notice_of_announced(ledger, rules, it)
    shares, due = told.shares or entry.shares, told.due or entry.due
    if (shares, due) != (entry.shares, entry.due):
        yield Caution(
            kind=CautionKind.UNLIKE_NOTICE, owner=it.buyer, shares=shares, day=due
        )


def announced_already(
    ledger: Ledger, others: Iterable[AnnouncedChange], it: AnnouncedChange
) -> Iterator[Caution]:
    """That the same two are in an open announcement of the same kind."""
    same = (it.kind, it.seller, it.buyer)
    for other in others:
        is_same = (other.kind, other.seller, other.buyer) == same
        if is_same and other.id != it.id and stage_of(ledger, other) is Stage.OPEN:
            yield Caution(
                kind=CautionKind.ALREADY_ANNOUNCED, owner=it.buyer, day=other.day
            )
            return


def notice_of_announced(
    ledger: Ledger, rules: ShareRules, it: AnnouncedChange
) -> Notice:
    """What the letters tell; numbers that nobody chose are told of a redemption."""
    ranges = it.ranges
    if it.kind is EntryKind.REDEMPTION:
        ranges = as_entry(ledger, rules, it).ranges
    return Notice(
        kind=it.kind,
        seller=it.seller,
        buyer=it.buyer,
        shares=count(ranges) or it.shares,
        ranges=ranges,
        price=it.price or par_value(_without(ledger, it)),
        due=it.due,
        board=board_day(rules, it),
        day=it.notice,
        case_number=it.case_number,
    )


def told_of(ledger: Ledger, rules: ShareRules, it: AnnouncedChange) -> tuple[str, ...]:
    """The keys of those who get the notice: the company, and all other owners."""
    number = next_number(ledger)
    entry = ShareEntry(number=number, kind=it.kind, day=it.day, seller=it.seller)
    return notice_receivers(_without(ledger, it), rules, entry)


def next_step(
    ledger: Ledger,
    rules: ShareRules,
    it: AnnouncedChange,
    *,
    has_letters: bool,
    today: int,
) -> Step:
    """What is to be done next with an announcement that is open."""
    told = notice_of_announced(ledger, rules, it)
    board = board_day(rules, it)
    if not told.is_complete or it.notice is None:
        return Step(StepKind.SAY_MORE)
    if not has_letters or it.notice > today:
        is_late = it.notice < today
        return Step(StepKind.SEND_LATE if is_late else StepKind.SEND, it.notice)
    if board is None:
        return Step(StepKind.ENTER_MEETING)
    if board > today:
        return Step(StepKind.BOARD, board)
    return Step(StepKind.WAIT if it.day > today else StepKind.ENTER, it.day)


def _without(ledger: Ledger, it: AnnouncedChange) -> Ledger:
    return tuple(entry for entry in ledger if entry.announced != it.id)


def _put_right(
    found: Iterable[Refusal], wanted: int | None, is_empty: bool
) -> Iterator[Refusal]:
    """Say that a number is not known, rather than what follows from that."""
    if not wanted:
        yield Refusal(kind=RefusalKind.NUMBER_NOT_ENTERED)
    for it in found:
        if is_empty and it.kind is RefusalKind.SELLER_LACKS:
            yield Refusal(kind=RefusalKind.LEDGER_EMPTY, owner=it.owner)
        elif it.kind is RefusalKind.NO_SHARES:
            continue
        elif wanted or it.kind is not RefusalKind.NOT_THE_ANNEX:
            yield it


UNKNOWN = frozenset(
    {
        RefusalKind.NUMBER_NOT_ENTERED,
        RefusalKind.LEDGER_EMPTY,
        RefusalKind.NO_BOARD_MEETING,
    }
)
"""What is only not entered, whatever day stands beside it."""


def _is_not_yet(it: Refusal) -> bool:
    return it.kind in UNKNOWN or (it.kind in NOT_YET and it.day is None)
