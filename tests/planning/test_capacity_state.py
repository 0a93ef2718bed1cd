"""What is asked for and what there is, frozen with a plan."""

from dataclasses import replace

from planning.capacity_facts import CapacityFacts, Demand, Resource, Supply
from planning.evaluate import evaluate
from planning.plan_state import plan_state
from planning.state_document import read_state, state_document
from tests.planning.programmes import day, programme

FACTS = CapacityFacts(
    resources=(Resource(key="trainers"),),
    demands=(Demand(resource="trainers", amount=200, step="training"),),
    supplies=(Supply(resource="trainers", amount=100, start=day("2025-02-01")),),
)


def test_each_month_is_kept_with_what_there_is_where_that_is_known():
    snapshot = replace(programme(), capacity=FACTS)
    state = plan_state(evaluate(snapshot))
    months = {it.first: it for it in state.loads["trainers"]}
    # Training is from 22 January to 2 April 2025.
    assert sorted(months) == [day(f"2025-0{it}-01") for it in (1, 2, 3, 4)]
    assert months[day("2025-01-01")].there_is is None
    assert months[day("2025-02-01")].over == 100_000 * 28
    assert read_state(state_document(state)) == state
