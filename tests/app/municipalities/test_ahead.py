"""The next steps: what is late first, on the day that can hold; what is assumed."""

from tests.app.reading import part, row, text_of

AVEROY = "/municipalities/1554"


def strip(client, url=AVEROY):
    return text_of(part(client.get(url).text, "strip"))


def test_what_is_reported_as_not_done_comes_first(english):
    english.post(f"{AVEROY}/steps/preproject", data={"state": "not-done"})
    told = strip(english)
    assert told.index("Pre-project") < told.index("The council votes")
    assert "Should have been done by 8 November 2023; this is the earliest" in told
    assert "late" in told


def test_what_follows_stands_on_the_day_that_can_hold(english):
    english.post(f"{AVEROY}/steps/preproject", data={"state": "not-done"})
    told = strip(english)
    assert told.index("30 May 2024") < told.index("Purchase of shares")
    assert "Should be done by 11 March 2024" in told


def test_nothing_is_late_without_a_report(english):
    told = strip(english)
    assert "Friday 12 January 2024 in 43 days Purchase of shares ≈ assumed" in told
    assert "until 11 March 2024" in told
    assert "earliest possible" not in told


def test_a_date_that_rests_on_an_assumed_duration_is_marked(english):
    html = english.get("/municipalities/1516").text
    # Its own duration, and one that it is counted from.
    assert "≈ assumed" in row(html, "step-training")
    assert "≈ assumed" in row(html, "step-service-agreement")
    assert "≈ assumed" in row(html, "step-archive-closed")
    for key in ("option-limit", "option-exercised", "planning-phase", "go-live"):
        assert "≈ assumed" not in row(html, f"step-{key}")


def test_the_mark_is_explained_once(english):
    html = english.get("/municipalities/1516").text
    assert html.count("the date rests on a duration that no source gives") == 1
