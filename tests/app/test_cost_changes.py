"""Every change of the shared cost and its keys is told in a sentence."""

import pytest
from flask_babel import force_locale

from app.changes import change_text
from app.cost_words import OF_COSTS
from app.store.tables import ChangeRow

DAY = {"day": "2025-01-01"}
COST = {"year": 2025, "amount": "120000000"}
TOLD = [
    (
        "costs.key-added",
        DAY,
        "A key of the shared cost was added, from 1 January 2025 on",
    ),
    (
        "costs.key-changed",
        DAY,
        "The key of the shared cost from 1 January 2025 on was changed",
    ),
    (
        "costs.key-removed",
        DAY,
        "The key of the shared cost from 1 January 2025 on was removed",
    ),
    (
        "costs.cost-added",
        COST,
        "What all pay together in 2025 was set to NOK 120,000,000",
    ),
    (
        "costs.cost-changed",
        COST,
        "What all pay together in 2025 was set to NOK 120,000,000",
    ),
    ("costs.cost-removed", COST, "What all pay together in 2025 is estimated again"),
]


@pytest.mark.parametrize(("what", "values", "told"), TOLD)
def test_a_change_is_told(app, what, values, told):
    with app.test_request_context(), force_locale("en_GB"):
        text = change_text(ChangeRow(what=what, values=values, moved={}), None)
    assert text == told


def test_every_sentence_is_tried():
    assert {what for what, _values, _told in TOLD} == set(OF_COSTS)
