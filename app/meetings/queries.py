"""Reads of meetings, of their rules, and of how long cases take."""

from collections.abc import Mapping, Sequence

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.meetings.filling import Row
from app.store.tables import (
    CaseLeadRow,
    MeetingRow,
    MeetingRuleRow,
    MunicipalityRow,
    RegionRow,
)

TABLES: Mapping[str, type[Row]] = {"days": MeetingRow, "rules": MeetingRuleRow}
"""What stands in addresses, and the rows that it stands for."""


def get_municipality(number: str) -> MunicipalityRow:
    """Return a municipality; an unknown one is not found."""
    return db.session.get(MunicipalityRow, number) or abort(404)


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, sorted by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def list_region_keys() -> Sequence[str]:
    """The regions in the order of their names."""
    return db.session.scalars(select(RegionRow.key).order_by(RegionRow.name)).all()


def get_row(kind: str, number: str, id: int) -> Row:
    """Return a meeting or a rule of a municipality; another one is not found."""
    row: Row | None = (
        db.session.get(MeetingRow, id)
        if TABLES[kind] is MeetingRow
        else db.session.get(MeetingRuleRow, id)
    )
    return row if row is not None and row.municipality == number else abort(404)


def list_meetings(number: str) -> Sequence[MeetingRow]:
    """The meetings of a municipality that are entered, in their order."""
    return db.session.scalars(
        select(MeetingRow)
        .where(MeetingRow.municipality == number)
        .order_by(MeetingRow.day, MeetingRow.body)
    ).all()


def list_rules(number: str) -> Sequence[MeetingRuleRow]:
    """The rules of a municipality, in the order in which they came."""
    return db.session.scalars(
        select(MeetingRuleRow)
        .where(MeetingRuleRow.municipality == number)
        .order_by(MeetingRuleRow.id)
    ).all()


def find_lead(number: str | None) -> CaseLeadRow | None:
    """How long a case takes in a municipality, or for everybody else."""
    return db.session.scalar(
        select(CaseLeadRow)
        .where(CaseLeadRow.municipality == number)
        .order_by(CaseLeadRow.id)
        .limit(1)
    )


def list_all_meetings() -> Sequence[MeetingRow]:
    """Every meeting that is entered."""
    return db.session.scalars(select(MeetingRow)).all()
