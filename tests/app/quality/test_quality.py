"""The quality of the plan: what a reader sees of the checks, and of one in full."""

import csv
import io

import pytest

from app.quality_words import DEFINITIONS, MEANINGS, MENDS, NAMES
from planning.thresholds import Check
from tests.app.reading import as_role, read, text_of


def test_the_page_begins_with_the_score_and_what_weighs_most(english):
    told = read(english, "/quality")
    assert "The plan passes 7 of 16 checks. Its dates hold together" in told
    assert "47 of 100 points" in told
    assert "What weighs most: Leads to nothing (7 of 30 steps)" in told


def test_every_check_has_its_row_with_what_it_is_held_against(english):
    html = english.get("/quality").text
    for check in Check:
        assert f'id="{check.value}"' in html
        assert f'href="/quality/{check.value}"' in html
    told = text_of(html)
    assert "Passed and not reported Does not pass 210 of 1,164 dates 18 % 0 % 3" in told
    assert "Critical: a float of 0 days or less, or on the longest path" in told
    assert "Nearly critical: a float of 14 days or less." in told


def test_a_check_opens_to_its_steps_and_the_dates_of_each_municipality(english):
    html = english.get("/quality/missing-predecessor").text
    told = text_of(html)
    assert "that waits for nothing" in told
    assert "Planning phase 47 municipalities" in told
    assert 'href="/dates/1516.planning-phase"' in html
    assert 'href="/template?step=planning-phase#course"' in html
    # A date of the programme stands for itself.
    assert 'href="/dates/programme.gp-pilot"' in html


def test_a_link_is_told_from_end_to_end_with_its_days(english):
    told = read(english, "/quality/long-lag")
    assert "more than 60 days pass between two steps" in told
    assert "Option taken up → Go-live 365 days 47 municipalities" in told


def test_a_check_that_finds_nothing_says_so(english):
    assert "Nothing is found" in read(english, "/quality/negative-float")
    assert "can’t be" in read(english, "/quality/cycle")


def test_a_check_that_there_is_not_is_not_found(english):
    assert english.get("/quality/beauty").status_code == 404
    assert english.get("/quality/found.csv?check=beauty").status_code == 404


def test_a_wave_that_is_set_by_hand_leads_to_its_page(english):
    english.post("/waves/K13/day", data={"day": "2025-04-26"})
    html = english.get("/quality/date-by-hand").text
    assert 'href="/waves/K13"' in html


def lines(client, url):
    text = client.get(url).data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_checks_are_a_file_too(english):
    rows = {it["Check"]: it for it in lines(english, "/quality/checks.csv")}
    assert rows["High float"]["Found"] == "159"
    assert rows["High float"]["Result"] == "does not pass"
    assert rows["Waits for itself"]["Result"] == "not asked"


def test_what_checks_find_is_a_file_of_dates(english):
    rows = lines(english, "/quality/found.csv?check=unused-float")
    assert len(rows) == 78
    assert {it["Check"] for it in rows} == {"Unused float"}
    assert len(lines(english, "/quality/found.csv")) > 210


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_everybody_may_look_and_only_the_office_is_led_to_the_thresholds(client, role):
    as_role(client, role)
    answer = client.get("/quality")
    assert answer.status_code == 200
    assert "/settings/thresholds" not in answer.text


def test_every_check_has_its_words():
    for texts in (NAMES, DEFINITIONS, MEANINGS, MENDS):
        assert set(texts) == set(Check)
