"""Two who change the same thing: the second is told who was first."""

from datetime import date

import pytest
from sqlalchemy import select, text

from app.extensions import db
from app.store import results
from app.store.errors import ClashError
from app.store.tables import PlacementRow, WaveRow
from app.store.writing import writing
from tests.app.conftest import NOON
from tests.builders import ULSTEIN, wave_row


def wave(code: str = "K13") -> WaveRow:
    return db.session.scalars(select(WaveRow).where(WaveRow.code == code)).one()


def placement(number: str = ULSTEIN) -> PlacementRow:
    where = PlacementRow.municipality == number
    return db.session.scalars(select(PlacementRow).where(where)).one()


def test_somebody_else_was_first(any_plan, office, council):
    k13 = wave()
    touches = [("wave", str(k13.id))]
    with writing(any_plan, by=council, what="waves.date-set", seen=1, touches=touches):
        k13.set_day = date(2025, 5, 1)
    with (
        pytest.raises(ClashError) as clash,
        writing(any_plan, by=office, what="test", seen=1, touches=touches),
    ):
        k13.set_day = date(2025, 6, 1)
    assert clash.value.by_name == "Kommunestyret"
    assert clash.value.at == NOON
    (item,) = clash.value.items
    assert (item.field, item.before, item.after) == ("set_day", None, "2025-05-01")
    assert wave().set_day == date(2025, 5, 1)


def test_another_row_or_a_newer_look_is_no_clash(plan, office):
    k13, k14 = wave(), wave("K14")
    with writing(plan, by=office, what="test"):
        k13.set_day = date(2025, 5, 1)
    with writing(plan, by=office, what="test", seen=1, touches=[("wave", str(k14.id))]):
        k14.set_day = date(2025, 10, 9)
    with writing(plan, by=office, what="test", seen=2, touches=[("wave", str(k13.id))]):
        k13.set_day = date(2025, 5, 2)
    assert results.revision() == 4


def test_a_row_that_has_gone_meanwhile_is_a_clash(any_plan, office, council):
    new = wave_row(any_plan.id)
    with writing(any_plan, by=office, what="waves.added"):
        db.session.add(new)
    number = new.id
    with db.session.no_autoflush, pytest.raises(ClashError) as clash:
        _change_what_another_removes(any_plan, new, office, council)
    assert clash.value.by_name == "Kommunestyret"
    assert number not in db.session.scalars(select(WaveRow.id)).all()


def _change_what_another_removes(plan, row, office, council):
    """The other process's removal, and then ours of what we still hold."""
    number = row.id
    db.session.expunge(row)
    with writing(plan, by=council, what="waves.removed"):
        db.session.delete(db.session.get(WaveRow, number))
    db.session.add(row)
    with writing(plan, by=office, what="test", touches=[("wave", str(number))]):
        row.printed = "too late"


def test_a_row_that_went_without_a_trace_is_a_clash_with_nobody(plan, office):
    k13 = wave()
    db.session.execute(text("UPDATE placement SET wave_id = NULL"))
    db.session.execute(text("UPDATE trust_placement SET wave_id = NULL"))
    db.session.execute(text("DELETE FROM wave WHERE code = 'K13'"))
    db.session.commit()
    with pytest.raises(ClashError) as clash, writing(plan, by=office, what="test"):
        k13.printed = "too late"
    assert (clash.value.by_name, clash.value.items) == ("", ())


def test_a_row_that_somebody_has_begun_to_use_does_not_go(any_plan, office, council):
    new, ulstein = wave_row(any_plan.id), placement()
    with writing(any_plan, by=office, what="waves.added"):
        db.session.add(new)
    with writing(any_plan, by=council, what="waves.municipality-moved"):
        ulstein.wave_id = new.id
    with (
        pytest.raises(ClashError) as clash,
        writing(any_plan, by=office, what="waves.removed"),
    ):
        db.session.delete(new)
    assert clash.value.by_name == "Kommunestyret"
    assert [item.table for item in clash.value.items] == ["placement"]
    assert wave("K16")
