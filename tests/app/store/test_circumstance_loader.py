"""Rows to what a plan is held against."""

from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store import results
from app.store.circumstance_loader import (
    load_acceptances,
    load_bindings,
    load_closed_periods,
    load_components,
    load_decisions,
)
from app.store.fact_loader import load_fact_rows
from app.store.loader import load_snapshot
from app.store.tables import BindingMemberRow, BindingRow, ComponentRow, DecisionRow
from app.store.tables.circumstances import join_ids, split_ids
from app.store.undoing import undo
from app.store.writing import writing
from planning.calendars import to_day
from planning.circumstances import (
    Acceptance,
    Binding,
    BindingKind,
    ClosedPeriod,
    Component,
    Outcome,
)
from tests.builders import (
    ULSTEIN,
    accepted_conflict_row,
    binding_row,
    member_row,
    plan_row,
)


def test_decisions_come_in_the_order_in_which_they_were_taken(any_plan):
    decisions = load_decisions(load_fact_rows())
    assert len(decisions) == 28
    assert [it.last for it in decisions] == sorted(it.last for it in decisions)
    (averoy,) = (it for it in decisions if it.municipality == "1554")
    assert averoy.outcome is Outcome.DECLINED_FOR_NOW
    assert averoy.first == to_day(date(2023, 10, 1))
    assert averoy.last == to_day(date(2023, 10, 31))


def test_a_decision_of_tomorrow_is_loaded_too(plan, office):
    later = date(2024, 1, 1)
    with writing(plan, by=office, what="test"):
        db.session.add(
            DecisionRow(
                municipality=ULSTEIN,
                decided_first=later,
                decided_last=later,
                precision="day",
                outcome="waits",
            )
        )
    assert load_decisions(load_fact_rows())[-1].last == to_day(later)


def test_the_joint_wish_of_namdal_binds_its_twelve_municipalities(any_plan):
    (namdal,) = load_bindings()
    assert (namdal.key, namdal.kind) == ("namdal-2020", BindingKind.JOINT_WISH)
    assert len(namdal.members) == 12
    assert namdal.members == tuple(sorted(namdal.members))
    row = db.session.scalars(select(BindingRow)).one()
    assert (row.wished_first, row.wished_last) == (date(2020, 6, 1), date(2020, 8, 31))


def test_a_binding_that_is_entered_is_loaded_with_its_members(plan, office):
    binding = binding_row()
    with writing(plan, by=office, what="test"):
        db.session.add_all([binding, binding_row("empty")])
        db.session.flush()
        db.session.add_all(
            [member_row(binding.id), member_row(binding.id, municipality="1515")]
        )
    assert load_bindings()[1:] == (
        Binding(
            key="shared-it",
            kind=BindingKind.SHARED_IT_COMPANY,
            members=("1515", ULSTEIN),
        ),
    )


def test_nobody_goes_live_in_july_or_the_weeks_of_christmas(any_plan):
    assert load_closed_periods() == (
        ClosedPeriod(key="july", first=(7, 1), last=(7, 31), is_council_recess=True),
        ClosedPeriod(
            key="christmas", first=(12, 20), last=(1, 6), is_council_recess=True
        ),
    )


def test_national_components_are_late_without_a_date(any_plan):
    keys = ("prescription-module", "medication-list")
    assert load_components() == tuple(
        Component(key=key, needed_by="configure-and-test", is_late=True) for key in keys
    )


def test_a_component_is_expected_by_the_last_day_that_is_said(plan, office):
    row = db.session.scalars(select(ComponentRow).limit(1)).one()
    with writing(plan, by=office, what="test"):
        row.expected_first, row.expected_last = date(2025, 1, 1), date(2025, 6, 30)
        row.precision = "half_year"
    assert load_components()[0].expected == to_day(date(2025, 6, 30))


def test_what_the_office_has_accepted_belongs_to_a_plan(plan, office):
    other = plan_row()
    with writing(plan, by=office, what="conflicts.accepted"):
        db.session.add(other)
        db.session.flush()
        concerns = join_ids(("municipality.1516", "1516.training"))
        db.session.add(accepted_conflict_row(plan.id, concerns=concerns))
    accepted = Acceptance(
        kind="margin-negative",
        concerns=("municipality.1516", "1516.training"),
        numbers="warning;12",
        reason="The council has been told.",
    )
    assert load_acceptances(plan.id) == load_snapshot(plan).acceptances == (accepted,)
    assert load_acceptances(other.id) == ()


@pytest.mark.parametrize("ids", [(), ("a",), ("a.b", "region.c")])
def test_ids_are_joined_and_split_again(ids):
    assert split_ids(join_ids(ids)) == ids


def test_a_binding_that_was_removed_comes_back_with_its_members(any_plan, office):
    before = load_bindings()
    with writing(any_plan, by=office, what="preconditions.binding-removed") as write:
        for member in db.session.scalars(select(BindingMemberRow)):
            db.session.delete(member)
        db.session.delete(db.session.scalars(select(BindingRow)).one())
    assert load_bindings() == ()
    undo(write.change, by=office)
    assert load_bindings() == before
    assert results.evaluation(any_plan).snapshot.bindings == before


def test_the_day_a_municipality_was_decided_to_go_live_is_its_window_s_first(any_plan):
    placements = {it.municipality: it for it in load_snapshot(any_plan).plan.placements}
    assert placements[ULSTEIN].decided_day == to_day(date(2025, 4, 1))
    assert placements["5001"].decided_day == to_day(date(2022, 5, 1))
    assert all(it.decided_day is not None for it in placements.values())
