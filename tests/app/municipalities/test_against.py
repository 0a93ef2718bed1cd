"""What is wrong stands by the margin that overlooks it: a council's no first of all."""

import pytest

from app.conflict_parts import conflict_id
from app.store import results
from planning.conflicts import Kind
from tests.app.reading import part, read, text_of

AVEROY = "/municipalities/1554"


def standing(client, number):
    html = client.get(f"/municipalities/{number}").text
    return text_of(part(html, "standing") + part(html, "wrong"))


def test_a_no_for_now_stands_by_the_margin(english):
    told = standing(english, "1554")
    assert "The council of Averøy said no for now: October 2023." in told
    assert "Move Averøy to K13" in told
    assert "that the option was taken up by" in told
    assert "Nobody has reported that." in told


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1517", "Hareid said no for now: 21 October 2021."),
        ("5052", "Leka has signalled that it waits: 2022."),
        ("5035", "Stjørdal has signalled that it waits: October 2022."),
    ],
)
def test_whoever_is_against_is_named_as_it_is_known(english, number, said):
    told = standing(english, number)
    assert said in told
    assert "The margin presumes all the same" in told


@pytest.mark.parametrize("number", ["1505", "1516", "5054", "5059"])
def test_nobody_else_is_marked(english, number):
    # Kristiansund postponed, and is live; Orkland got the wave that it asked for.
    told = standing(english, number)
    assert "postponed" not in told
    assert "presumes all the same" not in told


def test_what_reaches_a_municipality_stands_apart_from_its_own(english):
    told = standing(english, "1516")
    assert "3 through what the municipality belongs to or depends on" in told
    assert "The region Syvstjerna is split" in told
    assert "is late, and no date is known" in told
    assert "Averøy" not in told


def test_who_is_live_has_no_conflict(english):
    told = standing(english, "5054")
    assert "The plan breaks no rule for Indre Fosen." in told
    assert "Nearest mend" not in told


def test_an_accepted_conflict_stays_with_its_reason(english, app):
    with app.app_context():
        found = results.evaluation(results.current_plan()).conflicts
        no = next(it for it in found if it.kind is Kind.COUNCIL_DECLINED)
    english.post(
        f"/conflicts/{conflict_id(no)}/accept",
        data={"reason": "Decides in January", "numbers": no.numbers},
    )
    told = standing(english, "1554")
    assert "accepted The council of Averøy said no" in told
    assert "Accepted: Decides in January" in told
    assert "Declined for now" not in read(english, "/municipalities", q="Averøy")


def test_table_and_board_carry_the_mark(english):
    assert "Declined for now" in read(english, "/municipalities", q="Averøy")
    assert "Declined for now" not in read(english, "/municipalities", q="Ulstein")
    told = read(english, "/waves")
    assert told.count("Declined for now") == 2
    assert "Postponed" not in told
    assert told.count("Waits") == 2


def test_the_mark_goes_when_the_option_is_taken_up(english):
    for key in ("preproject-agreed", "preproject", "council-decision"):
        english.post(
            f"{AVEROY}/steps/{key}", data={"state": "done", "finish": "2023-11-09"}
        )
    english.post(
        f"{AVEROY}/steps/option-exercised",
        data={"state": "done", "finish": "2023-11-09"},
    )
    told = standing(english, "1554")
    assert "said no for now" not in told
    assert "presumes all the same" not in told


def test_what_is_not_done_is_presumed_for_a_later_day(english):
    english.post(f"{AVEROY}/steps/preproject", data={"state": "not-done"})
    told = standing(english, "1554")
    assert "that the option is taken up on 30 May 2024." in told
