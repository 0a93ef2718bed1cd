"""What a municipality’s page says of its shares in a few sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.announced_words import announced_text
from app.filters import kroner, long_date
from app.language import language
from app.share_waiting import is_owner, is_waiting
from app.share_words import ranges_text, shares_text
from app.store.announced import announced_changes
from app.store.names import names_for
from app.store.results import current_plan, programme
from app.store.shares import ShareRegister, owned_on, share_register
from app.store.tables import MunicipalityRow
from planning.calendars import to_date, to_day
from planning.rights.announced import Stage, notice_of_announced, stage_of
from planning.rights.ledger import EntryKind, standing

MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class SharePart:
    """What is known of the shares of a municipality, with a link to all of it.

    `announced` is what is announced and open, or that nothing is where the option is
    used: a sentence, with the address and the name of what is next.
    """

    sentences: tuple[str, ...]
    url: str
    link: str
    announced: tuple[tuple[str, str, str], ...] = ()


def share_part(row: MunicipalityRow, *, can_edit: bool) -> SharePart:
    """The shares of a municipality at the status date."""
    register = share_register()
    day = to_day(programme().status_date)
    sentences = tuple(_sentences(register, row, day))
    announced = tuple(_announced(register, row.number))
    if row.holds_option and is_waiting(row.number):
        announced = (_waiting(row.number, can_edit=can_edit),)
    if any(row.number in (it.buyer, it.seller) for it in register.ledger):
        link = _("See the entries in the share ledger")
        url = url_for("shares.ledger", owner=row.number)
        return SharePart(sentences, url, link, announced)
    url = url_for("shares.index")
    return SharePart(sentences, url, _("See the shares"), announced)


def _waiting(number: str, *, can_edit: bool) -> tuple[str, str, str]:
    """That the option is used and nothing is announced, with the way to do so."""
    told = _("The option is used, and no purchase is entered or announced.")
    if not can_edit:
        return told, url_for("announced.index"), _("See all that is announced")
    if not is_owner(number):
        url = url_for("share_data.new_owner", municipality=number)
        return told, url, _("Add as owner")
    url = url_for("announced.new", kind=EntryKind.TRANSFER.value, buyer=number)
    return told, url, _("Announce the purchase")


def _announced(register: ShareRegister, number: str) -> Iterator[tuple[str, str, str]]:
    """What is announced and open; of many, how many there are."""
    found = [
        it
        for it in announced_changes()
        if number in (it.seller, it.buyer)
        and stage_of(register.ledger, it) is Stage.OPEN
    ]
    if len(found) > MOST_TOLD:
        yield (
            ngettext(
                "%(num)d sale or redemption is announced.",
                "%(num)d sales or redemptions are announced.",
                len(found),
            ),
            url_for("announced.index"),
            _("See all that is announced"),
        )
        return
    names = names_for(current_plan(), language())
    for it in found:
        told = notice_of_announced(register.ledger, register.rules, it)
        yield (
            _announced_sentence(announced_text(it, told.shares, names), told.due),
            url_for("announced.announced", announced_id=it.id),
            _("See what is announced"),
        )


def _announced_sentence(change: str, due: int | None) -> str:
    if due is None:
        return _(
            "Announced: %(change)s. When payment is due is not entered.", change=change
        )
    return _(
        "Announced: %(change)s. Payment is due on %(day)s.",
        change=change,
        day=long_date(to_date(due)),
    )


def _sentences(
    register: ShareRegister, row: MunicipalityRow, day: int
) -> Iterator[str]:
    """How many, when they were bought, and what the annex says."""
    held = next((it for it in owned_on(day).holdings if it.owner == row.number), None)
    if held is not None:
        yield _(
            "%(shares)s, numbers %(numbers)s: %(sum)s at par.",
            shares=shares_text(held.shares),
            numbers=ranges_text(held.ranges),
            sum=kroner(held.par_sum),
        )
    else:
        yield _("No shares are entered.")
    yield from _history(register, row.number, day, is_owner=held is not None)
    if not row.holds_option:
        yield _("It sells shares to the others, and redeems from those who leave.")
        return
    number = register.rules.annex.get(row.number)
    if number is None:
        yield _("The number in the annex is not entered.")
    else:
        yield _("The annex says %(shares)s.", shares=shares_text(number))


def _history(
    register: ShareRegister, number: str, day: int, *, is_owner: bool
) -> Iterator[str]:
    """When shares were bought, or when the last were redeemed."""
    entries = [it for it in standing(register.ledger) if it.day <= day]
    if is_owner:
        got = [it for it in entries if it.buyer == number]
        bought = [it.day for it in got if it.kind is EntryKind.TRANSFER]
        if bought:
            at = long_date(to_date(bought[0]))
            is_one = len(bought) == len(got) == 1
            one = _("Bought on %(day)s.", day=at)
            yield one if is_one else _("The first were bought on %(day)s.", day=at)
        return
    gone = [
        it.day
        for it in entries
        if it.seller == number and it.kind is EntryKind.REDEMPTION
    ]
    if gone:
        at = long_date(to_date(gone[-1]))
        yield _("Its shares were redeemed on %(day)s.", day=at)
