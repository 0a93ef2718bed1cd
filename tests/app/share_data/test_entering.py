"""Owners, the annex and the board's meetings are entered, changed, removed, undone."""

from io import BytesIO
from urllib.parse import parse_qs, urlsplit

from app.extensions import db
from app.store.tables import ShareOwnerRow
from tests.app.reading import read, text_of
from tests.app.shares.sent import (
    AT,
    COMPANY,
    FOUNDER,
    HAREID,
    NO_NUMBER,
    TRUST,
    ULSTEIN,
    enter,
    found,
    issue,
    purchase,
    revision,
    say,
)

NUMBER = "123456785"
JOINED = {"use_agreement_on": "2020-01-15", "cooperation_joined_on": "2020-01-15"}


def post(client, path, **sent):
    return client.post(f"{AT}/{path}", data={"seen": revision(client), **sent})


def test_an_owner_comes_changes_and_goes(english):
    told = read(english, f"{AT}/owners")
    assert "Helse Midt-Norge RHF health trust not entered" in told
    clinic = {"municipality": "", "kind": "other-public", "name": "Røros sykehus AS"}
    told = say(english, "owners/new", **clinic)
    assert "The owner “Røros sykehus AS” was added" in told
    assert "another body, not public" in told
    # The form of one that is there asks neither for its kind nor its municipality.
    assert "Choose a municipality" not in english.get(f"{AT}/owners/{TRUST}").text
    nameless = post(english, "owners/new", **{**clinic, "name": " "})
    assert nameless.status_code == 422
    assert "Choose a municipality, or write a name" in nameless.text
    wrong = post(english, f"owners/{FOUNDER}", organisation_number=NO_NUMBER)
    assert "That is no organisation number" in wrong.text
    assert NO_NUMBER in wrong.text
    told = say(english, f"owners/{FOUNDER}", organisation_number="123 456 785")
    assert f"municipality {NUMBER} not entered" in told
    taken = post(english, f"owners/{TRUST}", organisation_number=NUMBER, name="RHF")
    assert "Another owner has that number already" in taken.text
    assert "was removed" in say(english, "owners/roros-sykehus-as/remove")
    assert english.get(f"{AT}/owners/roros-sykehus-as").status_code == 404
    # Those that every entry needs stay, though none names them yet.
    for key in (FOUNDER, COMPANY):
        assert "Remove the owner" not in english.get(f"{AT}/owners/{key}").text
        kept = post(english, f"owners/{key}/remove")
        assert kept.status_code == 409
        assert "Trondheim sells and redeems shares" in text_of(kept.text)


WHY = {
    f"owners/{ULSTEIN}": "Ulstein has an agreement on use only from 15 January 2022",
    f"annex/{ULSTEIN}": "Entry 3: Ulstein buys exactly what the annex says: 31 shares",
    f"annex/{ULSTEIN}/remove": "Entry 3: The first shares of Ulstein are as many",
    "board/1/remove": "Entry 3: No board meeting is entered on 15 June 2021",
}


def test_what_is_typed_is_kept_where_an_entry_rests_on_what_it_replaces(english):
    found(english)
    annexed = post(english, f"annex/{ULSTEIN}", shares="30").location
    change = parse_qs(urlsplit(annexed).query)["moved"][0]
    enter(english, "transfer", purchase())
    answer = post(english, f"annex/{ULSTEIN}", shares="31", note="From the minutes")
    assert answer.status_code == 409
    assert 'value="31"' in answer.text
    assert "From the minutes" in answer.text
    htmx = english.post(
        f"{AT}/annex/{ULSTEIN}",
        data={"seen": revision(english), "shares": "31"},
        headers={"HX-Request": "true"},
    )
    assert htmx.status_code == 422
    assert "Entry 3 would no longer" in text_of(htmx.text)
    # The same can't be done by undoing what was entered before.
    before = revision(english)
    undone = english.post(f"/history/{change}/undo")
    assert undone.status_code == 409
    told = text_of(undone.text)
    assert "Entry 3: The first shares of Ulstein are as many as the annex says" in told
    assert revision(english) == before


def test_what_entries_rest_on_is_not_changed_under_them(english):
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="30")
    enter(english, "transfer", purchase())
    later = {"use_agreement_on": "2022-01-15", "cooperation_joined_on": "2020-01-15"}
    for path, sent in (
        (f"owners/{ULSTEIN}", later),
        (f"annex/{ULSTEIN}", {"shares": "31"}),
        (f"annex/{ULSTEIN}/remove", {}),
        ("board/1/remove", {}),
    ):
        answer = post(english, path, **sent)
        assert answer.status_code == 409, path
        told = text_of(answer.text)
        assert "Entry 3 would no longer keep to the rules" in told
        assert WHY[path] in told
    assert "Remove the owner" not in english.get(f"{AT}/owners/{ULSTEIN}").text
    assert english.get(f"{AT}/annex/{FOUNDER}").status_code == 404
    assert "speaks against it now" not in read(english, f"{AT}/ledger")
    # A meeting that is entered afterwards is a fact all the same, once it is read
    # which entry it unsettles.
    before = revision(english)
    asked = post(english, "board", day="2021-06-08", note="Referat")
    assert asked.status_code == 422
    assert revision(english) == before
    assert 'href="/shares/ledger#entry-3"' in asked.text
    assert "Referat" in asked.text
    told = text_of(asked.text)
    assert "first possible meeting of the board: 8 June 2021" in told
    say(english, "board", day="2021-06-08", accepted="3")
    told = read(english, f"{AT}/ledger")
    assert "speaks against it now It is treated in the first possible" in told


