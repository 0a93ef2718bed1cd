"""Reads of bindings, closed periods and national components."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.preconditions.filling import Row
from app.store.tables import (
    BindingMemberRow,
    BindingRow,
    ChangeItemRow,
    ChangeRow,
    ClosedPeriodRow,
    ComponentRow,
    MunicipalityRow,
    PlanRow,
    RegionRow,
    TemplateActivityRow,
)

TABLES: Mapping[str, type[Row]] = {
    "bindings": BindingRow,
    "periods": ClosedPeriodRow,
    "components": ComponentRow,
}
"""What stands in addresses, and the rows that it stands for."""


def list_bindings() -> Sequence[BindingRow]:
    """The bindings in the order in which they came."""
    return db.session.scalars(select(BindingRow).order_by(BindingRow.id)).all()


def list_periods() -> Sequence[ClosedPeriodRow]:
    """The closed periods, as they come in a year."""
    order = (ClosedPeriodRow.first_month, ClosedPeriodRow.first_day, ClosedPeriodRow.id)
    return db.session.scalars(select(ClosedPeriodRow).order_by(*order)).all()


def list_components() -> Sequence[ComponentRow]:
    """The national components in the order in which they came."""
    return db.session.scalars(select(ComponentRow).order_by(ComponentRow.id)).all()


def list_rows(kind: str) -> Sequence[Row]:
    """All of a kind."""
    lists: Mapping[str, Callable[[], Sequence[Row]]] = {
        "bindings": list_bindings,
        "periods": list_periods,
        "components": list_components,
    }
    return lists[kind]()


def get_row(kind: str, key: str) -> Row:
    """Return one of a kind by its key; an unknown one is not found."""
    found = next((row for row in list_rows(kind) if row.key == key), None)
    return found or abort(404)


def list_members() -> Mapping[int, list[str]]:
    """The municipalities of every binding, by its id, sorted by name."""
    rows = db.session.execute(
        select(BindingMemberRow.binding_id, BindingMemberRow.municipality)
        .join(MunicipalityRow, MunicipalityRow.number == BindingMemberRow.municipality)
        .order_by(MunicipalityRow.sort_key)
    )
    members: dict[int, list[str]] = defaultdict(list)
    for binding_id, municipality in rows:
        members[binding_id].append(municipality)
    return members


def list_member_rows(binding_id: int) -> Sequence[BindingMemberRow]:
    """The rows of the municipalities of one binding."""
    return db.session.scalars(
        select(BindingMemberRow)
        .where(BindingMemberRow.binding_id == binding_id)
        .order_by(BindingMemberRow.id)
    ).all()


def list_member_keys_since(binding_id: int, revision: int) -> frozenset[str]:
    """The keys of members that came or went after a revision."""
    items = db.session.execute(
        select(ChangeItemRow.row_key, ChangeItemRow.before, ChangeItemRow.after)
        .join(ChangeRow, ChangeRow.id == ChangeItemRow.change_id)
        .where(
            ChangeRow.revision > revision,
            ChangeItemRow.table == BindingMemberRow.__tablename__,
            ChangeItemRow.field == "",
        )
    )
    return frozenset(
        key
        for key, before, after in items
        if (before or after)["binding_id"] == binding_id
    )


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, sorted by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def list_regions() -> Sequence[RegionRow]:
    """All regions, sorted by name."""
    return db.session.scalars(select(RegionRow).order_by(RegionRow.sort_key)).all()


def list_step_keys(plan: PlanRow) -> Sequence[str]:
    """The keys of the steps of the template, in their order."""
    return db.session.scalars(
        select(TemplateActivityRow.key)
        .where(TemplateActivityRow.plan_id == plan.id)
        .order_by(TemplateActivityRow.position, TemplateActivityRow.id)
    ).all()
