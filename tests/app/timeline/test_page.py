"""The page of the timeline: what its table, drawing and address tell a reader."""

import re

import pytest

from tests.app.reading import as_role, hidden, read, text_of

LARGEST = 300_000
WAVES = [*(f"PD{it}" for it in range(1, 6)), *(f"K{it}" for it in range(11, 16))]


def page(client, **query):
    answer = client.get("/timeline", query_string=query)
    assert answer.status_code == 200
    return answer.text


def table_row(html, name):
    """The words of the row of the table with a name."""
    return table_rows(html)[names_of(html).index(name)]


def table_rows(html):
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return [" ".join(text_of(it).split()) for it in body.split("</tr>")[:-1]]


def drawn_rows(html):
    """Each row of the drawing, from its name to its last path."""
    return re.findall(r'<li id="r-(.*?)</li>', html, flags=re.DOTALL)


def names_of(html):
    """The names of the rows, without what is said of their dates beside them."""
    found = (
        re.search(r'class="g-n">(.*?)(<span|</div>)', it) for it in drawn_rows(html)
    )
    return [text_of(it[1]).strip() for it in found if it]


def drawn(html, id):
    return next(it for it in drawn_rows(html) if it.startswith(f'{id}"'))


def titles(row):
    return re.findall(r"<title>(.*?)</title>", row)


def test_the_programme_opens_with_its_waves_folded(english):
    html = page(english)
    assert names_of(html) == [
        "Dates of the programme",
        *(f"Wave {it}" for it in WAVES),
    ]
    assert table_row(html, "Wave K13").startswith(
        "Wave K13 1 Sept 2023 22 Sept 2025 Go-live: 1 Apr 2025"
    )


def test_the_table_comes_before_the_drawing_and_has_the_same_rows(english):
    html = page(english, scope="wave:K13", open="1516")
    assert html.index('id="timeline-table"') < html.index('id="gantt"')
    told = [it.split(" ")[0] for it in table_rows(html)]
    assert told == [it.split(" ")[0] for it in names_of(html)]


def test_the_dates_of_ulstein_are_those_of_the_engine(english):
    html = page(english, scope="municipality:1516")
    assert table_row(html, "Limit for withdrawal").startswith(
        "Limit for withdrawal 1 Mar 2024"
    )
    assert table_row(html, "Limit for taking up the option").startswith(
        "Limit for taking up the option 1 Apr 2024"
    )
    assert table_row(html, "Training") == (
        "Training 31 Dec 2024 10 Mar 2025 60 days: 1 Nov 2024 – 10 Mar 2025 "
        "Ahead Assumed"
    )
    assert table_row(html, "Pre-project") == (
        "Pre-project 1 Oct 2023 31 Mar 2024 0 days critical "
        "Not reported, presumed as planned Reckoned"
    )
    assert table_row(html, "Go-live").startswith(
        "Go-live 1 Apr 2025 0 days critical 0 days: at the earliest 1 Apr 2025"
    )


def test_every_date_of_a_drawn_row_stands_in_its_table_row(english):
    html = page(english, scope="wave:K14", open="all")
    for told, row in zip(table_rows(html), drawn_rows(html), strict=True):
        for title in titles(row):
            for date in re.findall(r"\d+ \w+ \d{4}", title):
                assert date in told, (title, told)


def test_what_happened_in_a_month_is_no_day(english):
    html = page(english, scope="municipality:5054")
    assert table_row(html, "Go-live").startswith("Go-live November 2022 ")
    assert "about November 2021" in table_row(html, "Implementation project")
    assert not re.search(r"\d+ Nov(ember)? 2022", html)


def test_every_bar_mark_and_date_leads_to_what_sets_it(english):
    html = page(english, scope="wave:K12", open=["1554"])
    addresses = set(re.findall(r'href="(/dates/[^"]*)"', html))
    assert {"/dates/wave.K12", "/dates/trust.HNT", "/dates/1554.go-live"} <= addresses
    for row in drawn_rows(html):
        if row.startswith("1554."):
            id = row.partition('"')[0]
            assert f'href="/dates/{id}"' in row
            assert html.count(f'href="/dates/{id}"') >= 2
    for address in sorted(addresses)[:5]:
        assert english.get(address).status_code == 200


