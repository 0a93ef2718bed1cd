"""The forms on what is announced: what was typed, and what speaks against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.announced.forms import AnnouncedForm, LeavingForm, Option, SaleForm
from app.announced.words import FormTexts, texts_of
from app.errors import ErrorPage
from app.filters import plain_text
from app.share_cautions import NOTHING_ODD, CautionPart, caution_part
from app.share_fields import put_refusal
from app.share_words import ranges_text
from app.store.announced import announced_change
from app.store.commitments import facts_of
from app.store.names import Names
from app.store.shares import ShareRegister
from app.store.sorting import sort_key
from app.store.tables import AnnouncedChangeRow
from planning.calendars import to_date
from planning.rights.announced import (
    AnnouncedChange,
    announced_already,
    as_entry,
    judge,
)
from planning.rights.ledger import EntryKind, lots_on, par_value
from planning.rights.refusals import RefusalKind
from planning.rights.share_cautions import find_cautions
from planning.rights.share_owners import OwnerKind

FORMS: Mapping[str, type[AnnouncedForm]] = {
    EntryKind.TRANSFER: SaleForm,
    EntryKind.REDEMPTION: LeavingForm,
}
LEFT_EMPTY = frozenset(
    {
        RefusalKind.NUMBER_NOT_ENTERED,
        RefusalKind.NO_NOTICE,
        RefusalKind.NO_DUE_DATE,
        RefusalKind.NO_BOARD_DAY,
    }
)
"""What the user has left empty, and need not be asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form on its page; without `id` it announces something new.

    `first` is what somebody else has changed meanwhile.
    """

    kind: str
    texts: FormTexts
    form: AnnouncedForm
    id: int | None = None
    first: ErrorPage | None = None
    cautions: CautionPart = NOTHING_ODD
    board_days: tuple[str, ...] = ()


class Editing:
    """What every form is made from: the register, and what owners are called."""

    def __init__(
        self,
        register: ShareRegister,
        others: Iterable[AnnouncedChange],
        names: Names,
        *,
        revision: int,
    ) -> None:
        self._register = register
        self._others = tuple(others)
        self._names = names
        self._seen = revision

    def new_page(self, kind: str, asked: Mapping[str, str]) -> FormPage:
        """The form that announces something; `asked` fills some of its fields."""
        data = {**self._defaults(kind), **self._wished(asked)}
        return self._page(kind, data, {}, None)

    def page(self, row: AnnouncedChangeRow) -> FormPage:
        """The form that changes what is announced."""
        it = announced_change(row)
        days = {
            "day": it.day,
            "notice_on": it.notice,
            "due_on": it.due,
            "board_on": it.board,
            "declined_on": it.declined,
        }
        data = {
            "seller": it.seller,
            "buyer": it.buyer,
            "shares": it.shares,
            "numbers": ranges_text(it.ranges),
            "price": it.price,
            "case_number": it.case_number,
            "note": plain_text(row.note),
            **{name: None if at is None else to_date(at) for name, at in days.items()},
        }
        return self._page(row.kind, data, row.note, row.id)

    def _page(
        self, kind: str, data: dict[str, Any], note: dict[str, str], id: int | None
    ) -> FormPage:
        form = FORMS[kind](
            owners=self._owners(), note_before=note, data={"seen": self._seen, **data}
        )
        days = self._register.rules.board_days
        return FormPage(
            kind=kind,
            texts=texts_of(kind),
            form=form,
            id=id,
            board_days=tuple(to_date(day).isoformat() for day in days),
        )

    def refuse(self, page: FormPage, it: AnnouncedChange) -> bool:
        """Put what speaks against it at the fields that mend it."""
        found = judge(self._register.ledger, self._register.rules, it).refusals
        for refusal in found:
            put_refusal(page.form, refusal, self._names)
        return bool(found)

    def warned(self, page: FormPage, it: AnnouncedChange) -> FormPage:
        """The page with what is odd about it, or stands in the way of the entry."""
        ledger, rules = self._register.ledger, self._register.rules
        entry = as_entry(ledger, rules, it)
        one = it.seller if it.kind is EntryKind.REDEMPTION else it.buyer
        municipality = rules.owners[one].municipality
        facts = facts_of(municipality) if municipality else ()
        odd = (
            *find_cautions(lots_on(ledger, it.day), rules, entry, facts),
            *announced_already(ledger, self._others, it),
        )
        not_yet = judge(ledger, rules, it).not_yet
        asked = [later for later in not_yet if later.kind not in LEFT_EMPTY]
        return replace(page, cautions=caution_part(odd, self._names, asked))

    def _owners(self) -> list[Option]:
        """Who can be chosen, by name."""
        named = [(it, self._names.owner(it)) for it in self._register.rules.owners]
        return sorted(named, key=lambda it: sort_key(it[1]))

    def _defaults(self, kind: str) -> dict[str, Any]:
        """The par, and Trondheim on the side that it most often has."""
        owners = self._register.rules.owners.values()
        founder = next((it.key for it in owners if it.is_founder), "")
        side = "seller" if kind == EntryKind.TRANSFER else "buyer"
        return {"price": par_value(self._register.ledger), side: founder}

    def _wished(self, asked: Mapping[str, str]) -> dict[str, Any]:
        """Who the user came from, and the number of the annex where it is entered."""
        rules = self._register.rules
        found: dict[str, Any] = {
            side: asked[side]
            for side in ("buyer", "seller")
            if asked.get(side) in rules.owners
        }
        buyer = rules.owners.get(asked.get("buyer", ""))
        if buyer is not None and buyer.kind is OwnerKind.MUNICIPALITY:
            found["shares"] = rules.annex.get(buyer.municipality)
        return found
