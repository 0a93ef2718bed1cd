"""What the council must decide next and by when, in a sentence, for each standing."""

import re

import pytest

from tests.app.reading import part, read, text_of

ULSTEIN = "/municipalities/1516"

SAID = {
    "1516": (
        "The council must decide by Monday 1 April 2024 at the latest whether"
        " to take up the option and go live in K13."
    ),
    "1517": (
        "The council has said no for now (21 October 2021): if Hareid is to go"
        " live in K13 all the same, the council must take up the option by"
        " Monday 1 April 2024 at the latest."
    ),
    "5035": (
        "The municipality waits (October 2022): if Stjørdal is to go live in"
        " K15 all the same, the pre-project must be agreed by Tuesday 1 October"
        " 2024 at the latest, and the council must take up the option by Tuesday"
        " 1 April 2025."
    ),
    "5052": "The municipality waits (2022): if Leka is to go live in K14 all",
    "5007": (
        "To go live in K14, Namsos must agree on the pre-project by Monday 1"
        " April 2024 at the latest, and the council must take up the option by"
        " Tuesday 1 October 2024."
    ),
    "1554": (
        "The council has said no for now (October 2023), and the limit for"
        " taking up the option passed on 9 November 2023: Averøy can’t go live"
        " in K12 without a new decision and a later limit."
    ),
    "1560": (
        "The limit for taking up the option passed on 9 November 2023, and"
        " nobody has reported what the council decided: the plan for K12"
        " presumes that it took the option up."
    ),
    "5020": (
        "The council has taken up the option to go live in K14, and can"
        " withdraw from that until Sunday 1 September 2024."
    ),
    "5028": (
        "The council has taken up the option to go live in K11: no decision on"
        " joining is left."
    ),
    "5001": "Trondheim is live since 7 May 2022: the council has no limit left",
    "5054": "Indre Fosen is live since November 2022: the council has no limit",
}


def council(client, number):
    return text_of(part(client.get(f"/municipalities/{number}").text, "council"))


@pytest.mark.parametrize(("number", "said"), SAID.items())
def test_one_sentence_says_what_the_council_must_decide(english, number, said):
    assert said in council(english, number)


def days(client, number):
    """The days below the sentence, in their order."""
    html = part(client.get(f"/municipalities/{number}").text, "council")
    told = (text_of(it).strip() for it in html.split("<li>")[1:])
    return [re.sub(r" (?=[:,])", "", it) for it in told]


def test_a_limit_on_a_free_day_tells_by_which_working_day(english):
    # Easter Monday: the Wednesday before Maundy Thursday.
    (told,) = days(english, "1516")
    assert told == (
        "Monday 1 April 2024, in 123 days. That is not a working day: at the latest"
        " Wednesday 27 March 2024."
    )
    assert "working day" not in council(english, "5035")


def test_each_of_two_days_has_its_own_countdown_and_working_day(english):
    first, second = days(english, "1811")
    assert first == (
        "Limit for agreeing on the pre-project: Monday 1 April 2024, in 123 days. That"
        " is not a working day: at the latest Wednesday 27 March 2024."
    )
    assert second == (
        "Limit for taking up the option: Tuesday 1 October 2024, in 306 days."
    )


@pytest.mark.parametrize(
    ("day", "place", "said"),
    [
        (
            "2024-09-01",
            1,
            "Sunday 1 September 2024, in 276 days. That is not a working day",
        ),
        ("2024-03-20", 0, "Wednesday 20 March 2024, in 111 days."),
    ],
)
def test_a_named_day_stands_in_its_place_with_its_own_remark(english, day, place, said):
    english.post("/municipalities/1811/limits/option-limit", data={"day": day})
    told = days(english, "1811")
    assert told[place].startswith(f"Limit for taking up the option: {said}")
    assert "27 March 2024" in told[1 - place]


def test_a_named_day_alone_has_its_own_remark(english):
    data = {"day": "2024-09-01"}
    english.post("/municipalities/1516/limits/option-limit", data=data)
    told = council(english, "1516")
    assert "in 276 days" in told
    assert "at the latest Friday 30 August 2024" in told
    assert "27 March" not in told


