"""Changing, adding and removing steps of the template."""

import pytest

from app.rollout.queries import (
    get_activity,
    list_activities,
    list_links,
    list_links_of,
)
from app.store import results
from tests.app.reading import text_of

HTMX = {"HX-Request": "true"}
TRAINING = "/template/steps/training"
STABLE = "stabilisation"
NEW = "/template/steps/new"


def sent(**given):
    """A step as its form sends it."""
    return {
        "name_nb": "Opplæring",
        "name_nn": "Opplæring",
        "name_en": "Training",
        "amount": "10",
        "unit": "w",
        "placing": "alap",
        "note_nb": "",
        "note_nn": "",
        "note_en": "",
        **given,
    }


def added(**given):
    """A step that is new."""
    names = {"name_nb": "Generalprøve", "name_nn": "", "name_en": "Rehearsal"}
    return sent(**{**names, "kind": "work", "amount": "2", **given})


def step(client, key="training"):
    with client.application.app_context():
        plan = results.current_plan()
        row = next((it for it in list_activities(plan) if it.key == key), None)
        return row and (row.duration, row.placing, row.confidence, row.phase)


def test_form_holds_what_the_step_is(english):
    html = english.get(TRAINING).text
    assert 'value="10"' in html
    assert '<option selected value="w">' in html
    assert 'value="Opplæring"' in html


def test_step_can_take_longer(english):
    response = english.post(TRAINING, data=sent(amount="14"))
    assert response.status_code == 303
    assert response.location == "/template?moved=1#moved"
    assert step(english) == ("14w", "alap", "entered", "before")
    told = english.get(response.location).text
    assert "“Training” was changed in the template: 47 municipalities" in told


def test_answer_leads_to_the_template(english):
    response = english.post(TRAINING, data=sent(amount="14"), headers=HTMX)
    assert response.status_code == 204
    assert response.headers["HX-Redirect"] == "/template?moved=1#moved"


def test_what_is_entered_has_no_source(client):
    client.post(TRAINING, data=sent(amount="14"))
    with client.application.app_context():
        row = get_activity(results.current_plan(), "training")
        assert (row.source, row.reference) == ("", "")


def test_a_name_in_nynorsk_may_be_left_out(client):
    client.post(TRAINING, data=sent(name_nn=" ", name_nb="Kursing"))
    with client.application.app_context():
        names = get_activity(results.current_plan(), "training").names
        assert names == {"nb": "Kursing", "en": "Training"}


def test_change_can_be_undone(client):
    before = step(client)
    client.post(TRAINING, data=sent(amount="14"))
    client.post("/history/1/undo")
    assert step(client) == before


def test_same_again_is_no_change(english):
    html = english.get(TRAINING).text
    note = "The activity is in the source, its duration is assumed."
    assert note in html
    norwegian = "Aktiviteten står i kilden, men varigheten er anslått."
    nynorsk = "Aktiviteten står i kjelda, men kor lenge han varer, er eit overslag."
    data = sent(note_nb=norwegian, note_nn=nynorsk, note_en=note)
    response = english.post(TRAINING, data=data)
    assert response.location == "/template"
    assert "Nothing was changed: it was so already." in english.get("/template").text


@pytest.mark.parametrize(
    ("key", "given", "told"),
    [
        ("training", {"amount": ""}, "Give a whole number."),
        ("training", {"amount": "ten"}, "Give a whole number."),
        ("training", {"amount": "10.5"}, "Give a whole number."),
        ("training", {"amount": "-3"}, "Nothing takes less than no time."),
        ("training", {"amount": "0"}, "Work takes time. Give a number from 1."),
        ("training", {"amount": "9999", "unit": "mo"}, "longer than ten years"),
        ("training", {"amount": "99999"}, "Give at most 520 weeks"),
        ("training", {"amount": "99999999999"}, "Give at most 520 weeks"),
        ("training", {"amount": "1.5"}, "Give a whole number."),
        ("training", {"unit": "years"}, "Not a valid choice"),
        ("training", {"name_nb": ""}, "Give the step a name."),
        ("training", {"name_en": "   "}, "Give the step a name."),
        (
            "training",
            {"name_nn": "tenesteavtale SIGNERT"},
            "Another step has that name already.",
        ),
        ("training", {"name_en": "go-LIVE"}, "Another step has that name already."),
        ("training", {"name_nb": "x" * 121}, "Write at most 120 characters."),
        ("training", {"note_en": "x" * 1001}, "Write at most 1000 characters."),
        ("training", {"placing": "asap"}, "What comes before go-live is counted back"),
        ("training", {"placing": "never"}, "Not a valid choice"),
        (
            "go-live",
            {"name_nb": "Start", "name_en": "Start", "amount": "1"},
            "A milestone or limit takes no time",
        ),
    ],
)
def test_step_that_cannot_be_is_refused_with_the_mend(english, key, given, told):
    before = step(english, key)
    url = f"/template/steps/{key}"
    response = english.post(url, data=sent(**given), headers=HTMX)
    assert response.status_code == 422
    assert told in response.text
    assert "<html" not in response.text
    assert step(english, key) == before


def test_what_was_typed_is_kept_on_the_page(english):
    response = english.post(TRAINING, data=sent(amount="ten", note_en="Why"))
    assert response.status_code == 422
    assert "<html" in response.text
    assert 'value="ten"' in response.text
    assert ">Why</textarea>" in response.text.replace("\r\n", "").replace("\n", "")


def test_step_after_go_live_can_be_placed_either_way(english):
    url = "/template/steps/stabilisation"
    data = sent(name_nb="Ro", name_nn="", name_en="Calm", amount="3", unit="mo")
    assert english.post(url, data={**data, "placing": "asap"}).status_code == 303
    assert english.post(url, data={**data, "placing": "alap"}).status_code == 303


