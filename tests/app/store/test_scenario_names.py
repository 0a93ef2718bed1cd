"""Names of scenarios: one owner has no two open ones that are called the same."""

import pytest

from app.extensions import db
from app.store.errors import ScenarioRefused
from app.store.own_scenarios import fork, rename
from app.store.scenario_names import free_name
from app.store.scenarios import make_scenario, now


@pytest.mark.parametrize(
    ("used", "free"),
    [
        (set(), "Try-out"),
        ({"try-out"}, "Try-out (2)"),
        ({"try-out", "try-out (2)"}, "Try-out (3)"),
    ],
)
def test_a_used_name_has_a_number_behind_it(used, free):
    assert free_name("Try-out", frozenset(used), 80) == free


def test_a_number_fits_into_the_longest_name():
    assert free_name("x" * 90, frozenset({"x" * 80}), 80) == "x" * 76 + " (2)"


def made(plan, name="Later", owner="office"):
    return make_scenario(plan.id, name, "", owner=owner, owner_name=owner)


def test_what_somebody_else_was_first_with_is_refused_in_the_write(plan):
    first = made(plan)
    other = made(plan, "Sooner").id
    with pytest.raises(ScenarioRefused, match="name-used"):
        made(plan, "LATER")
    with pytest.raises(ScenarioRefused, match="name-used"):
        rename(other, "later", "", by="office")
    with pytest.raises(ScenarioRefused, match="name-used"):
        fork(first.id, "Sooner", owner="office", owner_name="office")


def test_others_and_what_was_adopted_leave_the_name_free(plan):
    first = made(plan)
    made(plan, owner="council")
    first.adopted_at = now()
    db.session.commit()
    assert made(plan).id
