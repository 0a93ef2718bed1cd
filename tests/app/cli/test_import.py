"""`import`: what a file would change in the plan that it was written from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.conftest import Run
from tests.app.exchange.mspdi.editing import add, drop, edited, put
from tests.app.exchange.mspdi.files import project_file

Write = Callable[[str], str]


@pytest.fixture
def plan(exported: str) -> str:
    return exported


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(content: str) -> str:
        path = tmp_path / "plan.xml"
        path.write_text(content, encoding="utf-8")
        return str(path)

    return write_file


def told(document: Any) -> list[tuple[str, str, str]]:
    return [
        (it["kind"], it["target"], ",".join(it["after"].values()))
        for it in document["changes"]
    ]


def test_what_was_not_touched_changes_nothing(
    run: Run, plan: str, write: Write
) -> None:
    answer = run("import", write(plan))

    assert answer.status == 0
    assert answer.out == "The file changes nothing in the plan.\n"
    document = run("import", write(plan), "--format", "json").document
    assert (document["changes"], document["misfits"]) == ([], [])
    assert document["losses"] == []


def test_changes_are_told_then_written_in_one_and_undone_in_one(
    run: Run, plan: str, write: Write
) -> None:
    moved = put("ConstraintDate", "2025-06-02T08:00:00")
    content = edited(plan, "wave.K13", moved)
    agreed = add(
        "<ActualStart>2023-10-02T08:00:00</ActualStart>"
        "<ActualFinish>2023-10-02T08:00:00</ActualFinish>",
        before="ActualDuration",
    )
    path = write(edited(content, "1517.preproject-agreed", agreed))

    first = run("import", path)
    assert "K13 goes live on 2 June 2025 instead of 1 April 2025" in first.out
    assert "Nothing has been written. --apply writes it." in first.out
    document = run("import", path, "--format", "json").document
    assert told(document) == [
        ("wave-day", "K13", "2025-06-02"),
        ("report", "1517.preproject-agreed", "2023-10-02,2023-10-02"),
    ]
    assert not document["applied"]

    done = run("import", path, "--apply", "--format", "json").document
    assert done["applied"]
    assert done["change"] is not None
    waves = run("plan", "--wave", "K13", "--format", "json").document["waves"]
    assert waves[0]["go_live"] == "2025-06-02"
    again = run("import", path)
    assert "changes of" not in again.out
    assert again.out.endswith("The file changes nothing in the plan.\n")


def test_a_date_that_was_typed_over_is_listed_with_what_to_do(
    run: Run, plan: str, write: Write
) -> None:
    content = plan
    for tag in ("Start", "Finish"):
        moved = put(tag, "2025-05-10T08:00:00")
        content = edited(content, "1516.go-live", moved)
    path = write(content)

    answer = run("import", path)

    assert "1 activity has other dates than the file:" in answer.out
    row = next(it for it in answer.out.splitlines() if it.startswith("1516.go-live"))
    assert row.split()[-6:] == [
        *("2025-05-10", "2025-04-01", "2025-05-10", "2025-04-01"),
        *("-39", "-39"),
    ]
    assert "Ulstein: go-live" in row
    assert "Move the day of the wave" in answer.out
    assert "The file changes nothing in the plan." in answer.out
    (found,) = run("import", path, "--format", "json").document["differences"]
    assert found["days"] == {"start": -39, "finish": -39}


def test_another_name_is_told_and_not_taken(run: Run, plan: str, write: Write) -> None:
    content = edited(plan, "1516.training", put("Name", "Courses"))
    for number in ("1517", "1554"):
        content = edited(content, f"{number}.cutover", put("Name", "The night"))

    document = run("import", write(content), "--format", "json").document

    assert document["changes"] == []
    assert [(it["kind"], it["subject"]) for it in document["misfits"]] == [
        ("renamed-task", "1516.training"),
        ("renamed-task", "step.cutover"),
    ]
    first, second = (it["text"] for it in document["misfits"])
    assert first.startswith("Ulstein: training: called “Courses” in the file.")
    assert "called “The night” in the file, in 2 municipalities." in second
    english = run("import", write(plan), BOLGEPLAN_LANGUAGE="nb")
    assert "«" not in english.out


def test_a_duration_is_the_templates_where_all_have_it(
    run: Run, plan: str, write: Write
) -> None:
    everywhere = plan
    ids = run("import", write(plan), "--format", "json")
    assert ids.status == 0
    longer = put("Duration", "PT616H0M0S")
    for number in numbers_with(plan, "training"):
        everywhere = edited(everywhere, f"{number}.training", longer)

    document = run("import", write(everywhere), "--format", "json").document
    assert told(document) == [("duration", "training", "11w")]
    assert document["changes"][0]["before"] == {"duration": "10w"}

    one = run(
        "import",
        write(edited(plan, "1516.training", longer)),
        *("--format", "json"),
    ).document
    assert one["changes"] == []
    assert [(it["kind"], it["subject"]) for it in one["misfits"]] == [
        ("one-duration", "1516.training")
    ]


def numbers_with(plan: str, key: str) -> list[str]:
    parts = plan.split(f".{key}</Value>")[:-1]
    return [part[-4:] for part in parts]


def test_a_municipality_moves_with_its_heading(
    run: Run, plan: str, write: Write
) -> None:
    tasks = plan.split("<Task>\n")
    at = next(n for n, it in enumerate(tasks) if "<Name>Ulstein</Name>" in it)
    end = next(n for n in range(at + 1, len(tasks)) if "<Value>1516." not in tasks[n])
    block, rest = tasks[at:end], [*tasks[:at], *tasks[end:]]
    after = next(n for n, it in enumerate(rest) if "<Value>wave.K14</Value>" in it)
    moved = "<Task>\n".join([*rest[: after + 1], *block, *rest[after + 1 :]])

    document = run("import", write(moved), "--format", "json").document

    assert told(document) == [("placement", "1516", "K14")]
    assert document["misfits"] == []


def test_what_does_not_fit_is_told_with_what_to_do(
    run: Run, plan: str, write: Write
) -> None:
    content = edited(plan, "1516.project-start", put("ConstraintType", "4"))
    content = edited(
        content,
        "1516.project-start",
        add("<ConstraintDate>2023-12-04T08:00:00</ConstraintDate>", before="Ignore"),
    )
    content = content.replace(
        "<IgnoreResourceCalendar>",
        "<ConstraintDate>2023-12-04T08:00:00</ConstraintDate><IgnoreResourceCalendar>",
    )
    content = drop(content, "1517.training")
    content = content.replace(
        "</Tasks>",
        "<Task><UID>9999</UID><Name>Buy a cake</Name><OutlineLevel>1</OutlineLevel>"
        "<Duration>PT8H0M0S</Duration></Task></Tasks>",
    )

    answer = run("import", write(content))

    assert answer.status == 0
    assert "Ulstein: project start: a date was set on the step." in answer.out
    assert "Buy a cake: new in the file." in answer.out
    assert "Hareid: training: no longer in the file." in answer.out


@pytest.mark.parametrize(
    ("key", "kind", "told_as"),
    [
        ("withdrawal-limit", "counted-limit", "this day is always counted from go-"),
        ("project-start", "own-deadline", "a step has no last day of its own."),
        ("training", "own-deadline", "a step has no last day of its own."),
    ],
)
def test_a_last_day_is_for_two_of_the_limits(
    run: Run, plan: str, write: Write, key: str, kind: str, told_as: str
) -> None:
    limit = add(
        "<Deadline>2024-01-15T17:00:00</Deadline>", before="IgnoreResourceCalendar"
    )
    content = edited(plan, f"1516.{key}", limit)

    document = run("import", write(content), "--format", "json").document

    assert document["changes"] == []
    ((found, text),) = [(it["kind"], it["text"]) for it in document["misfits"]]
    assert found == kind
    assert told_as in text


@pytest.mark.parametrize("key", ["preproject-limit", "option-limit"])
def test_the_last_day_of_these_limits_can_be_named(
    run: Run, plan: str, write: Write, key: str
) -> None:
    limit = add(
        "<Deadline>2024-01-15T17:00:00</Deadline>", before="IgnoreResourceCalendar"
    )
    content = edited(plan, f"1516.{key}", limit)

    document = run("import", write(content), "--format", "json").document

    assert ("limit", f"1516.{key}", "2024-01-15") in told(document)
    assert document["misfits"] == []


def test_a_day_before_the_status_date_is_refused_by_the_rule(
    run: Run, plan: str, write: Write
) -> None:
    early = put("ConstraintDate", "2023-01-02T08:00:00")

    document = run(
        *("import", write(edited(plan, "wave.K13", early))), "--format", "json"
    ).document

    assert document["changes"] == []
    assert document["misfits"][0]["kind"] == "refused"
    assert "before the status date" in document["misfits"][0]["text"]


def test_what_others_changed_since_is_not_overwritten(
    run: Run, plan: str, write: Write
) -> None:
    first = edited(plan, "wave.K13", put("ConstraintDate", "2025-06-02T08:00:00"))
    assert run("import", write(first), "--apply").status == 0
    second = edited(plan, "wave.K13", put("ConstraintDate", "2025-09-01T08:00:00"))

    told = run("import", write(second))
    assert "The plan has been changed since the file was written." in told.err
    assert "The file would be refused, all of it: Command line" in told.err
    assert "K13 goes live on 1 September 2025 instead of 2 June 2025" in told.out
    assert told.out.endswith(
        "Nothing has been written, and --apply would be refused.\n"
    )
    document = run("import", write(second), "--format", "json").document
    assert document["would_be_refused"]
    refused = run("import", write(second), "--apply")

    assert refused.status == 1
    assert "changed the same thing after the file was written" in refused.err
    assert "Export the plan anew" in refused.err


def test_a_file_of_others_can_be_scheduled_and_not_imported(
    run: Run, exported: str, write: Write
) -> None:
    content = project_file(
        "<Task><UID>1</UID><Name>Dig</Name><Duration>PT8H0M0S</Duration></Task>"
    ).decode()

    answer = run("import", write(content))

    assert (answer.status, answer.out) == (2, "")
    assert "It can be scheduled, and not be imported." in answer.err
    other = exported.replace("plan=current", "plan=other")
    assert "a plan called “other”" in run("import", write(other)).err
