"""A plan can be asked for as a scenario has it; the operator sees them all."""

from datetime import date

import pytest

from app.access import Role, User
from app.history.commands import undo
from app.scenarios import commands
from app.store import overlay, results
from app.store.adopting import Agreed, adopt
from app.store.baselines import Details
from app.waves.commands import shift
from app.waves.queries import get_wave
from planning.durations import parse_duration
from tests.app.cli.conftest import Change, Run

OFFICE = User("office", Role.PROGRAMME_OFFICE, "Programkontoret")


DECISION = Details(
    name="Før 23/77",
    why="Vedtatt på høstmøtet.",
    decided_by="Styringsgruppen",
    case_number="23/77",
    decided_on=date(2023, 12, 1),
)


OTHERS = User("others", Role.PROGRAMME_OFFICE, "Programkontoret")


def _make(by: User = OFFICE) -> None:
    plan = results.current_plan()
    row = commands.make(plan, "Senere K13", "", by=by)
    overlay.open_scenario(row.id)
    shift(plan, get_wave(plan, "K13"), parse_duration("6mo"), by=by)
    overlay.leave_scenario()


@pytest.mark.parametrize("name", ["scenario:1", "scenario:Senere K13"])
def test_a_plan_is_shown_as_a_scenario_has_it(
    run: Run, change: Change, name: str
) -> None:
    change(_make)
    document = run("plan", "--wave", "K13", "--plan", name, "--format", "json").document
    assert document["plan"] == "scenario:1"
    assert document["waves"][0]["go_live"] == "2025-10-01"
    current = run("plan", "--wave", "K13", "--plan", "current", "--format", "json")
    assert current.document["waves"][0]["go_live"] == "2025-04-01"
    assert run("plan", "--plan", name).out.startswith("Scenario: Senere K13, on")
    for words in (("check",), ("economy", "1516")):
        answer = run(*words, "--plan", name, "--format", "json")
        assert answer.document["plan"] == "scenario:1"


def test_what_there_is_not_is_refused_with_what_there_is(
    run: Run, change: Change
) -> None:
    change(_make)
    for name in ("curent", "scenario:2", "scenario:K13"):
        answer = run("plan", "--plan", name)
        assert (answer.status, answer.out) == (2, "")
        assert "There are: current, scenario:1 (Senere K13)." in answer.err
    change(lambda: _make(OTHERS))
    answer = run("check", "--plan", "scenario:Senere K13")
    assert answer.status == 2
    assert "scenario:1 (Senere K13), scenario:2 (Senere K13)" in answer.err


def test_scenarios_are_listed(run: Run, change: Change) -> None:
    assert run("scenarios").out == "There is no scenario yet\n"
    change(_make)
    (found,) = run("scenarios", "--format", "json").document["scenarios"]
    assert (found["name"], found["shared"], found["flagged"]) == (
        "Senere K13",
        False,
        0,
    )
    assert [it["standing"] for it in found["changes"]] == ["holds"]
    assert "Senere K13" in run("scenarios").out


def test_what_has_become_the_plan_is_listed_as_adopted(
    run: Run, change: Change
) -> None:
    def adopted() -> None:
        _make()
        seen = (results.revision(), 1)
        adopt(1, DECISION, Agreed(), by=OFFICE, seen=seen)

    change(adopted)
    (found,) = run("scenarios", "--format", "json").document["scenarios"]
    assert found["adopted"]
    assert [it["standing"] for it in found["changes"]] == ["adopted"]
    (frozen,) = run("baselines", "--format", "json").document["baselines"]
    assert frozen["until_scenario"] == "Senere K13"
    assert "the plan until “Senere K13” took its place" in run("baselines").out
    assert "Adopted" in run("scenarios").out


def test_that_it_became_the_plan_was_taken_back_is_told(
    run: Run, change: Change
) -> None:
    def adopted_and_undone() -> None:
        _make()
        adopted = adopt(1, DECISION, Agreed(), by=OFFICE, seen=(results.revision(), 1))
        undo(adopted, by=OFFICE)

    change(adopted_and_undone)
    (found,) = run("scenarios", "--format", "json").document["scenarios"]
    assert found["undone"]
    assert "Adopted, and undone" in run("scenarios").out
