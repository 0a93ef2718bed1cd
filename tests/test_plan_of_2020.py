"""The plan of June 2020, built from what its vintage says in the fixtures.

Six waves: the main project in three parts (PD) and a second wave in three (SW).
The municipalities of Namdal were offered two of them, each with limits of its own
that an agreement names.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from app import create_app
from app.extensions import db
from app.store import database
from app.store.loader import load_snapshot
from app.store.results import current_plan
from app.store.seed import seed
from app.store.tables import StatementRow, VintageDeadlineRow
from planning.calendars import norway, to_date, to_day
from planning.compare import compare
from planning.durations import parse_duration
from planning.evaluate import Evaluation, evaluate
from planning.rights.options import OptionState, Trigger, find_option
from planning.snapshot import (
    ExplicitDeadline,
    HealthTrust,
    Municipality,
    Placement,
    Plan,
    Precision,
    Snapshot,
    Wave,
    inclusive_window,
)
from planning.waves import delay_main_project

VINTAGE = "2020-06"
CODES = ("PD1", "PD2", "PD3", "SW1", "SW2", "SW3")
TRONDHEIM, NAMSOS, STEINKJER = "5001", "5007", "5006"
SIX_MONTHS = parse_duration("6mo")


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """Return the snapshot of today's plan: municipalities, trusts and the template."""
    url = f"sqlite:///{tmp_path_factory.mktemp('facts') / 'bolgeplan.sqlite3'}"
    app: Flask = create_app({"SQLALCHEMY_DATABASE_URI": url, "SECRET_KEY": "s" * 40})
    with app.app_context():
        database.upgrade()
        seed()
        yield load_snapshot(current_plan())
        db.session.remove()
        db.engine.dispose()


def waves() -> Iterator[Wave]:
    """Yield the waves with the windows that the vintage gives them."""
    for sequence, code in enumerate(CODES, start=1):
        row = db.session.scalars(
            select(StatementRow)
            .where(StatementRow.vintage == VINTAGE)
            .where(StatementRow.code == code)
        ).one()
        assert row.window_first is not None
        assert row.window_last is not None
        window = inclusive_window(
            row.window_first, row.window_last, Precision(row.precision)
        )
        yield Wave(code=code, sequence=sequence, window=window)


def wave_of(municipality: Municipality, offered: str) -> str:
    """Return the wave that the plan has for a municipality."""
    if municipality.number == TRONDHEIM:
        return "PD1"
    if municipality.region == "namdal":
        return "PD2" if offered == "first" else "SW2"
    return {"STO": "SW1", "HNT": "SW2", "HMR": "SW3"}[municipality.trust or ""]


def named_limits(snapshot: Snapshot, offered: str) -> Iterator[ExplicitDeadline]:
    """Yield the limits that the offer names, for each municipality of its region."""
    rows = db.session.scalars(
        select(VintageDeadlineRow).where(VintageDeadlineRow.offered == offered)
    ).all()
    for municipality in snapshot.municipalities:
        for row in rows:
            assert (row.vintage, row.scope_kind) == (VINTAGE, "region")
            if municipality.region == row.scope:
                yield ExplicitDeadline(
                    municipality=municipality.number,
                    activity=row.kind,
                    day=to_day(row.day),
                )


def plan_of_2020(facts: Snapshot, offered: str) -> Snapshot:
    """Return the plan with one of the two offers to Namdal taken."""
    placements = tuple(
        Placement(municipality=it.number, wave=wave_of(it, offered))
        for it in facts.municipalities
    )
    trusts = {"STO": "PD1", "HNT": "PD2", "HMR": "PD3"}
    return Snapshot(
        status_date=to_day(date(2020, 8, 23)),
        plan=Plan(
            name=VINTAGE,
            waves=tuple(waves()),
            placements=placements,
            template=facts.plan.template,
        ),
        municipalities=facts.municipalities,
        trusts=tuple(HealthTrust(code=code, wave=at) for code, at in trusts.items()),
        deadlines=tuple(named_limits(facts, offered)),
    )


def limits(evaluation: Evaluation, number: str) -> dict[str, tuple[str, str]]:
    """Return each limit that holds, and beside it the one derived from go-live."""
    return {
        limit.key: (
            to_date(limit.day).isoformat(),
            to_date(limit.derived_day).isoformat(),
        )
        for limit in evaluation.limits(number)
    }


def windows(plan: Plan) -> dict[str, tuple[str, str]]:
    return {
        wave.code: (
            to_date(wave.window.start).isoformat(),
            to_date(wave.window.last).isoformat(),
        )
        for wave in plan.waves
        if wave.window is not None
    }


