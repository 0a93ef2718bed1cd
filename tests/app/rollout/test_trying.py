"""Seeing what a change of the template does before it is saved."""

import re
from dataclasses import replace

import pytest
from flask_babel import force_locale

from app.move_words import move_text
from app.moved_margins import margin_sentences
from app.rollout import commands
from app.rollout.effect import SHOWN_PLACES, effect_of
from app.rollout.filling import step_of
from app.rollout.queries import get_activity, list_activities, list_links
from app.store import results
from app.store.names import names_for
from app.store.trial import try_out
from planning.compare import ChangedMargin
from planning.durations import parse_duration
from tests.app.reading import text_of
from tests.app.rollout.test_steps import added, sent

HTMX = {"HX-Request": "true"}
TRAINING, NEW_STEP = "/template/steps/training", "/template/steps/new"
NEW_LINK = "/template/links/new"
TRY, ALL = {"try": "yes"}, {"try": "all"}
NOTHING_SAVED = "Not saved. It would be so:"


def link(**given):
    """A link as its form sends it."""
    notes = {"note_nb": "", "note_nn": "", "note_en": ""}
    return {"kind": "FS", "amount": "0", "unit": "d", **notes, **given}


def link_id(client, predecessor, successor):
    with client.application.app_context():
        rows = list_links(results.current_plan())
        ends = {(row.predecessor, row.successor): row.id for row in rows}
        return ends[predecessor, successor]


def kept(client):
    """All that is kept: the revision, the steps, the links."""
    with client.application.app_context():
        plan = results.current_plan()
        steps = [(row.key, row.duration, row.position) for row in list_activities(plan)]
        links = [(row.id, row.kind, row.lag) for row in list_links(plan)]
        return results.revision(), steps, links


def tried(client, url, data, **headers):
    """Try a change, as a page without JavaScript does; nothing is saved by it."""
    before = kept(client)
    response = client.post(url, data=data, headers=headers)
    assert kept(client) == before
    return response


def read_trial(client, url, data):
    """What is read where a change was tried."""
    response = tried(client, url, data)
    assert response.status_code == 200
    return text_of(response.text)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([-28], "28 days earlier"),
        ([-29, -26, -28], "26–29 days earlier"),
        ([3, 1], "1–3 days later"),
        ([-2, 5], "from 2 days earlier to 5 days later"),
    ],
)
def test_moves_are_told_from_the_least_to_the_most(app, days, told):
    with app.test_request_context(), force_locale("en_GB"):
        assert move_text(days) == told


def test_margins_that_shrink_grow_break_and_hold_are_counted(app, plan):
    margins = (
        ChangedMargin("1516", 20, -3),
        ChangedMargin("1517", 20, 15),
        ChangedMargin("1511", -4, 0),
        ChangedMargin("1514", None, 8),
    )
    with app.test_request_context(), force_locale("en_GB"):
        told = margin_sentences(margins, names_for(plan, "en"))
    assert told == [
        (
            "The margins of 2 municipalities shrink, most in Ulstein: from +20 days to "
            "−3 days."
        ),
        "The margin of 1 municipality grows: Vanylven from −4 days to 0 days.",
        "1 municipality can no longer hold its go-live.",
        "1 municipality can hold its go-live again.",
    ]


def test_a_longer_step_tells_what_would_move(english):
    told = read_trial(english, TRAINING, sent(amount="14", **TRY))
    assert NOTHING_SAVED in told
    assert "“Training” was changed in the template: 47 municipalities" in told
    assert "The biggest move: “" in told
    assert "Training 47 28 days earlier" in told
    assert "47 municipalities, each with its dates" in told
    assert "Show all 47" in told


def test_what_is_told_is_what_the_change_does(app, plan, office):
    """Every date in the trial is the date after the change."""
    with app.test_request_context():
        row = get_activity(plan, "training")
        step = replace(step_of(row), duration=parse_duration("14w"))
        trial = try_out(
            plan, lambda: commands.change_activity(plan, row, step, by=office)
        )
        effect = effect_of(trial, names_for(plan, "en"), shows_all=True)
        change = commands.change_activity(plan, row, step, by=office)
        after = results.evaluation(plan)
    assert change is not None
    assert trial.after.schedule.activities == after.schedule.activities
    assert len(effect.places) == 47


