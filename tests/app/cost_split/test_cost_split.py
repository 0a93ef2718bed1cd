"""Who pays what when somebody stays away, as it is read and entered."""

import csv
import io
from datetime import date
from decimal import Decimal

from app.extensions import db
from app.store.tables import CommitmentFactRow, ShareEntryRow
from tests.app.conftest import NOON
from tests.app.reading import HTMX, as_role, read, text_of

AT = "/rights/cost-split"
AVEROY = {"who": "municipality:1554"}
KEY = {
    "from_day": "2024-01-01",
    "to_day": "",
    "by_population": "40",
    "by_equal": "60",
    "by_holding": "0",
    "note": "Vedlegg 3",
}
BY_HOLDING = {**KEY, "by_population": "0", "by_equal": "0", "by_holding": "100"}


def seen(client):
    html = client.get(f"{AT}/keys/new").text
    return html.partition('name="seen"')[2].partition('value="')[2].partition('"')[0]


def send(client, kind, **given):
    return client.post(f"{AT}/{kind}", data={"seen": seen(client), **given})


def rows(client, **query):
    answer = client.get(f"{AT}/years.csv", query_string=query)
    lines = csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";")
    _headings, *found = lines
    return found


def test_what_one_does_not_pay_the_others_do(english):
    told = read(english, AT, year="2026", **AVEROY)
    assert "If Averøy says no" in told
    assert "An estimate, no promise" in told
    assert "In 2026 the 65 others pay" in told
    assert "Shared by population." in told

    found = rows(english, **AVEROY)
    for year in ("2024", "2026"):
        of_year = [it for it in found if it[2] == year]
        before, after = (sum(int(it[at]) for it in of_year) for at in (3, 4))
        assert before == after > 0
        (own,) = (it for it in of_year if it[0] == "1554")
        assert int(own[4]) == 0
        assert all(int(it[5]) >= 0 for it in of_year if it is not own)
    assert {it[6] for it in found} == {"yes"}


def test_who_waits_pays_from_the_new_day_on_and_a_founder_has_a_longer_notice(english):
    told = read(english, AT, who="region:namdal", way="defers", day="1.5.2027")
    assert "If Namdal regionråd waits until 1 May 2027" in told
    assert "In 2026 the 54 others pay" in told
    assert "Who pays what in 2027" in read(
        english, AT, who="region:namdal", way="defers", day="1.5.2027", year="2027"
    )
    told = read(english, AT, who="municipality:5001", way="leaves", day="2025-01-01")
    assert "If Trondheim leaves: its membership ends on 1 January 2028" in told
    told = read(english, AT, who="municipality:5054", way="leaves", day="2025-01-01")
    assert "If Indre Fosen leaves: its membership ends on 1 January 2026" in told


def test_what_makes_no_sense_is_said_with_the_mend(english):
    told = read(english, AT, who="municipality:1554", way="defers", day="våren")
    assert "Give the day of the new go-live" in told
    told = read(english, AT, who="municipality:1554", way="leaves")
    assert "Give the day on which notice is given" in told
    assert "Live already: leaving is the only way out." in read(
        english, AT, who="municipality:5001"
    )
    for who in ("", "municipality:9999", "programme:"):
        assert "Choose who stays away" in read(english, AT, who=who, year="12345")
    assert all(it[3] == it[4] for it in rows(english))


def test_the_tables_as_files_hold_sums_alone_and_lead_to_the_money(english):
    asked = {"who": "municipality:1516", "year": "2027"}
    english.post("/language", data={"language": "nb_NO", "page": "/"})
    for name in ("years", "municipalities"):
        file = english.get(AT, query_string={**asked, "file": name}).text
        assert "'" not in file
        assert "merknad" not in file
    english.post("/language", data={"language": "en_GB", "page": "/"})
    page = english.get(AT, query_string=asked).text
    assert "reckons the platform for that one alone instead" in text_of(page)
    assert 'href="/municipalities/5001/money#years"' in page
    money = english.get("/municipalities/1516/money").text
    assert f'href="{AT}?who=municipality:1516"' in money
    live = english.get("/municipalities/5054/money").text
    assert f'href="{AT}"' in live


def test_a_key_that_is_entered_shares_from_its_day(english):
    plain = {it[0]: int(it[3]) for it in rows(english) if it[2] == "2026"}
    assert send(english, "keys/new", **KEY).status_code == 303
    now = {it[0]: int(it[3]) for it in rows(english) if it[2] == "2026"}
    assert sum(now.values()) == sum(plain.values())
    assert now["5001"] < plain["5001"]
    assert now["5043"] > plain["5043"]
    told = read(english, AT, **AVEROY)
    assert "Shared 40 % by population, 60 % equally." in told
    half = {**KEY, "from_day": "1.7.2026", "by_population": "0", "by_equal": "100"}
    assert send(english, "keys/new", **half).status_code == 303
    told = read(english, AT, year="2026", **AVEROY)
    assert "60 % equally; from 1 July 2026 equally." in told
    english.post("/history/2/undo")
    assert "A key of the shared cost was added" in read(english, "/history/1")

    (url,) = {
        f"keys/{it}"
        for it in range(1, 9)
        if "1.1.2024" in english.get(f"{AT}/keys/{it}").text
        or "2024-01-01" in english.get(f"{AT}/keys/{it}").text
    }
    assert send(english, url, **{**KEY, "by_equal": "0", "by_holding": "60"})
    told = read(english, AT, year="2027", **AVEROY)
    assert "shares are not entered" in told
    assert send(english, f"{url}/remove").status_code == 303
    assert {it[0]: int(it[3]) for it in rows(english) if it[2] == "2026"} == plain


