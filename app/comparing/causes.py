"""Who moved a date between two states, when, and with what: the history knows.

A state stands on a revision of the plan; a scenario adds its own changes. What differs
between two states was moved by the last change between them that moved it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import url_for
from sqlalchemy import select

from app.changes import change_text
from app.comparing.states import OpenedState
from app.extensions import db
from app.past_changes import writer_name
from app.store.names import Names
from app.store.tables import ChangeRow, ScenarioChangeRow

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A change of the plan or of a scenario, and what is kept of each date it moved.

    `money` are the municipalities whose money it moved.
    """

    id: str
    text: str
    who: str
    when: datetime
    url: str
    dates: Mapping[str, Document] = field(repr=False)
    money: frozenset[str] = frozenset()


def list_deeds(one: OpenedState, other: OpenedState, names: Names) -> tuple[Deed, ...]:
    """Every change that lies between two states, oldest first; scenarios' last."""
    first, last = sorted((one.revision, other.revision))
    deeds = [_of_history(it, names) for it in _between(first, last)]
    for state in (one, other):
        if state.scenario is not None:
            deeds += [_of_scenario(it, names) for it in _kept(state.scenario)]
    return tuple(deeds)


class Causes:
    """Answers which change moved a date, or somebody's money."""

    def __init__(self, deeds: Sequence[Deed]) -> None:
        self._by_date = {id: it for it in deeds for id in it.dates}
        self._by_money = {number: it for it in deeds for number in it.money}

    def of_date(self, id: str, cause: str | None) -> Deed | None:
        """The last change that moved a date, or what moved it."""
        return self._by_date.get(id) or self._by_date.get(cause or "")

    def of_money(self, number: str) -> Deed | None:
        """The last change that moved a municipality's money."""
        return self._by_money.get(number)


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


def _of_history(row: ChangeRow, names: Names) -> Deed:
    url = url_for("history.change", change_id=row.id)
    return _deed(f"change-{row.id}", row, url, names)


def _of_scenario(row: ScenarioChangeRow, names: Names) -> Deed:
    url = url_for("scenarios.scenario", scenario_id=row.scenario_id)
    return _deed(f"scenario-change-{row.id}", row, f"{url}#change-{row.id}", names)


def _deed(id: str, row: ChangeRow | ScenarioChangeRow, url: str, names: Names) -> Deed:
    money = row.moved.get("money") or {}
    return Deed(
        id=id,
        text=change_text(row, names),
        who=writer_name(row.by, row.by_name),
        when=row.at,
        url=url,
        dates={it["id"]: it for it in row.moved.get("moved", ())},
        money=frozenset(it["municipality"] for it in money.get("municipalities", ())),
    )
