"""Who was live and has left, or has withdrawn: what the other pages make of it."""

import pytest

from tests.app.reading import part, read, text_of
from tests.app.rights.sent import AT, ULSTEIN, decide, fact

LEVANGER, FOSEN = "5037", "5054"
STAYED = "The figures are what the plan came to if it had stayed."
INVESTMENT = {
    "text": "Investering.",
    "creates": "budget",
    "year": "2025",
    "amount": "20 500 000",
    "purpose": "investment",
}


@pytest.fixture
def left(english):
    """Levanger and Indre Fosen were live and have left."""
    for number in (LEVANGER, FOSEN):
        record(english, f"/rights/{number}", "left", "15.11.2023")
    return english


def record(client, url, kind, when):
    sent = fact(client, kind, when)
    assert client.post(f"{url}/facts/new", data=sent).status_code == 303


def test_its_own_pages_contradict_each_other_nowhere(left):
    money = read(left, f"/municipalities/{LEVANGER}/money")
    assert f"The municipality has left. {STAYED}" in money
    assert "The municipality is live" not in money
    assert "Who has left has no date to choose." in money
    meetings = read(left, f"/meetings/{FOSEN}")
    assert "Indre Fosen has left: the council has no limit left." in meetings
    html = left.get(f"/rights/options/{LEVANGER}").text
    option = text_of(html)
    assert "Levanger held an option on Helseplattformen. It has left" in option
    assert "decides whether to take it up" not in option
    leaving = text_of(part(html, "leaving"))
    assert "Levanger has left the co-operation (15 November 2023)." in leaving
    assert 'name="notice"' not in html


def test_the_economy_says_who_has_left_and_is_in_the_sums(left):
    html = left.get("/economy").text
    told = text_of(part(html, "in-all"))
    assert "2 municipalities have left: Indre Fosen, Levanger. Their sums are" in told
    line = html[html.index(f'href="/municipalities/{LEVANGER}/money"') :]
    assert "has left" in text_of(line.partition("</tr>")[0])
    assert ">live<" not in line.partition("</tr>")[0]
    file = left.get("/economy/municipalities.csv").text.splitlines()
    assert "Has left" in file[0].split(";")
    (levanger,) = (it for it in file if it.startswith(f"{LEVANGER};"))
    assert levanger.split(";")[file[0].split(";").index("Has left")] == "yes"


def test_how_its_date_slipped_ends_with_having_left(left):
    told = read(left, f"/slippage?scope=municipality:{LEVANGER}")
    assert "11 February 2023 Has left" in told
    assert "11 February 2023 live" not in told


def test_a_vote_is_marked_where_the_council_has_withdrawn_since(english):
    decide(english, INVESTMENT)
    record(english, AT, "withdrawn", "1.11.2023")

    voted = text_of(part(english.get("/economy").text, "voted"))
    assert "1 of these has withdrawn since: Ulstein. What it voted still" in voted
    money = text_of(part(english.get(f"/municipalities/{ULSTEIN}/money").text, "voted"))
    assert "The municipality has withdrawn since (1 November 2023)." in money


def test_what_a_recorded_way_out_costs_the_others(left):
    url = "/rights/cost-split"
    told = read(left, url, who=f"municipality:{LEVANGER}", year="2024")
    assert "What it costs the others that Levanger goes" in told
    assert "Levanger has left the co-operation (15 November 2023)." in told
    assert "That is recorded, so nothing is tried here" in told
    assert "others pay" in told
    assert "Live already" not in told
    assert "If it had stayed" in told
    record(left, "/rights/5038", "notice-given", "15.10.2023")
    told = read(left, url, who="municipality:5038", way="leaves", day="1.1.2030")
    assert "its membership ends on 15 October 2024." in told
    assert "others pay" in told
    group = read(left, url, who="wave:PD2", way="leaves", day="1.1.2026")
    assert "That is in both of the sums that are compared." in group


def test_a_recipient_of_who_has_left_is_told_of_no_deadlines(left):
    form = left.get("/deadlines/recipients/new").text
    assert "Levanger (has left: no deadlines)" in text_of(form)
    assert "Ulstein (has left" not in text_of(form)
