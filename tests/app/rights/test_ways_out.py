"""A fact that undoes or ends: every page says the same of it."""

from flask.testing import FlaskClient

from tests.app.reading import part, read, text_of
from tests.app.rights.sent import fact

VOLDA, GISKE, ALESUND = "1577", "1532", "1507"


def record(client: FlaskClient, number: str, kind: str, when: str) -> None:
    sent = fact(client, kind, when)
    answer = client.post(f"/rights/{number}/facts/new", data=sent)
    assert answer.status_code == 303, answer.text


def deadlines_of(client: FlaskClient, number: str) -> str:
    return read(client, "/deadlines", scope=f"municipality:{number}", ahead="all")


def headline(client: FlaskClient, number: str) -> str:
    html = client.get(f"/municipalities/{number}").text
    return text_of(part(html, "council"))


def test_whoever_has_withdrawn_has_on_every_page(english):
    record(english, VOLDA, "option-exercised", "12.10.2023")
    assert "can withdraw from that until" in headline(english, VOLDA)
    record(english, VOLDA, "withdrawn", "1.11.2023")

    assert "Has withdrawn (1 November 2023)" in read(
        english, f"/rights/{VOLDA}"
    ).replace("has withdrawn", "Has withdrawn")
    told = headline(english, VOLDA)
    assert "The municipality has withdrawn (1 November 2023)" in told
    assert "can withdraw" not in told
    page = english.get(f"/municipalities/{VOLDA}").text
    assert 'id="limit-withdrawal-limit"' not in page
    assert 'id="limit-option-limit"' in page
    option = read(english, f"/rights/options/{VOLDA}")
    assert "Volda has withdrawn (1 November 2023)." in option
    assert "The option can be taken up again until" in option
    ahead = deadlines_of(english, VOLDA)
    assert "Last day to take up the option" in ahead
    assert "Last day to withdraw" not in ahead


def test_who_has_left_before_go_live_is_asked_for_nothing_more(english):
    record(english, GISKE, "left", "1.6.2023")

    told = headline(english, GISKE)
    assert "Giske has left the co-operation (1 June 2023)." in told
    assert "The plan still has it in" in told
    assert "Last day to" not in deadlines_of(english, GISKE)
    option = read(english, f"/rights/options/{GISKE}")
    assert "Giske has left the co-operation (1 June 2023)." in option
    assert "Who has left has no limits." in option
    assert "has left: 1" in read(english, "/rights/options")
    assert "Has left" in part(english.get("/waves").text, f"placement-{GISKE}")
    conflicts = read(english, f"/municipalities/{GISKE}")
    assert "The plan still has it in a wave." in conflicts
    assert "must vote" not in conflicts


def test_who_was_live_and_has_left_is_not_told_of_as_live(english):
    record(english, ALESUND, "left", "20.11.2023")

    assert "Ålesund has left the co-operation (20 November 2023)." in headline(
        english, ALESUND
    )
    assert "has left the co-operation (20 November 2023)" in read(
        english, f"/rights/options/{ALESUND}"
    )
    board = english.get("/waves").text
    card = board[board.index(f'href="/municipalities/{ALESUND}"') :]
    assert "Has left" in card.partition("</li>")[0]
    wave = english.get("/waves/PD4").text
    card = wave[wave.index(f'href="/municipalities/{ALESUND}"') :]
    assert "Has left" in card.partition("</tr>")[0]


def test_a_notice_tells_when_the_membership_is_over(english):
    record(english, ALESUND, "notice-given", "15.1.2023")

    given = "Ålesund has given notice (15 January 2023): its membership ends on"
    assert f"{given} 15 January 2024." in headline(english, ALESUND)
    assert f"{given} 15 January 2024." in read(english, f"/rights/options/{ALESUND}")
    later = read(english, "/rights?day=2024-08-01")
    assert "Has left by notice" in later
    assert "Has left by notice" not in read(english, "/rights")
    assert "has left by notice (15 January 2024)" in read(
        english, f"/rights/{ALESUND}?day=2024-08-01"
    )


def test_what_a_way_out_undid_has_happened_all_the_same(english):
    record(english, "5037", "left", "15.11.2023")
    record(english, "1516", "option-exercised", "2.2.2023")
    record(english, "1516", "withdrawn", "1.11.2023")

    html = english.get("/rights/5037").text
    chain = text_of(part(html, "chain"))
    gone = "has happened, holds no longer: has left (15 November 2023)"
    assert f"Option agreement {gone} 2016" in chain
    assert f"In production {gone} 11 February 2023" in chain
    assert "Pre-project agreed not known" in chain
    assert "In production" not in text_of(part(html, "beside"))
    chain = text_of(part(english.get("/rights/1516").text, "chain"))
    assert "Option taken up has happened, holds no longer: has withdrawn (1 N" in chain
    table = read(english, "/rights")
    assert "⊘ has happened, holds no longer" in table
    answer = english.get("/rights?file=rights&state=leaving").get_data(as_text=True)
    assert f"11 February 2023: {gone}" in answer
