"""The writes on what is announced; what is carried out or given up is left as it is."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.access import User, require
from app.extensions import db
from app.store.announced import announced_change
from app.store.columns import Texts
from app.store.names import Names
from app.store.shares import ShareRegister, read_register
from app.store.tables import AnnouncedChangeRow, ChangeRow
from app.store.writing import writing
from planning.calendars import to_date
from planning.rights.announced import AnnouncedChange, Stage, judge, stage_of
from planning.rights.ledger import EntryKind
from planning.rights.refusals import Refusal

RIGHT = "rights.edit"
ENTERED = "entered"


class AnnouncedRefused(Exception):  # noqa: N818 - reads as what the user is told
    """The ledger has changed since it was looked at, and it can't be so any more."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__(", ".join(it.kind for it in refusals))
        self.refusals = refusals


class NoLongerOpen(Exception):  # noqa: N818 - reads as what the user is told
    """It is carried out or given up."""


def announce(
    it: AnnouncedChange, note: Texts, names: Names, *, by: User
) -> ChangeRow | None:
    """Announce a sale or a redemption.

    Raises:
        AnnouncedRefused: with every reason.
    """
    require(by, RIGHT)
    with writing(
        None, by=by, what="shares.announced", values=_told(it, names)
    ) as write:
        _refuse_wrong(read_register(), it)
        row = AnnouncedChangeRow()
        _fill(row, it, note)
        db.session.add(row)
    return write.change


def change(
    row: AnnouncedChangeRow,
    it: AnnouncedChange,
    note: Texts,
    names: Names,
    *,
    by: User,
    seen: int,
) -> ChangeRow | None:
    """Say something else of what is announced.

    Raises:
        AnnouncedRefused: with every reason.
        NoLongerOpen: it is carried out or given up.
    """
    require(by, RIGHT)
    with writing(
        None,
        by=by,
        what="shares.announced-changed",
        values=_told(it, names),
        seen=seen,
        touches=_touched(row),
    ) as write:
        register = read_register()
        _refuse_closed(register, row)
        _refuse_wrong(register, it)
        if (it, note) != (announced_change(row), row.note):
            _fill(row, it, note)
    return write.change


def give_up(
    row: AnnouncedChangeRow, day: date, names: Names, *, by: User, seen: int
) -> ChangeRow | None:
    """Say that nothing comes of it.

    Raises:
        NoLongerOpen: it is carried out or given up.
    """
    require(by, RIGHT)
    with writing(
        None,
        by=by,
        what="shares.announced-given-up",
        values=_told(announced_change(row), names),
        seen=seen,
        touches=_touched(row),
    ) as write:
        _refuse_closed(read_register(), row)
        row.given_up_on = day
    return write.change


def _refuse_wrong(register: ShareRegister, it: AnnouncedChange) -> None:
    refusals = judge(register.ledger, register.rules, it).refusals
    if refusals:
        raise AnnouncedRefused(refusals)


def _refuse_closed(register: ShareRegister, row: AnnouncedChangeRow) -> None:
    if stage_of(register.ledger, announced_change(row)) is not Stage.OPEN:
        raise NoLongerOpen


def _touched(row: AnnouncedChangeRow) -> Iterable[tuple[str, str]]:
    return [(row.__tablename__, str(row.id))]


def _told(it: AnnouncedChange, names: Names) -> dict[str, Any]:
    """What the sentence on it is made from."""
    return {
        "kind": it.kind.value,
        "seller": names.owner(it.seller),
        "buyer": names.owner(it.buyer),
        "shares": it.wanted if it.kind is EntryKind.TRANSFER else None,
    }


def _fill(row: AnnouncedChangeRow, it: AnnouncedChange, note: Texts) -> None:
    row.kind, row.seller, row.buyer = it.kind.value, it.seller, it.buyer
    row.shares = it.shares
    row.ranges = [[each.first, each.last] for each in it.ranges]
    row.price, row.case_number = it.price, it.case_number
    row.planned_on = to_date(it.day)
    row.notice_on, row.due_on = _date(it.notice), _date(it.due)
    row.board_on, row.declined_on = _date(it.board), _date(it.declined)
    row.note, row.confidence = note, ENTERED


def _date(day: int | None) -> date | None:
    return None if day is None else to_date(day)
