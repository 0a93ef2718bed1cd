"""Every date of the plan that is loaded, and of the plan of 2020, is reckoned again."""

from dataclasses import replace
from datetime import date

import pytest

from planning.calendars import norway, to_day
from planning.durations import parse_duration
from planning.evaluate import evaluate
from planning.explanation import Explainer, FactKind
from planning.snapshot import Snapshot
from planning.waves import delay_main_project
from tests.chains import find_wrong_chains
from tests.test_plan_of_2020 import NAMSOS, facts, plan_of_2020

__all__ = ["facts"]


def test_every_chain_of_the_plan_comes_to_the_day_that_is_shown(
    facts: Snapshot,
) -> None:
    evaluation = evaluate(facts)

    assert len(evaluation.nodes) > 1700
    assert not find_wrong_chains(evaluation)


def test_so_does_every_chain_after_a_delay_of_half_a_year(facts: Snapshot) -> None:
    half_a_year = parse_duration("6mo")
    plan = delay_main_project(facts.plan, half_a_year, calendar=norway())

    assert not find_wrong_chains(evaluate(replace(facts, plan=plan)))


@pytest.mark.parametrize(
    ("offered", "limit", "day"),
    [
        ("first", "preproject-limit", date(2020, 10, 31)),
        ("first", "option-limit", date(2021, 5, 30)),
        ("later", "preproject-limit", date(2022, 5, 30)),
        ("later", "option-limit", date(2022, 10, 31)),
    ],
)
def test_the_limits_of_namdal_end_in_the_day_that_is_named(
    facts: Snapshot, offered: str, limit: str, day: date
) -> None:
    evaluation = evaluate(plan_of_2020(facts, offered))
    chain = Explainer(evaluation).explain(f"{NAMSOS}.{limit}").chain

    assert [link.start for link in chain] == [to_day(day)]
    assert chain[0].fact is not None
    assert chain[0].fact.kind is FactKind.NAMED_DAY
    assert not find_wrong_chains(evaluation)
