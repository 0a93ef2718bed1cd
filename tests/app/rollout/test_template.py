"""The page of the template: its steps, its links, who may change them."""

import re

from app.rollout.filling import put_phases
from app.store.writing import writing


def read(client, url):
    text = re.sub(r"<[^>]+>", " ", client.get(url).text)
    return re.sub(r"\s+", " ", text)


def row(client, name):
    """The cells of a step."""
    html = client.get("/template").text
    return re.sub(r"<[^>]+>", " ", html[html.index(f'id="step-{name}"') :])[:900]


def test_page_shows_every_step_and_link(english):
    html = english.get("/template").text
    assert html.count('id="step-') == 27
    assert html.count('id="link-') == 34


def test_step_shows_duration_confidence_and_note(english):
    told = row(english, "preproject")
    assert "6 months" in told
    assert "Documented" in told
    assert "The source estimates about 6 months." in told


def test_steps_stand_on_their_side_of_go_live(english):
    told = read(english, "/template")
    told = told[told.index("Up to go-live") :]
    before, after = told.index("Up to go-live"), told.index("After go-live")
    assert before < told.index("Training") < after
    assert told.index("Stabilisation and optimisation") > after


def test_lag_is_told_in_words(english):
    assert "19 months" in read(english, "/template")


def test_those_who_may_not_edit_see_no_way_to(client):
    for role in ("council", "working-group"):
        with client.session_transaction() as session:
            session["demonstration-role"] = role
        html = client.get("/template").text
        assert "/template/steps/" not in html
        assert "/template/links/" not in html


def test_sides_of_go_live_follow_from_the_links(plan, office):
    """Every step that the fixtures give stands where its links put it."""
    with writing(plan, by=office, what="template.link-changed") as write:
        put_phases(plan)
    assert write.change is None


def test_forms_that_add_are_pages(english):
    assert "Comes after" in read(english, "/template/steps/new")
    told = read(english, "/template/links/new")
    assert "Time between" in told
    assert "Finish to start: it starts when the first has finished" in told
