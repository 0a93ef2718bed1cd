"""Every change of facts and decisions is told in a sentence."""

import pytest
from flask_babel import force_locale

from app.changes import change_text
from app.rights_changes import OF_RIGHTS
from app.store.tables import ChangeRow

FACT = {"municipality": "1516", "kind": "service-signed"}
VOTED = {"municipality": "1516", "case": "23/45", "result": "unanimous"}
TASK = {"municipality": "1516", "text": "Plan"}
TOLD = [
    ("rights.fact-recorded", FACT, "it was recorded – service agreement signed"),
    ("rights.fact-changed", FACT, "a fact was changed – service agreement signed"),
    ("rights.fact-removed", FACT, "a fact was removed – service agreement signed"),
    (
        "rights.decision-recorded",
        VOTED,
        "a decision was recorded – passed unanimously, case 23/45",
    ),
    (
        "rights.decision-changed",
        {**VOTED, "case": ""},
        "a decision was changed – passed unanimously",
    ),
    (
        "rights.decision-final",
        VOTED,
        "a decision is now final – passed unanimously, case 23/45",
    ),
    (
        "rights.decision-removed",
        {**VOTED, "result": "rejected"},
        "a decision was removed, with what followed from it – rejected, case 23/45",
    ),
    ("rights.task-done", TASK, "the task “Plan” is done"),
    ("rights.task-reopened", TASK, "the task “Plan” is not done after all"),
]


class Names:
    """Knows one municipality."""

    def municipality(self, _number: str) -> str:
        return "Ulstein"


@pytest.mark.parametrize(("what", "values", "told"), TOLD)
def test_a_change_is_told(app, what, values, told):
    with app.test_request_context(), force_locale("en_GB"):
        text = change_text(ChangeRow(what=what, values=values, moved={}), Names())
    assert text == f"Ulstein: {told}"


def test_every_sentence_is_tried():
    assert {what for what, _values, _told in TOLD} == set(OF_RIGHTS)
