"""Whether a date is agreed is told where it is shown: on the board, on a wave."""

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
