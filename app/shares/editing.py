"""The forms of the ledger with their pages: what was typed, and what speaks against it.

The engine is asked before anything is saved; what it refuses stands at the field that
mends it. A redemption takes all that its holder owns; of a sale without numbers the
lowest that the seller owns are taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.moved import MovedPart
from app.share_cautions import NOTHING_ODD, CautionPart, caution_part
from app.share_fields import put_refusal
from app.share_words import ranges_text
from app.shares.forms import (
    CorrectionForm,
    EntryForm,
    IssueForm,
    Option,
    RedemptionForm,
    SharesForm,
    TransferForm,
)
from app.shares.words import EntryTexts, coming_text, entry_texts
from app.store.announced import find_announced, has_old_letters
from app.store.commitments import facts_of
from app.store.names import Names
from app.store.shares import ShareRegister
from app.store.sorting import sort_key
from planning.calendars import to_date, to_day
from planning.rights.announced import (
    AnnouncedChange,
    as_entry,
    check_carrying,
    unlike_notice,
)
from planning.rights.ledger import (
    EntryKind,
    ShareEntry,
    applied,
    lots_on,
    next_number,
    numbers_of,
    par_value,
)
from planning.rights.refusals import Refusal, RefusalKind
from planning.rights.share_cautions import Caution, CautionKind, find_cautions
from planning.rights.share_owners import OwnerKind
from planning.rights.share_ranges import Ranges, first_of
from planning.rights.shares import check_entry

LONGEST_NUMBER = 10
FORMS: Mapping[str, type[SharesForm]] = {
    EntryKind.ISSUE: IssueForm,
    EntryKind.TRANSFER: TransferForm,
    EntryKind.REDEMPTION: RedemptionForm,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """A form on its page; `coming` says what an entry that holds would come to.

    `tried` is what it would move in the plan, where that was asked for. `board_days`
    are the meetings that are entered, as the day's field takes them.
    """

    kind: str
    texts: EntryTexts
    form: EntryForm
    corrects: int | None = None
    coming: str = ""
    tried: MovedPart | None = None
    cautions: CautionPart = NOTHING_ODD
    board_days: tuple[str, ...] = ()


class Editing:
    """What every form is made from: the register, and what owners are called."""

    def __init__(
        self, register: ShareRegister, names: Names, *, revision: int, status_date: date
    ) -> None:
        self._register = register
        self._names = names
        self._given: dict[str, Any] = {"status_date": status_date}
        self._seen = revision
        self._status_date = status_date

    def page(self, kind: str, asked: Mapping[str, str]) -> EntryPage:
        """The form for an issue, a sale or a redemption; `asked` fills some fields."""
        data = {"seen": self._seen, **self._defaults(kind), **self._wished(asked)}
        form = FORMS[kind](owners=self._owners(), data=data, **self._given)
        days = self._register.rules.board_days
        return EntryPage(
            kind=kind,
            texts=entry_texts(kind),
            form=form,
            board_days=tuple(to_date(day).isoformat() for day in days),
        )

    def correction_page(self, number: int) -> EntryPage:
        """The form that strikes an entry out."""
        data = {"seen": self._seen, "day": self._status_date}
        return EntryPage(
            kind=EntryKind.CORRECTION,
            texts=entry_texts(EntryKind.CORRECTION),
            form=CorrectionForm(data=data, **self._given),
            corrects=number,
        )

    def entry(self, page: EntryPage) -> ShareEntry:
        """What a form that holds says, as the engine reads it."""
        form = page.form
        bare = ShareEntry(
            number=next_number(self._register.ledger),
            kind=form.kind,
            day=_day(form, "day") or 0,
            case_number=form.case_number.data or "",
            corrects=page.corrects,
            announced=_announced_in(form),
        )
        if not isinstance(form, SharesForm):
            return bare
        filled = replace(
            bare,
            buyer=form.buyer.data,
            seller=_text(form, "seller"),
            price=form.price.data or Decimal(0),
            share_class=_text(form, "share_class"),
            due=_day(form, "due_on"),
            board=_day(form, "board_on"),
            notice=_day(form, "notice_on"),
            declined=_day(form, "declined_on"),
        )
        return replace(filled, ranges=self._ranges(form, filled))

    def refuse(self, page: EntryPage, entry: ShareEntry) -> bool:
        """Put what speaks against an entry at the fields that mend it."""
        if self._lacks(page.form, entry):
            return True
        register = self._register
        found = check_entry(register.ledger, register.rules, entry)
        announced = _announced(entry)
        if announced is not None:
            found += tuple(check_carrying(register.ledger, announced, entry))
        for refusal in found:
            put_refusal(page.form, refusal, self._names)
        return bool(found)

    def warned(self, page: EntryPage, entry: ShareEntry) -> EntryPage:
        """The page with what is odd about an entry that holds."""
        ledger, rules = self._register.ledger, self._register.rules
        one = entry.seller if entry.kind is EntryKind.REDEMPTION else entry.buyer
        municipality = rules.owners[one].municipality if one in rules.owners else ""
        facts = facts_of(municipality) if municipality else ()
        found = [*find_cautions(lots_on(ledger, entry.day), rules, entry, facts)]
        announced = _announced(entry)
        if announced is not None:
            found += unlike_notice(ledger, rules, announced, entry)
            if has_old_letters(announced.id):
                found.append(Caution(kind=CautionKind.LETTERS_OLD))
        return replace(page, cautions=caution_part(found, self._names))

    def told(self, page: EntryPage, entry: ShareEntry) -> EntryPage:
        """The page with what an entry that holds would come to."""
        lots = applied(lots_on(self._register.ledger, entry.day), entry)
        return replace(page, coming=coming_text(entry, lots, self._names))

    def _lacks(self, form: EntryForm, entry: ShareEntry) -> bool:
        """Say how many the seller has, where more are asked of it than that."""
        is_all = entry.kind is EntryKind.REDEMPTION
        asked = 1 if is_all else form["shares"].data if "shares" in form else None
        if not asked or entry.shares >= asked:
            return False
        fewer = Refusal(
            kind=RefusalKind.SELLER_HAS_FEWER,
            owner=entry.seller,
            shares=entry.shares,
            day=entry.day,
        )
        put_refusal(form, fewer, self._names)
        return True

    def _ranges(self, form: SharesForm, entry: ShareEntry) -> Ranges:
        if "numbers" in form and form["numbers"].ranges:
            typed: Ranges = form["numbers"].ranges
            return typed
        owned = numbers_of(lots_on(self._register.ledger, entry.day), entry.seller)
        if entry.kind is EntryKind.REDEMPTION:
            return owned
        return first_of(owned, form["shares"].data or 0) if "shares" in form else ()

    def _owners(self) -> list[Option]:
        """Who can be chosen, by name."""
        named = [(it, self._names.owner(it)) for it in self._register.rules.owners]
        return sorted(named, key=lambda it: sort_key(it[1]))

    def _defaults(self, kind: str) -> dict[str, Any]:
        """The par, the day, and Trondheim where it is nearest at hand."""
        owners = self._register.rules.owners.values()
        founder = next((it.key for it in owners if it.is_founder), "")
        side = "seller" if kind == EntryKind.TRANSFER else "buyer"
        par = par_value(self._register.ledger)
        return {"day": self._status_date, "price": par, side: founder}

    def _wished(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """What was announced; or who the user came from, and the annex's number."""
        rules = self._register.rules
        announced = _asked(asked)
        if announced is not None:
            return self._as_announced(announced)
        found: dict[str, Any] = {
            side: asked[side]
            for side in ("buyer", "seller")
            if asked.get(side) in rules.owners
        }
        buyer = rules.owners.get(asked.get("buyer", ""))
        if buyer is not None and buyer.kind is OwnerKind.MUNICIPALITY:
            found["shares"] = rules.annex.get(buyer.municipality)
        return found

    def _as_announced(self, it: AnnouncedChange) -> dict[str, Any]:
        """What the notice told; a day that is not known is left to the user."""
        entry = as_entry(self._register.ledger, self._register.rules, it)
        days = {
            "day": entry.day,
            "notice_on": entry.notice,
            "due_on": entry.due,
            "board_on": entry.board,
            "declined_on": entry.declined,
        }
        return {
            "announced": it.id,
            "seller": it.seller,
            "buyer": it.buyer,
            "shares": it.wanted,
            "numbers": ranges_text(it.ranges),
            "price": entry.price or None,
            "case_number": it.case_number,
            **{name: None if at is None else to_date(at) for name, at in days.items()},
        }


def _asked(asked: Mapping[str, str]) -> AnnouncedChange | None:
    """The announcement that the address names, if there is such."""
    typed = asked.get("announced", "")
    is_number = typed.isascii() and typed.isdigit() and len(typed) < LONGEST_NUMBER
    return find_announced(int(typed)) if is_number else None


def _announced_in(form: EntryForm) -> int | None:
    """The announcement that a form carries out, if there is such."""
    id: int | None = form["announced"].data if "announced" in form else None
    return id if id is not None and find_announced(id) is not None else None


def _announced(entry: ShareEntry) -> AnnouncedChange | None:
    """What an entry carries out."""
    return None if entry.announced is None else find_announced(entry.announced)


def _day(form: EntryForm, name: str) -> int | None:
    value = form[name].data if name in form else None
    return None if value is None else to_day(value)


def _text(form: EntryForm, name: str) -> str:
    return (form[name].data or "") if name in form else ""
