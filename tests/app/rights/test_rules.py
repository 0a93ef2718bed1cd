"""What is refused of facts and decisions, what is only odd, and what is kept."""

from app.store.tables import CommitmentFactRow, DecisionRow
from tests.app.reading import read, text_of
from tests.app.rights.sent import (
    AT,
    TRONDHEIM,
    ULSTEIN,
    decide,
    decision,
    fact,
    revision,
    rows,
)

FACTS = f"{AT}/facts/new"
OWN = {"municipality": ULSTEIN, "confidence": "entered"}


def test_a_fact_or_decision_sent_twice_is_recorded_once(english):
    sent = fact(english, "preproject-agreed", "1.2.2023", case_number="23/7")
    assert english.post(FACTS, data=sent).status_code == 303
    again = english.post(FACTS, data=sent)
    assert again.status_code == 422
    assert "It is recorded already, with the same date" in text_of(again.text)
    assert 'value="23/7"' in again.text
    assert len(rows(english, CommitmentFactRow, **OWN)) == 1
    another = fact(english, "preproject-agreed", "1.2.2023", case_number="23/8")
    assert english.post(FACTS, data=another).status_code == 303
    (first, _second) = rows(english, CommitmentFactRow, **OWN)
    changed = english.post(f"{AT}/facts/{first['id']}", data=another)
    assert changed.status_code == 422

    decide(english)
    twice = english.post(f"{AT}/decisions/new", data=decision(english))
    assert twice.status_code == 422
    assert "the same meeting, motion and result" in text_of(twice.text)
    (row,) = rows(english, DecisionRow, **OWN)
    url = f"{AT}/decisions/{row['id']}"
    assert english.post(url, data=decision(english)).status_code == 303


def test_what_cannot_have_been_is_refused(english):
    def refused(kind: str, when: str, at: str = AT) -> str:
        answer = english.post(f"{at}/facts/new", data=fact(english, kind, when))
        assert answer.status_code == 422
        return text_of(answer.text)

    assert "before the contract with the supplier was signed, 20 March 2019" in refused(
        "in-production", "1.1.2018"
    )
    assert (
        "The option agreement is from 2016: this can’t have been before it"
        in refused("option-exercised", "1.5.2015")
    )
    assert "there was nothing to leave" in refused(
        "left", "1.5.2015", f"/rights/{TRONDHEIM}"
    )
    assert not rows(english, CommitmentFactRow, confidence="entered")


def test_what_is_odd_is_recorded_and_told(english):
    assert "Look at this" not in read(english, AT)
    sent = fact(english, "withdrawn", "1.5.2023")
    assert english.post(FACTS, data=sent).status_code == 303

    assert (
        "Look at this: Has withdrawn (1 May 2023), but that the option was taken up"
        " before is not known." in read(english, AT)
    )


def test_who_left_before_the_notice_had_run_is_told(english):
    for kind, when in (
        ("option-exercised", "1.12.2022"),
        ("notice-given", "1.3.2023"),
        ("left", "15.11.2023"),
    ):
        sent = fact(english, kind, when)
        assert english.post(FACTS, data=sent).status_code == 303

    assert (
        "Look at this: Has left (15 November 2023), but the notice runs to"
        " 1 March 2024." in read(english, AT)
    )


def test_what_was_removed_meanwhile_can_be_recorded_anew(english):
    sent = fact(english, "preproject-agreed", "1.2.2023", case_number="23/7")
    english.post(FACTS, data=sent)
    (row,) = rows(english, CommitmentFactRow, **OWN)
    url = f"{AT}/facts/{row['id']}"
    english.post(f"{url}/remove", data={"seen": revision(english)})

    answer = english.post(url, data={**sent, "case_number": "23/9"})

    assert answer.status_code == 422
    assert "It has been removed since you opened the page." in text_of(answer.text)
    assert 'value="23/9"' in answer.text
    assert f'action="{FACTS}"' in answer.text
    assert english.post(f"{url}/remove", data={"seen": "1"}).status_code == 303
    decide(english)
    (row,) = rows(english, DecisionRow, **OWN)
    url = f"{AT}/decisions/{row['id']}"
    english.post(f"{url}/remove", data={"seen": revision(english)})
    gone = english.post(url, data=decision(english))
    assert "It has been removed since you opened the page." in text_of(gone.text)
    assert "Kommunen løyser ut opsjonen." in gone.text
    assert f'action="{AT}/decisions/new"' in gone.text


def test_a_day_out_of_the_calendar_is_refused_beside_its_field(english):
    html = english.get("/rights?day=9999-12-31").text
    assert "Give a day from 1 January 2010 to 31 December 2060." in text_of(html)
    assert 'value="9999-12-31"' in html
    assert "The status date is shown instead" in text_of(html)
    assert english.get(f"{AT}?day=0001-01-01").status_code == 200
