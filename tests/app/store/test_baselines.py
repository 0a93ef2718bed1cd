"""A baseline is frozen: what it holds is what the plan came to, and stays so."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from app.extensions import db
from app.store import results
from app.store.baselines import (
    Details,
    find_baseline,
    find_state,
    is_sound,
    list_baselines,
    make_baseline,
    replaced_by,
)
from app.store.errors import ClashError
from app.store.tables import BaselineRow, ChangeRow
from app.waves.commands import move
from app.waves.queries import find_wave, get_placement
from planning.plan_state import plan_state

DETAILS = Details(
    name="Vedtatt plan",
    why="Styringsgruppen har vedtatt planen.",
    decided_by="Styringsgruppen",
    case_number="23/1234",
    decided_on=date(2023, 11, 29),
)


def make(plan, office, details=DETAILS):
    return make_baseline(plan, details, by=office, seen=results.revision())


def test_a_baseline_holds_what_the_plan_came_to(any_plan, office):
    state = plan_state(results.evaluation(any_plan))

    row = make(any_plan, office)

    assert find_state(row) == state
    assert (row.revision, row.by_name) == (state.revision, "Programkontoret")
    assert row.decided_on == date(2023, 11, 29)


def test_a_baseline_stays_as_it_is_when_the_plan_moves(plan, office):
    state = find_state(make(plan, office))

    move_ulstein(plan, office)

    row = list_baselines()[0]
    assert find_state(row) == state
    assert plan_state(results.evaluation(plan)).municipalities["1516"].wave == "K14"


def move_ulstein(plan, office):
    placement, wave = get_placement(plan, "1516"), find_wave(plan, "K14")
    move(plan, placement, wave, by=office, seen=results.revision())


def test_the_checksum_is_that_of_the_text_that_is_kept(plan, office):
    row = make(plan, office)

    document = json.loads(row.document)

    assert row.checksum == hashlib.sha256(row.document.encode()).hexdigest()
    assert document["baseline"]["case_number"] == "23/1234"
    assert document["state"]["status_date"] == "2023-11-30"


def test_the_history_tells_of_it_and_no_row_of_the_plan_changes(plan, office):
    make(plan, office)

    change = db.session.scalars(select(ChangeRow)).one()

    assert (change.what, change.items) == ("baselines.made", [])
    assert change.values == {"name": "Vedtatt plan", "case": "23/1234"}
    assert change.plan_id is None


def test_the_database_refuses_to_change_one(any_plan, office):
    row = make(any_plan, office)

    with pytest.raises(DBAPIError, match="a baseline is never changed"):
        db.session.execute(
            update(BaselineRow).where(BaselineRow.id == row.id).values(name="Another")
        )


@pytest.mark.parametrize(
    "tampered",
    [
        {"decided_by": "Nobody"},
        {"case_number": "1"},
        {"decided_on": date(2020, 1, 1)},
        {"checksum": "0" * 64},
    ],
)
def test_one_that_was_changed_past_us_says_so(plan, office, tampered):
    row_id = make(plan, office).id
    db.session.execute(db.text("DROP TRIGGER baseline_is_frozen"))
    db.session.execute(update(BaselineRow).values(tampered))
    db.session.commit()

    row = find_baseline(row_id)

    assert not is_sound(row)
    assert find_state(row) is None


def test_a_digit_of_a_sum_that_was_changed_is_seen(plan, office):
    row = make(plan, office)
    db.session.execute(db.text("DROP TRIGGER baseline_is_frozen"))
    text = row.document.replace('"3500000"', '"3500001"')
    assert text != row.document
    db.session.execute(update(BaselineRow).values(document=text))
    db.session.commit()

    assert find_state(find_baseline(row.id)) is None


def test_a_name_is_used_once(plan, office):
    make(plan, office)

    with pytest.raises(ClashError):
        make(plan, office)
    assert len(list_baselines()) == 1


def test_one_that_takes_anothers_place_names_it_and_leaves_it(plan, office):
    first = make(plan, office)
    first_id, checksum = first.id, first.checksum
    other = replace(
        DETAILS, name="Rettet", replaces_id=first_id, replaced_reason="En feil dato."
    )

    second = make(plan, office, other)

    rows = list_baselines()
    assert replaced_by(rows) == {first_id: second}
    assert (rows[0].checksum, is_sound(rows[0])) == (checksum, True)
    with pytest.raises(ClashError):
        make(plan, office, replace(other, name="Rettet igjen"))
    changes = db.session.scalars(select(ChangeRow.what)).all()
    assert changes == ["baselines.made", "baselines.replaced"]


def test_who_saw_an_older_plan_freezes_nothing(plan, office):
    seen = results.revision()
    move_ulstein(plan, office)

    with pytest.raises(ClashError) as refused:
        make_baseline(plan, DETAILS, by=office, seen=seen)
    assert refused.value.by_name == "Programkontoret"
    assert {it.table for it in refused.value.items} == {"placement"}
    assert list_baselines() == []