def test_step_can_be_added_between_two(english):
    data = added(after="training", before="cutover")
    response = english.post(NEW, data=data)
    assert response.status_code == 303
    assert (
        "“Rehearsal” was added to the template" in english.get(response.location).text
    )
    assert step(english, "rehearsal") == ("2w", "alap", "entered", "before")
    with english.application.app_context():
        links = list_links_of(results.current_plan(), "rehearsal")
        ends = [(link.predecessor, link.successor) for link in links]
    assert ends == [("training", "rehearsal"), ("rehearsal", "cutover")]


def test_step_can_be_added_after_go_live(english):
    data = added(after="stabilisation", placing="asap")
    assert english.post(NEW, data=data).status_code == 303
    assert step(english, "rehearsal") == ("2w", "asap", "entered", "after")


def test_step_that_stands_alone_is_counted_back_from_go_live(english):
    assert english.post(NEW, data=added()).status_code == 303
    with english.application.app_context():
        evaluation = results.evaluation(results.current_plan())
        at = evaluation.schedule.activities["1516.rehearsal"]
        assert at.finish == evaluation.go_live("1516")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"kind": "limit"}, "Not a valid choice"),
        ({"kind": "milestone"}, "A milestone or limit takes no time"),
        ({"placing": "asap"}, "What comes before go-live is counted back"),
        ({"after": "nowhere"}, "Not a valid choice"),
        ({"name_en": "Training"}, "Another step has that name already."),
        (
            {"after": "cutover", "before": "planning-phase"},
            "These activities wait for each other",
        ),
    ],
)
def test_new_step_that_cannot_be_is_refused(english, given, told):
    response = english.post(NEW, data=added(**given), headers=HTMX)
    assert response.status_code == 422
    assert told in response.text
    assert step(english, "rehearsal") is None
    assert english.post(NEW, data=added(**given)).status_code == 422


def test_step_can_be_removed_with_its_links_and_brought_back(english):
    response = english.post("/template/steps/command-centre-planning/remove")
    assert response.status_code == 303
    assert step(english, "command-centre-planning") is None
    with english.application.app_context():
        assert not list_links_of(results.current_plan(), "command-centre-planning")
    told = english.get(response.location).text
    assert "“Planning the command centre” was removed from the template" in told
    english.post("/history/1/undo")
    assert step(english, "command-centre-planning") is not None
    with english.application.app_context():
        links = list_links_of(results.current_plan(), "command-centre-planning")
        assert len(links) == 2


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("go-live", "Go-live, the limits and what they are about"),
        ("option-limit", "Go-live, the limits and what they are about"),
        ("project-start", "Go-live, the limits and what they are about"),
        ("option-exercised", "Go-live, the limits and what they are about"),
        ("council-decision", "have reported on it. Withdraw the reports first."),
        ("stabilisation", "What a municipality pays and saves is counted from this"),
        ("legacy-closed", "What a municipality pays and saves is counted from this"),
        ("configure-and-test", "This step needs a national component."),
    ],
)
def test_step_that_is_needed_stays(english, key, told):
    assert told in english.get(f"/template/steps/{key}").text
    response = english.post(f"/template/steps/{key}/remove")
    assert response.status_code == 422
    assert told in response.text
    assert step(english, key) is not None


def test_components_that_need_a_step_are_named_with_the_way_to_them(english):
    html = english.get("/template/steps/configure-and-test").text
    removal = html[html.index('id="removal"') :]
    assert 'href="/preconditions/components/prescription-module"' in removal
    assert 'href="/preconditions/components/medication-list"' in removal


def test_what_moves_is_told_before_a_step_is_removed(english):
    told = text_of(english.get("/template/steps/command-centre").text)
    assert "“Stabilisation and optimisation” comes up to 28 days earlier." in told
    assert "What came after it then comes after what it followed itself." in told
    assert "Costs and benefits follow from these dates, and change with them." in told
    told = text_of(english.get("/template/steps/command-centre-planning").text)
    assert "Costs and benefits follow" not in told


def test_what_came_after_a_step_stays_after_go_live(english):
    english.post("/template/steps/command-centre/remove")
    with english.application.app_context():
        plan = results.current_plan()
        links = {(it.predecessor, it.successor) for it in list_links(plan)}
        activities = results.evaluation(plan).schedule.activities
        assert ("go-live", "stabilisation") in links
        assert ("wave-go-live", "stabilisation") in links
        go_live, after = (activities[f"1516.{it}"] for it in ("go-live", STABLE))
        assert after.start == go_live.finish
    english.post("/history/1/undo")
    with english.application.app_context():
        links = {(it.predecessor, it.successor) for it in list_links(plan)}
        assert ("go-live", "stabilisation") not in links


def test_unknown_step_is_not_found(client):
    assert client.get("/template/steps/nothing").status_code == 404
    assert client.post("/template/steps/nothing/remove").status_code == 404


def test_second_of_two_who_saw_the_same_is_told_of_the_first(client):
    client.post(TRAINING, data=sent(amount="14", seen="1"))
    late = sent(amount="12", seen="1")
    assert client.post(TRAINING, data=late, headers=HTMX).status_code == 409
    assert step(client)[0] == "14w"


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_only_the_office_changes_the_template(client, role):
    with client.session_transaction() as session:
        session["demonstration-role"] = role
    assert client.get("/template").status_code == 200
    assert client.get(NEW).status_code == 403
    assert client.post(TRAINING, data=sent(amount="14")).status_code == 403
    assert step(client)[0] == "10w"