def test_the_first_offer_to_namdal(facts: Snapshot) -> None:
    snapshot = plan_of_2020(facts, "first")

    evaluation = evaluate(snapshot)

    assert evaluation.wave_of(NAMSOS) == "PD2"
    assert windows(snapshot.plan)["PD2"] == ("2022-05-01", "2022-05-31")
    named = limits(evaluation, NAMSOS)
    assert named["preproject-limit"] == ("2020-10-31", "2020-11-01")
    assert named["option-limit"] == ("2021-05-30", "2021-05-01")


def test_the_later_offer_to_namdal(facts: Snapshot) -> None:
    snapshot = plan_of_2020(facts, "later")

    evaluation = evaluate(snapshot)

    assert evaluation.wave_of(NAMSOS) == "SW2"
    assert windows(snapshot.plan)["SW2"] == ("2023-07-01", "2023-12-31")
    named = limits(evaluation, NAMSOS)
    assert named["preproject-limit"] == ("2022-05-30", "2022-01-01")
    assert named["option-limit"] == ("2022-10-31", "2022-07-01")


def test_a_named_limit_is_that_of_namdal_and_never_of_the_wave(facts: Snapshot) -> None:
    evaluation = evaluate(plan_of_2020(facts, "later"))

    assert evaluation.wave_of(STEINKJER) == evaluation.wave_of(NAMSOS) == "SW2"
    derived = limits(evaluation, STEINKJER)
    assert all(holds == counted for holds, counted in derived.values())


def test_all_of_namdal_has_the_named_limits(facts: Snapshot) -> None:
    evaluation = evaluate(plan_of_2020(facts, "first"))

    namdal = [it.number for it in facts.municipalities if it.region == "namdal"]
    assert len(namdal) >= 12
    assert {limits(evaluation, number)["option-limit"][0] for number in namdal} == {
        "2021-05-30"
    }


def test_the_options_of_namdal_close_on_the_named_day_and_tell_both(
    facts: Snapshot,
) -> None:
    first, later = (
        find_option(evaluate(plan_of_2020(facts, offered)), NAMSOS)
        for offered in ("first", "later")
    )
    own = find_option(evaluate(plan_of_2020(facts, "later")), STEINKJER)

    told = [
        (to_date(it.exercise.day).isoformat(), it.exercise.difference)
        for it in (first, later, own)
        if it is not None and it.exercise is not None
    ]
    assert told == [("2021-05-30", 29), ("2022-10-31", 122), ("2022-07-01", 0)]
    assert first is not None
    assert (first.state, first.limits[0].trigger) == (OptionState.OPEN, Trigger.NAMED)
    # On the named last day the right to withdraw has been over for two months.
    assert first.regret_on_last_day is not None
    assert first.regret_on_last_day.days == -59


def test_a_delay_moves_the_second_wave_in_parallel(facts: Snapshot) -> None:
    plan = plan_of_2020(facts, "later").plan

    delayed = delay_main_project(plan, SIX_MONTHS, calendar=norway())

    assert windows(delayed) == {
        "PD1": ("2022-04-01", "2022-04-30"),
        "PD2": ("2022-11-01", "2022-11-30"),
        "PD3": ("2023-06-01", "2023-06-30"),
        "SW1": ("2023-09-01", "2023-09-30"),
        "SW2": ("2024-01-01", "2024-06-30"),
        "SW3": ("2024-12-01", "2024-12-31"),
    }


def test_a_delay_moves_no_wave_that_is_recorded_as_live(facts: Snapshot) -> None:
    snapshot = plan_of_2020(facts, "later")
    day = date(2021, 10, 30)
    live = replace(snapshot.plan.waves[0], actual=inclusive_window(day, day))
    plan = replace(snapshot.plan, waves=(live, *snapshot.plan.waves[1:]))
    before = replace(snapshot, plan=plan, status_date=to_day(date(2021, 11, 30)))
    after = replace(
        before, plan=delay_main_project(plan, SIX_MONTHS, calendar=norway())
    )

    comparison = compare(evaluate(before), evaluate(after))

    assert [wave.owner_id for wave in comparison.waves] == list(CODES[1:])
    assert TRONDHEIM not in comparison.municipalities
    assert set(comparison.municipalities) == {
        it.number for it in facts.municipalities if it.number != TRONDHEIM
    }
    first_movers = {it.cause for it in comparison.moved} - {None}
    assert first_movers <= {f"wave.{code}" for code in CODES[1:]}


def test_a_delay_leaves_what_a_letter_names(facts: Snapshot) -> None:
    snapshot = plan_of_2020(facts, "later")
    delayed = delay_main_project(snapshot.plan, SIX_MONTHS, calendar=norway())

    evaluation = evaluate(replace(snapshot, plan=delayed))

    named = limits(evaluation, NAMSOS)
    assert named["option-limit"] == ("2022-10-31", "2023-01-01")
    assert named["withdrawal-limit"] == ("2022-12-01", "2022-12-01")