def test_a_wave_unfolds_into_its_municipalities_and_they_into_steps(english):
    html = page(english, open=["K13", "1516"])
    names = names_of(html)
    at = names.index("Wave K13")
    assert names[at + 1 : at + 3] == ["Giske", "Hareid"]
    assert "Training" in names
    assert 'href="?open=K13"' in drawn(html, "municipality.1516")


def test_trusts_stand_in_their_wave(english):
    assert "Helse Nord-Trøndelag HF" in names_of(page(english, open="K12"))


def test_all_waves_unfold_with_a_link_and_fold_again(english):
    html = page(english, open="outer")
    assert len(names_of(html)) == 1 + 10 + 3 + 66
    assert 'id="fold-all"' in html
    assert 'id="unfold-outer"' not in html


def test_what_there_is_no_room_for_is_told_with_a_way_there(english):
    html = page(english, scope="wave:K14", open="all")
    assert "There is no room to unfold everything at once." in html
    assert re.search(r'href="\?scope=municipality:\d{4}"', html)
    assert 'id="unfold-all"' not in page(english, scope="wave:K14")


@pytest.mark.parametrize("zoom", ["year", "quarter", "month"])
@pytest.mark.parametrize("scope", ["programme", "wave:K14", "trust:HMR"])
def test_no_page_is_too_large(client, scope, zoom):
    everything = sorted(set(re.findall(r'"municipality:(\d{4})"', page(client))))
    assert len(everything) == 66
    for opened in ("all", "outer", ["programme", *WAVES, *everything]):
        html = page(client, scope=scope, zoom=zoom, open=opened, vintage="2021-11")
        assert len(html.encode()) < LARGEST


def test_the_months_show_what_is_closed(english):
    html = page(english, scope="municipality:1516", zoom="month")
    assert "Without a go-live each year: July, Christmas and New Year" in html
    assert 'class="g-holiday"' in html
    assert 'class="g-holiday"' not in page(english, scope="municipality:1516")


def test_a_selected_step_tells_what_it_hangs_together_with(english):
    html = page(english, at="1516.training")
    words = text_of(html)
    assert "Ulstein: training 31 Dec 2024 – 10 Mar 2025" in words
    assert "Ulstein: configuring and testing" in words
    assert "over before this starts" in words
    assert "starts after this is over. Sets the date." in words
    assert 'class="arrow arrow-sets"' in drawn(html, "1516.cutover")
    assert "g--at" in drawn(html, "1516.training")


def test_to_fold_what_holds_the_selected_step_lets_it_go(english):
    html = page(english, at="1516.training")
    (fold,) = re.findall(r'href="([^"]*)"', drawn(html, "municipality.1516"))[:1]
    assert fold == "?open=K13"


def test_a_lag_is_told_with_the_link(english):
    words = text_of(page(english, at="1516.option-exercised"))
    assert "Ulstein: go-live 1 Apr 2025; starts after this is over, 12 months" in words


def test_an_earlier_plan_is_told_by_the_region_where_it_names_that(english):
    html = page(english, scope="region:namdal", vintage="2020-06")
    assert table_row(html, "Namdal regionråd").endswith("May 2022")
    assert table_row(html, "Leka, K14").endswith(
        "May 2022, the region Namdal regionråd"
    )
    assert 'class="baseline"' in drawn(html, "municipality.5052")
    assert html.count('class="baseline"') == 13 + 1


def test_an_earlier_plan_that_says_nothing_here_says_so(english):
    words = read(english, "/timeline", scope="municipality:1516", vintage="2020-06")
    assert "does not say when anything that is shown here goes live" in words


