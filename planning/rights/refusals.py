"""Why an entry of the ledger of shares can't be made; the kinds are stable."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from planning.rights.share_ranges import Ranges


class RefusalKind(StrEnum):
    """Why an entry can't be made."""

    NO_SHARES = "no-shares"
    TWICE = "twice"
    SELLER_LACKS = "seller-lacks"
    NUMBERS_TAKEN = "numbers-taken"
    NUMBERS_GAP = "numbers-gap"
    PAR_DIFFERS = "par-differs"
    NOT_AT_PAR = "not-at-par"
    TO_ITSELF = "to-itself"
    NOT_PUBLIC = "not-public"
    NO_USE_AGREEMENT = "no-use-agreement"
    NOT_JOINED = "not-joined"
    SOLD_TO_OTHER = "sold-to-other"
    OPTION_NOT_FROM_FOUNDER = "option-not-from-founder"
    ANNEX_NOT_ENTERED = "annex-not-entered"
    NOT_THE_ANNEX = "not-the-annex"
    REDEEMED_BY_OTHER = "redeemed-by-other"
    FOUNDER_NOT_DECLINED = "founder-not-declined"
    FOUNDER_DECLINED = "founder-declined"
    NOT_REDEEMABLE = "not-redeemable"
    NOT_ALL_REDEEMED = "not-all-redeemed"
    NO_NOTICE = "no-notice"
    NOTICE_LATE = "notice-late"
    NO_DUE_DATE = "no-due-date"
    DUE_BEFORE_NOTICE = "due-before-notice"
    NO_BOARD_DAY = "no-board-day"
    BOARD_BEFORE_NOTICE = "board-before-notice"
    NO_BOARD_MEETING = "no-board-meeting"
    NOT_FIRST_BOARD_MEETING = "not-first-board-meeting"
    BREAKS_LATER = "breaks-later"
    NO_SUCH_ENTRY = "no-such-entry"
    CORRECTED_ALREADY = "corrected-already"
    CORRECTS_CORRECTION = "corrects-correction"
    SELLER_HAS_FEWER = "seller-has-fewer"
    NUMBER_NOT_ENTERED = "number-not-entered"
    LEDGER_EMPTY = "ledger-empty"
    ANNOUNCED_DONE = "announced-done"
    ANNOUNCED_GIVEN_UP = "announced-given-up"
    NOT_AS_ANNOUNCED = "not-as-announced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an entry is refused, and what that is about; only what fits is given."""

    kind: RefusalKind
    owner: str = ""
    ranges: Ranges = ()
    shares: int = 0
    day: int | None = None
    amount: Decimal | None = None
    entry: int | None = None


Broken = Mapping[int, tuple[Refusal, ...]]
"""Entries that hold no longer, by their numbers, with what speaks against each."""
