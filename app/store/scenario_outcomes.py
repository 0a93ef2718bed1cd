"""What scenarios come to, seen from outside: how changes stand, and the plan in them.

A scenario is opened for it and left again. What came of that is kept as long as
neither the scenario nor the plan has changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.store import overlay, results
from app.store.laying import Laid
from app.store.tables import PlanRow, ScenarioRow
from planning.evaluate import Evaluation

Standings = tuple[Laid, ...]
State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scenario comes to on the plan as it is: each change, and all of it."""

    laid: Standings
    evaluation: Evaluation


def outcome(plan: PlanRow, scenario: ScenarioRow) -> Outcome:
    """How the changes of a scenario stand, and what the plan comes to with them.

    No scenario is open before, and none after; what the session had read is read
    anew.
    """
    key = ("scenario-outcome", _state(scenario), results.revision())
    found: Outcome | None = results.results().find(key)
    if found is None:
        found = _look(plan, scenario)
        results.results().keep(key, found)
    return found


def standings(scenarios: Iterable[ScenarioRow]) -> Mapping[int, Standings]:
    """How the changes of some scenarios stand, by the id of each scenario."""
    states = [_state(it) for it in scenarios]
    key = ("scenario-standings", results.revision())
    known: Mapping[State, Standings] = results.results().find(key) or {}
    if any(it not in known for it in states):
        new = {it: _laid(it[0]) for it in states if it not in known}
        known = {**known, **new}
        results.results().keep(key, known)
    return {state[0]: known[state] for state in states}


def _state(scenario: ScenarioRow) -> State:
    return scenario.id, scenario.version


def _look(plan: PlanRow, scenario: ScenarioRow) -> Outcome:
    opened = overlay.open_scenario(scenario.id)
    try:
        return Outcome(opened.laid, results.evaluation(plan))
    finally:
        overlay.leave_scenario()


def _laid(scenario_id: int) -> Standings:
    try:
        return overlay.open_scenario(scenario_id).laid
    finally:
        overlay.leave_scenario()
