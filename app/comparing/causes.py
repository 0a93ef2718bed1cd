"""Who moved a date between two states, when, and with what: the history knows.

A state stands on a revision of the plan; a scenario adds its own changes. A date that
differs between two states was moved by the last change between them that moved it; a
sum has a part of each change that did.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.changes import change_text
from app.comparing.states import OpenedState
from app.extensions import db
from app.filters import moment
from app.past_changes import writer_name
from app.store.names import Names
from app.store.tables import ChangeRow, ScenarioChangeRow
from planning.kept_money import KeptMoney

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A change of the plan or of a scenario, and what is kept of each date it moved.

    `money` is what is kept of everybody's money; turned where the change lies between
    the two states the other way round.
    """

    id: str
    text: str
    who: str
    when: datetime
    url: str
    dates: Mapping[str, Document] = field(repr=False)
    money: KeptMoney = field(repr=False)


def list_deeds(one: OpenedState, other: OpenedState, names: Names) -> tuple[Deed, ...]:
    """Every change that lies between two states, oldest first; scenarios' last."""
    first, last = sorted((one.revision, other.revision))
    is_back = one.revision > other.revision
    deeds = [_of_history(it, names, is_back) for it in _between(first, last)]
    for state in (one, other):
        if state.scenario is not None:
            rows = _kept(state.scenario)
            deeds += [_of_scenario(it, names, state is one) for it in rows]
    return tuple(deeds)


def who_text(deed: Deed) -> str:
    """Who did it and when."""
    return _("%(who)s, %(when)s", who=deed.who, when=moment(deed.when))


class Causes:
    """Answers which change moved a date."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        self._by_date = {id: it for it in deeds for id in it.dates}

    def of_date(self, id: str, cause: str | None) -> Deed | None:
        """The last change that moved a date, or what moved it."""
        return self._by_date.get(id) or self._by_date.get(cause or "")


def _between(first: int, last: int) -> Iterable[ChangeRow]:
    if first == last:
        return ()
    return db.session.scalars(
        select(ChangeRow)
        .where(ChangeRow.revision > first, ChangeRow.revision <= last)
        .order_by(ChangeRow.id)
    )


def _kept(scenario_id: int) -> Iterable[ScenarioChangeRow]:
    return db.session.scalars(
        select(ScenarioChangeRow)
        .where(ScenarioChangeRow.scenario_id == scenario_id)
        .where(ScenarioChangeRow.is_taken_back.is_(False))
        .order_by(ScenarioChangeRow.position)
    )


def _of_history(row: ChangeRow, names: Names, is_turned: bool) -> Deed:
    url = url_for("history.change", change_id=row.id)
    undoes = None if row.undoes_id is None else f"change-{row.undoes_id}"
    money = _money(f"change-{row.id}", row.moved, undoes, is_turned)
    return _deed(money, row, url, names)


def _of_scenario(row: ScenarioChangeRow, names: Names, is_turned: bool) -> Deed:
    url = url_for("scenarios.scenario", scenario_id=row.scenario_id)
    kept = _money(f"scenario-change-{row.id}", row.moved, None, is_turned)
    money = replace(kept, is_tried=True)
    return _deed(money, row, f"{url}#change-{row.id}", names)


def _money(id: str, moved: Document, undoes: str | None, is_turned: bool) -> KeptMoney:
    """What a change kept of money; an older one kept nothing of it."""
    money = moved.get("money") or {}
    return KeptMoney(
        key=id,
        money={it["municipality"]: it for it in money.get("municipalities", ())},
        reckoned=frozenset(
            (*money.get("reckoned", ()), *money.get("no_longer_reckoned", ()))
        ),
        undoes=undoes,
        is_turned=is_turned,
    )


def _deed(
    money: KeptMoney, row: ChangeRow | ScenarioChangeRow, url: str, names: Names
) -> Deed:
    return Deed(
        id=money.key,
        text=change_text(row, names),
        who=writer_name(row.by, row.by_name),
        when=row.at,
        url=url,
        dates={it["id"]: it for it in row.moved.get("moved", ())},
        money=money,
    )
