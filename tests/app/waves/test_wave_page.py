"""The page of a wave: its date and sources, its municipalities and their limits."""

import re

import pytest

from app.store import results
from app.waves.commands import move
from app.waves.queries import get_placement
from tests.builders import ULSTEIN


def read(client, url):
    text = re.sub(r"<[^>]+>", " ", client.get(url).text)
    return re.sub(r"\s+", " ", text)


def test_page_shows_window_and_the_day_reckoned_with(english):
    told = read(english, "/waves/K13")
    assert "Wave K13" in told
    assert "Also called KI3." in told
    assert "Reckoned from 1 April 2025, the first day of the window" in told
    assert "Printed in the source as “April/mai 2025”." in told


def test_page_shows_the_four_limits_of_each(english):
    told = read(english, "/waves/K13")
    assert told.count("1 Sept 2023") == 9
    assert told.count("1 Oct 2023") == 9
    assert told.count("1 Mar 2024") == 9
    assert told.count("1 Apr 2024") == 9


def test_limit_on_a_day_off_shows_the_working_day_before(english):
    assert "at the latest Friday 29 Sept" in read(english, "/waves/K13")


@pytest.mark.parametrize("typed", ["KI3", "ki3", "k13"])
def test_alias_leads_to_the_code(client, typed):
    response = client.get(f"/waves/{typed}")
    assert response.status_code == 302
    assert response.location == "/waves/K13"


@pytest.mark.parametrize("typed", ["K99", "delay", "%20", "none"])
def test_unknown_wave_is_not_found(client, typed):
    assert client.get(f"/waves/{typed}").status_code == 404


def test_actual_that_is_known_by_month_is_never_a_day(english):
    told = read(english, "/waves/PD2")
    assert "November 2022" in told
    assert "Was planned for" in told
    assert "the exact day is not known" in told


def test_live_wave_has_no_forms_and_no_limits(english):
    html = english.get("/waves/PD5").text
    assert 'id="wave-dates"' not in html
    assert "/waves/PD5/day" not in html
    assert "Limit" not in html


def test_council_reads_and_does_not_change(client):
    with client.session_transaction() as session:
        session["demonstration-role"] = "council"
    html = client.get("/waves/K13").text
    assert "Ulstein" in html
    assert 'id="wave-dates"' not in html
    assert "/waves/placements/" not in html


def test_conflicts_are_told_with_their_mend(english):
    # Not enough time is left for the steps that somebody reported as not done.
    report = {"state": "not-done"}
    english.post("/municipalities/1516/steps/planning-phase", data=report)
    told = read(english, "/waves/K13")
    assert "Ulstein can go live" in told
    assert "Move Ulstein to K14, the first wave that is late enough." in told


def test_wave_may_have_nobody(english, app, office):
    with app.app_context():
        plan = results.current_plan()
        evaluation = results.evaluation(plan)
        for at in evaluation.snapshot.plan.placements:
            if at.wave == "K13":
                move(plan, get_placement(plan, at.municipality), None, by=office)
    told = read(english, "/waves/K13")
    assert "Nobody is in this wave" in told
    assert "0 municipalities" in told
    assert "Nobody is in this wave." in read(english, "/waves")
    assert ULSTEIN in english.get("/waves").text


def test_limit_that_is_named_stands_with_the_one_of_the_rule(english):
    sent = {"day": "2024-03-15", "note": "Letter"}
    english.post("/municipalities/1516/limits/option-limit", data=sent)
    told = read(english, "/waves/K13")
    assert "15 Mar 2024" in told
    assert "counted from go-live: 1 Apr 2024" in told
