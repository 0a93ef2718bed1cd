"""What is known of the real programme, asked for as a user would: by command.

The fixtures are loaded into a new database with `bolgeplan init`. The numbers stand
in the sources of the fixtures; nothing here is read off the program.
"""

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app import create_app
from app.cli import main
from app.extensions import db
from app.store import results
from app.store.tables import StatementRow, VintageRow
from planning.calendars import to_date, to_day
from planning.compare import compare
from planning.evaluate import Evaluation, evaluate
from planning.slippage import SlippageStep, Statement, find_slippage
from planning.snapshot import Precision, Snapshot, inclusive_window

LIVE = {"PD1": 1, "PD2": 6, "PD3": 2, "PD4": 1, "PD5": 9}
PLANNED = {"K11": 8, "K12": 10, "K13": 9, "K14": 12, "K15": 8}

AVEROY = "1554"

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a database that `init` has made and filled."""
    path = tmp_path_factory.mktemp("programme") / "bolgeplan.sqlite3"
    url = f"sqlite:///{path}"
    made = CliRunner().invoke(main, ["init"], env=environment(url))
    assert made.exit_code == 0, made.stderr
    return url


def environment(url: str) -> dict[str, str]:
    return {"DATABASE_URL": url, "BOLGEPLAN_LANGUAGE": "en"}


@pytest.fixture(scope="module")
def run(database_url: str) -> Run:
    """Return what runs a command and reads its JSON; it has to end as expected."""

    def run_command(*words: str, exit_code: int = 0) -> Any:
        answer = CliRunner().invoke(
            main, [*words, "--format", "json"], env=environment(database_url)
        )
        assert answer.exit_code == exit_code, answer.stderr
        return json.loads(answer.stdout)

    return run_command


@pytest.fixture(scope="module")
def app(database_url: str) -> Iterator[Flask]:
    app = create_app({"SQLALCHEMY_DATABASE_URI": database_url, "SECRET_KEY": "s" * 40})
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def evaluation(app: Flask) -> Evaluation:
    """Return what the current plan comes to."""
    return results.evaluation(results.current_plan())


def test_there_are_sixty_six_municipalities_in_ten_waves(run: Run) -> None:
    plan = run("plan")

    assert plan["status_date"] == "2023-11-30"
    assert len({it["number"] for it in plan["municipalities"]}) == 66
    members = {wave["code"]: len(wave["municipalities"]) for wave in plan["waves"]}
    assert members == LIVE | PLANNED


def test_nineteen_are_live_and_forty_seven_are_planned(run: Run) -> None:
    municipalities = run("plan")["municipalities"]

    live = Counter(it["wave"] for it in municipalities if it["actual"])
    planned = Counter(it["wave"] for it in municipalities if not it["actual"])
    assert (live, live.total()) == (LIVE, 19)
    assert (planned, planned.total()) == (PLANNED, 47)


def test_nothing_is_known_of_what_came_after_the_status_date(run: Run) -> None:
    plan = run("plan")

    assert [wave["code"] for wave in plan["waves"] if wave["actual"]] == list(LIVE)
    told = [it["actual"] for it in [*plan["waves"], *plan["municipalities"]]]
    assert all(actual <= "2023-11-30" for actual in told if actual)


def test_every_planned_municipality_can_still_make_its_date(run: Run) -> None:
    planned = [it for it in run("plan")["municipalities"] if not it["actual"]]

    assert len([it for it in planned if it["margin"] >= 0]) == 47


def test_on_the_untouched_programme_one_council_has_said_no_too_late(run: Run) -> None:
    # What is not reported is presumed as planned, and every wave has a date.
    checked = run("check", exit_code=1)

    (error,) = (it for it in checked["conflicts"] if it["severity"] == "error")
    assert error["kind"] == "council-declined"
    assert error["concerns"][0] == f"municipality.{AVEROY}"
    assert checked["counts"]["warning"] == 1


def test_a_project_that_nobody_reports_on_is_presumed_to_have_begun(
    evaluation: Evaluation,
) -> None:
    begun = {
        at.wave
        for at in evaluation.snapshot.plan.placements
        if f"{at.municipality}.project-start" in evaluation.presumed(at.municipality)
    }

    # Nineteen months before K14 lie after the status date.
    assert begun == {*LIVE, "K11", "K12", "K13"}


@pytest.mark.parametrize(
    ("wave", "aliases", "go_live"),
    [
        ("K11", ["KI1"], "2024-04-27"),
        ("K12", ["KI2"], "2024-11-09"),
        ("K13", ["KI3"], "2025-04-01"),
        ("K14", ["KI4"], "2025-10-01"),
        ("K15", ["KI5"], "2026-04-01"),
    ],
)
def test_the_waves_of_2024_to_2026(
    run: Run, wave: str, aliases: list[str], go_live: str
) -> None:
    (found,) = run("plan", "--wave", aliases[0].lower())["waves"]

    assert (found["code"], found["aliases"]) == (wave, aliases)
    assert found["go_live"] == go_live


def test_indre_fosen_went_live_in_november_2022_on_a_day_that_is_not_known(
    run: Run,
) -> None:
    (indre_fosen,) = run("plan", "--municipality", "Indre Fosen")["municipalities"]

    assert indre_fosen["number"] == "5054"
    assert (indre_fosen["wave"], indre_fosen["actual"]) == ("PD2", "2022-11")


def moved(snapshot: Snapshot, code: str, day: date) -> Snapshot:
    """Return the plan with one wave on a day that the office sets."""
    waves = tuple(
        replace(wave, set_day=to_day(day)) if wave.code == code else wave
        for wave in snapshot.plan.waves
    )
    return replace(snapshot, plan=replace(snapshot.plan, waves=waves))


@settings(max_examples=10)
@given(
    code=st.sampled_from(sorted(PLANNED)),
    day=st.dates(date(2023, 12, 1), date(2030, 12, 31)),
)
def test_wherever_a_wave_is_moved_its_limits_follow_and_nobody_elses(
    evaluation: Evaluation, code: str, day: date
) -> None:
    after = evaluate(moved(evaluation.snapshot, code, day))

    for placement in evaluation.snapshot.plan.placements:
        number = placement.municipality
        if placement.wave == code:
            counted = {key: to_date(at) for key, at in after.dates(number).items()}
            assert counted == limits_of(day)
            assert after.margins[number].planned == to_day(day)
        else:
            assert after.dates(number) == evaluation.dates(number)
    assert compare(evaluation, evaluate(evaluation.snapshot)).moved == ()


def limits_of(go_live: date) -> dict[str, date]:
    """Count back on the calendar, each limit by itself."""
    months = {"project-start": 19, "preproject-limit": 18, "withdrawal-limit": 13}
    counted = {}
    for key, before in (months | {"option-limit": 12}).items():
        year, month = divmod(12 * go_live.year + go_live.month - 1 - before, 12)
        last = monthrange(year, month + 1)[1]
        counted[key] = date(year, month + 1, min(go_live.day, last))
    return counted


def steps_of(scope: str) -> tuple[SlippageStep, ...]:
    """Return what the vintages say of a scope; what is known afterwards is no plan."""
    rows = db.session.execute(
        select(StatementRow, VintageRow.position)
        .join(VintageRow, VintageRow.key == StatementRow.vintage)
        .where(StatementRow.kind == "go-live", StatementRow.window_first.is_not(None))
        .where(StatementRow.vintage != "known-afterwards")
    )
    return find_slippage((as_statement(row, position) for row, position in rows), scope)


def as_statement(row: StatementRow, position: int) -> Statement:
    assert row.window_first is not None
    assert row.window_last is not None
    return Statement(
        key=row.key,
        vintage=row.vintage,
        position=position,
        scopes=tuple(row.scopes),
        window=inclusive_window(
            row.window_first, row.window_last, Precision(row.precision)
        ),
    )


@pytest.mark.usefixtures("app")
def test_helse_nord_trondelag_has_been_put_off_six_times() -> None:
    steps = steps_of("trust:HNT")

    windows = [
        (to_date(it.window.start).isoformat(), to_date(it.window.last).isoformat())
        for it in (step.statement for step in steps)
    ]
    assert windows == [
        ("2022-05-01", "2022-05-31"),
        ("2022-09-01", "2022-11-30"),
        ("2022-11-01", "2022-11-30"),
        ("2023-02-01", "2023-02-28"),
        ("2023-11-04", "2023-11-04"),
        ("2024-10-01", "2024-11-30"),
        ("2024-11-09", "2024-11-09"),
    ]
    assert [step.days for step in steps] == [None, 123, 61, 92, 276, 332, 39]


@pytest.mark.usefixtures("app")
def test_the_later_offer_to_namdal_is_a_line_of_its_own() -> None:
    first, later = steps_of("region:namdal"), steps_of("region:namdal#later")

    assert [to_date(step.statement.window.start).year for step in first] == [
        2022,
        2025,
        2025,
    ]
    assert [it.statement.window.precision for it in later] == [Precision.WINDOW]


def test_k15_was_namdal_in_a_plan_of_2022_and_is_another_group_now(
    evaluation: Evaluation,
) -> None:
    then = db.session.scalars(
        select(StatementRow).where(StatementRow.vintage == "2022-autumn")
    ).one()

    assert "K15" in then.note["nb"]
    assert (then.scopes, then.window_first) == (["region:namdal"], date(2025, 2, 1))
    # A code is no scope across plans: nothing of then is told of K15 now.
    assert then.key not in {step.statement.key for step in steps_of("wave:K15")}
    regions = {it.number: it.region for it in evaluation.snapshot.municipalities}
    waves = {
        at.wave
        for at in evaluation.snapshot.plan.placements
        if regions[at.municipality] == "namdal"
    }
    assert waves == {"K14"}
