"""Taking changes back."""

from datetime import date

import pytest
from sqlalchemy import select, text

from app.extensions import db
from app.store import results
from app.store.errors import UndoRefused
from app.store.tables import PlacementRow, TemplateActivityRow, WaveRow
from app.store.undoing import UNDONE, undo
from app.store.writing import writing
from tests.app.conftest import NOON
from tests.builders import ULSTEIN, report_row, step_row, wave_row


def wave(code: str = "K13") -> WaveRow:
    return db.session.scalars(select(WaveRow).where(WaveRow.code == code)).one()


def placement() -> PlacementRow:
    where = PlacementRow.municipality == ULSTEIN
    return db.session.scalars(select(PlacementRow).where(where)).one()


def set_day(plan, by, day):
    with writing(plan, by=by, what="waves.date-set", values={"wave": "K13"}) as write:
        wave().set_day = day
    return write.change


def everything() -> dict[str, list[tuple]]:
    tables = (
        "plan",
        "wave",
        "placement",
        "template_activity",
        "report",
        "municipality",
    )
    return {
        table: [
            tuple(row)
            for row in db.session.execute(text(f"SELECT * FROM {table} ORDER BY 1"))
        ]
        for table in tables
    }


def test_an_undo_restores_what_was_there(any_plan, office):
    before = everything()
    snapshot = results.evaluation(any_plan).snapshot
    change = set_day(any_plan, office, date(2025, 10, 1))
    undone = undo(change, by=office)
    assert everything() == before
    assert results.evaluation(any_plan).snapshot.plan == snapshot.plan
    assert (undone.what, undone.undoes_id) == (UNDONE, change.id)
    assert undone.values == {
        "change": change.id,
        "what": "waves.date-set",
        "values": {"wave": "K13"},
    }
    assert undone.moved["waves"][0]["days"] == -183
    assert results.revision() == 3


def test_an_undo_taken_back_is_a_redo(any_plan, office, council):
    change = set_day(any_plan, office, date(2025, 10, 1))
    redone = undo(undo(change, by=office), by=council)
    assert wave().set_day == date(2025, 10, 1)
    assert redone.by_name == "Kommunestyret"


def test_a_new_row_goes_and_comes_back_under_its_number(any_plan, office):
    new = wave_row(any_plan.id)
    with writing(any_plan, by=office, what="waves.added") as write:
        db.session.add(new)
        db.session.flush()
        placement().wave_id = new.id
    number, home = new.id, wave("K13").id
    undone = undo(write.change, by=office)
    assert db.session.get(WaveRow, number) is None
    assert placement().wave_id == home
    undo(undone, by=office)
    assert db.session.get(WaveRow, number).window_first == date(2026, 10, 1)
    assert placement().wave_id == number


def test_a_removed_row_comes_back_whole(any_plan, office):
    before = everything()
    with writing(any_plan, by=office, what="template.removed") as write:
        db.session.delete(
            db.session.scalars(
                select(TemplateActivityRow).where(TemplateActivityRow.key == "training")
            ).one()
        )
    undo(write.change, by=office)
    assert everything() == before


def test_a_row_that_took_the_name_of_another_makes_room(any_plan, office):
    before = everything()
    old = db.session.scalars(
        select(TemplateActivityRow).where(TemplateActivityRow.key == "training")
    ).one()
    with writing(any_plan, by=office, what="template.replaced") as write:
        db.session.delete(old)
        db.session.flush()
        db.session.add(step_row(any_plan.id, "training"))
    undone = undo(write.change, by=office)
    assert everything() == before
    undo(undone, by=office)
    assert "Rehearsal" in str(everything()["template_activity"])


def test_a_later_change_of_the_same_field_stands_in_the_way(any_plan, office, council):
    first = set_day(any_plan, office, date(2025, 10, 1))
    set_day(any_plan, council, date(2025, 5, 5))
    with pytest.raises(UndoRefused) as refused:
        undo(first, by=office)
    assert (refused.value.kind, refused.value.by_name) == (
        "changed-since",
        "Kommunestyret",
    )
    assert refused.value.at == NOON
    item = refused.value.item
    # What the change left, and what is there now.
    assert (item.field, item.before, item.after) == (
        "set_day",
        "2025-10-01",
        "2025-05-05",
    )
    assert wave().set_day == date(2025, 5, 5)
    assert results.revision() == 3


def test_a_later_change_of_another_field_does_not(plan, office, council):
    first = set_day(plan, office, date(2025, 10, 1))
    with writing(plan, by=council, what="test"):
        wave().printed = "soon"
    undo(first, by=office)
    assert (wave().set_day, wave().printed) == (None, "soon")


def test_a_change_is_not_taken_back_twice(plan, office, council):
    change = set_day(plan, office, date(2025, 10, 1))
    undo(change, by=council)
    with pytest.raises(UndoRefused) as refused:
        undo(change, by=office)
    assert refused.value.by_name == "Kommunestyret"


def test_a_row_that_has_gone_stands_in_the_way(any_plan, office, council):
    new = report_row("preproject", "done", date(2023, 5, 2))
    with writing(None, by=office, what="progress.reported"):
        db.session.add(new)
    with writing(None, by=office, what="progress.reported") as write:
        new.remaining = "3w"
    with writing(None, by=council, what="progress.withdrawn"):
        db.session.delete(new)
    with pytest.raises(UndoRefused) as refused:
        undo(write.change, by=office)
    assert (refused.value.kind, refused.value.by_name) == (
        "changed-since",
        "Kommunestyret",
    )


def test_a_new_row_that_was_changed_since_does_not_go(any_plan, office, council):
    new = wave_row(any_plan.id)
    with writing(any_plan, by=office, what="waves.added") as write:
        db.session.add(new)
    with writing(any_plan, by=council, what="test"):
        new.printed = "ours now"
    with pytest.raises(UndoRefused) as refused:
        undo(write.change, by=office)
    assert refused.value.by_name == "Kommunestyret"
    assert refused.value.item.after == {"printed": "ours now"}
    assert wave("K16").printed == "ours now"


def test_a_new_row_that_is_in_use_does_not_go(any_plan, office, council):
    new, ulstein = wave_row(any_plan.id), placement()
    with writing(any_plan, by=office, what="waves.added") as write:
        db.session.add(new)
    with writing(any_plan, by=council, what="waves.municipality-moved"):
        ulstein.wave_id = new.id
    with pytest.raises(UndoRefused) as refused:
        undo(write.change, by=office)
    assert (refused.value.kind, refused.value.by_name) == ("in-use", "Kommunestyret")
    assert wave("K16")


def test_what_changed_without_a_trace_stands_in_the_way_of_nobody_named(plan, office):
    change = set_day(plan, office, date(2025, 10, 1))
    db.session.execute(text("UPDATE wave SET set_day = NULL"))
    db.session.commit()
    with pytest.raises(UndoRefused) as refused:
        undo(change, by=office)
    assert (refused.value.by_name, refused.value.at) == ("", None)


def test_a_status_date_is_taken_back(plan, office):
    with writing(None, by=office, what="settings.status-date") as write:
        results.programme().status_date = date(2024, 1, 31)
    undo(write.change, by=office)
    assert results.programme().status_date == date(2023, 11, 30)
