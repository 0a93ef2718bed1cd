"""Whether a date is agreed is told where it is shown: on the board, on a wave."""

from datetime import date

from flask_babel import force_locale

from app.proposal_words import agreement_text
from planning.calendars import to_day
from tests.app.proposals.test_proposals import moved, send
from tests.app.reading import part, read

__all__ = ["moved"]


def card(client, number="1516"):
    html = client.get("/waves").text
    return html.split(f'id="placement-{number}"')[1].split("</li>")[0]


def test_nobody_is_marked_at_first(english):
    assert 'class="agreed"' not in english.get("/waves").text


def test_a_card_says_that_its_date_is_proposed_or_accepted(moved):
    told = card(moved)
    assert "Proposed and not accepted yet. To be answered by 30 December 2023." in told
    assert "<span>Proposed</span>" in told
    where = told.split('class="agreed"><a href="')[1].split('"')[0]
    form = {"verdict": "accepted", "case_number": "24/17"}
    assert send(moved, where, **form).status_code == 303
    told = card(moved)
    assert "<span>Accepted, case 24/17</span>" in told
    assert "Accepted on 1 December 2023 (letter, case 24/17)." in told


def test_a_scenario_with_other_dates_is_not_marked(moved):
    begun = moved.post("/scenarios/try", data={"back": "/waves"})
    assert begun.status_code == 303
    assert "<span>Proposed</span>" in moved.get(begun.location).text
    base = begun.location.partition("/waves")[0]
    moved.post(f"{base}/waves/K13/day", data={"day": "2025-11-03"})
    assert "<span>Proposed</span>" not in moved.get(begun.location).text


def test_a_scenario_does_not_tell_the_proposals_of_the_plan(moved):
    begun = moved.post("/scenarios/try", data={"back": "/waves"})
    base = begun.location.partition("/waves")[0]
    moved.post(f"{base}/waves/K13/day", data={"day": "2025-11-03"})
    told = read(moved, f"{base}/municipalities/1516")
    assert "Is the date agreed?" not in told
    assert "not accepted yet" not in told
    assert "not accepted yet" not in read(moved, f"{base}/waves/K13")
    assert "open proposals" not in read(moved, f"{base}/")
    assert "Is the date agreed?" in read(moved, "/municipalities/1516")


def test_the_page_of_a_wave_lists_who_has_not_accepted(moved):
    facts = part(moved.get("/waves/K13").text, "wave-facts")
    assert "9 proposed dates here are not accepted yet." in facts
    assert facts.count('href="/proposals/') == 9
    assert ">Ulstein</a>" in facts


def test_the_timeline_says_it_by_the_name_the_date_and_in_the_table(moved):
    html = moved.get("/timeline?scope=wave:K13").text
    assert html.count('<span class="g-asked">Proposed</span>') == 9
    assert "1 Oct 2025. Proposed and not accepted yet." in html
    assert "Day set by the programme office. Proposed</td>" in html
    assert "<span>Proposed, not accepted yet</span>" in html


def test_a_trust_is_marked_as_well(english):
    english.post("/waves/K12/day", data={"day": "2025-02-10"})
    board = english.get("/waves").text
    column = board.split('id="wave-K12"')[1]
    trust = column.split('class="wave-column__trust"')[1].split("</p>", 1)[1]
    assert trust.lstrip().startswith('<p class="agreed">')
    html = english.get("/timeline?scope=wave:K12").text
    row = html.split('id="r-trust.HNT"')[1].split("</li>")[0]
    assert '<span class="g-asked">Proposed</span>' in row
    assert "Proposed and not accepted yet." in row


def agreement(client, number="1516"):
    told = read(client, f"/municipalities/{number}")
    return " ".join(told.split("Is the date agreed?")[1].split())


def test_the_page_of_a_municipality_answers_whether_its_date_is_agreed(moved):
    where = card(moved).split('class="agreed"><a href="')[1].split('"')[0]
    no = "No. The plan has 1 October 2025; agreed is April – May 2025."
    assert agreement(moved).startswith(no)
    send(moved, where, verdict="rejected", reason="Valg i september.")
    assert "rejected" in read(moved, "/municipalities/1516").split("Margin")[0]
    moved.post("/waves/K13/day", data={"day": "2025-12-01"})
    told = agreement(moved)
    assert "agreed is April – May 2025. not answered" in told
    assert "Rejected on 1 December 2023 (letter). Valg i september." in told
    said = "Said about 1 October 2025: Rejected on 1 December 2023 (letter)."
    assert said in read(moved, "/proposals")
    moved.post("/waves/K13/day", data={"day": "2025-05-05"})
    assert agreement(moved).startswith("Yes: 5 May 2025 is agreed.")
    assert "not accepted" not in read(moved, "/municipalities/1516").split("Margin")[0]


def test_a_limit_alone_may_not_be_agreed(english):
    first = to_day(date(2025, 10, 1))
    agreed = (("go-live", first), ("go-live-last", first), ("option-limit", 1))
    planned = (*agreed[:2], ("option-limit", 0))
    with english.application.test_request_context(), force_locale("en_GB"):
        told = agreement_text(planned, agreed, is_settled=False)
        undated = agreement_text((), (), is_settled=True)
    assert told.startswith("Not all of it: 1 October 2025 is agreed, but not the")
    assert undated == "Yes: it is agreed that there is no date for it."


def test_who_is_left_without_a_date_is_told_so(english):
    english.post("/waves/placements/1516", data={"wave": ""})
    told = agreement(english)
    assert told.startswith("No. The plan has no date for it; agreed is April – May")
    assert "The plan has no date for it now. That is not accepted yet." in told
    send(english, verdict="rejected", reason="Valg")
    history = read(english, "/history")
    assert "Ulstein rejected that go-live has no date" in history
    told = read(english, "/conflicts")
    assert "Ulstein has rejected that the plan has no date for it." in told
