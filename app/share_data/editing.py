"""The forms on owners, numbers and meetings, as they are or as they were sent."""

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from flask_babel import gettext as _

from app.access import User
from app.filters import long_date, plain_text, weekday
from app.provenance import get_sources
from app.share_data import queries
from app.share_data.annex_file import decode, read_annex
from app.share_data.commands import RIGHT, entry_of
from app.share_data.forms import AnnexForm, ImportForm, MeetingForm, OwnerForm
from app.share_data.pages import (
    AnnexPage,
    BoardPage,
    NumberPage,
    OwnerPage,
    annex_page,
    board_page,
    preview_lines,
)
from app.share_refusals import refusal_text
from app.store.names import Names
from app.store.results import revision
from app.store.shares import share_register
from app.store.tables import MunicipalityRow, ShareOwnerRow
from planning.calendars import norway, to_day
from planning.rights.share_owners import OwnerKind
from planning.rights.shares import broken_by


class Editing:
    """What every form is made from: what owners are called, and who asks."""

    def __init__(self, names: Names, user: User) -> None:
        self._names = names
        self._user = user

    def new_owner(self, municipality: str) -> OwnerPage:
        """The form that adds an owner; a municipality may be chosen beforehand."""
        data = {"seen": revision(), "is_public": True, "municipality": municipality}
        form = self._owner_form(None, data)
        return OwnerPage(key="", title=_("Add an owner"), form=form)

    def owner(self, row: ShareOwnerRow) -> OwnerPage:
        """The form that changes an owner."""
        data = {**asdict(entry_of(row)), "seen": revision()}
        data["note"] = plain_text(row.note)
        return OwnerPage(
            key=row.key,
            title=self._names.owner(row.key),
            form=self._owner_form(row, data),
            can_remove=not (
                queries.is_needed(row.key) or queries.is_in_ledger(row.key)
            ),
        )

    def _owner_form(self, row: ShareOwnerRow | None, data: dict[str, Any]) -> OwnerForm:
        others = [it for it in queries.list_owners() if it is not row]
        keys = {it.key for it in others}
        return OwnerForm(
            municipalities=[
                (it.number, it.name)
                for it in queries.list_municipalities()
                if it.number not in keys
            ],
            taken={it.organisation_number for it in others} - {""},
            has_company=any(it.kind == OwnerKind.COMPANY for it in others),
            fixed=None if row is None else entry_of(row),
            note_before={} if row is None else row.note,
            data=data,
        )

    def number(self, row: MunicipalityRow) -> NumberPage:
        """The form on the number of a municipality in the annex."""
        entered = queries.list_annex().get(row.number)
        note = {} if entered is None else entered.note
        data = {
            "seen": revision(),
            "shares": None if entered is None else entered.shares,
            "note": plain_text(note),
        }
        form = AnnexForm(note_before=note, data=data)
        is_entered = entered is not None
        return NumberPage(
            number=row.number, name=row.name, form=form, is_entered=is_entered
        )

    def annex(self) -> AnnexPage:
        """The whole annex, with the form for a file."""
        return annex_page(
            queries.list_municipalities(),
            queries.list_annex(),
            (it.key for it in queries.list_owners()),
            get_sources(),
            can_edit=self._user.may(RIGHT),
            form=ImportForm(data={"seen": revision()}),
        )

    def annex_read(self) -> AnnexPage:
        """The same with what the file that was sent says."""
        page = self.annex()
        sent = page.form.file.data
        content = sent.read() if sent else b""
        text = decode(content) if content else page.form.lines.data or ""
        places = queries.list_municipalities()
        holders = [(it.number, it.name) for it in places if it.holds_option]
        found = read_annex(text, holders)
        preview = preview_lines(found, queries.list_annex(), self._names)
        return replace(page, read=found, text=text, preview=preview)

    def board(self) -> BoardPage:
        """The meetings, with the form that adds one."""
        rows = queries.list_meetings()
        form = MeetingForm(taken={it.day for it in rows}, data={"seen": revision()})
        can_edit = self._user.may(RIGHT)
        return board_page(rows, get_sources(), form=form, can_edit=can_edit)

    def board_with(self, page: BoardPage, day: date) -> BoardPage:
        """The meetings with what a new one would unsettle among the entries."""
        register = share_register()
        known = register.rules
        days = tuple(sorted({*known.board_days, to_day(day)}))
        rules = replace(known, board_days=days)
        broken = broken_by(register.ledger, known, rules)
        unsettled = (
            (number, " ".join(refusal_text(it, self._names) for it in found))
            for number, found in broken.items()
        )
        return replace(page, unsettled=tuple(unsettled), odd=_odd(day))


def _odd(day: date) -> str:
    """That nobody meets on such a day, as far as is known; empty of a working day."""
    if norway().is_working(to_day(day)):
        return ""
    return _(
        "%(weekday)s %(day)s is no working day.",
        weekday=weekday(day).capitalize(),
        day=long_date(day),
    )
