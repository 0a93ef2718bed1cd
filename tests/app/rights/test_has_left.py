"""Who has left before go-live: every page says so, and none has dates for it."""

import pytest

from app.store import results
from tests.app.reading import read, text_of
from tests.app.rights.sent import AT, ULSTEIN, fact


@pytest.fixture
def left(english):
    """Ulstein has left, and the plan still has it in a wave."""
    sent = fact(english, "left", "5.2023")
    assert english.post(f"{AT}/facts/new", data=sent).status_code == 303
    return english


def test_its_own_pages_tell_it_once_and_show_no_dates(left):
    page = left.get(f"/municipalities/{ULSTEIN}").text
    told = text_of(page)
    assert "Ulstein has left the co-operation (May 2023)." in told
    assert told.count("No step of the rollout binds it.") == 1
    assert "The plan still has it in K1" in told
    assert "The municipality has left: there is no date left to hold." in told
    assert "No step of the rollout binds who has left." in told
    assert "presumed as planned" not in told
    assert 'id="step-' not in page
    assert 'id="limit-' not in page
    assert "Is the date agreed?" not in told
    assert "Who has left has no dates to reckon cost and benefit from." in told
    option = read(left, f"/rights/options/{ULSTEIN}")
    assert "Ulstein has left the co-operation (May 2023)." in option
    money = read(left, f"/municipalities/{ULSTEIN}/money")
    assert "Who has left has no dates to reckon cost and benefit from." in money
    assert left.get(f"/dates/{ULSTEIN}.go-live").status_code == 404


def test_the_lists_and_drawings_agree(left):
    with left.application.app_context():
        evaluation = results.evaluation(results.current_plan())
        code = evaluation.wave_of(ULSTEIN)
    lines = left.get("/municipalities").text
    line = text_of(
        lines[lines.index(f"/municipalities/{ULSTEIN}") :].partition("</tr>")[0]
    )
    assert "has left" in line
    assert "margin" not in line
    of_wave = read(left, f"/waves/{code}")
    assert "Ulstein Has left" in of_wave
    timeline = read(left, f"/timeline?scope=municipality:{ULSTEIN}")
    assert "Ulstein (has left)" in timeline
    for path in (
        "/",
        "/waves",
        "/template",
        "/economy",
        f"/deadlines?scope=municipality:{ULSTEIN}&ahead=all",
        f"/waves/placements/{ULSTEIN}",
        "/conflicts",
    ):
        assert left.get(path).status_code == 200, path


def test_who_left_after_go_live_keeps_what_happened(english):
    number = "5054"
    sent = fact(english, "left", "1.10.2023")
    assert english.post(f"/rights/{number}/facts/new", data=sent).status_code == 303
    page = english.get(f"/municipalities/{number}").text
    told = text_of(page)
    assert "Indre Fosen has left the co-operation (1 October 2023)." in told
    assert "The figures are what the plan came to if it had stayed." in told
    assert 'id="step-go-live"' in page
    assert "step--ahead" not in page
    assert "Indre Fosen (has left)" in read(english, "/timeline?scope=wave:PD2")


def test_who_left_after_go_live_is_counted_as_live_nowhere(english):
    for number in ("5037", "5054"):
        sent = fact(english, "left", "15.11.2023")
        assert english.post(f"/rights/{number}/facts/new", data=sent).status_code == 303
    overview = english.get("/?map=status").text
    told = text_of(overview)
    assert "17 municipalities live of 66; 2 have left" in told
    assert "47 municipalities to come" in told
    people = sum(population(english, it) for it in ("5037", "5054"))
    assert f"{451450 - people:,} inhabitants in municipalities that are live" in told
    assert "Has left 2 municipalities" in told
    assert "Levanger in PD3: has left." in overview
    assert "34,140 inhabitants, 1 has left" in told
    table = read(english, "/municipalities")
    assert "66 of 66 municipalities, 17 of them live" in table
    assert "2 of 66 municipalities" in read(english, "/municipalities?status=left")
    assert "17 of 66" in read(english, "/municipalities?status=live")
    lines = english.get("/municipalities").text
    line = lines[lines.index('href="/municipalities/5037"') :].partition("</tr>")[0]
    assert "has left" in text_of(line)
    assert "live" not in text_of(line)


def population(client, number):
    with client.application.app_context():
        found = results.evaluation(results.current_plan()).snapshot.municipalities
        return next(it.population for it in found if it.number == number)
