"""A wave moved in a file: what follows it in the plan follows it there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.cli.conftest import Run
from tests.app.exchange.mspdi.editing import add, edited, put

Write = Callable[[str], str]
LATER = put("ConstraintDate", "2025-04-08T08:00:00")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(content: str) -> str:
        path = tmp_path / "moved.xml"
        path.write_text(content, encoding="utf-8")
        return str(path)

    return write_file


@pytest.mark.parametrize("part", [(), ("--wave", "K13"), ("--municipality", "1516")])
def test_all_that_follows_a_wave_follows_it_in_the_file(
    run: Run, write: Write, part: tuple[str, ...]
) -> None:
    plan = run("export", "mspdi", "-o", "-", *part).out
    path = write(edited(plan, "wave.K13", LATER))

    computed = run("schedule", path, "--format", "json").document["activities"]

    assert computed["1516.go-live"]["start"] == "2025-04-08"
    assert computed["1516.option-limit"]["start"] == "2024-04-08"
    assert run("import", path, "--apply").status == 0
    plan_then = run("plan", "--municipality", "1516", "--format", "json").document
    for id, at in plan_then["activities"].items():
        assert computed[id] == at


def test_a_go_live_is_linked_to_its_wave(run: Run) -> None:
    plan = run("export", "mspdi", "-o", "-", "--municipality", "1516").out
    tasks = plan.split("<Task>\n")
    own = next(it for it in tasks if "<Value>1516.go-live<" in it)
    wave = next(it for it in tasks if "<Value>wave.K13<" in it)
    uid = own.partition("<UID>")[2].partition("<")[0]
    assert f"<PredecessorUID>{uid}<" in wave
    assert "<Deadline>" not in own


def test_a_deadline_typed_on_a_go_live_is_told_of(run: Run, write: Write) -> None:
    plan = run("export", "mspdi", "-o", "-", "--municipality", "1516").out
    typed = add(
        "<Deadline>2025-03-03T17:00:00</Deadline>", before="IgnoreResourceCalendar"
    )
    path = write(edited(plan, "1516.go-live", typed))

    document = run("import", path, "--format", "json").document

    assert [it["kind"] for it in document["misfits"]] == ["go-live-deadline"]
