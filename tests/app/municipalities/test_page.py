"""The page of one municipality: where it stands, why, and what is known of it."""

import pytest

from tests.app.reading import part, read, row, text_of

ULSTEIN = "/municipalities/1516"


def test_an_unknown_municipality_is_not_found(client):
    assert client.get("/municipalities/9999").status_code == 404
    assert client.get("/municipalities/ulstein").status_code == 404


def test_a_window_is_shown_with_the_day_that_is_reckoned_with(english):
    told = text_of(part(english.get(ULSTEIN).text, "standing"))
    assert "April" in told
    assert "Reckoned from 1 April 2025, the first day of the window; costs" in told
    assert "K13 is also written KI3." in told


def test_a_month_is_not_told_as_a_day(english):
    told = text_of(part(english.get("/municipalities/5054").text, "standing"))
    assert "November 2022" in told
    assert "Reckoned from 1 November 2022; the exact day is not known." in told


def test_margin_is_a_sentence(english):
    told = read(english, "/municipalities/5049")
    assert "+93 days" in told
    assert "93 days before the planned one" in told
    assert "There is no day to spare" in read(english, ULSTEIN)


def test_what_is_live_has_no_date_left_to_hold(english):
    assert "there is no date left to hold" in read(english, "/municipalities/5001")


def test_limits_are_counted_back_from_go_live(english):
    html = english.get(ULSTEIN).text
    assert "Friday 1 September 2023" in row(html, "limit-project-start")
    assert "Sunday 1 October 2023" in row(html, "limit-preproject-limit")
    assert "Friday 1 March 2024" in row(html, "limit-withdrawal-limit")
    assert "Monday 1 April 2024" in row(html, "limit-option-limit")


def test_a_limit_on_a_free_day_tells_the_last_working_day_before(english):
    html = english.get(ULSTEIN).text
    assert "at the latest Friday 29 September" in row(html, "limit-preproject-limit")
    # Easter Monday: the Wednesday before Maundy Thursday.
    assert "at the latest Wednesday 27 March 2024" in row(html, "limit-option-limit")
    assert "at the latest" not in row(html, "limit-withdrawal-limit")


def test_a_limit_whose_thing_is_done_says_so(english):
    told = row(english.get("/municipalities/1506").text, "limit-option-limit")
    assert "reported done" in told


def test_trondheim_sells_the_shares_and_has_no_option(english):
    html = english.get("/municipalities/5001").text
    assert "Trondheim sells the shares. It holds no option" in text_of(html)
    assert 'id="limit-option-limit"' not in html
    assert 'id="step-share-purchase"' not in html


def test_steps_say_why_they_are_on_their_dates(english):
    html = english.get(ULSTEIN).text
    assert "Counted back 19 months from: Go-live." in row(html, "step-project-start")
    assert "As late as possible before: Go-live" in row(html, "step-cutover")
    assert "As soon as possible after: Command centre" in row(
        html, "step-stabilisation"
    )
    assert "It follows the wave’s go-live." in row(html, "step-go-live")


def test_the_last_day_of_work_is_shown_and_not_the_day_after(english):
    told = row(english.get(ULSTEIN).text, "step-command-centre")
    assert "1–28 Apr 2025" in told


def test_what_is_not_reported_is_said_once(english):
    html = english.get(ULSTEIN).text
    # A limit that has passed is a day on the calendar: nobody reports it.
    assert "4 steps have not been reported: presumed as planned." in text_of(
        part(html, "not-reported")
    )
    assert html.count('id="not-reported"') == 1
    assert "presumed as planned" in row(html, "step-planning-phase")


def test_next_steps_come_by_date(english):
    told = text_of(part(english.get(ULSTEIN).text, "strip"))
    assert "Friday 1 March 2024 in 92 days Limit for withdrawal the council" in told
    assert told.index("Limit for withdrawal") < told.index("Monday 1 April 2024")


def test_a_decision_keeps_the_precision_of_its_date(english):
    told = text_of(part(english.get("/municipalities/1554").text, "decisions"))
    assert "October 2023 Declined for now" in told
    assert "voted unanimously" in told


def test_sums_are_listed_and_never_added(english):
    told = text_of(part(english.get("/municipalities/5054").text, "money"))
    assert "NOK 18,500,000" in told
    assert "price year not known" in told
    assert "nothing is added up" in told


def test_earlier_plans_tell_how_the_dates_moved(english):
    told = text_of(part(english.get("/municipalities/5054").text, "earlier-plans"))
    assert "autumn 2022" in told
    assert "61 days later" in told
    assert "The plan as it stands" in told


def test_namdal_is_shown_the_later_of_two_offers_and_their_limits(english):
    told = text_of(part(english.get("/municipalities/5007").text, "earlier-plans"))
    assert "the later of two dates that were offered" in told
    assert "31 October 2020" in told
    assert "30 May 2022" in told


def test_a_limit_of_an_earlier_plan_leads_to_the_one_in_the_plan_now(english):
    html = part(english.get("/municipalities/5007").text, "earlier-plans")
    assert "The limit in the plan now: 1 April 2024" in text_of(html)
    assert html.count('href="/dates/5007.preproject-limit"') == 2
    assert html.count('href="/dates/5007.option-limit"') == 2
    english.post("/waves/placements/5007", data={"wave": ""})
    html = part(english.get("/municipalities/5007").text, "earlier-plans")
    assert "/dates/" not in html


@pytest.mark.parametrize("number", ["1511", "5028", "1505", "5035", "5059"])
def test_nothing_that_is_known_afterwards_is_told_here(client, number):
    told = read(client, f"/municipalities/{number}")
    assert "Gikk i drift 27. april 2024" not in told
    assert "aldri blir aktuelt" not in told
    assert "desember 2023" not in part(
        client.get(f"/municipalities/{number}").text, "facts"
    )


def test_facts_say_where_they_come_from(english):
    html = part(english.get(ULSTEIN).text, "facts")
    told = text_of(html)
    assert "8,797 on 1 January 2023" in told
    assert "Nynorsk" in told
    assert "Statistics Norway" in told
    assert 'rel="noreferrer"' in html


def test_neighbours_of_wave_and_region_are_linked(english):
    html = part(english.get(ULSTEIN).text, "neighbours")
    assert "In the same wave, K13" in text_of(html)
    assert "In the same region, Syvstjerna" in text_of(html)
    assert 'href="/municipalities/1515"' in html
    assert 'href="/municipalities/1516"' not in html


def test_only_who_may_report_or_name_days_is_offered_to(client):
    page = client.get(ULSTEIN).text
    assert 'id="report-training"' in page
    assert 'id="set-option-limit"' in page
    client.post("/demonstration", data={"role": "working-group", "page": "/"})
    page = client.get(ULSTEIN).text
    assert 'id="report-training"' in page
    assert 'id="set-option-limit"' not in page
    client.post("/demonstration", data={"role": "council", "page": "/"})
    assert 'id="report-training"' not in client.get(ULSTEIN).text
