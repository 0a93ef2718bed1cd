"""The rollout template in fixtures/: what is counted back from a go-live.

Read as plain CSV. `wave-go-live` is the wave's own milestone and no activity here.
"""

import csv
import re
from graphlib import TopologicalSorter
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "fixtures"
DURATION = r"\d+(d|wd|w|mo)"


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_template_joins_its_activities_without_a_cycle():
    activities = {row["key"] for row in read("template_activities.csv")} | {
        "wave-go-live"
    }
    order: TopologicalSorter[str] = TopologicalSorter()
    for link in read("template_links.csv"):
        assert {link["predecessor"], link["successor"]} <= activities, link
        assert link["kind"] in {"FS", "SS", "FF", "SF"}
        order.add(link["successor"], link["predecessor"])
    assert set(order.static_order()) == activities


def test_the_templates_durations_can_be_read():
    for row in read("template_activities.csv"):
        assert re.fullmatch(DURATION, row["duration"]), row
        points = row["kind"] in {"milestone", "limit"}
        assert (row["duration"] == "0d") == points, row
    assert all(
        re.fullmatch(DURATION, link["lag"]) for link in read("template_links.csv")
    )


def test_the_limits_count_back_from_go_live():
    lags = {
        link["predecessor"]: link["lag"]
        for link in read("template_links.csv")
        if link["successor"] == "go-live" and link["kind"] == "FS"
    }
    assert lags["project-start"] == "19mo"
    assert lags["preproject-limit"] == lags["preproject-agreed"] == "18mo"
    assert lags["withdrawal-limit"] == "13mo"
    assert lags["option-limit"] == lags["option-exercised"] == "12mo"


def test_the_work_of_the_implementation_project_fits_into_its_twelve_months():
    durations = {r["key"]: r["duration"] for r in read("template_activities.csv")}
    project = ("prepare-solution", "configure-and-test", "training", "cutover")
    days_per_unit = {"mo": 31, "w": 7, "wd": 1.6}
    days = 0.0
    for key in project:
        amount, unit = re.fullmatch(r"(\d+)(\D+)", durations[key]).groups()
        days += int(amount) * days_per_unit[unit]
    assert 270 < days < 335
