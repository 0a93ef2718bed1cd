"""`bolgeplan capacity`: the months of every resource, as a table and as JSON."""

import pytest

from tests.app.cli.conftest import Run


def test_months_are_told_from_the_status_date_on(run: Run) -> None:
    told = run("capacity").out
    assert "Trainers (assumed)" in told
    assert "2025-01" in told
    assert "2022-" not in told
    assert "not entered" in told


def test_the_document_has_every_month_and_who_asks(run: Run) -> None:
    document = run("capacity", "--format", "json").document
    trainers = document["resources"][0]
    assert (trainers["key"], trainers["demand_assumed"]) == ("trainers", True)
    month = next(it for it in trainers["months"] if it["month"] == "2025-01")
    assert (month["there_is"], month["over"]) == (None, None)
    assert month["waves"] == {"K13": month["asked"]}
    # 0.75 for each 1,000 of 8,797 inhabitants, all month long.
    assert month["municipalities"]["1516"] == pytest.approx(6.598)
    assert sum(month["municipalities"].values()) == pytest.approx(
        month["asked"], abs=0.01
    )
