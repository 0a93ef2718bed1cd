"""Thresholds: set, refused, brought back; what is critical follows."""

import pytest

from app.store import results
from planning.schedule import CriticalBy
from planning.thresholds import Check, Length
from tests.app.reading import as_role, hidden, read, text_of

URL = "/settings/thresholds"


def held(app):
    with app.app_context():
        return results.evaluation(results.current_plan()).snapshot.thresholds


def test_the_form_shows_what_holds_and_what_is_usual(english):
    html = english.get(URL).text
    assert 'name="days_long_duration"' in html
    told = text_of(html)
    assert "Usually 14 days." in told
    assert "Usually 5 %." in told


def test_thresholds_are_set_and_told_in_the_history(english, app):
    answer = english.post(
        URL,
        data={
            "critical_by": "float",
            "critical_float": "7",
            "near_critical_float": "30",
            "days_long_duration": "200",
            "share_high_float": "20",
        },
    )
    assert answer.status_code == 303
    thresholds = held(app)
    assert thresholds.criticality.critical_by is CriticalBy.FLOAT
    assert thresholds.criticality.critical_float == 7
    assert thresholds.days(Length.LONG_DURATION) == 200
    assert thresholds.share(Check.HIGH_FLOAT) == 20
    told = read(english, answer.location)
    assert "Changed thresholds: what is critical: too little float alone;" in told
    assert "Critical: a float of 7 days or less." in told
    change = read(english, "/history/1")
    assert "Allowed of “High float”" in change


def test_what_is_critical_follows_at_once(english, app):
    def critical():
        with app.app_context():
            evaluation = results.evaluation(results.current_plan())
            return sum(it.critical for it in evaluation.schedule.activities.values())

    before = critical()
    english.post(URL, data={"critical_by": "either", "critical_float": "70"})
    assert critical() > before
    english.post("/history/1/undo", data={"back": URL})
    assert critical() == before


def test_an_empty_field_brings_back_what_is_usual(english, app):
    english.post(URL, data={"critical_by": "either", "share_high_float": "20"})
    english.post(URL, data={"critical_by": "either"})
    assert held(app).share(Check.HIGH_FLOAT) == 5


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("share_high_float", "101", "Write a share in percent from 0 to 100."),
        ("days_long_lag", "-1", "Write a number of days from 0 to 3650."),
        ("days_long_lag", "a month", "“a month” is no whole number."),
        ("critical_by", "taste", "Choose one of them."),
    ],
)
def test_what_cannot_be_is_refused_and_stays(english, app, field, typed, said):
    data = {"critical_by": "either", field: typed}
    answer = english.post(URL, data=data)
    assert answer.status_code == 422
    assert said in text_of(answer.text)
    if field != "critical_by":
        assert f'value="{typed}"' in answer.text
    assert held(app).share(Check.HIGH_FLOAT) == 5


def test_nearly_critical_is_no_less_than_critical(english):
    data = {"critical_by": "float", "critical_float": "9", "near_critical_float": "8"}
    answer = english.post(URL, data=data)
    assert answer.status_code == 422
    assert "Less is critical already" in text_of(answer.text)


def test_who_saw_an_older_threshold_is_told_of_the_newer(english, app):
    seen = hidden(english.get(URL).text, "seen")
    data = {"critical_by": "either", "share_high_float": "20", "seen": seen}
    assert english.post(URL, data=data).status_code == 303
    data["share_high_float"] = "30"
    answer = english.post(URL, data=data)
    assert answer.status_code == 409
    # Before the other one nothing was set: the form showed what is usual.
    row = answer.text[answer.text.index("<tbody>") : answer.text.index("</tbody>")]
    assert "5 % 20 %" in text_of(row)
    assert held(app).share(Check.HIGH_FLOAT) == 20


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_the_programme_office_alone_sets(client, role):
    as_role(client, role)
    assert client.get(URL).status_code == 403
    assert client.post(URL, data={"critical_by": "float"}).status_code == 403
