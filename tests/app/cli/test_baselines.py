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


@pytest.mark.parametrize("given", [(), ("--name", " "), ("--replaces", "Ingen")])
def test_what_cannot_be_frozen_so_is_refused(run: Run, given: tuple[str, ...]) -> None:
    make(run)

    answer = run("baseline", *DECISION, *given)

    assert (answer.status, answer.out) == (2, "")
    assert len(run("baselines", "--format", "json").document["baselines"]) == 1


def test_replacing_one_needs_a_reason(run: Run) -> None:
    make(run)
    other = ("--name", "Rettet", "--replaces", "Høsten 2023")

    assert run("baseline", *DECISION, *other).status == 2
    make(run, *other, "--reason", "En dato var feil.")

    first, _second = run("baselines", "--format", "json").document["baselines"]
    assert first["replaced_by"] == "Rettet"
