"""The benchmarks run, and say what they measured; how fast is not asked here."""

import pytest
from click.testing import CliRunner

from bench.__main__ import main
from bench.measuring import Case, Measurement, measure, table
from bench.networks import make_network
from bench.programme import addresses, expect, filled_app
from planning.network import compile_network


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
        "page / ",
        "page /waves/K13 ",
        "page /municipalities/1516 ",
        "page /municipalities/1516/money ",
        "page /municipalities/1516/cash-flow.svg ",
        "page /conflicts ",
        "page /economy ",
        "compile: 50 activities",
        "schedule: 50 activities",
    ):
        assert f"| {name}" in answer.output


def test_one_case_may_be_asked_for() -> None:
    words = ["--rounds", "1", "--size", "20", "--only", "compile"]

    answer = CliRunner().invoke(main, words)

    assert sum(line.startswith("| ") for line in answer.output.splitlines()) == 3


def test_a_page_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="/waves was answered with 500"):
        expect(500, 200, "/waves")


def test_every_page_is_reached_by_its_address() -> None:
    with filled_app() as app:
        found = addresses(app)

    assert {"/", "/waves", "/waves/K13", "/municipalities", "/history"} <= set(found)
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