def test_a_key_that_can_not_be_is_refused_and_keeps_what_was_typed(english):
    answer = send(english, "keys/new", **{**KEY, "by_equal": "50"})
    assert answer.status_code == 422
    assert "The three parts come to 90 percent" in text_of(answer.text)
    assert "Vedlegg 3" in answer.text
    wrong = {**KEY, "from_day": "1.1.2022", "to_day": "1.1.2021", "by_population": ""}
    told = text_of(send(english, "keys/new", **wrong).text)
    assert "Another key holds from that day" in told
    assert "The last day can’t be before the first" in told
    assert "Give a number from 0 to 100." in told
    far = send(english, "keys/new", **{**KEY, "from_day": "1.1.1999"})
    assert "Give a day from 2015 to 2060." in text_of(far.text)
    data = {"seen": seen(english), **KEY, "by_equal": "50"}
    part = english.post(f"{AT}/keys/new", data=data, headers=HTMX)
    assert "<html" not in part.text


def test_a_sum_that_is_entered_takes_the_place_of_the_estimate(english):
    cost = {"year": "2026", "amount": "66 000 000", "price_year": "2024"}
    assert send(english, "costs/new", **cost).status_code == 303
    of_year = [it for it in rows(english) if it[2] == "2026"]
    assert sum(int(it[3]) for it in of_year) == 66_000_000
    told = read(english, AT, year="2026", **AVEROY)
    assert "What is shared in 2026 is entered, in the prices of 2024." in told
    assert send(english, "costs/new", **cost).status_code == 422
    for price_year, told in (("", "is not known"), ("2023", "the prices of 2023")):
        sent = {**cost, "amount": "70 mill", "price_year": price_year}
        assert send(english, "costs/1", **sent).status_code == 303
        assert told in read(english, AT, year="2026", **AVEROY)
    assert send(english, "costs/1", **cost, is_assumed="y").status_code == 303
    assert "in 2026 is an assumption" in read(english, AT, year="2026", **AVEROY)
    assert send(english, "costs/1/remove").status_code == 303
    wrong = {"year": "1999", "amount": "1,50", "price_year": "x"}
    told = text_of(send(english, "costs/new", **wrong).text)
    assert "Give a year from 2015 to 2060." in told
    assert "Give whole kroner." in told


def test_only_the_office_enters(english):
    as_role(english, "council")
    assert english.get(AT).status_code == 200
    assert "Add a key" not in read(english, AT)
    assert english.get(f"{AT}/keys/new").status_code == 403


def test_shares_that_stand_in_the_register_count_and_who_has_left_does_not(english):
    with english.application.app_context():
        founding = ShareEntryRow(
            number=1,
            kind="issue",
            day=date(2019, 3, 1),
            entered_at=NOON,
            buyer="5001",
            ranges=[[1, 100]],
            share_class="A",
            price=Decimal(1000),
        )
        left = CommitmentFactRow(
            municipality="5054",
            kind="left",
            happened_first=date(2023, 6, 30),
            happened_last=date(2023, 6, 30),
            precision="day",
        )
        db.session.add_all([founding, left])
        db.session.commit()
    send(english, "keys/new", **BY_HOLDING)
    of_year = {it[0]: int(it[3]) for it in rows(english) if it[2] == "2026"}
    assert of_year["5001"] == sum(of_year.values()) > 0
    assert of_year["5054"] == 0


def test_what_can_not_be_shared_is_not_known_and_not_nothing(english):
    send(english, "keys/new", **BY_HOLDING)
    told = read(english, AT, year="2026", **AVEROY)
    assert "What it means to the others in 2026 is not known" in told
    html = english.get(AT, query_string={"year": "2026", **AVEROY}).text
    year = text_of(html.partition(">2026</strong>")[2].partition("</tr>")[0])
    assert year.count("not known") == 3


def test_who_has_given_notice_pays_until_it_has_run_out(english):
    with english.application.app_context():
        notice = CommitmentFactRow(
            municipality="5054",
            kind="notice-given",
            happened_first=date(2023, 1, 15),
            happened_last=date(2023, 1, 15),
            precision="day",
        )
        db.session.add(notice)
        db.session.commit()
    own = {it[2]: int(it[3]) for it in rows(english) if it[0] == "5054"}
    assert own["2023"] > 0 < own["2024"] < own["2023"] / 10
    assert own["2025"] == 0
