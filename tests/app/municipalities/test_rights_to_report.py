"""Go-live and what a source documents are the programme office's to report."""

import pytest
from sqlalchemy import select

from app.access import Forbidden
from app.extensions import db
from app.municipalities import commands
from app.municipalities.commands import Reported
from app.store.tables import ChangeRow, ReportRow
from planning.snapshot import ReportState
from tests.app.reading import as_role, text_of

LIVE = "/municipalities/1506/steps/go-live"
SOURCED = "/municipalities/1506/steps/option-exercised"
PLANNED = "/municipalities/1516/steps/go-live"
NOT_DONE = {"state": "not-done"}


@pytest.mark.parametrize("role", ["working-group", "council"])
@pytest.mark.parametrize("url", [LIVE, SOURCED, PLANNED])
def test_others_are_refused_and_nothing_is_written(client, app, role, url):
    as_role(client, role)
    assert client.get(url).status_code == 403
    assert client.post(url, data=NOT_DONE).status_code == 403
    if url != PLANNED:
        assert client.post(f"{url}/withdraw").status_code == 403
    with app.app_context():
        assert db.session.scalar(select(ChangeRow.id)) is None


def test_a_working_group_is_not_offered_these_forms(client):
    as_role(client, "working-group")
    page = client.get("/municipalities/1506").text
    assert 'id="report-go-live"' not in page
    assert 'id="report-option-exercised"' not in page
    assert 'id="report-training"' in page


def test_the_office_is_told_what_it_does(english):
    told = text_of(english.get(LIVE).text)
    assert "This is the go-live itself." in told
    assert "A source documents what is reported here." in told
    told = text_of(english.get(PLANNED).text)
    assert "This is the go-live itself." in told
    assert "A source documents" not in told
    told = text_of(english.get("/municipalities/1516/steps/training").text)
    assert "This is the go-live itself." not in told


def test_the_office_may_withdraw_a_go_live(english, app):
    assert english.post(f"{LIVE}/withdraw").status_code == 303
    assert "18 municipalities live" in text_of(english.get("/").text)


def test_the_commands_ask_for_themselves(plan, working_group):
    row = db.session.scalar(
        select(ReportRow).where(
            ReportRow.municipality == "1506", ReportRow.activity == "go-live"
        )
    )
    with pytest.raises(Forbidden):
        commands.withdraw_report(plan, row, by=working_group, seen=None)
    with pytest.raises(Forbidden):
        commands.report(
            plan,
            "1516",
            "go-live",
            Reported(state=ReportState.NOT_DONE),
            by=working_group,
            seen=None,
        )
