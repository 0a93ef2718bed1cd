"""What the plan rests on: each page tells its facts with their sources."""

import re

import pytest

from tests.app.reading import HTMX, as_role, read, text_of

PAGES = (
    "/facts",
    "/facts/plans",
    "/facts/money",
    "/facts/risks-and-goals",
    "/facts/services",
    "/facts/sources",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_leads_to_the_others_and_marks_itself(client, page):
    html = client.get(page).text
    for other in PAGES:
        assert f'href="{other}"' in html
    assert re.search(rf'href="{page}" aria-current="page"', html)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["council", "working-group"])
def test_every_role_may_read(client, page, role):
    as_role(client, role)
    assert client.get(page).status_code == 200


def test_figures_tell_their_date_and_what_they_are_out_of(english):
    told = read(english, "/facts")
    assert "32 of 34" in told
    assert "172,679 people November 2023" in told
    assert "720,000 people 2018/2019" in told


def test_five_trusts_are_counted_and_three_named(english):
    told = read(english, "/facts")
    assert "The sources count 5 health trusts, and name 3." in told
    assert told.count("Not named in the sources") == 2
    assert "PD2 November 2022 live" in told


def test_thirteen_regions_are_named_where_the_source_speaks_of_twelve(english):
    told = read(english, "/facts")
    assert "The source names 13 regions, and speaks of 12." in told
    assert "Namdal regionråd 12 municipalities" in told


def test_rules_of_the_programme_are_told_in_years(english):
    told = read(english, "/facts")
    assert "Notice for leaving, municipalities 1 year" in told
    assert "Notice for leaving, Trondheim 3 years" in told
    assert "Notice for leaving, the regional trust 5 years" in told
    assert "Sells the shares Trondheim" in told


def history_of(client, scope):
    html = client.get(f"/facts/plans?scope={scope}").text
    return text_of(html[html.index('id="scope-history"') :].partition("</section>")[0])


def test_a_trust_is_followed_from_plan_to_plan(english):
    told = history_of(english, "trust:HNT")
    dates = [
        "May 2022",
        "autumn 2022",
        "November 2022",
        "February 2023",
        "4 November 2023",
        "9 November 2024",
    ]
    places = [told.index(date) for date in dates]
    assert places == sorted(places)
    assert "276 days later" in told
    assert "The plan as it stands 9 November 2024 on the same day" in told


def test_the_second_of_two_offers_is_a_line_of_its_own(english):
    told = history_of(english, "region:namdal")
    assert "the later of two dates that were offered" in told
    assert "February 2025" in told


def test_a_scope_that_is_unknown_is_the_first_one(english):
    for scope in ("wave:K15", "trust:XYZ", "", "rubbish"):
        assert "Helse Nord-Trøndelag HF" in history_of(english, scope)


def test_the_plan_of_today_moves_with_its_wave(english):
    english.post("/waves/K12/day", data={"day": "2024-11-19"})
    told = history_of(english, "trust:HNT")
    assert "The plan as it stands 19 November 2024 10 days later" in told


def test_each_plan_tells_its_dated_statements(english):
    html = english.get("/facts/plans").text
    assert html.count('class="vintage"') == 15
    told = text_of(html)
    assert "Plan for involvering" not in told
    assert "Involvement plan, June 2018" in told


def test_what_is_known_afterwards_stands_apart(english):
    html = english.get("/facts/plans").text
    before, _, after = html.partition('id="later-title"')
    assert "Went live on 27 April 2024" not in before
    assert "Vanylven, Oppdal, Rennebu" in text_of(after)
    assert "not part of the plan" in text_of(after)
    assert "date not known" in text_of(after)


def test_sums_stand_with_kind_period_and_price_year(english):
    told = read(english, "/facts/money")
    assert "NOK 18,500,000 2022" in told
    assert "NOK 3,500,000 a year, for 15 years" in told
    assert "prices of 2022, given in thousands" in told
    assert "no sum given within 5 years, told in 2021" in told
    assert "NOK 2,700,000,000 March 2019" in told
    assert "The same sum, told again in a newer source" in told


def test_the_budget_of_2018_adds_up_in_both_alternatives(english):
    assert "In all NOK 2,400,000 NOK 4,000,000" in read(english, "/facts/money")


def test_risks_and_goals_are_complete(english):
    html = english.get("/facts/risks-and-goals").text
    counts = [section.count('class="entry"') for section in html.split("<section")[1:]]
    assert counts == [5, 5, 11, 8, 11]


def test_service_areas_hold_forty_services(english):
    html = english.get("/facts/services").text
    areas = html[html.index('id="areas-title"') :].partition("</section>")[0]
    assert areas.count('class="entry"') == 10
    listed = re.findall(r'<p class="note">(.*?)</p>', areas, flags=re.DOTALL)
    names = [name for line in listed for name in text_of(line).split(", ")]
    # "Mental health round the clock" has no comma in English.
    assert len(names) == 40


def test_gp_offices_have_a_track_of_their_own(english):
    told = read(english, "/facts/services")
    assert "Pilot 1" in told
    assert "spring 2024" in told
    assert "October 2024 – March 2025" in told.replace("\u2009", " ").replace(
        "October 2024–March", "October 2024 – March"
    )


def test_every_source_is_listed_and_pages_are_linked(english):
    html = english.get("/facts/sources").text
    assert html.count('class="entry"') == 61
    assert 'href="https://www.ssb.no/statbank/table/07459" rel="noreferrer"' in html
    assert "Documents" in text_of(html)


def test_a_scope_is_chosen_by_htmx_from_the_same_page(english):
    answer = english.get("/facts/plans?scope=trust:HMR", headers=HTMX)
    assert answer.status_code == 200
    assert 'id="scope-history"' in answer.text
