"""`bolgeplan schedule`: a network file in, a schedule out."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.conftest import Run

NETWORK: dict[str, Any] = {
    "start": "2024-01-01",
    "calendar": "every-day",
    "activities": [
        {"id": "A", "name": "Dig", "duration": "5d"},
        {"id": "B", "duration": "3d", "deadline": "2024-01-08"},
        {"id": "M", "duration": "0d"},
    ],
    "links": [{"from": "A", "to": "B"}, {"from": "B", "to": "M"}],
}


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def write_file(content: Any) -> str:
        path = tmp_path / "network.json"
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write_file


def test_the_result_is_one_json_document(run: Run, write: Any) -> None:
    answer = run("schedule", write(NETWORK), "--format", "json")

    assert (answer.status, answer.err) == (0, "")
    document = answer.document
    assert (document["start"], document["finish"]) == ("2024-01-01", "2024-01-09")
    assert document["critical_path"] == ["A", "B", "M"]
    assert document["activities"]["B"]["total_float"] == -1
    assert document["conflicts"] == [
        {
            "kind": "deadline-missed",
            "severity": "error",
            "activity": "B",
            "days": 1,
            "text": "B misses its deadline by 1 day.",
        }
    ]


def test_the_table_shows_the_last_day_of_work(run: Run, write: Any) -> None:
    answer = run("schedule", write(NETWORK))

    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0].split()[:5] == ["Activity", "Name", "Start", "Last", "day"]
    assert lines[2].split()[:4] == ["A", "Dig", "2024-01-01", "2024-01-05"]
    assert lines[4].split()[:3] == ["M", "2024-01-09", "2024-01-09"]
    assert "Critical path: A → B → M" in lines
    assert "Error: B misses its deadline by 1 day." in lines


def test_a_network_of_nothing_has_no_critical_path(run: Run, write: Any) -> None:
    answer = run("schedule", write({"start": "2024-01-01", "activities": []}))

    assert answer.status == 0
    assert "Critical path" not in answer.out


def test_what_is_presumed_is_marked(run: Run, write: Any) -> None:
    answer = run("schedule", write({**NETWORK, "status_date": "2024-01-03"}))

    assert "presumed as planned" in answer.out.splitlines()[2]


def test_the_network_may_come_from_standard_input(run: Run) -> None:
    answer = run("schedule", "-", stdin=json.dumps(NETWORK))

    assert answer.status == 0


def test_a_byte_order_mark_does_no_harm(run: Run, write: Any) -> None:
    assert run("schedule", write("\ufeff" + json.dumps(NETWORK))).status == 0


def test_everything_that_is_wrong_is_told_with_its_place(run: Run, write: Any) -> None:
    broken = {**NETWORK, "links": [{"from": "A", "to": "X"}], "start": "yesterday"}

    answer = run("schedule", write(broken))

    assert (answer.status, answer.out) == (2, "")
    assert "start: “yesterday” is no date." in answer.err
    assert "links[0].to: No activity has the id “X”" in answer.err
    assert answer.err.splitlines()[-1].endswith("cannot be scheduled.")


def test_a_cycle_names_the_activities_on_it(run: Run, write: Any) -> None:
    links = [*NETWORK["links"], {"from": "M", "to": "A"}]

    answer = run("schedule", write({**NETWORK, "links": links}))

    assert (answer.status, answer.out) == (2, "")
    assert "A → B → M → A" in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty."),
        (b" \n\t", "is empty."),
        (b'{"start": "\xe6"}', "is not UTF-8 text: byte 12 does not fit."),
        (b"{", "this is not JSON"),
        (b"<Project/>", "There are no tasks in the file."),
        (b"[]", "Write an object here, not a list."),
    ],
)
def test_what_is_no_network_is_refused_in_a_line(
    run: Run, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "network.json"
    path.write_bytes(content)

    answer = run("schedule", str(path))

    assert (answer.status, answer.out) == (2, "")
    assert message in answer.err
    assert "Traceback" not in answer.err


def test_a_file_that_is_not_there_is_told_by_its_name(run: Run, tmp_path: Path) -> None:
    answer = run("schedule", str(tmp_path / "nowhere.json"))

    assert answer.status == 2
    assert answer.err == f"bolgeplan: There is no file {tmp_path}/nowhere.json.\n"


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    answer = run("schedule", str(tmp_path))

    assert answer.status == 2
    assert answer.err == f"bolgeplan: {tmp_path} is a folder, not a file.\n"


def test_a_file_that_may_not_be_read_says_so(
    run: Run, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_settings: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = write(NETWORK)
    monkeypatch.setattr(Path, "open", refuse)

    answer = run("schedule", file)

    assert answer.status == 2
    assert answer.err == f"bolgeplan: {file} may not be read.\n"


def test_any_other_trouble_of_a_file_is_told_by_its_reason(
    run: Run, tmp_path: Path
) -> None:
    answer = run("schedule", str(tmp_path / ("long" * 100)))

    assert answer.status == 2
    assert "cannot be read: File name too long" in answer.err


def test_a_file_that_is_too_large_is_not_read(
    run: Run, write: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(NETWORK)
    monkeypatch.setattr("app.cli.networks.MOST_BYTES", 10)

    answer = run("schedule", file)

    assert answer.status == 2
    assert answer.err.endswith("is too large to be read.\n")


def test_no_database_is_needed(run: Run, write: Any) -> None:
    answer = run("schedule", write(NETWORK), DATABASE_URL="nothing of the kind")

    assert answer.status == 0