def test_who_may_withdraw_learns_by_which_working_day(english):
    (told,) = days(english, "5020")
    assert "Sunday 1 September 2024, in 276 days. That is not a working day" in told


def test_whose_limit_has_passed_learns_which_wave_is_left(english):
    told = council(english, "1554")
    assert "21 days ago" in told
    assert "The first wave whose option can still be taken up in time is K13." in told
    assert "first wave" not in council(english, "1560")


def test_without_a_wave_nothing_can_be_said_yet(english):
    english.post("/waves/placements/1516", data={"wave": ""})
    told = council(english, "1516")
    assert "Ulstein is in no wave: by when the council must decide can be said" in told
    assert "there is no limit to count" in read(english, "/municipalities/1516")
    assert "there is no limit to count" not in read(english, "/municipalities/1517")


def test_a_limit_that_passed_undone_is_no_presumption(english):
    sent = {"state": "not-done"}
    english.post("/municipalities/1560/steps/option-exercised", data=sent)
    told = council(english, "1560")
    assert "passed on 9 November 2023 without the option being taken up" in told


def test_the_page_begins_with_the_council_and_ends_with_the_steps(english):
    html = english.get("/municipalities/1554").text
    parts = ("council", "facts", "standing", "strip", "decisions", "cost-and-benefit")
    order = [*parts, "wrong", "neighbours", "limits", "steps", "money"]
    places = [html.index(f'id="{id}"') for id in order]
    assert places == sorted(places)


def test_the_strip_goes_from_what_is_behind_past_today_to_go_live(english):
    told = text_of(part(english.get("/municipalities/1554").text, "strip"))
    behind = told.index("Thursday 9 November 2023 21 days ago Limit for taking up")
    today = told.index("Thursday 30 November 2023 Status date")
    ahead = told.index("Friday 12 January 2024 in 43 days")
    when = "Saturday 9 November 2024 stated by a document in 345 days"
    go_live = told.index(f"{when} Go-live")
    assert behind < today < ahead < go_live


def test_each_day_of_the_strip_opens_to_what_sets_it(english):
    html = part(english.get("/municipalities/1554").text, "strip")
    for key in ("option-limit", "share-purchase", "go-live"):
        assert f'href="/dates/1554.{key}"' in html
    assert "The council has said no for now (October 2023)" in text_of(html)


def test_the_councils_own_decisions_stand_apart_from_work(english):
    html = part(english.get(ULSTEIN).text, "strip")
    told = text_of(html)
    assert "Limit for taking up the option the council" in told
    assert "The council votes on the option the council" in told
    assert "Preparing the solution the council" not in told
    assert html.count("strip__day--council") == 2


def test_who_is_live_has_go_live_behind_and_no_false_day(english):
    told = text_of(part(english.get("/municipalities/5054").text, "strip"))
    assert told.index("November 2022") < told.index("Status date")
    assert "1 November 2022" not in told


def test_it_is_said_how_sure_wave_and_date_are(english):
    told = text_of(part(english.get(ULSTEIN).text, "standing"))
    assert "That it is in the wave: Documented" in told
    assert "When the wave goes live: Documented" in told
    english.post("/waves/placements/1516", data={"wave": "K14"})
    told = text_of(part(english.get(ULSTEIN).text, "standing"))
    assert "That it is in the wave: Entered" in told
    english.post("/waves/K14/day", data={"day": "2025-10-15"})
    told = text_of(part(english.get(ULSTEIN).text, "standing"))
    assert "When the wave goes live: Entered" in told
    told = text_of(part(english.get("/municipalities/5054").text, "standing"))
    assert "Reported: Documented" in told


def test_neighbours_stand_with_their_standing(english):
    told = text_of(part(english.get(ULSTEIN).text, "neighbours"))
    assert "K13 Hareid Declined for now" in told
    assert "K13 Volda margin 0 days" in told
    told = text_of(part(english.get("/municipalities/5057").text, "neighbours"))
    assert "PD2 Indre Fosen live" in told


def test_general_practitioners_have_a_way_on(english):
    html = english.get(ULSTEIN).text
    assert 'href="/facts/services#gp-title"' in part(html, "facts")
    assert 'id="gp-title"' in english.get("/facts/services").text
    assert "private offices" in read(english, ULSTEIN)
