"""One way to write: all or nothing, with its trace."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.store import results
from app.store.tables import (
    ChangeItemRow,
    ChangeRow,
    MunicipalityRow,
    PlacementRow,
    SourceRow,
    TemplateActivityRow,
    WaveRow,
)
from app.store.writing import writing
from planning.errors import CycleError
from tests.app.conftest import NOON
from tests.builders import ULSTEIN, link_row, report_row, wave_row


def wave(code: str = "K13") -> WaveRow:
    return db.session.scalars(select(WaveRow).where(WaveRow.code == code)).one()


def placement(number: str = ULSTEIN) -> PlacementRow:
    where = PlacementRow.municipality == number
    return db.session.scalars(select(PlacementRow).where(where)).one()


def changes() -> list[ChangeRow]:
    return list(db.session.scalars(select(ChangeRow).order_by(ChangeRow.id)))


def test_a_write_keeps_who_what_and_when(any_plan, office):
    k13 = wave()
    values = {"wave": "K13", "day": date(2025, 10, 1)}
    with writing(any_plan, by=office, what="waves.date-set", values=values) as write:
        k13.set_day = date(2025, 10, 1)
    change = write.change
    assert (change.by, change.by_name, change.what) == (
        "office",
        "Programkontoret",
        "waves.date-set",
    )
    assert change.at == NOON
    assert change.at.utcoffset() == timedelta(0)
    assert change.values == {"wave": "K13", "day": "2025-10-01"}
    assert change.plan_id == any_plan.id
    assert change.revision == results.revision() == 2
    (item,) = change.items
    assert (item.table, item.row_key, item.field) == ("wave", str(k13.id), "set_day")
    assert (item.before, item.after) == (None, "2025-10-01")


def test_a_write_tells_what_moved_with_it(plan, office):
    with writing(plan, by=office, what="waves.date-set") as write:
        wave().set_day = date(2025, 10, 1)
    moved = write.change.moved
    assert moved["waves"] == [
        {
            "code": "K13",
            "before": "2025-04-01",
            "after": "2025-10-01",
            "days": 183,
        }
    ]
    assert len(moved["municipalities"]) == 9
    assert json.dumps(moved)


def test_nothing_changed_leaves_no_trace(any_plan, office):
    k13 = wave()
    with writing(any_plan, by=office, what="test") as write:
        k13.printed = "something"
        db.session.flush()
        k13.printed = "April/mai 2025"
        db.session.add(wave_row(any_plan.id))
        db.session.flush()
        db.session.delete(wave("K16"))
    assert write.change is None
    assert changes() == []
    assert results.revision() == 1


def test_values_of_every_kind_are_ready_for_json(plan, office):
    new = wave_row(plan.id, alias="KI6")
    with writing(plan, by=office, what="waves.added") as write:
        db.session.add(new)
    (item,) = write.change.items
    assert (item.field, item.before) == ("", None)
    assert item.after["window_first"] == "2026-10-01"
    assert item.after["id"] == new.id
    assert item.row_key == str(new.id)


def test_a_row_that_goes_is_kept_as_a_whole(plan, office):
    step = db.session.scalars(
        select(TemplateActivityRow).where(TemplateActivityRow.key == "training")
    ).one()
    with writing(plan, by=office, what="template.removed") as write:
        db.session.delete(step)
    (item,) = write.change.items
    assert item.after is None
    assert item.before["names"]["nb"] == "Opplæring"


def test_a_fact_without_a_plan_is_compared_in_the_current_one(plan, office):
    with writing(None, by=office, what="progress.reported") as write:
        db.session.add(report_row("preproject", "done", date(2023, 5, 2)))
    assert write.change.plan_id is None
    (moved,) = (
        it for it in write.change.moved["moved"] if it["id"] == "1516.preproject"
    )
    assert moved["after"][0] == "2023-05-02"


def test_the_status_date_is_traced_and_the_revision_is_not(plan, office):
    programme = results.programme()
    with writing(None, by=office, what="settings.status-date") as write:
        programme.status_date = date(2023, 12, 31)
    assert [item.field for item in write.change.items] == ["status_date"]


def test_a_key_that_is_text_is_traced(plan, office):
    ulstein = db.session.get(MunicipalityRow, ULSTEIN)
    with writing(None, by=office, what="facts.changed") as write:
        ulstein.population = 8_700
    (item,) = write.change.items
    assert (item.table, item.row_key, item.after) == ("municipality", ULSTEIN, 8_700)


def test_an_error_inside_leaves_everything_as_it_was(any_plan, office):
    before = results.evaluation(any_plan)
    with pytest.raises(RuntimeError, match="power"):
        _write_and_fail(any_plan, office)
    assert wave().printed == "April/mai 2025"
    assert changes() == []
    assert results.evaluation(any_plan) is before


def _write_and_fail(plan, office):
    with writing(plan, by=office, what="test"):
        wave().printed = "gone"
        db.session.flush()
        raise RuntimeError("power")


def test_a_plan_that_cannot_be_computed_is_not_kept(any_plan, office):
    with pytest.raises(CycleError), writing(any_plan, by=office, what="test"):
        db.session.add(link_row(any_plan.id, "cutover", "prepare-solution"))
    assert results.revision() == 1
    assert changes() == []


def test_what_breaks_a_rule_of_the_tables_is_not_kept(any_plan, office):
    with pytest.raises(IntegrityError), writing(any_plan, by=office, what="test"):
        db.session.add(wave_row(any_plan.id, "K13"))
    with pytest.raises(LookupError), writing(any_plan, by=office, what="test"):
        placement().wave_id = 999_999
    assert results.revision() == 1


def test_rows_may_come_in_any_order(any_plan, office):
    """A reference may dangle until the end of the write."""
    ulstein, k13 = placement(), wave()
    number = k13.id
    with writing(any_plan, by=office, what="test"):
        db.session.delete(k13)
        db.session.flush()
        for each in db.session.scalars(
            select(PlacementRow).where(PlacementRow.wave_id == number)
        ):
            each.wave_id = None
    assert ulstein.wave_id is None


def test_what_was_changed_before_the_block_is_refused(plan, office):
    wave().printed = "outside"
    with (
        pytest.raises(ValueError, match="before the write"),
        writing(plan, by=office, what="test"),
    ):
        pass


def test_what_would_leave_no_trace_is_refused(plan, office):
    source = db.session.scalars(select(SourceRow)).first()
    with (
        pytest.raises(ValueError, match="no trace"),
        writing(plan, by=office, what="test"),
    ):
        source.kind = "rumour"
    with pytest.raises(TypeError), writing(plan, by=office, what="test"):
        db.session.execute(update(WaveRow).values(printed="all"))
    assert results.revision() == 1


def test_only_the_write_itself_commits(any_plan, office):
    with pytest.raises(TypeError, match="commits"):
        _write_and(any_plan, office, db.session.commit)
    with pytest.raises(ValueError, match="inside a write"):
        _write_and(any_plan, office, lambda: set_day(any_plan, office))
    assert wave().printed == "April/mai 2025"
    assert changes() == []


def _write_and(plan, by, then):
    with writing(plan, by=by, what="test"):
        wave().printed = "half"
        then()


def set_day(plan, by):
    with writing(plan, by=by, what="test"):
        wave().set_day = date(2025, 5, 1)


def test_after_a_write_the_session_is_as_before(plan, office):
    with writing(plan, by=office, what="test"):
        wave().printed = "once"
    source = db.session.scalars(select(SourceRow)).first()
    source.kind = "document"
    db.session.flush()
    db.session.rollback()


def test_numbers_of_rows_that_went_are_not_used_again(any_plan, office):
    new = wave_row(any_plan.id)
    with writing(any_plan, by=office, what="waves.added"):
        db.session.add(new)
    number = new.id
    with writing(any_plan, by=office, what="waves.removed"):
        db.session.delete(new)
    another = wave_row(any_plan.id)
    with writing(any_plan, by=office, what="waves.added"):
        db.session.add(another)
    assert another.id > number


def test_several_rows_make_one_change(plan, office):
    new = wave_row(plan.id)
    with writing(plan, by=office, what="waves.added") as write:
        db.session.add(new)
        db.session.flush()
        placement().wave_id = new.id
    tables = [(item.table, item.field) for item in write.change.items]
    assert tables == [("wave", ""), ("placement", "wave_id")]
    assert db.session.scalar(select(func.count()).select_from(ChangeItemRow)) == 2
