"""What we write is read by another reader of the format: the Java classes of mpxj.

Where there is no Java, nothing is asked.
"""

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.project import Baseline, Line, Project, Span
from app.exchange.mspdi.writing import write_project
from planning.calendars import norway
from planning.network import compile_network
from planning.schedule import build_schedule
from tests.app.exchange.mspdi.projects import NAMES
from tests.networks import activity, day, link

CONVERT = "org.mpxj.sample.MpxjConvert"

ACTIVITIES = (
    activity("dig", "10wd", started="2024-01-02", finished="2024-01-17"),
    activity("pour", "2w", constraint="start-no-earlier-than", on="2024-02-01"),
    activity("dry", "1mo", constraint="as-late-as-possible"),
    activity("paint", "5wd", deadline="2024-06-01"),
    activity("hang", "3wd", constraint="finish-no-later-than", on="2024-05-15"),
    activity("open", "0d", constraint="must-start-on", on="2024-05-17"),
)
LINKS = (
    link("dig", "pour", lag="2wd"),
    link("pour", "dry", "SS", "3d"),
    link("dry", "paint", "FF", "-1w"),
    link("paint", "hang", "SF", "2wd"),
    link("hang", "open"),
)


@pytest.fixture(scope="module")
def java() -> list[str]:
    program, found = shutil.which("java"), find_spec("mpxj")
    if program is None:
        pytest.skip("no Java here: Microsoft Project's files are read by us alone")
    assert found is not None
    assert found.origin is not None
    return [program, "-cp", f"{Path(found.origin).parent / 'lib'}/*"]


def read_by_another(java: list[str], content: bytes, folder: Path) -> Any:
    given, answer = folder / "project.xml", folder / "project.json"
    given.write_bytes(content)
    done = subprocess.run(
        [*java, CONVERT, str(given), str(answer)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(answer.read_text("utf-8"))


@pytest.fixture(scope="module")
def found(java: list[str], tmp_path_factory: pytest.TempPathFactory) -> Any:
    project = Project(
        name="House",
        start=day("2024-01-01"),
        status_date=day("2024-01-31"),
        calendar=norway(),
        activities=ACTIVITIES,
        links=LINKS,
        names={it.id: f"To {it.id} & more" for it in ACTIVITIES},
        outline=(Line(1, "House"), *(Line(2, it.id, it.id) for it in ACTIVITIES)),
        baselines=(
            Baseline(
                number=3, spans={"pour": Span(day("2024-02-01"), day("2024-02-15"))}
            ),
        ),
    )
    schedule = build_schedule(
        compile_network(ACTIVITIES, LINKS),
        calendar=norway(),
        start=project.start,
        status_date=project.status_date,
    )
    content = write_project(project, schedule, NAMES, Losses())
    return read_by_another(java, content, tmp_path_factory.mktemp("mpxj"))


def tasks_of(found: Any) -> dict[str, Any]:
    return {it.get("text1", it["name"]): it for it in found["tasks"]}


def test_it_reads_every_date_and_duration(found: Any) -> None:
    tasks = tasks_of(found)
    hours = {id: tasks[id].get("duration", 0) / 3600 for id in ("dig", "pour", "open")}
    assert hours == {"dig": 88, "pour": 112, "open": 0}
    assert tasks["dig"]["actual_start"].startswith("2024-01-02T08:00")
    assert tasks["dig"]["actual_finish"].startswith("2024-01-16T17:00")
    assert tasks["pour"]["start"].startswith("2024-02-01T08:00")
    assert tasks["pour"]["finish"].startswith("2024-02-14T17:00")
    assert tasks["paint"]["deadline"].startswith("2024-05-31T17:00")
    assert tasks["open"]["milestone"]
    assert tasks["dig"]["percent_complete"] == 100


def test_it_reads_links_and_lags(found: Any) -> None:
    tasks = tasks_of(found)
    names = {it["unique_id"]: id for id, it in tasks.items()}
    read = {
        (names[it["predecessor_task_unique_id"]], id): (it["type"], it.get("lag", 0))
        for id, task in tasks.items()
        for it in task.get("predecessors", ())
    }
    assert {pair: kind for pair, (kind, _lag) in read.items()} == {
        (it.predecessor, it.successor): it.kind.value for it in LINKS
    }
    hours = {pair: lag / 3600 for pair, (_kind, lag) in read.items()}
    assert hours["paint", "hang"] == 16
    # Before work in calendar days, two working days are two days around the clock.
    assert hours["dig", "pour"] == 48
    assert hours["pour", "dry"] == 72
    assert hours["dry", "paint"] == -168


def test_it_reads_constraints_outline_calendars_and_baselines(found: Any) -> None:
    tasks = tasks_of(found)
    kinds = {id: tasks[id]["constraint_type"] for id in tasks}
    assert kinds["pour"] == "START_NO_EARLIER_THAN"
    assert kinds["dry"] == "AS_LATE_AS_POSSIBLE"
    assert kinds["open"] == "MUST_START_ON"
    assert kinds["hang"] == "FINISH_NO_LATER_THAN"
    assert tasks["hang"]["constraint_date"].startswith("2024-05-14T17:00")
    assert tasks["House"]["summary"]
    assert tasks["dig"]["outline_number"] == "1.1"
    assert tasks["pour"]["baseline3_start"].startswith("2024-02-01T08:00")
    calendars = {it["name"].partition(" ")[0]: it for it in found["calendars"]}
    days = {it["from"] for it in calendars["Norway"]["exceptions"]}
    assert {"2024-05-01", "2024-05-17", "2024-12-25"} <= {it[:10] for it in days}
