"""What is entered of meetings has its sentence in the history."""

import pytest
from flask_babel import force_locale

from app.changes import change_text
from app.meeting_changes import OF_MEETINGS
from app.store.names import names_for
from tests.app.test_entered_changes import change

RULE = {"municipality": "1516", "body": "executive-committee"}
MEETING = {**RULE, "body": "council", "day": "2024-02-15"}
TOLD = [
    (
        "meetings.meeting-added",
        MEETING,
        "Ulstein: a meeting was entered, 15 February 2024 (The municipal council)",
    ),
    (
        "meetings.meeting-changed",
        MEETING,
        "Ulstein: a meeting was changed, now 15 February 2024 (The municipal council)",
    ),
    (
        "meetings.meeting-removed",
        MEETING,
        "Ulstein: the meeting on 15 February 2024 was removed (The municipal council)",
    ),
    (
        "meetings.rule-added",
        RULE,
        "Ulstein: a rule for meetings was added (The executive committee)",
    ),
    (
        "meetings.rule-changed",
        RULE,
        "Ulstein: a rule for meetings was changed (The executive committee)",
    ),
    (
        "meetings.rule-removed",
        RULE,
        "Ulstein: a rule for meetings was removed (The executive committee)",
    ),
    (
        "meetings.lead-set",
        {"municipality": None},
        "How long a case takes was changed for all municipalities",
    ),
    (
        "meetings.lead-set",
        {"municipality": "1516"},
        "Ulstein: it was set how long a case takes",
    ),
    (
        "meetings.lead-removed",
        {"municipality": "1516"},
        "Ulstein: a case takes as long as in other municipalities again",
    ),
    (
        "meetings.imported",
        {"count": 3, "file": "plan.csv"},
        "3 meetings from the file plan.csv",
    ),
]


@pytest.mark.parametrize(("what", "values", "told"), TOLD)
def test_what_is_entered_of_meetings_is_told(plan, what, values, told):
    with force_locale("en_GB"):
        assert change_text(change(what, values), names_for(plan, "en")) == told


def test_every_sentence_is_tried():
    assert {it[0] for it in TOLD} == set(OF_MEETINGS)
