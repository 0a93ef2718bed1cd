"""Sentences on a plan that was frozen, and on a scenario that became the plan."""

import pytest
from flask_babel import force_locale

from app.changes import change_text
from app.frozen_changes import OF_STATES, changes_rows
from tests.app.test_changes import Change, Names

FROZEN = {"name": "Vedtatt plan", "case": "23/1"}
TOLD = [
    (
        "baselines.made",
        FROZEN,
        "The plan was frozen as the baseline “Vedtatt plan” (case 23/1)",
    ),
    (
        "baselines.replaced",
        {**FROZEN, "replaced": "Gammel plan", "reason": "Nye datoer."},
        (
            "The plan was frozen as the baseline “Vedtatt plan” (case 23/1), which"
            " replaces “Gammel plan”: Nye datoer"
        ),
    ),
    (
        "scenarios.adopted",
        {"name": "Senere vår"},
        "The scenario “Senere vår” becomes the plan",
    ),
    (
        "scenarios.adopted",
        {"name": "Senere vår", "case": "23/2", "decided_by": "Styringsgruppen"},
        "The scenario “Senere vår” became the plan (Styringsgruppen, case 23/2)",
    ),
]


@pytest.mark.parametrize(("what", "values", "told"), TOLD)
def test_it_is_told_in_a_sentence(app, what, values, told):
    with app.app_context(), force_locale("en_GB"):
        assert change_text(Change(what, values, {}), Names()) == told


def test_every_one_is_tried_and_what_freezes_leaves_nothing_to_undo():
    assert {it[0] for it in TOLD} == set(OF_STATES)
    assert {it for it in OF_STATES if changes_rows(it)} == {"scenarios.adopted"}
