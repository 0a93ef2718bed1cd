"""Who wrote a row last, and when: beside what somebody entered.

The members of a binding count as part of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app.extensions import db
from app.filters import moment
from app.past_changes import writer_name
from app.store.tables import BindingMemberRow, BindingRow, ChangeItemRow, ChangeRow

PART_OF = {BindingMemberRow.__tablename__: (BindingRow.__tablename__, "binding_id")}

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """Who changed a row last, and when."""

    who: str
    when: str

    @property
    def text(self) -> str:
        """By the programme office, 1 December 2023 at 13:00."""
        return _("By %(who)s, %(when)s", who=self.who, when=self.when)


def find_last_written(tables: Iterable[str]) -> Mapping[Key, Written]:
    """Who wrote last in each row of some tables that has a history."""
    wanted = set(tables)
    parts = {part for part, (whole, _field) in PART_OF.items() if whole in wanted}
    items = db.session.execute(
        select(ChangeItemRow, ChangeRow.by, ChangeRow.by_name, ChangeRow.at)
        .join(ChangeRow, ChangeRow.id == ChangeItemRow.change_id)
        .where(ChangeItemRow.table.in_(wanted | parts))
        .order_by(ChangeItemRow.id)
    )
    last = {_key(item): (by, by_name, at) for item, by, by_name, at in items}
    return {
        key: Written(writer_name(by, by_name), moment(at))
        for key, (by, by_name, at) in last.items()
    }


def _key(item: ChangeItemRow) -> Key:
    """The table and key of the row that a change counts for."""
    if item.table not in PART_OF:
        return item.table, item.row_key
    whole, field = PART_OF[item.table]
    values: Mapping[str, Any] = item.before or item.after or {}
    return whole, str(values[field])
