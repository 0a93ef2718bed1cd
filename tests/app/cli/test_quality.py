"""`bolgeplan quality`: the score, the checks and what they find."""

from tests.app.cli.conftest import Run


def test_the_document_has_every_check_with_its_offenders(run: Run) -> None:
    answer = run("quality", "--format", "json")
    assert (answer.status, answer.err) == (0, "")
    document = answer.document
    assert (document["plan"], document["score"], document["asked"]) == (
        "current",
        46,
        16,
    )
    assert document["thresholds"]["days"]["test-delay"] == 90
    checks = {it["check"]: it for it in document["checks"]}
    assert len(checks) == 17
    assert checks["cycle"]["met"] is None
    assert checks["critical-path-test"]["met"] is True
    long = checks["long-lag"]
    assert (long["count"], long["asked"], long["met"]) == (4, 31, False)
    option = next(it for it in long["offenders"] if it["key"] == "option-exercised")
    assert (option["successor"], option["days"]) == ("go-live", 365)
    assert len(option["activities"]) == 47


def test_people_read_the_score_and_what_is_not_met(run: Run) -> None:
    answer = run("quality")
    assert answer.status == 0
    assert "46 of 100 points" in answer.out
    assert "Option taken up → Go-live (47)" in answer.out
    assert "Pilot 1: Vanylven medical centre" in answer.out
    assert run("quality", "--plan", "nobody").status == 2
