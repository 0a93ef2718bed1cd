"""The benchmarks run, and say what they measured; how fast is not asked here."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from flask import Flask

from bench.__main__ import main
from bench.chart import draw_chart
from bench.measuring import Case, Measurement, measure, table
from bench.networks import START, make_network
from bench.others import Compared, refuse_other_dates
from bench.pages import addresses, enter
from bench.plain import PlainGraph
from bench.programme import client_of, expect, filled_app
from bench.scale import Sized, exponent
from planning.calendars import norway
from planning.network import compile_network

FEW_PAGES = (
    "/waves/K13",
    "/municipalities/1516/cash-flow.svg",
    "/conflicts",
)


@pytest.fixture(scope="module")
def filled() -> Iterator[Flask]:
    """One filled app for all that is measured here."""
    with filled_app() as app:
        yield app


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, filled: Flask) -> None:
    """Few rounds, nothing cleared away in between: how fast is not asked here."""
    monkeypatch.setattr("bench.__main__.filled_app", lambda: nullcontext(filled))
    monkeypatch.setattr("bench.measuring.gc", SimpleNamespace(collect=int))
    monkeypatch.setattr("bench.edits.ROUNDS", 1)
    monkeypatch.setattr("bench.pages.addresses", lambda *_all: FEW_PAGES)
    monkeypatch.setattr("bench.pages.enter", lambda _app: None)
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


@pytest.mark.no_cover
def test_everything_is_measured_once() -> None:
    answer = CliRunner().invoke(main, ["--rounds", "1", "--size", "50"])

    assert answer.exit_code == 0, answer.output
    for name in (
        "database to snapshot",
        "schedule to 66 projections",
        "database to schedule, conflicts, 66 projections",
        "what moved with a delay of everything",
        "a chart drawn anew",
        "a move on the board",
        *(f"page {address} " for address in FEW_PAGES),
        "compile: 50 activities",
        "both passes: 50 activities",
        "schedule: 50 activities",
        "everything after an edit",
        "50 in a chain",
        "both passes, ms | here | networkx",
    ):
        assert f"| {name}" in answer.output
    assert "to the power of 1.00" in answer.output


def test_one_case_may_be_asked_for() -> None:
    words = ["--rounds", "1", "--size", "20", "--only", "compile"]

    answer = CliRunner().invoke(main, words)

    assert sum(line.startswith("| ") for line in answer.output.splitlines()) == 3


def test_a_page_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="/waves was answered with 500"):
        expect(500, 200, "/waves")


def test_every_page_is_reached_by_its_address_and_in_a_scenario(
    filled: Flask,
) -> None:
    enter(filled)
    found = addresses(filled, client_of(filled))

    assert {"/", "/waves", "/waves/K13", "/municipalities", "/history"} <= set(found)
    for entered in ("/proposals/", "/baselines/", "/scenarios/", "/calendar/"):
        assert any(address.startswith(entered) for address in found)
    inside = {"/scenarios/1/plan/waves", "/scenarios/1/plan/timeline?open=all"}
    assert inside <= set(found)
    assert not any("<" in address for address in found)


def test_a_case_is_timed_against_the_loop() -> None:
    calls = []

    measured = measure(Case("nothing", lambda: calls.append(1), 50), rounds=3)

    # Once to warm up, and three that count.
    assert len(calls) == 4
    assert measured.is_within
    assert 0 < measured.units < 1


def test_what_takes_longer_than_its_bar_is_told() -> None:
    slow = Measurement("slow", 120.0, 100.0, 10.0, 100)
    unbound = Measurement("unbound", 120.0, 100.0, 10.0, None)

    lines = table([slow, unbound]).splitlines()

    assert lines[-2] == "| slow | 120.0 | 100.0 | 10.00 | 100 | OVER |"
    assert lines[-1] == "| unbound | 120.0 | 100.0 | 10.00 |  |  |"


def test_the_large_network_is_the_same_every_time_and_sound() -> None:
    activities, links = make_network(300)

    assert make_network(300) == (activities, links)
    assert len(compile_network(activities, links).activities) == 300


def test_the_plain_passes_find_the_same_dates_or_are_not_compared() -> None:
    activities, links = make_network(120)
    graph = PlainGraph(activities, links, norway(), START)
    refuse_other_dates(graph, activities, links)

    later = PlainGraph(activities, links, norway(), START + 30)
    with pytest.raises(RuntimeError, match="differ"):
        refuse_other_dates(later, activities, links)


def test_how_the_cost_grows_is_told_by_its_exponent() -> None:
    sizes = [1_000, 10_000, 100_000]
    assert exponent(sizes, [2.0, 20.0, 200.0]) == pytest.approx(1)
    assert exponent(sizes, [1.0, 100.0, 10_000.0]) == pytest.approx(2)


def test_the_chart_is_the_same_file_for_the_same_figures(tmp_path: Path) -> None:
    files = [tmp_path / "one.svg", tmp_path / "other.svg"]
    for file, mpxj in zip(files, (3.0, None), strict=True):
        sizes = [Sized(1_000, 2.0, 1.0), Sized(10_000, 20.0, 10.0)]
        draw_chart(sizes, [Compared(1_000, 1.0, 20.0, mpxj)], file)
    assert "<svg" in files[0].read_text("utf-8")
    assert files[0].read_bytes() != files[1].read_bytes()