def test_a_new_choice_keeps_the_zoom_and_what_is_unfolded(client):
    html = page(client, open="K13", zoom="month")
    assert hidden(html, "zoom") == "month"
    assert hidden(html, "open") == "K13"


def test_nonsense_in_the_address_is_left_out(client):
    html = page(
        client, scope="wave:<b>", zoom="x", open="<b>", at="1516.x", vintage="x"
    )
    # Only what there is not is named, and as words.
    assert html.count("&lt;b&gt;") == 1
    assert "<b></b>" not in html
    assert not re.search(r'name="(open|zoom|at)"', html)


def test_a_day_that_the_office_sets_moves_what_is_drawn(english):
    english.post("/waves/K13/day", data={"day": "2025-10-01"})
    html = page(english, scope="municipality:1516")
    assert table_row(html, "Go-live").startswith("Go-live 1 Oct 2025")
    assert "Day set by the programme office" in table_row(html, "Ulstein, K13")


def test_who_is_in_no_wave_has_a_row_and_no_dates(english):
    english.post("/waves/placements/1516", data={"wave": ""})
    html = page(english, open="without")
    assert names_of(html)[-2:] == ["Without a wave", "Ulstein"]
    assert table_row(html, "Ulstein") == "Ulstein"
    alone = page(english, scope="municipality:1516")
    assert names_of(alone) == ["Ulstein"]


def test_a_reported_step_is_drawn_as_reported(english):
    answer = english.post(
        "/municipalities/1516/steps/preproject",
        data={"state": "started", "start": "2023-10-02", "finish": "", "remaining": ""},
    )
    assert answer.status_code in {200, 303}, answer.text
    html = page(english, scope="municipality:1516")
    assert "In progress" in table_row(html, "Pre-project")
    assert 'class="b b-started"' in drawn(html, "1516.preproject")


@pytest.mark.parametrize("role", ["council", "working_group"])
def test_everybody_who_may_see_the_plan_sees_the_timeline(client, role):
    assert as_role(client, role).get("/timeline").status_code == 200


def test_in_norwegian_too(client):
    html = page(client, scope="municipality:1516")
    assert table_row(html, "Opplæring").startswith("Opplæring 31. des. 2024")
    assert "Vis som tabell" in html


def test_a_step_that_the_council_decided_against_says_so(english):
    """Averøy said no in October 2023: nothing presumes in silence that it did not."""
    html = page(english, scope="municipality:1554", open="1554")
    row = table_row(html, "Option taken up")
    said = "Not reported; the council said no for now: October 2023"
    assert said in row
    assert "presumed as planned" not in row
    marked = drawn(html, "1554.option-exercised")
    assert "m-against" in marked
    assert said in titles(marked)[0]
    assert "although the council has decided otherwise" in text_of(html)
    assert "the council said no for now: October 2023" in table_row(html, "Averøy, K12")


def test_who_has_decided_nothing_against_is_presumed_in_so_many_words(english):
    html = page(english, scope="municipality:1557", open="1557")
    assert "m-against" not in html


def test_an_earlier_plan_says_its_date_once(english):
    html = page(english, scope="wave:K13")
    options = re.findall(r"<option[^>]*>([^<]+)</option>", html)
    dated = [it for it in options if re.search(r"20\d\d", it)]
    assert "Moved plan, June 2022" in dated
    for option in dated:
        days = re.findall(r"(?:\w+ )?20\d\d", option)
        assert len(days) == len(set(days)), option


def test_the_sign_of_an_earlier_plan_is_explained_where_it_is_drawn(english):
    explained = "Go-live by "
    drawn_in = page(english, scope="wave:K13", vintage="2023-11")
    assert 'class="baseline"' in drawn_in.partition("<ol")[2].partition("</ol>")[0]
    assert explained in text_of(drawn_in)
    silent = page(english, scope="wave:PD1", vintage="2022-autumn")
    assert "does not say when anything" in text_of(silent)
    assert explained not in text_of(silent)
