"""`bolgeplan quality`: the score, the checks and what they find."""

import json
from pathlib import Path

from tests.app.cli.conftest import Run

NETWORK = {
    "start": "2024-01-01",
    "calendar": "every-day",
    "activities": [
        {"id": "A", "duration": "5d"},
        {"id": "B", "duration": "200d"},
    ],
    "links": [{"from": "A", "to": "B", "lag": "-1d"}],
}


def test_the_document_has_every_check_with_its_offenders(run: Run) -> None:
    answer = run("quality", "--format", "json")
    assert (answer.status, answer.err) == (0, "")
    document = answer.document
    assert (document["plan"], document["score"], document["asked"]) == (
        "current",
        47,
        16,
    )
    assert document["thresholds"]["days"]["test-delay"] == 90
    checks = {it["check"]: it for it in document["checks"]}
    assert len(checks) == 17
    assert checks["cycle"]["passed"] is None
    assert checks["critical-path-test"]["passed"] is True
    long = checks["long-lag"]
    assert (long["count"], long["asked"], long["passed"]) == (4, 31, False)
    option = next(it for it in long["offenders"] if it["key"] == "option-exercised")
    assert (option["successor"], option["days"]) == ("go-live", 365)
    assert len(option["activities"]) == 47


def test_people_read_the_score_and_what_is_not_met(run: Run) -> None:
    answer = run("quality")
    assert answer.status == 0
    assert "47 of 100 points" in answer.out
    assert "Option taken up → Go-live (47)" in answer.out
    assert "Pilot 1: Vanylven medical centre" in answer.out
    assert run("quality", "--plan", "nobody").status == 2


def test_a_network_of_ones_own_is_checked_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "network.json"
    file.write_text(json.dumps(NETWORK), encoding="utf-8")
    quality = run("schedule", str(file), "--quality", "--format", "json").document[
        "quality"
    ]
    checks = {it["check"]: it for it in quality["checks"]}
    assert checks["negative-lag"]["offenders"][0]["successor"] == "B"
    assert checks["long-duration"]["count"] == 1
    assert checks["estimate-without-source"]["passed"] is None
    assert "quality" not in run("schedule", str(file), "--format", "json").document
    told = run("schedule", str(file), "--quality").out
    assert f"Quality: {quality['score']} of 100 points" in told
    assert "Begins too early by its link: A → B" in told
