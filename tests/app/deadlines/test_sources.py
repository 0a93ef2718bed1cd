"""What stands in the list besides limits and go-lives, each from its own rows."""

from datetime import date

from flask import Flask
from flask_babel import force_locale

from app.deadline_sources.deadline import Deadline, Kind
from app.deadline_sources.listing import list_deadlines, of_scope
from app.extensions import db
from app.scopes import read_scope
from app.store import results
from app.store.names import names_for
from app.store.tables import (
    AgreementPartyRow,
    AgreementRow,
    BoardMeetingRow,
    CaseLeadRow,
    CommitmentFactRow,
    CouncilTaskRow,
    MeetingRow,
    ShareEntryRow,
    ShareOwnerRow,
)
from planning.calendars import to_date
from tests.app.conftest import NOON

ULSTEIN = "1516"
DUE = date(2023, 12, 20)


def listed(
    app: Flask, kind: Kind, *rows: object, of: str = f"municipality:{ULSTEIN}"
) -> list[Deadline]:
    """The deadlines of a kind in a scope, with some rows in the database."""
    with app.app_context():
        db.session.add_all(rows)
        db.session.commit()
    with app.test_request_context(), force_locale("en_GB"):
        plan = results.current_plan()
        found = list_deadlines(results.evaluation(plan), names_for(plan, "en"))
        own = of_scope(found, read_scope(of))
        return [it for it in own if it.kind is kind]


def test_a_task_of_a_council_is_one_until_it_is_done(app):
    tasks = [
        CouncilTaskRow(municipality=ULSTEIN, text="Utgreie vaktordninga " * 9),
        CouncilTaskRow(
            municipality=ULSTEIN, text="Melde frå", due_day=date(2024, 2, 1)
        ),
        CouncilTaskRow(
            municipality=ULSTEIN,
            text="Rekne på nytt " * 20,
            due_day=date(2024, 1, 10),
            done_on=date(2023, 11, 1),
        ),
    ]
    done, open_ = listed(app, Kind.TASK, *tasks)
    assert (open_.id, open_.what, open_.whose) == ("task.2", "Melde frå", "Ulstein")
    assert to_date(open_.day) == date(2024, 2, 1)
    assert (open_.is_done, done.is_done) == (False, True)
    assert len(done.what) == 120


def test_a_notice_that_was_given_runs_out_after_a_year(app):
    given = CommitmentFactRow(
        municipality=ULSTEIN,
        kind="notice-given",
        happened_first=date(2023, 6, 15),
        happened_last=date(2023, 6, 15),
        precision="day",
        confidence="entered",
    )
    (found,) = listed(app, Kind.NOTICE, given)
    assert to_date(found.day) == date(2024, 6, 15)
    assert found.how_sure == "Counted from the notice given on 15 June 2023"
    assert found.id == "notice.1516"


def test_the_last_day_of_an_agreement_is_one_for_each_party(app):
    agreement = AgreementRow(
        id=901,
        kind="service",
        title="Tenesteavtale",
        signed_first=date(2023, 1, 1),
        signed_last=date(2023, 1, 1),
        precision="day",
        valid_to=date(2024, 6, 30),
    )
    over = AgreementRow(kind="option", title="Opsjon", valid_to=date(2023, 6, 30))
    listed(app, Kind.AGREEMENT, agreement, over)
    parties = [
        AgreementPartyRow(agreement_id=901, municipality=it) for it in (ULSTEIN, "1517")
    ]
    (found,) = listed(app, Kind.AGREEMENT, *parties)
    assert (found.id, found.what) == (
        "agreement.901.1516",
        "The agreement ends: Service agreement",
    )
    assert to_date(found.day) == date(2024, 6, 30)
    assert len(listed(app, Kind.AGREEMENT, of="programme:")) == 2


def test_the_last_meeting_in_time_is_known_where_meetings_are(app):
    days = (date(2024, 1, 25), date(2024, 2, 22), date(2024, 3, 21))
    meetings = [MeetingRow(municipality=ULSTEIN, body="council", day=it) for it in days]
    own_lead = CaseLeadRow(municipality=ULSTEIN, publication_days=14)
    found = listed(app, Kind.MEETING, own_lead, *meetings)
    by_id = {it.id: to_date(it.day) for it in found}
    assert by_id["1516.withdrawal-limit.council"] == date(2024, 2, 22)
    assert by_id["1516.option-limit.council"] == date(2024, 3, 21)
    assert by_id["1516.option-limit.papers"] <= date(2024, 3, 7)
    (vote,) = (it for it in found if it.id == "1516.option-limit.council")
    assert vote.how_sure == "Counted back from the limit of 1 April 2024"
    assert not vote.is_firm


def test_meetings_of_the_board_and_payments_are_told_while_they_are_ahead(app):
    for day in (date(2023, 11, 1), date(2023, 12, 14)):
        listed(app, Kind.SHARES, BoardMeetingRow(day=day))
    owner = ShareOwnerRow(key=ULSTEIN, kind="municipality", municipality=ULSTEIN)
    ranges = {"ranges": [[1, 10]], "share_class": "A", "entered_at": NOON}
    first = {"kind": "issue", "buyer": "5001", "day": date(2023, 1, 1)}
    sold = {"kind": "transfer", "buyer": ULSTEIN, "seller": "5001"}
    entries = [
        ShareEntryRow(number=1, **first, **ranges),
        ShareEntryRow(number=2, day=date(2023, 11, 20), due_on=DUE, **sold, **ranges),
    ]
    listed(app, Kind.SHARES, owner)
    (payment,) = listed(app, Kind.SHARES, *entries)
    assert (payment.id, payment.whose) == ("payment.2", "Ulstein")
    assert to_date(payment.day) == DUE
    every = listed(app, Kind.SHARES, of="programme:")
    assert [it.what for it in every] == [
        "The board of the company meets",
        "Last day to pay for the shares",
    ]


def test_where_no_meeting_is_known_none_is_made_up(app):
    assert listed(app, Kind.MEETING) == []
