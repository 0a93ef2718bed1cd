"""The writes on agreements, their parties and annexes."""

from collections.abc import Iterable
from typing import Any

from app.access import User, require
from app.agreements.entries import AgreementEntry, entry_of, fill
from app.agreements.queries import list_annexes, list_party_rows
from app.extensions import db
from app.store.stored_files import add_file
from app.store.tables import (
    AgreementAnnexRow,
    AgreementPartyRow,
    AgreementRow,
    ChangeRow,
    PlanRow,
)
from app.store.writing import writing

RIGHT = "rights.edit"


def add(plan: PlanRow, entry: AgreementEntry, *, by: User) -> ChangeRow | None:
    """Add an agreement, or a new version of one."""
    require(by, RIGHT)
    what = "agreements.added" if entry.replaces is None else "agreements.replaced"
    with writing(plan, by=by, what=what, values={"title": entry.title}) as write:
        row = AgreementRow()
        fill(row, entry)
        db.session.add(row)
        db.session.flush()
        _put_parties(row, entry)
    return write.change


def change(
    plan: PlanRow, row: AgreementRow, entry: AgreementEntry, *, by: User, seen: int
) -> ChangeRow | None:
    """Say something else of an agreement."""
    require(by, RIGHT)
    with writing(
        plan,
        by=by,
        what="agreements.changed",
        values={"title": entry.title},
        seen=seen,
        touches=_touched(row),
    ) as write:
        if entry != entry_of(row, list_party_rows(row.id)):
            fill(row, entry)
            _put_parties(row, entry)
    return write.change


def remove(
    plan: PlanRow, row: AgreementRow, *, by: User, seen: int
) -> ChangeRow | None:
    """Take an agreement away, with its parties and annexes; the files stay."""
    require(by, RIGHT)
    with writing(
        plan,
        by=by,
        what="agreements.removed",
        values={"title": row.title},
        seen=seen,
        touches=_touched(row),
    ) as write:
        for annex, _file in list_annexes(row.id):
            db.session.delete(annex)
        for party in list_party_rows(row.id):
            db.session.delete(party)
        db.session.flush()
        db.session.delete(row)
    return write.change


def add_annex(
    plan: PlanRow,
    row: AgreementRow,
    content: bytes,
    *,
    title: str,
    name: str,
    media_type: str,
    by: User,
) -> ChangeRow | None:
    """Add an annex, after those that there are."""
    require(by, RIGHT)
    values = {"annex": title, "title": row.title}
    with writing(plan, by=by, what="agreements.annex-added", values=values) as write:
        positions = [annex.position for annex, _file in list_annexes(row.id)]
        checksum = add_file(content, name=name, media_type=media_type, by=by.key)
        db.session.add(
            AgreementAnnexRow(
                agreement_id=row.id,
                position=max(positions, default=0) + 1,
                title=title,
                checksum=checksum,
            )
        )
    return write.change


def remove_annex(
    plan: PlanRow, row: AgreementRow, annex: AgreementAnnexRow, *, by: User, seen: int
) -> ChangeRow | None:
    """Take an annex away; its file stays, so that this can be undone."""
    require(by, RIGHT)
    values: dict[str, Any] = {"annex": annex.title, "title": row.title}
    with writing(
        plan,
        by=by,
        what="agreements.annex-removed",
        values=values,
        seen=seen,
        touches=[(annex.__tablename__, str(annex.id))],
    ) as write:
        db.session.delete(annex)
    return write.change


def _put_parties(row: AgreementRow, entry: AgreementEntry) -> None:
    """Let those be parties who were named; who stays keeps the row."""
    rows = {(it.municipality or "", it.party): it for it in list_party_rows(row.id)}
    wanted = [(number, "") for number in sorted(entry.municipalities)]
    wanted += [("", name) for name in entry.others]
    for key in rows.keys() - set(wanted):
        db.session.delete(rows[key])
    for number, name in wanted:
        if (number, name) not in rows:
            db.session.add(
                AgreementPartyRow(
                    agreement_id=row.id, municipality=number or None, party=name
                )
            )


def _touched(row: AgreementRow) -> Iterable[tuple[str, str]]:
    """The row with those of its parties."""
    yield row.__tablename__, str(row.id)
    for party in list_party_rows(row.id):
        yield party.__tablename__, str(party.id)
