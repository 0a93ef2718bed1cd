"""`bolgeplan check` on the programme as the fixtures have it."""

from sqlalchemy import select

from app.extensions import db
from app.store.results import current_plan, evaluation
from app.store.tables import AcceptedConflictRow, PlacementRow, ReportRow
from app.store.tables.circumstances import join_ids
from tests.app.cli.conftest import Change, Run


def test_the_programme_as_it_is_has_one_open_error(run: Run) -> None:
    answer = run("check", "--format", "json")

    assert (answer.status, answer.err) == (1, "")
    document = answer.document
    assert (document["plan"], document["status_date"]) == ("current", "2023-11-30")
    counts = {"error": 1, "warning": 1, "information": 8, "accepted": 0}
    assert document["counts"] == counts
    assert len(document["conflicts"]) == 10
    first = document["conflicts"][0]
    explanation = first.pop("explanation")
    assert "nobody has reported that the option was taken up since" in explanation
    assert first == {
        "kind": "council-declined",
        "severity": "error",
        "concerns": ["municipality.1554"],
        "days": 0,
        "values": {
            "decided-first": "2023-10-01",
            "decided-last": "2023-10-31",
            "limit": "2023-11-09",
        },
        "text": (
            "The council of Averøy said no for now: October 2023. The limit for taking"
            " up the option passed on 9 November 2023."
        ),
        "mend": {
            "kind": "move-to-wave",
            "target": "K13",
            "value": "1554",
            "parts": [],
            "text": (
                "Move Averøy to K13, the first wave whose option can still be taken up"
                " in time."
            ),
        },
        "accepted": None,
    }


def test_the_mend_stands_under_its_conflict(run: Run) -> None:
    lines = run("check").out.splitlines()

    assert lines[0] == "Error (1)"
    assert lines[1].startswith("  The council of Averøy said no for now")
    assert lines[2].startswith("    Move Averøy to K13")
    assert lines[3] == "Warning (1)"
    assert "Information (8)" in lines


def test_an_accepted_error_fails_nothing(run: Run, change: Change) -> None:
    def accept() -> None:
        found = evaluation(current_plan()).conflicts[0]
        db.session.add(
            AcceptedConflictRow(
                plan_id=current_plan().id,
                kind=found.kind.value,
                concerns=join_ids(found.identity[1]),
                numbers=found.numbers,
                reason="The council\ndecides in January.",
            )
        )

    change(accept)

    answer = run("check")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0] == "Warning (1)"
    assert lines[-3] == "Accepted (1)"
    assert lines[-1] == "    Accepted: The council decides in January."
    document = run("check", "--format", "json").document
    assert (document["counts"]["error"], document["counts"]["accepted"]) == (0, 1)
    assert document["conflicts"][-1]["accepted"] == "The council\ndecides in January."


def unplace() -> None:
    placement = db.session.scalars(
        select(PlacementRow).where(PlacementRow.municipality == "1517")
    ).one()
    placement.wave_id = None


def test_a_municipality_without_a_wave_is_a_warning(run: Run, change: Change) -> None:
    change(unplace)

    lines = run("check").out.splitlines()

    assert "Warning (1)" in lines
    at = lines.index("  Hareid is in no wave.")
    assert lines[at + 1] == "    Place Hareid in a wave."


def test_every_error_is_counted(run: Run, change: Change) -> None:
    def report_late() -> None:
        db.session.add(
            ReportRow(municipality="1516", activity="project-start", state="not-done")
        )

    change(report_late)

    answer = run("check", "--format", "json")

    assert (answer.status, answer.err) == (1, "")
    errors = [it for it in answer.document["conflicts"] if it["severity"] == "error"]
    assert answer.document["counts"]["error"] == len(errors) > 1
    (margin,) = (it for it in errors if it["kind"] == "margin-negative")
    assert (margin["concerns"], margin["days"]) == (["1516.go-live"], 90)
    assert "Ulstein" in margin["text"]
