"""From the announcement to the entry and back: pages, letters, deadlines."""

import re
from io import BytesIO

from docx import Document
from flask_babel import force_locale
from sqlalchemy import select

from app.deadline_sources.listing import list_deadlines
from app.extensions import db
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow
from tests.app.announced.sent import (
    AT,
    NEAR,
    announce,
    enter,
    planned,
    prefilled,
    send,
)
from tests.app.reading import HTMX, as_role, kept_value, part, read, text_of
from tests.app.shares.sent import (
    FOUNDER,
    HAREID,
    ULSTEIN,
    revision,
    say,
)


def deadlines(client):
    app = client.application
    with app.test_request_context(), force_locale("en_GB"):
        plan = results.current_plan()
        every = list_deadlines(results.evaluation(plan), names_for(plan, "en"))
        return [it for it in every if it.id.startswith("announced.")]


def test_what_is_announced_is_told_before_it_is_entered(company):
    told = announce(company)
    assert "It was announced that Trondheim sells 30 shares to Ulstein" in told
    assert "Make the letters: they were to be sent on 20 November 2023" in told
    page = read(company, f"{AT}/1")
    assert "12 December 2023, the first meeting after the notice" in page
    assert "the planned day, 1 February 2024, is ahead of the status date" in page
    assert "0 of 2 letters are made" in page
    assert "NOK 30,000" in page
    # Letters before there is an entry; the numbers are of one series.
    letters = f"{AT}/1/letters"
    assert company.post(letters).status_code == 303
    document = Document(BytesIO(company.get(f"{letters}/1.docx").data))
    words = [it.text for it in document.paragraphs]
    words += [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert "Trondheim overfører 30 aksjer i Helseplattformen AS til Ulstein." in words
    assert "10. februar 2024" in words
    assert "2 of 2 letters are made" in read(company, f"{AT}/1")
    assert "The board treats it on 12 December 2023" in read(company, AT)
    days = {it.id: (it.what, it.is_done) for it in deadlines(company)}
    change = "Trondheim sells 30 shares to Ulstein"
    assert days[f"announced.1.notice.{ULSTEIN}"] == (f"Send the notice: {change}", True)
    assert days[f"announced.1.board.{FOUNDER}"] == (
        f"The board treats: {change}",
        False,
    )
    assert days[f"announced.1.payment.{ULSTEIN}"][0] == f"Payment is due: {change}"
    assert len(days) == 6
    short = read(company, f"/municipalities/{ULSTEIN}")
    assert f"Announced: {change}. Payment is due on 10 February 2024." in short


def test_it_is_carried_out_by_its_entry_and_opened_by_the_counter_entry(company):
    announce(company, **NEAR)
    sent = prefilled(company)
    assert (sent["shares"], sent["board_on"]) == ("30", "2023-09-20")
    assert enter(company, sent).status_code == 303
    assert "carried out by entry 3" in read(company, f"{AT}/1")
    assert f'href="{AT}/1"' in company.get("/shares/ledger").text
    assert company.get("/shares/ledger/3/letters").location == f"{AT}/1/letters"
    assert deadlines(company) == []
    struck = {"day": "2023-11-30", "note": "Wrong.", "seen": revision(company)}
    company.post("/shares/ledger/3/correct", data=struck)
    page = read(company, f"{AT}/1")
    assert "Entry 3, which carried it out before, is struck out" in page
    assert "Enter it in the ledger" in page
    assert len(deadlines(company)) == 6
    assert enter(company, sent).status_code == 303
    assert "carried out by entry 5" in read(company, f"{AT}/1")


def test_two_entries_of_one_announcement_are_one_too_many(company):
    announce(company, **NEAR)
    sent, before = prefilled(company), revision(company)
    assert "other parties" in text_of(enter(company, sent, buyer=HAREID).text)
    other = enter(company, sent, due_on="2023-12-05")
    assert "The notice told of 30 shares" in text_of(other.text)
    assert revision(company) == before
    enter(company, sent)
    stale = enter(company, sent, seen=before)
    assert stale.status_code == 409
    assert "The ledger has grown since you looked" in text_of(stale.text)
    twice = enter(company, sent)
    assert twice.status_code == 422
    assert "entered already: it is entry 3" in text_of(twice.text)
    closed = send(company, "1/change", planned())
    assert closed.status_code == 409
    assert "It is carried out or given up" in text_of(closed.text)
    assert company.get(f"{AT}/1/change").status_code == 409
    # Nor is what the notice told taken back by undoing.
    with company.application.app_context():
        told = select(ChangeRow.id).where(ChangeRow.what == "shares.announced")
        number = db.session.scalar(told)
    undone = company.post(f"/history/{number}/undo")
    assert undone.status_code == 409
    assert "Entry 3 of the share ledger names it" in text_of(undone.text)


def test_what_is_refused_keeps_what_was_typed(company):
    before = revision(company)
    answer = send(company, "new/transfer", planned(shares="40", due_on="10.11.2023"))
    told = text_of(answer.text)
    assert answer.status_code == 422
    assert "Ulstein buys exactly what the annex says: 30 shares" in told
    assert "Payment can’t be due before notice is given" in told
    assert kept_value(answer.text, "shares") == "40"
    assert kept_value(answer.text, "case_number") == "23/77"
    odd = send(company, "new/transfer", planned(buyer=HAREID, shares=""), accepted="")
    told = text_of(odd.text)
    assert "The first shares of Hareid are as many as the annex says" in told
    assert "Save it all the same" in told
    part = company.post(f"{AT}/new/transfer", data=planned(seen=before), headers=HTMX)
    assert "<html" not in part.text
    assert "It is not known that Ulstein has used its option" in text_of(part.text)
    assert "no day" in send(company, "new/transfer", planned(day="soon")).text
    many = send(company, "new/transfer", planned(shares="9" * 20))
    assert "too large: give at most 10000000" in text_of(many.text)
    assert revision(company) == before
    assert company.get(f"{AT}/new/issue").status_code == 404
    assert company.get(f"{AT}/9").status_code == 404


def test_what_a_notice_must_tell_is_asked_for_before_its_letters(company):
    announce(company, shares="", due_on="", notice_on="")
    page = read(company, f"{AT}/1")
    assert "What is next Enter what the notice must tell" in page
    assert "How many shares it is about is not entered" in page
    letters = read(company, f"{AT}/1/letters")
    assert "how many shares change hands when payment is due" in letters
    company.post(f"{AT}/1/letters")
    assert company.get(f"{AT}/1/letters/all.zip").status_code == 404
    changed = send(company, "1/change", planned())
    told = read(company, changed.location)
    assert "What is announced was changed: Trondheim sells 30 shares to Ulstein" in told
    again = send(company, "new/transfer", planned())
    assert "announced already for Ulstein" in text_of(again.text)
    gone = send(company, "1/give-up", {"given_up_on": "2023-11-30"})
    assert "given up 30 November 2023" in read(company, gone.location)
    assert deadlines(company) == []
    late = company.post(
        "/shares/ledger/new/transfer",
        data={
            **planned(day="2023-11-28", price="1000", board_on="2023-12-12"),
            "announced": "1",
            "accepted": "not-exercised before-board",
            "seen": revision(company),
        },
    )
    assert "given up on 30 November 2023. Announce it anew" in text_of(late.text)


def test_the_office_alone_announces_and_nothing_is_made_up(english):
    html = english.get(AT).text
    assert "Nothing is announced" in html
    # Who has used its option, and is to be an owner first.
    assert "municipalities have used their options" in html
    waiting = re.search(r"/shares/owners/new\?municipality=(\d{4})", html)
    assert waiting is not None
    short = part(english.get(f"/municipalities/{waiting[1]}").text, "shares")
    assert "The option is used, and no purchase is entered or announced." in short
    assert waiting[0] in short
    # Without a ledger: who has the shares is not known, and can be told of.
    joined = {"use_agreement_on": "2020-01-15", "cooperation_joined_on": "2020-01-15"}
    say(english, "owners/new", municipality=ULSTEIN, kind="trust", **joined)
    form = english.get(f"{AT}/new/transfer?buyer={ULSTEIN}").text
    assert f'<option selected value="{ULSTEIN}">' in form
    accepted = "not-exercised annex-not-entered ledger-empty"
    answer = send(english, "new/transfer", planned(shares=""), accepted=accepted)
    assert answer.status_code == 303, text_of(answer.text)
    assert "Trondheim sells shares to Ulstein" in read(english, AT)
    assert "Nothing is entered in the share ledger" in read(english, f"{AT}/1")
    as_role(english, "council")
    assert "Give it up" not in read(english, f"{AT}/1")
    assert english.get(f"{AT}/new/transfer").status_code == 403
    assert english.post(f"{AT}/1/give-up").status_code == 403
