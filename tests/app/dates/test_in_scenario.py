"""The chain of a date in a scenario names what the scenario set."""

import pytest

from tests.app.reading import part, text_of
from tests.app.rollout.test_steps import sent

TOP = "/scenarios/1/plan"


@pytest.fixture
def made(english):
    """A client in English with a scenario that moves K13, K14 and Ulstein."""
    english.post("/scenarios", data={"name": "Later", "note": ""})
    english.post(
        f"{TOP}/waves/K13/shift", data={"amount": 6, "unit": "mo", "direction": "later"}
    )
    english.post(f"{TOP}/waves/K14/day", data={"day": "2026-03-02"})
    english.post(f"{TOP}/waves/placements/1516", data={"wave": "K15"})
    return english


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("wave.K14", "By the scenario “Later”: Programme office (demonstration)"),
        ("wave.K13", "By the scenario “Later”: Programme office (demonstration)"),
        ("5046.option-limit", "By the scenario “Later”"),
        ("1516.go-live", "The place in the wave, by the scenario “Later” Entered"),
    ],
)
def test_the_scenario_is_named_where_it_set_the_date(made, id, told):
    page = made.get(f"{TOP}/dates/{id}").text
    assert told in text_of(part(page, "chain-title"))
    assert 'href="/scenarios/1"' in part(page, "chain-title") or "place" in told


def test_what_the_plan_has_is_not_called_the_scenarios(made):
    for url in (f"{TOP}/dates/wave.K12", "/dates/wave.K14", "/dates/1516.go-live"):
        assert "scenario “Later”" not in text_of(
            part(made.get(url).text, "chain-title")
        )


def test_a_duration_that_the_scenario_changes_is_its_own(made):
    made.post(f"{TOP}/template/steps/training", data=sent(amount="14"))
    chain = text_of(part(made.get(f"{TOP}/dates/1516.training").text, "chain-title"))
    assert "It takes 14 weeks" in chain
    assert "by the scenario “Later”" in chain.partition("Manual conversion")[2]
