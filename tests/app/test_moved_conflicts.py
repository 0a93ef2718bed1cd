"""Which conflicts a change brought or made worse."""

import pytest

from app.moved_conflicts import pressing
from tests.app.moved_documents import conflict


def too_little(in_all):
    return conflict(
        "resource.trainers",
        kind="capacity-exceeded",
        severity="warning",
        days=0,
        values=[("months", "2026-01"), ("in-all", in_all)],
    )


@pytest.mark.parametrize(
    ("before", "after", "is_told"),
    [("42.7", "81.2", True), ("81.2", "42.7", False), ("9.5", "10.0", True)],
)
def test_more_that_is_lacking_is_worse(before, after, is_told):
    changed = {"before": too_little(before), "after": too_little(after)}
    found = pressing({"conflicts_changed": [changed]})
    assert found == ([too_little(after)] if is_told else [])


def test_what_matters_most_comes_first():
    late, later = conflict(days=3, severity="warning"), conflict(days=5)
    moved = {
        "conflicts_new": [too_little("1.0")],
        "conflicts_changed": [{"before": late, "after": later}],
    }
    assert pressing(moved) == [later, too_little("1.0")]
