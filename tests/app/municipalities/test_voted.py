"""What a council has voted, wherever money is told; never added to what is reckoned."""

from tests.app.reading import part, read, text_of
from tests.app.rights.sent import ULSTEIN, decide, decision, revision

MONEY = f"/municipalities/{ULSTEIN}/money"
INVESTMENT = {
    "text": "Investering i journalsystem.",
    "creates": "budget",
    "year": "2025",
    "amount": "20 500 000",
    "purpose": "investment",
}
RUNNING = {**INVESTMENT, "year": "2026", "amount": "500 000", "purpose": "running"}
RUNNING |= {"text": "Lisensar.", "price_year": "2024"}
SHARES = {**INVESTMENT, "text": "Aksjar.", "amount": "180 000", "purpose": "other"}


def voted(client):
    return text_of(part(client.get(MONEY).text, "voted"))


def test_a_vote_stands_beside_what_is_reckoned_and_is_added_to_nothing(english):
    before = text_of(part(english.get(MONEY).text, "years"))
    decide(english, INVESTMENT, RUNNING, SHARES)
    page = english.get(MONEY).text
    assert text_of(part(page, "years")) == before
    told = voted(english)
    assert "A vote pays for a cost and is not added to it" in told
    assert "2025 Investment NOK 20.5m price year not known about NOK" in told
    assert "more than is reckoned, within the range" in told
    assert "The investment in all" not in told
    assert "2025 Something else, such as shares NOK 180,000" in told
    assert "Not compared: no such cost is reckoned" in told
    assert "voted in the prices of 2024, reckoned in those of a year that is" in told
    assert "2026 Lisensar. Running costs NOK 500,000 prices of 2024 23/45" in told
    assert f'href="/rights/{ULSTEIN}#decision-' in page
    assert "NOK 500,000 (prices of 2024), NOK 20.7m (price year not known)" in told
    short = text_of(part(english.get(f"/municipalities/{ULSTEIN}").text, "council"))
    assert "2025, investment: NOK 20.5m voted, about NOK" in short
    assert "Running costs, prices of 2024" in read(english, f"/rights/{ULSTEIN}")


def test_the_investment_in_all_is_compared_where_the_year_is_another(english):
    decide(english, {**INVESTMENT, "year": "2024"}, when="13.4.2023")
    told = voted(english)
    assert "The investment in all: NOK 20.5m voted, about NOK" in told
    assert "within the range. It is voted for 2024 and reckoned for 2025." in told
    assert "The prices are not the same" not in told
    english.post("/history/1/undo")
    decide(english, {**INVESTMENT, "year": "2024", "price_year": "2023"})
    told = voted(english)
    assert "The investment in all: NOK 20.5m voted, about NOK" in told
    assert "more than is reckoned. It is voted for 2024 and reckoned for 2025." in told
    assert "The prices are not the same (voted: prices of 2023; reckoned:" in told
    assert "the difference is as the figures stand, and not exact." in told
    short = text_of(part(english.get(f"/municipalities/{ULSTEIN}").text, "council"))
    assert "The investment in all: NOK 20.5m voted" in short
    decide(english, INVESTMENT, when="14.9.2023")
    told = voted(english)
    assert "in the prices of several years and are not added" in told
    assert "The investment in all: NOK 20.5m, NOK 20.5m voted" in told


def test_the_files_hold_the_votes_in_columns_of_their_own(english):
    decide(english, {**INVESTMENT, "year": "2019"}, RUNNING, SHARES)
    heading, *lines = english.get(f"{MONEY}.csv?language=en").text.splitlines()
    assert heading.endswith(
        "Voted for investment, NOK;Voted for running costs, NOK;"
        "Voted for other things or not said, NOK;Prices of the vote;Note"
    )
    found = {it.split(";")[0]: it.split(";")[-5:-1] for it in lines}
    assert found["2019"] == ["20500000", "", "", "price year not known"]
    assert found["2025"] == ["", "", "180000", "price year not known"]
    assert found["2026"] == ["", "500000", "", "prices of 2024"]
    assert found["2027"] == ["", "", "", ""]
    everybody = english.get("/economy/municipalities.csv").text.splitlines()
    (ulstein,) = (it for it in everybody if it.startswith(f"{ULSTEIN};"))
    assert ulstein.split(";")[-4:-1] == ["20500000", "500000", "180000"]
    table = english.get(f"{MONEY}?file=voted").text
    assert "2026;Lisensar.;Running costs;500000;" in table
    compared = english.get(f"{MONEY}?file=voted-and-reckoned").text
    assert "2019;Investment;20500000;price year not known;;" in compared


def test_the_economy_page_counts_the_councils_that_have_voted(english):
    none = "No sum that a council has voted is entered."
    assert none in text_of(part(english.get("/economy").text, "voted"))
    decide(english, INVESTMENT, RUNNING)
    told = text_of(part(english.get("/economy").text, "voted"))
    assert "1 of 65 councils has voted sums; of the others it is not known." in told
    assert "In all 1 of 65 NOK 20.5m NOK 500,000 (prices of 2024) –" in told
    file = english.get("/economy?file=voted").text
    assert "In all;1 of 65;20500000;500000;" in file


def test_what_is_provisional_or_failed_is_not_counted(english):
    decide(english, INVESTMENT, finality="provisional")
    decide(english, INVESTMENT, result="rejected", votes_for="3")
    page = english.get(MONEY).text
    assert 'id="voted"' not in page
    page = read(english, f"/municipalities/{ULSTEIN}")
    assert "What the council has voted" not in page


def test_what_the_sum_is_for_is_kept_when_the_decision_is_changed(english):
    decide(english, RUNNING)
    (url,) = {
        it.split('"')[0]
        for it in english.get(f"/rights/{ULSTEIN}").text.split('href="')
        if it.startswith(f"/rights/{ULSTEIN}/decisions/") and "new" not in it
    }
    form = english.get(url).text
    assert '<option selected value="running">' in form
    assert 'value="2024"' in form
    sent = decision(english, {**RUNNING, "price_year": "24"})
    answer = english.post(url, data={**sent, "seen": revision(english)})
    assert answer.status_code == 422
    assert "Write a year from 2000 to 2100, or leave it empty." in text_of(answer.text)
