"""What the pages of the ledger say: their headings, and what an entry would come to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import long_date
from app.share_words import ranges_text, shares_text
from app.store.names import Names
from planning.calendars import to_date
from planning.rights.ledger import EntryKind, Lots, ShareEntry, numbers_of
from planning.rights.share_ranges import count


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTexts:
    """The heading and explanation of the form of one kind of entry."""

    title: str
    about: str
    save: str


def entry_texts(kind: str) -> EntryTexts:
    """What the page of a kind says."""
    return TEXTS[EntryKind(kind)]()


def _issue() -> EntryTexts:
    return EntryTexts(
        title=_("Enter shares that are issued"),
        about=_(
            "At the founding, or later when new shares are made. Everything else is"
            " reckoned from these: begin with the founding."
        ),
        save=_("Enter the issue"),
    )


def _transfer() -> EntryTexts:
    return EntryTexts(
        title=_("Enter a transfer"),
        about=_(
            "Shares that are sold, always at par. A municipality that uses its option"
            " buys from Trondheim, as many as the annex says."
        ),
        save=_("Enter the transfer"),
    )


def _redemption() -> EntryTexts:
    return EntryTexts(
        title=_("Enter a redemption"),
        about=_(
            "When a municipality with an option leaves, Trondheim redeems all of its"
            " shares at par, or the company where Trondheim declines."
        ),
        save=_("Enter the redemption"),
    )


def _correction() -> EntryTexts:
    return EntryTexts(
        title=_("Strike out an entry"),
        about=_(
            "Nothing in the ledger is changed or taken away. The correction is an entry"
            " of its own, and who owned what is then told as if the other had never"
            " been. Enter what is right afterwards."
        ),
        save=_("Strike it out"),
    )


TEXTS: Mapping[EntryKind, Callable[[], EntryTexts]] = {
    EntryKind.ISSUE: _issue,
    EntryKind.TRANSFER: _transfer,
    EntryKind.REDEMPTION: _redemption,
    EntryKind.CORRECTION: _correction,
}


def coming_text(entry: ShareEntry, lots: Lots, names: Names) -> str:
    """Who would have how many once an entry is made; `lots` are those after it."""
    buyer = shares_text(count(numbers_of(lots, entry.buyer)))
    told = {
        "shares": shares_text(entry.shares),
        "numbers": ranges_text(entry.ranges),
        "day": long_date(to_date(entry.day)),
        "buyer": names.owner(entry.buyer),
        "has": buyer,
    }
    if not entry.seller:
        return _(
            "%(shares)s, numbers %(numbers)s. %(buyer)s has %(has)s on %(day)s.", **told
        )
    return _(
        "%(shares)s, numbers %(numbers)s. %(buyer)s has %(has)s on %(day)s, and"
        " %(seller)s %(left)s.",
        seller=names.owner(entry.seller),
        left=shares_text(count(numbers_of(lots, entry.seller))),
        **told,
    )
