"""What is nearly critical is told by a word and drawn by a line of its own."""

from tests.app.reading import read

NEAR = {"critical_by": "either", "near_critical_float": "60"}


def test_the_timeline_marks_it_and_prints_the_threshold(english):
    url = "/timeline?scope=municipality:1516"
    assert 'class="near-critical"' not in english.get(url).text
    english.post("/settings/thresholds", data=NEAR)
    html = english.get(url).text
    assert 'class="near-critical"' in html
    told = read(english, url)
    assert "nearly critical" in told
    assert "Nearly critical: broken line" in told
    assert "Nearly critical: a float of 60 days or less." in told


def test_a_municipality_s_steps_say_it(english):
    english.post("/settings/thresholds", data=NEAR)
    assert "nearly critical" in read(english, "/municipalities/1516")


def test_a_municipality_s_steps_tell_their_floats_in_weeks(english):
    told = read(english, "/municipalities/1516")
    assert "+60 days 8 weeks and 4 days" in told
    assert (
        "Free float: 0 days, before the next step moves. Interfering float: 60 days"
        " (8 weeks and 4 days), at the cost of later steps."
    ) in told
