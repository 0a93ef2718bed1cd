"""What a notice of a transfer of shares says, in the language that is in force."""

from collections.abc import Iterator
from datetime import date

from flask_babel import get_locale
from flask_babel import gettext as _

from app.filters import kroner, long_date
from app.papers.letters import Letter
from app.share_words import ranges_text, shares_text
from app.store.names import Names
from app.store.tables import ShareOwnerRow
from planning.calendars import to_date
from planning.rights.ledger import EntryKind
from planning.rights.notices import Notice


def notice_letter(
    notice: Notice,
    receiver: ShareOwnerRow,
    names: Names,
    *,
    number: int,
    company: str,
    today: date,
) -> Letter:
    """The letter to one receiver; it is dated as the notice was given."""
    day = today if notice.day is None else to_date(notice.day)
    seller = names.owner(notice.seller)
    return Letter(
        tongue=str(get_locale()).replace("_", "-"),
        day=day,
        receiver=tuple(_address(receiver, names)),
        references=tuple(_references(notice, number, day)),
        title=_title(notice),
        opening=(
            _opening(notice, names, company),
            _(
                "This is the written notice to the company and to all other"
                " shareholders that the co-operation agreement asks for (clause 9.2)."
            ),
        ),
        facts=tuple(_facts(notice, seller, names.owner(notice.buyer))),
        closing=(
            _(
                "Shares in the company always change hands at par. The board treats the"
                " transfer in the first possible meeting."
            ),
        ),
        sender=_("On behalf of %(seller)s", seller=seller),
    )


def _title(notice: Notice) -> str:
    if notice.kind is EntryKind.REDEMPTION:
        return _("Notice that shares are redeemed")
    return _("Notice that shares are transferred")


def _opening(notice: Notice, names: Names, company: str) -> str:
    told = {
        "seller": names.owner(notice.seller),
        "buyer": names.owner(notice.buyer),
        "shares": shares_text(notice.shares or 0),
        "company": company,
    }
    if notice.kind is EntryKind.REDEMPTION:
        return _("%(buyer)s redeems %(shares)s in %(company)s from %(seller)s.", **told)
    return _("%(seller)s transfers %(shares)s in %(company)s to %(buyer)s.", **told)


def _address(receiver: ShareOwnerRow, names: Names) -> Iterator[str]:
    """The body that the letter goes to; never a person."""
    name = names.owner(receiver.key)
    yield _("%(name)s municipality", name=name) if receiver.municipality else name
    if receiver.organisation_number:
        yield _("Organisation number %(number)s", number=receiver.organisation_number)


def _references(notice: Notice, number: int, day: date) -> Iterator[tuple[str, str]]:
    yield _("Letter number"), str(number)
    yield _("Date"), long_date(day)
    if notice.case_number:
        yield _("Case number"), notice.case_number


def _facts(notice: Notice, seller: str, buyer: str) -> Iterator[tuple[str, str]]:
    """What the agreement asks to be told, and what else is known."""
    yield _("Number of shares"), shares_text(notice.shares or 0)
    yield _("Share numbers"), ranges_text(notice.ranges) or _("not entered")
    yield _("Seller"), seller
    yield _("Buyer"), buyer
    price = notice.price
    yield _("Price of a share, at par"), kroner(price) if price else _("not entered")
    if price:
        yield _("Price in all"), kroner(price * (notice.shares or 0))
    yield _("Payment is due"), _day(notice.due)
    yield _("Treated by the board"), _day(notice.board)


def _day(day: int | None) -> str:
    return _("not entered") if day is None else long_date(to_date(day))
