"""Facts of the chain: the table, one municipality, entering, changing, undoing."""

from datetime import date

import pytest

from app.store.tables import CommitmentFactRow, ReportRow
from planning.rights.chain import FactKind
from tests.app.reading import as_role, read, text_of
from tests.app.rights.sent import (
    AT,
    AVEROY,
    ORKLAND,
    TRONDHEIM,
    ULSTEIN,
    fact,
    revision,
    rows,
    state,
)

DONE = {"municipality": ULSTEIN, "activity": "service-agreement"}


def test_the_table_tells_the_state_at_the_status_date_and_at_another(english):
    told = read(english, "/rights")
    assert "As of 30 November 2023 the status date" in told
    assert "19 In production 3 Option taken up, not live yet" in told
    assert "3 Declined, put off or withdrawn" in told
    against = read(english, "/rights?state=against")
    assert all(it in against for it in ("Averøy", "Hareid", "Orkland"))
    assert "Ulstein" not in against
    before = read(english, "/rights?day=2015-06-01")
    assert "66 Nothing known" in before
    assert "1 In production" in read(english, "/rights?day=7.5.2022&wave=pd1")
    assert "The day could not be read" in read(english, "/rights?day=yesterday")


def test_the_table_is_a_file_with_dates_for_marks(english):
    answer = english.get("/rights?file=rights&state=live&region=fosen")
    lines = answer.get_data(as_text=True).splitlines()
    assert "Taken up" in lines[0]
    assert any("Indre Fosen" in it and "December 2020" in it for it in lines)
    assert len(lines) == 4


def test_one_municipality_tells_what_is_known_and_what_is_not(english):
    told = read(english, "/rights/5054")
    assert "Option agreement 2016" in told
    assert "Option taken up December 2020" in told
    assert "In production November 2022" in told
    assert "5 earlier stages are not known: pre-project agreed" in told
    assert "Declined for now October 2023" in read(english, f"/rights/{AVEROY}")
    assert "Put off April 2023" in read(english, f"/rights/{ORKLAND}")
    before = read(english, f"/rights/{AVEROY}?day=2023-09-30")
    assert "Shown as of 30 September 2023, not the status date." in before
    assert "In force" not in before
    assert "not before this day is over" in before
    founder = read(english, f"/rights/{TRONDHEIM}")
    assert "founded the company" in founder
    assert english.get("/rights/9999").status_code == 404
    short = read(english, "/municipalities/5054")
    assert "The furthest stage that is known: in production" in short


def test_a_fact_is_recorded_with_its_step_and_undone(english):
    sent = fact(english, "service-signed", "5.2023", case_number="23/7")
    answer = english.post(f"{AT}/facts/new", data=sent)
    assert answer.status_code == 303
    assert "it was recorded – service agreement signed" in read(
        english, answer.location
    )
    assert state(english).reached is FactKind.SERVICE_SIGNED
    (report,) = rows(english, ReportRow, **DONE)
    assert (report["state"], report["precision"]) == ("done", "month")
    told = read(english, AT)
    assert "Service agreement signed May 2023 case 23/7" in told
    english.post("/history/1/undo")
    assert not rows(english, ReportRow, **DONE)
    assert state(english).reached is FactKind.OPTION_AGREEMENT


def test_a_fact_changes_and_goes_with_the_report_it_made(english):
    english.post(f"{AT}/facts/new", data=fact(english, "service-signed", "5.2023"))
    (row,) = rows(
        english, CommitmentFactRow, municipality=ULSTEIN, confidence="entered"
    )
    url = f"{AT}/facts/{row['id']}"
    assert 'value="5.2023"' in english.get(url).text
    stale = fact(english, "service-signed", "14.6.2023", seen="1")
    assert english.post(url, data=stale).status_code == 409
    english.post(url, data=fact(english, "service-signed", "14.6.2023"))
    (report,) = rows(english, ReportRow, **DONE)
    assert report["finish_first"] == date(2023, 6, 14)
    english.post(f"{url}/remove", data={"seen": revision(english)})
    assert not rows(english, ReportRow, **DONE)
    assert english.get(url).status_code == 404


def test_both_agreements_make_the_step_done_with_the_later_of_them(english):
    acceded = {"municipality": ULSTEIN, "activity": "agreements-acceded"}
    url = f"{AT}/facts/new"
    english.post(url, data=fact(english, "shareholders-acceded", "5.2023"))
    assert not rows(english, ReportRow, **acceded)
    english.post(url, data=fact(english, "cooperation-acceded", "1.3.2023"))
    (report,) = rows(english, ReportRow, **acceded)
    assert (report["finish_last"], report["precision"]) == (date(2023, 5, 31), "month")
    told = read(english, AT)
    assert "Joined the co-operation agreement 1 March 2023" in told
    assert "Two sources give different dates" not in told
    id = rows(english, CommitmentFactRow, kind="cooperation-acceded")[0]["id"]
    english.post(f"{AT}/facts/{id}/remove", data={"seen": revision(english)})
    assert not rows(english, ReportRow, **acceded)


def test_a_report_of_somebody_else_stays(english):
    english.post(f"{AT}/facts/new", data=fact(english, "service-signed", "5.2023"))
    english.post(f"{AT}/facts/new", data=fact(english, "service-signed", "6.2023"))
    (report,) = rows(english, ReportRow, **DONE)
    assert report["finish_last"] == date(2023, 5, 31)


@pytest.mark.parametrize(
    ("kind", "when", "told"),
    [
        ("", "2023", "Choose what happened."),
        ("left", "", "Say when it was"),
        ("left", "soon", "“soon” is no date"),
        ("left", "13.2023", "“13.2023” is no date"),
        ("left", "2024", "after the status date, 30 November 2023"),
        ("left", "1999", "Nothing of this is from before 1 January 2010"),
    ],
)
def test_what_can_t_be_is_refused_and_keeps_what_was_typed(english, kind, when, told):
    sent = fact(english, kind, when, case_number="23/99")
    answer = english.post(f"{AT}/facts/new", data=sent)
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    assert 'value="23/99"' in answer.text
    assert not rows(
        english, CommitmentFactRow, municipality=ULSTEIN, confidence="entered"
    )


def test_the_founder_has_no_option_to_take_up(english):
    form = english.get(f"/rights/{TRONDHEIM}/facts/new").text
    assert "option-exercised" not in form
    assert "service-signed" in form


def test_what_a_source_says_has_no_form_and_a_council_can_only_read(english):
    (row,) = rows(english, CommitmentFactRow, municipality=ULSTEIN)
    assert english.get(f"{AT}/facts/{row['id']}").status_code == 404
    as_role(english, "council")
    assert "Record a fact" not in read(english, AT)
    assert english.get(f"{AT}/facts/new").status_code == 403


def test_a_purchase_that_accounts_tell_of_is_in_the_chain(english):
    told = read(english, "/rights/1506")
    assert "How many shares it is about is not stated" in told
