"""`bolgeplan baseline`, `baselines`, `verify`, and a plan that was frozen."""

import pytest
from sqlalchemy import text, update

from app.extensions import db
from app.store.tables import BaselineRow
from tests.app.cli.conftest import Change, Run

DECISION = (
    *("--name", "Høsten 2023", "--decided-by", "Styringsgruppen"),
    *("--case", "23/1234", "--decided-on", "2023-11-29", "--why", "Vedtatt."),
)


def make(run: Run, *given: str) -> None:
    answer = run("baseline", *DECISION, *given)
    assert answer.status == 0, answer.err


def test_one_is_made_listed_and_found_in_order(run: Run) -> None:
    make(run)

    (found,) = run("baselines", "--format", "json").document["baselines"]
    assert (found["name"], found["case_number"]) == ("Høsten 2023", "23/1234")
    assert (found["sound"], found["replaced_by"]) == (True, None)
    assert "Høsten 2023" in run("baselines").out
    assert run("verify").status == 0


def test_one_that_was_tampered_with_fails_the_check(run: Run, change: Change) -> None:
    make(run)

    def tamper() -> None:
        db.session.execute(text("DROP TRIGGER baseline_is_frozen"))
        db.session.execute(update(BaselineRow).values(decided_by="Nobody"))

    change(tamper)

    answer = run("verify")
    assert answer.status == 1
    assert "Høsten 2023" in answer.err
    assert run("plan", "--plan", "baseline:Høsten 2023").status == 1


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("--name", " "),
        ("--replaces", "Ingen"),
        ("--name", "Ny", "--decided-on", "1900-01-01"),
        ("--name", "Ny", "--decided-on", "9999-12-31"),
    ],
)
def test_what_cannot_be_frozen_so_is_refused(run: Run, given: tuple[str, ...]) -> None:
    make(run)

    answer = run("baseline", *DECISION, *given)

    assert (answer.status, answer.out) == (2, "")
    assert len(run("baselines", "--format", "json").document["baselines"]) == 1


def test_what_is_no_day_is_told_so(run: Run) -> None:
    answer = run("baseline", *DECISION, "--name", "Ny", "--decided-on", "2023-02-31")

    assert answer.status == 2
    assert "2023-02-31 is no day: write it as 2023-11-30" in answer.err


def test_replacing_one_needs_a_reason(run: Run) -> None:
    make(run)
    other = ("--name", "Rettet", "--replaces", "Høsten 2023")

    assert run("baseline", *DECISION, *other).status == 2
    make(run, *other, "--reason", "En dato var feil.")

    first, _second = run("baselines", "--format", "json").document["baselines"]
    assert first["replaced_by"] == "Rettet"
    assert first["replaced_with"] == {
        "reason": "En dato var feil.",
        "decided_by": "Styringsgruppen",
        "case_number": "23/1234",
        "decided_on": "2023-11-29",
    }
    told = "replaced by Rettet (Styringsgruppen, 2023-11-29, case 23/1234)"
    assert told in run("baselines").out


def test_a_frozen_plan_is_told_as_the_plan_was(run: Run) -> None:
    make(run)
    now = run("plan", "--format", "json").document

    frozen = run("plan", "--plan", "baseline:Høsten 2023", "--format", "json").document

    assert frozen == {**now, "plan": "baseline:1"}
    assert "K13" in run("plan", "--plan", "baseline:1").out


def test_frozen_conflicts_and_money_are_told_too(run: Run) -> None:
    make(run)
    frozen = ("--plan", "baseline:1", "--format", "json")

    conflicts = run("check", *frozen).document
    money = run("economy", "5054", *frozen).document

    assert conflicts["counts"] == run("check", "--format", "json").document["counts"]
    now = run("economy", "5054", "--format", "json").document
    assert money == {
        **{key: now[key] for key in money if key in now},
        "plan": "baseline:1",
        "price_years": now["price_years"] or [now["price_year"]],
    }


def test_a_baseline_that_is_not_there_is_refused_with_those_that_are(run: Run) -> None:
    make(run)

    answer = run("plan", "--plan", "baseline:Våren")

    assert answer.status == 2
    assert "baseline:Høsten 2023" in answer.err
    assert run("quality", "--plan", "baseline:1").status == 2
    for command in (("plan",), ("check",), ("economy", "5054")):
        answer = run(*command, "--plan", "Høsten")
        assert "There are: current, baseline:Høsten 2023." in answer.err
        assert "baseline:" in run(*command, "--help").out
    # What computes anew can't take a baseline, and names none.
    assert "There are: current." in run("capacity", "--plan", "Høsten").err