def test_places_are_capped_and_can_all_be_asked_for(english):
    def places(data):
        html = tried(english, TRAINING, data).text
        table = html[html.index("effect__places") :]
        return table[: table.index("</table>")].count('<th scope="row">')

    assert places(sent(amount="14", **TRY)) == SHOWN_PLACES
    assert places(sent(amount="14", **ALL)) == 47


def test_what_was_typed_stays(english):
    html = tried(english, TRAINING, sent(amount="14", note_nb="Prøves", **TRY)).text
    assert 'value="14"' in html
    assert "Prøves</textarea>" in html


def test_the_answer_is_a_part_of_the_page_and_not_large(english):
    response = tried(english, TRAINING, sent(amount="30", **ALL), **HTMX)
    assert response.status_code == 200
    assert "<html" not in response.text
    assert 'id="step-form"' in response.text
    assert len(response.data) < 50_000


def test_the_same_again_would_change_nothing(english):
    html = english.get(TRAINING).text
    notes = dict(re.findall(r'name="(note_\w+)"[^>]*>\s*([^<]*)</textarea>', html))
    told = read_trial(english, TRAINING, {**sent(), **notes, **TRY})
    assert "Nothing would change: it is so already." in told


def test_a_change_that_moves_nothing_says_so(english):
    told = read_trial(english, TRAINING, sent(note_en="Another note", **TRY))
    assert "No dates moved." in told


def test_a_change_that_is_refused_is_refused_when_it_is_tried(english):
    response = tried(english, TRAINING, sent(amount="0", **TRY))
    assert response.status_code == 422
    assert "Work takes time. Give a number from 1." in response.text


def test_a_new_step_has_its_name_before_it_is_there(english):
    data = added(after="training", before="cutover", amount="4", **TRY)
    told = read_trial(english, NEW_STEP, data)
    assert NOTHING_SAVED in told
    assert "Rehearsal 47 is added" in told
    assert "not there → " in told


def test_a_step_that_goes_tells_what_would_come_of_it(english):
    url = "/template/steps/cutover/remove"
    seen = {"seen": str(kept(english)[0])}
    told = read_trial(english, url, {**seen, **TRY})
    assert "Manual conversion and cutover 47 goes" in told
    part = tried(english, url, {**seen, **TRY}, **HTMX)
    assert part.status_code == 200
    assert part.text.lstrip().startswith('<div id="removal-form">')


def test_a_link_that_changes_or_goes_tells_what_would_come_of_it(english):
    url = f"/template/links/{link_id(english, 'training', 'cutover')}"
    seen = {"seen": str(kept(english)[0])}
    told = read_trial(english, url, link(amount="14", **seen, **TRY))
    assert "Training 47" in told
    told = read_trial(english, f"{url}/remove", {**seen, **TRY})
    assert NOTHING_SAVED in told


def test_a_new_link_tells_what_would_come_of_it(english):
    data = link(
        predecessor="command-centre-planning", successor="cutover", amount="7", **TRY
    )
    told = read_trial(english, NEW_LINK, data)
    assert "Planning the command centre 47" in told


def test_a_cycle_is_told_as_the_save_would_tell_it(english):
    data = link(predecessor="cutover", successor="prepare-solution")
    saved, only_tried = (
        tried(english, NEW_LINK, data, **HTMX),
        tried(english, NEW_LINK, {**data, **TRY}, **HTMX),
    )
    assert saved.status_code == only_tried.status_code == 422
    assert "wait for each other" in saved.text
    assert text_of(saved.text) == text_of(only_tried.text)


def test_a_form_offers_to_save_first(english):
    """What Enter does in a field is what the first button does."""
    html = english.get(TRAINING).text
    assert html.index("Save the step") < html.index('name="try"')


def test_after_saving_the_margins_that_shrank_are_told_too(english):
    """What the trial said of margins stands in the message as well."""
    names = dict.fromkeys(("name_nb", "name_nn", "name_en"), "Set up and test")
    data, url = sent(amount="40", **names), "/template/steps/configure-and-test"
    shrinking = r"The margins? of \d+ municipalit\w+ (?:shrink|grow)[^.]*\."
    promised = re.findall(shrinking, read_trial(english, url, {**data, **TRY}))
    assert len(promised) == len(set(promised)) > 0
    answer = english.post(url, data=data, follow_redirects=True)
    assert promised == re.findall(shrinking, text_of(answer.text))
