"""`export mspdi`, and `schedule` of what it wrote: Microsoft Project's XML."""

import json
from pathlib import Path

import pytest

from tests.app.cli.conftest import Run
from tests.app.exchange.mspdi.files import project_file

FOREIGN = project_file(
    "<Task><UID>1</UID><Name>Dig</Name><Start>2024-01-01T08:00:00</Start>"
    "<Finish>2024-01-05T17:00:00</Finish><Duration>PT40H0M0S</Duration></Task>"
    "<Task><UID>2</UID><Name>Build</Name><Start>2024-01-09T08:00:00</Start>"
    "<Finish>2024-01-10T17:00:00</Finish><Duration>PT16H0M0S</Duration>"
    "<Notes>Mind the pipes</Notes>"
    "<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type>"
    "</PredecessorLink></Task>"
)


@pytest.fixture
def foreign(tmp_path: Path) -> str:
    path = tmp_path / "foreign.xml"
    path.write_bytes(FOREIGN)
    return str(path)


def test_the_whole_plan_comes_back_to_the_day(run: Run, tmp_path: Path) -> None:
    path, losses = tmp_path / "plan.xml", tmp_path / "losses.txt"

    answer = run("export", "mspdi", "-o", str(path), "--losses", str(losses))

    assert (answer.status, answer.out) == (0, "")
    assert "1,803 activities, 2,235 links." in answer.err
    assert "Months were written as the days" in losses.read_text("utf-8")
    again = run("schedule", str(path), "--format", "json").document
    assert again["differences"] == []
    plan = run("plan", "--municipality", "1516", "--format", "json").document
    for id, at in plan["activities"].items():
        assert again["activities"][id] == at


def test_a_municipality_is_a_file_that_stands_by_itself(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "ulstein.xml"

    answer = run(
        *("export", "mspdi", "-o", str(path)),
        *("--municipality", "Ulstein", "--baseline", "current", "--format", "json"),
    )

    assert answer.document["activities"] == 28
    assert {it["kind"] for it in answer.document["losses"]} >= {"plan-only", "months"}
    assert b"<Baseline>" in path.read_bytes()
    again = run("schedule", str(path), "--format", "json").document
    assert again["differences"] == []
    assert set(again["activities"]) >= {"wave.K13", "1516.go-live"}


def test_what_was_frozen_goes_out_as_a_baseline(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    details = ("--name", "Vedtatt", "--decided-by", "Styringsgruppen")
    case = ("--case", "23/1", "--decided-on", "2023-11-29", "--why", "Vedtatt.")
    assert run("baseline", *details, *case).status == 0
    for name in ("Vedtatt", "baseline:Vedtatt", "current"):
        out = ("export", "mspdi", "-o", str(path), "--municipality", "1516")
        assert run(*out, "--baseline", name).status == 0
        # As the plan has them still.
        starts = path.read_text("utf-8").split("<Baseline>")[1:]
        assert len(starts) == 28
    refused = run(*out, "--baseline", "nobody")
    assert (refused.status, "baseline:Vedtatt" in refused.err) == (2, True)


def test_every_date_that_differs_is_listed(run: Run, foreign: str) -> None:
    answer = run("schedule", foreign)

    assert answer.status == 0
    assert "1 activity has other dates than the file:" in answer.out
    told = answer.out.splitlines()[-1].split()
    assert told[:2] == ["2", "Build"]
    assert told[2:6] == ["2024-01-09", "2024-01-08", "2024-01-10", "2024-01-09"]
    assert told[6:] == ["-1", "-1"]
    assert "Notes were left out. (1 time: Build)" in answer.err


def test_the_result_of_a_project_is_one_json_document(run: Run, foreign: str) -> None:
    document = run("schedule", foreign, "--format", "json").document

    assert document["activities"]["1"]["finish"] == "2024-01-06"
    assert document["differences"] == [
        {
            "activity": "2",
            "name": "Build",
            "stored": {"start": "2024-01-09", "finish": "2024-01-11"},
            "computed": {"start": "2024-01-08", "finish": "2024-01-10"},
            "days": {"start": -1, "finish": -1},
        }
    ]
    assert [it["kind"] for it in document["losses"]] == ["notes"]


def test_the_file_may_go_to_standard_output(run: Run) -> None:
    answer = run("export", "mspdi", "-o", "-", "--wave", "KI3")

    assert answer.status == 0
    assert answer.out.startswith("<?xml")


def test_a_file_that_declares_entities_is_refused(run: Run) -> None:
    content = '<!DOCTYPE a [<!ENTITY b "c">]><Project>&b;</Project>'

    answer = run("schedule", "-", stdin=content)

    assert (answer.status, answer.out) == (2, "")
    assert "declares a document type or entities" in answer.err
    assert "standard input cannot be read." in answer.err


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none" / "plan.xml"
    answer = run("export", "mspdi", "-o", str(path))

    assert answer.status == 1
    assert "is not there, or its folder isn’t" in answer.err
    assert str(path) in answer.err


def test_a_file_holds_one_part(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    both = ("--municipality", "Ulstein", "--wave", "K14")
    answer = run("export", "mspdi", "-o", str(path), *both)

    assert (answer.status, path.exists()) == (2, False)
    assert "and not both" in answer.err


def test_an_empty_file_is_told_as_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.xml"
    path.write_bytes(b" \n")
    for command in ("import", "schedule"):
        answer = run(command, str(path))
        assert (answer.status, answer.out) == (2, "")
        assert "empty.xml is empty." in answer.err


def test_losses_are_told_in_the_language_asked_for(run: Run, foreign: str) -> None:
    answer = run("schedule", foreign, BOLGEPLAN_LANGUAGE="nb")

    assert "Notater er utelatt." in answer.err
    assert json.loads(run("schedule", foreign, "--format", "json").out)["losses"]
