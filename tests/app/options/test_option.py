"""One option: its sentences, its windows, what a vote leaves, what leaving comes to."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.extensions import db
from app.municipalities import commands
from app.store import results
from app.store.tables import ShareEntryRow, ShareOwnerRow
from tests.app.reading import part, read, text_of
from tests.app.rights.sent import decide


def test_it_is_told_in_plain_sentences(english):
    html = english.get("/rights/options/1516").text
    told = text_of(html)

    assert (
        "The council of Ulstein can take up its option until Monday 1 April 2024:"
        " 123 days left." in told
    )
    assert (
        "A vote on the last day can’t be taken back: withdrawal ended 31 days earlier,"
        " on 1 March 2024." in told
    )
    assert (
        "the council has to vote by 1 January 2024. The last working day before it is"
        " Friday 29 December 2023." in told
    )
    assert "loses its place in K13, and not the option itself" in told
    assert "The last working day before it is Wednesday 27 March 2024." in told
    assert html.count('<svg class="windows ') == 2
    assert "92 days to change its mind" in text_of(part(html, "vote"))


def test_a_day_for_the_vote_is_tried(english):
    short = english.get("/rights/options/1516?vote=10.2.2024").text
    late = read(english, "/rights/options/1516", vote="2024-05-01")
    wrong = english.get("/rights/options/1516?vote=neste+uke&notice=1850-01-01").text

    assert "20 days to change its mind" in text_of(part(short, "vote"))
    assert 'value="2024-02-10"' in part(short, "vote")
    assert "The day that you try, after the last day for the option" in late
    assert "“neste uke” is no day." in text_of(part(wrong, "vote"))
    assert 'value="neste uke"' in part(wrong, "vote")
    assert "Give a day from 1 January 2010" in text_of(part(wrong, "leaving"))


def test_leaving_tells_when_it_ends_and_what_it_costs_by_year(english):
    told = text_of(
        part(
            english.get(
                "/rights/options/5054?notice=2024-03-01&extra=500+000&vote=2024-01-01"
            ).text,
            "leaving",
        )
    )

    assert (
        "gives written notice on 1 March 2024, its membership ends on 1 March" in told
    )
    assert "2024 NOK 1.5m NOK 16.6m" in told
    file = english.get("/rights/options/5054?notice=2024-03-01&file=leaving")
    lines = file.get_data(as_text=True).splitlines()
    assert "(kroner)" in lines[0]
    assert all(it.replace(";", "").isdigit() for it in lines[1:])
    assert "not entered" in told
    assert "500,000" in told
    assert "What is known of it" in told
    unknown = read(english, "/rights/options/5054", notice="2024-03-01")
    assert "not known" in unknown


def test_who_leaves_before_go_live_has_no_fee_yet(english):
    told = read(english, "/rights/options/1516", notice="2023-12-01")

    assert "It is out before go-live" in told


def test_while_it_can_withdraw_the_price_of_leaving_says_so(english):
    told = read(english, "/rights/options/1516", notice="2024-02-29")
    assert "That month of 2025 has no day 29: the months of the notice are over" in told
    assert "its membership ends on 1 March 2025" in told
    assert (
        "Ulstein has not taken up its option, so there is nothing to leave yet. Once it"
        " has, it can withdraw until 1 March 2024, without notice." in told
    )
    decide(english, {"text": "Ja.", "creates": "fact", "fact_kind": "option-exercised"})
    told = read(english, "/rights/options/1516", notice="2024-01-31")
    assert (
        "Until 1 March 2024 Ulstein can still withdraw its accession, without notice."
        in told
    )
    assert told.index("without notice.") < told.index("Fees for the platform")
    late = read(english, "/rights/options/5054", notice="2024-03-01")
    assert "can still withdraw" not in late


def test_trondheim_holds_none_and_gives_three_years_notice(english):
    told = read(english, "/rights/options/5001", notice="2025-03-01")

    assert "Trondheim sells the shares to the others and holds no option." in told
    assert "its membership ends on 1 March 2028" in told
    assert english.get("/rights/options/9999").status_code == 404


def test_a_known_vote_tells_what_it_left(english):
    indre_fosen = read(english, "/rights/options/5054")
    melhus = read(english, "/rights/options/5028")

    assert "It left at least 274 days to change its mind" in indre_fosen
    assert "The right to withdraw ended on 27 March 2023." in melhus


@pytest.fixture
def named(app, office):
    """Ulstein's option has a last day of its own."""
    with app.app_context():
        commands.set_deadline(
            results.current_plan(),
            "1516",
            "option-limit",
            day=date(2024, 4, 30),
            note="Brev fra selskapet",
            by=office,
            seen=results.revision(),
        )


def test_a_named_day_stands_beside_the_derived_one(named, english):
    html = english.get("/rights/options/1516").text
    listed = read(english, "/rights/options", q="Ulstein")

    beside = "counted from go-live: 1 April 2024, 29 days earlier"
    windows = text_of(part(html, "windows"))
    assert beside in windows
    assert "Tuesday 30 April 2024" in windows
    assert "Named for this municipality." in windows
    assert "windows__derived" in html
    assert beside in listed
    assert "stays when the wave moves" in text_of(html)


def test_the_page_of_a_municipality_leads_to_its_option(english):
    limits = part(english.get("/municipalities/1516").text, "limits")

    assert "withdrawal ended 31 days earlier" in text_of(limits)
    assert "/rights/options/1516" in limits
    trondheim = english.get("/municipalities/5001").text
    assert "/rights/options/5001" not in part(trondheim, "limits")


@pytest.fixture
def with_shares(app):
    """Trondheim has a thousand shares of 200 kroner and has sold Indre Fosen 30."""
    with app.app_context():
        day, at = date(2021, 1, 1), datetime(2021, 1, 1, tzinfo=UTC)
        for number in ("5001", "5054"):
            if db.session.get(ShareOwnerRow, number) is None:
                db.session.add(
                    ShareOwnerRow(key=number, kind="municipality", municipality=number)
                )
        db.session.flush()
        issue = {"kind": "issue", "buyer": "5001", "ranges": [[1, 1000]]}
        sale = {"kind": "transfer", "seller": "5001", "buyer": "5054"}
        db.session.add_all(
            ShareEntryRow(
                number=number, day=day, entered_at=at, price=Decimal(200), **given
            )
            for number, given in enumerate(
                [issue, {**sale, "ranges": [[1, 30]]}], start=1
            )
        )
        db.session.commit()


def test_shares_that_stand_in_the_register_are_redeemed_at_par(with_shares, english):
    told = read(english, "/rights/options/5054", notice="2024-03-01")
    none = read(english, "/rights/options/5028", notice="2024-03-01")

    assert "NOK −6,000" in told
    assert "not entered" in none


def test_what_the_council_said_last_stands_at_the_head(english):
    averoy = read(english, "/rights/options/1554")
    assert (
        "The last that is known of the council: Declined for now (October 2023) : The"
        " council voted unanimously not to enter the service agreement now." in averoy
    )
    orkland = text_of(part(english.get("/municipalities/5059").text, "council"))
    assert "The last that is known of the council: Postponed (April 2023)" in orkland
    hareid = text_of(part(english.get("/municipalities/1517").text, "council"))
    assert "The last that is known" not in hareid
