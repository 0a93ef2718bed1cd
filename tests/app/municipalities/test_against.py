"""A council's no stands by the margin that overlooks it."""

import pytest

from tests.app.reading import part, read, text_of

AVEROY = "/municipalities/1554"


def test_a_no_for_now_stands_by_the_margin(english):
    told = text_of(part(english.get(AVEROY).text, "standing"))
    assert "The council said no for now: October 2023." in told
    assert "that the option was taken up by" in told
    assert "Nobody has reported that." in told


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1517", "said no for now: 21 October 2021."),
        ("5059", "postponed the introduction: April 2023."),
        ("5052", "signalled that it waits: 2022."),
        ("5035", "signalled that it waits: October 2022."),
    ],
)
def test_whoever_is_against_is_named_as_it_is_known(english, number, said):
    html = english.get(f"/municipalities/{number}").text
    told = text_of(part(html, "standing"))
    assert said in told
    assert "The margin presumes all the same" in told


def test_nobody_else_is_marked(english):
    # Kristiansund postponed, and is live.
    for number in ("1505", "1516", "5054"):
        assert "decided-against" not in english.get(f"/municipalities/{number}").text


def test_table_and_board_carry_the_mark(english):
    assert "Declined for now" in read(english, "/municipalities", q="Averøy")
    assert "Declined for now" not in read(english, "/municipalities", q="Ulstein")
    told = read(english, "/waves")
    assert told.count("Declined for now") == 2
    assert told.count("Postponed") == 1


def test_the_mark_goes_when_the_option_is_taken_up(english):
    for key in ("preproject-agreed", "preproject", "council-decision"):
        english.post(
            f"{AVEROY}/steps/{key}", data={"state": "done", "finish": "2023-11-15"}
        )
    english.post(
        f"{AVEROY}/steps/option-exercised",
        data={"state": "done", "finish": "2023-11-15"},
    )
    assert "decided-against" not in english.get(AVEROY).text


def test_what_is_not_done_is_presumed_for_a_later_day(english):
    english.post(f"{AVEROY}/steps/preproject", data={"state": "not-done"})
    told = text_of(part(english.get(AVEROY).text, "standing"))
    assert "that the option is taken up on 30 May 2024." in told


def test_without_a_wave_there_is_no_margin_to_presume(english):
    english.post("/waves/placements/1554", data={"wave": ""})
    told = text_of(part(english.get(AVEROY).text, "standing"))
    assert "said no for now" in told
    assert "presumes all the same" not in told
