"""Upgrades of a database that is filled: its rows stay, and new facts come in."""

from datetime import date

import pytest
from sqlalchemy import inspect, select

from app.extensions import db
from app.store import database, results
from app.store.database import State
from app.store.engine import changing_tables
from app.store.errors import DatabaseError
from app.store.loader import load_snapshot
from app.store.mirror import reflect
from app.store.seed import seed
from app.store.tables import (
    BindingRow,
    ChangeRow,
    MoneyFigureRow,
    PlacementRow,
    WaveRow,
)
from app.store.undoing import undo
from app.store.writing import writing
from planning.money_facts import Assumptions
from tests.builders import ULSTEIN

NEW = {"decided_day", "debt_service", "calendar", "is_council_recess"}
NEW |= {"body", "motion", "amendments", "conditions", "result", "finality"}
NEW |= {"votes_for", "votes_against", "case_number"}


def rows_by_table() -> dict[str, list[dict]]:
    """Every row as it was before the columns that came with the upgrade."""
    with db.engine.connect() as connection:
        return {
            table.name: [
                {name: value for name, value in row.items() if name not in NEW}
                for row in connection.execute(
                    select(table).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in reflect(connection).sorted_tables
            if table.name != "seed"
        }


@pytest.fixture
def old(any_plan, office):
    """Take a database in which somebody has worked back to what it was at 0002."""
    k14 = db.session.scalar(select(WaveRow).where(WaveRow.code == "K14"))
    with writing(any_plan, by=office, what="waves.moved"):
        placement().wave_id = k14.id
    db.session.rollback()
    with changing_tables(db.engine) as connection:
        database.downgrade_on(connection, "0002")
    results.results().forget()
    return rows_by_table()


def placement() -> PlacementRow:
    where = PlacementRow.municipality == ULSTEIN
    return db.session.scalars(select(PlacementRow).where(where)).one()


def test_an_upgrade_keeps_every_row(old):
    assert database.state() is State.BEHIND
    assert len(old["placement"]) == len(old["municipality"]) == 66
    assert len(old["change"]) == 1
    database.upgrade()
    database.require_ready()
    now = rows_by_table()
    assert {name: now[name] for name in old} == old
    assert not any(now[name] for name in set(now) - set(old))


def test_before_the_facts_are_loaded_nothing_is_known_of_them(old):
    database.upgrade()
    found = load_snapshot(results.current_plan())
    assert found.bindings == found.closed_periods == found.components == ()
    assert found.money.assumptions == Assumptions()
    assert {it.decided_day for it in found.plan.placements} == {None}


def test_before_the_facts_are_loaded_nothing_is_reckoned(old):
    database.upgrade()
    with pytest.raises(DatabaseError, match="unloaded"):
        results.evaluation(results.current_plan())
    seed()
    assert results.evaluation(results.current_plan()).projections


def test_after_an_upgrade_the_facts_are_loaded_and_changes_stay(old):
    database.upgrade()
    seeded = seed()
    assert seeded.inserted["binding_member"] == 12
    assert seeded.inserted["assumption"] == 7
    assert seeded.updated == {"placement": 66, "money_figure": 2}
    assert placement().decided_day == date(2025, 4, 1)
    assert db.session.get(WaveRow, placement().wave_id).code == "K14"
    assert db.session.get(MoneyFigureRow, "E02").debt_service == "included"
    assert db.session.scalar(select(BindingRow.key)) == "namdal-2020"
    assert seed().changes == 0


def test_what_was_changed_before_an_upgrade_can_be_taken_back_after_it(old, office):
    database.upgrade()
    seed()
    undo(db.session.scalars(select(ChangeRow)).one(), by=office)
    assert db.session.get(WaveRow, placement().wave_id).code == "K13"


def test_numbers_go_on_after_an_upgrade(old, office):
    """Rows that are taken over keep their numbers, and no number comes again."""
    database.upgrade()
    seed()
    greatest = max(row["id"] for row in old["placement"])
    with writing(results.current_plan(), by=office, what="test"):
        gone = placement()
        db.session.delete(gone)
    with writing(results.current_plan(), by=office, what="test"):
        new = PlacementRow(
            plan_id=results.current_plan().id, municipality=ULSTEIN, wave_id=None
        )
        db.session.add(new)
    assert placement().id > greatest


def test_what_people_have_entered_goes_with_a_downgrade_and_nothing_else_does(old):
    assert "binding" not in old
    assert NEW.isdisjoint(
        column["name"]
        for table in ("placement", "money_figure", "template_link")
        for column in inspect(db.engine).get_columns(table)
    )
