"""Cases from the field: network files, and what must come of them.

A case is `{"why", "network", "result"}` or `{"why", "network", "error"}`. A result
may leave out what the case is not about. The error is the engine's, with its
values, or the problems of the file, each as its place and its kind.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.exchange.checking import NetworkFileError
from app.exchange.network_file import read_network_file, schedule_document
from planning.errors import (
    ActualAfterStatusError,
    ActualOrderError,
    CycleError,
    DateOutOfRangeError,
    PlanningError,
)

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))

KINDS: Mapping[str, type[PlanningError]] = {
    "actual-after-status": ActualAfterStatusError,
    "actual-order": ActualOrderError,
    "cycle": CycleError,
    "date-out-of-range": DateOutOfRangeError,
}


def computed(network: Any) -> dict[str, Any]:
    return schedule_document(read_network_file(json.dumps(network), "case"))


def asked_for(found: Any, expected: Any) -> Any:
    """What was found, less what the case leaves out."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {
            key: asked_for(value, expected[key])
            for key, value in found.items()
            if key in expected
        }
    if isinstance(found, list) and isinstance(expected, list):
        longer = found[len(expected) :]
        return [*map(asked_for, found, expected), *longer]
    return found


def refuse(network: Any, error: Mapping[str, Any]) -> None:
    if "problems" in error:
        with pytest.raises(NetworkFileError) as refused:
            computed(network)
        found = [[each.place, each.kind] for each in refused.value.problems]
        assert found == error["problems"]
        return
    with pytest.raises(PlanningError) as failed:
        computed(network)
    assert type(failed.value) is KINDS[error["kind"]]
    values = {**error, "kind": None}
    for name in values.keys() - {"kind"}:
        found = getattr(failed.value, name)
        assert (list(found) if isinstance(found, tuple) else found) == values[name]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    assert case["why"], "a case says why it is there"

    if "error" in case:
        refuse(case["network"], case["error"])
        return
    expected = case["result"]
    assert asked_for(computed(case["network"]), expected) == expected