def test_the_annex_is_read_from_a_file_and_shown_before_it_is_kept(english):
    told = read(english, f"{AT}/annex")
    assert "0 of 65 municipalities have a number" in told
    before = revision(english)
    content = "Kommune;Aksjer\n1516;1 200\nHareid;40\n".encode("cp1252")
    file = {"seen": before, "file": (BytesIO(content), "vedlegg.csv")}
    answer = english.post(f"{AT}/annex", data=file)
    told = text_of(answer.text)
    assert "Hareid : not entered → 40 Ulstein : not entered → 1,200" in told
    assert revision(english) == before
    lines = {"lines": "1516;1200\n1517;40", "only": "apply"}
    told = text_of(english.get(post(english, "annex", **lines).location).text)
    assert "the numbers of 2 municipalities" in told
    assert "2 of 65 municipalities have a number: 1,240 shares in all" in told
    again = post(english, "annex", lines="1516\t1200")
    assert "The file says what is entered already" in again.text
    wrong = "5001;3\nNarnia;4\n1516;1\n1516;2\n1517;many\n"
    refused = post(english, "annex", lines=wrong, only="apply")
    assert refused.status_code == 422
    told = text_of(refused.text)
    assert "Line 1: “5001” is no municipality with an option" in told
    assert "Line 2: “Narnia” is no municipality with an option" in told
    assert "Line 4: “1516” stands there twice" in told
    assert "Line 5: “many” is no number of shares" in told
    assert "There are no lines in it" in post(english, "annex", lines=" ").text


def test_the_file_of_the_page_is_read_back(english):
    say(english, f"annex/{ULSTEIN}", shares="1200")
    exported = english.get(f"{AT}/annex?file=annex").get_data()
    lines = exported.decode("utf-8-sig").splitlines()
    # What can be done to a line is no part of the file.
    assert "What can be done" not in lines[0]
    assert not any("Enter;" in it or it.endswith("Enter") for it in lines)
    say(english, f"annex/{ULSTEIN}", shares="7")
    file = {"seen": revision(english), "file": (BytesIO(exported), "annex.csv")}
    told = text_of(english.post(f"{AT}/annex", data=file).text)
    assert "Nothing is saved yet. This would change: Ulstein : 7 → 1,200" in told


def test_a_number_of_the_annex_can_be_undone_and_stands_on_the_own_page(english):
    page = f"/municipalities/{HAREID}"
    assert "The number in the annex is not entered" in read(english, page)
    told = say(english, f"annex/{HAREID}", shares="20", note="Vedlegg 1")
    assert "Hareid: 20 shares in the annex" in told
    assert "No shares are entered. The annex says 20 shares" in read(english, page)
    assert post(english, f"annex/{HAREID}", shares="0").status_code == 422
    english.post("/history/1/undo")
    assert "The number in the annex is not entered" in read(english, page)


def test_meetings_of_the_board_are_entered_once(english):
    assert "No meeting of the board has been entered" in read(english, f"{AT}/board")
    told = say(english, "board", day="2024-02-15", note="Årsplan")
    assert "A meeting of the board was entered: 15 February 2024" in told
    again = post(english, "board", day="15.2.2024")
    assert again.status_code == 422
    assert "That meeting is entered already" in again.text
    assert "was removed: 15 February 2024" in say(english, "board/1/remove")
    odd = post(english, "board", day="2023-05-17")
    assert odd.status_code == 422
    assert "Wednesday 17 May 2023 is no working day" in text_of(odd.text)
    said = {"day": "2023-05-17", "accepted": "no-working-day"}
    assert "17 May 2023" in say(english, "board", **said)


def test_an_owner_that_something_rests_on_is_not_undone(english):
    added = {}
    for number in (ULSTEIN, HAREID):
        sent = {"municipality": number, "kind": "trust", **JOINED}
        location = post(english, "owners/new", **sent).location
        added[number] = parse_qs(urlsplit(location).query)["moved"][0]
    enter(english, "issue", issue())
    for path in (f"owners/{FOUNDER}", f"annex/{HAREID}"):
        post(english, path, **JOINED, shares="40")
    post(english, f"annex/{ULSTEIN}", shares="30")
    post(english, "board", day="2021-06-15")
    enter(english, "transfer", purchase())
    before = revision(english)
    for number, why in (
        (ULSTEIN, "Entry 2 of the share ledger names it."),
        (HAREID, "The annex says since then how many shares it buys."),
    ):
        kept = english.post(f"/history/{added[number]}/undo")
        assert kept.status_code == 409
        assert why in text_of(kept.text)
    assert revision(english) == before
    assert english.get(f"{AT}/owners/{HAREID}").status_code == 200


def test_the_company_is_not_undone(english):
    with english.application.app_context():
        row = db.session.get(ShareOwnerRow, COMPANY)
        db.session.delete(row)
        db.session.commit()
    sent = {"municipality": "", "kind": "company", "name": "Helseplattformen AS"}
    location = post(english, "owners/new", **sent, is_public="y").location
    change = parse_qs(urlsplit(location).query)["moved"][0]
    kept = english.post(f"/history/{change}/undo")
    assert kept.status_code == 409
    assert "the company redeems where Trondheim declines" in text_of(kept.text)
