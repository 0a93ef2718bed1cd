"""Changing, adding and removing what depends on what."""

from dataclasses import replace

import pytest
from flask_babel import force_locale

from app.rollout.queries import list_links
from app.rollout.rules import refuse_template
from app.store import results
from app.store.names import names_for
from planning.durations import Duration, Unit

HTMX = {"HX-Request": "true"}
NEW = "/template/links/new"


def sent(**given):
    """A link as its form sends it."""
    return {"kind": "FS", "amount": "0", "unit": "d", **given}


def new(predecessor, successor, **given):
    return sent(predecessor=predecessor, successor=successor, **given)


def link(client, predecessor, successor):
    with client.application.app_context():
        return next(
            (
                (it.id, it.kind, it.lag, it.confidence)
                for it in list_links(results.current_plan())
                if (it.predecessor, it.successor) == (predecessor, successor)
            ),
            None,
        )


def url(client, predecessor, successor):
    return f"/template/links/{link(client, predecessor, successor)[0]}"


def test_form_holds_what_the_link_is(english):
    html = english.get(url(english, "project-start", "go-live")).text
    assert "“Go-live” after “Project start”" in html
    assert 'value="19"' in html
    assert '<option selected value="mo">' in html


def test_limit_can_be_counted_by_another_time(english):
    at = url(english, "option-limit", "go-live")
    response = english.post(at, data=sent(amount="10", unit="mo"))
    assert response.status_code == 303
    assert link(english, "option-limit", "go-live")[1:] == ("FS", "10mo", "entered")
    told = english.get(response.location).text
    assert "How “Go-live” depends on “Limit for taking up the option”" in told
    assert "47 municipalities, 47 deadlines" in told


def test_lag_may_be_negative(english):
    at = url(english, "training", "cutover")
    assert english.post(at, data=sent(amount="-2", unit="w")).status_code == 303
    assert link(english, "training", "cutover")[2] == "-2w"
    assert "−2 weeks" in english.get("/template").text


@pytest.mark.parametrize(
    ("ends", "given", "told"),
    [
        (("training", "cutover"), {"amount": ""}, "Give a whole number."),
        (("training", "cutover"), {"amount": "x"}, "Give a whole number."),
        (("training", "cutover"), {"kind": "XX"}, "Not a valid choice"),
        (
            ("training", "cutover"),
            {"amount": "9000", "unit": "mo"},
            "longer than ten years",
        ),
        (("option-limit", "go-live"), {}, "A limit is counted back from go-live"),
        (
            ("option-limit", "go-live"),
            {"kind": "SS", "amount": "12", "unit": "mo"},
            "A limit is counted back from go-live",
        ),
    ],
)
def test_link_that_cannot_be_is_refused_with_the_mend(english, ends, given, told):
    before = link(english, *ends)
    at = url(english, *ends)
    response = english.post(at, data=sent(**given), headers=HTMX)
    assert response.status_code == 422
    assert told in response.text
    assert link(english, *ends) == before
    assert "<html" in english.post(at, data=sent(**given)).text


def test_link_can_be_added_and_undone(english):
    data = new("service-agreement", "training", amount="2", unit="w")
    response = english.post(NEW, data=data)
    assert response.status_code == 303
    told = english.get(response.location).text
    assert "“Training” now depends on “Service agreement signed”" in told
    assert link(english, "service-agreement", "training")[1:] == (
        "FS",
        "2w",
        "entered",
    )
    english.post("/history/1/undo")
    assert link(english, "service-agreement", "training") is None


def test_cycle_is_refused_by_the_names_of_its_steps(english):
    response = english.post(NEW, data=new("cutover", "training"), headers=HTMX)
    assert response.status_code == 422
    assert "These activities wait for each other: Training → Manual" in response.text
    assert link(english, "cutover", "training") is None


@pytest.mark.parametrize(
    ("predecessor", "successor", "told"),
    [
        ("training", "training", "A step can&#39;t depend on itself."),
        ("training", "cutover", "The two are linked in that way already."),
        ("training", "nowhere", "There is no step called “nowhere”."),
        ("nowhere", "training", "There is no step called “nowhere”."),
        ("training", "", "There is no step called “”."),
        ("training", "wave-go-live", "The date of the wave depends on no step"),
        ("stabilisation", "go-live", "These activities wait for each other"),
    ],
)
def test_new_link_that_cannot_be_is_refused(english, predecessor, successor, told):
    response = english.post(NEW, data=new(predecessor, successor), headers=HTMX)
    assert response.status_code == 422
    assert told in response.text
    assert english.post(NEW, data=new(predecessor, successor)).status_code == 422


def test_steps_may_be_linked_in_another_way_too(client):
    assert (
        client.post(NEW, data=new("training", "cutover", kind="SS")).status_code == 303
    )


def test_link_cannot_become_one_that_is_there(english):
    english.post(NEW, data=new("training", "cutover", kind="SS"))
    at = url(english, "training", "cutover")
    response = english.post(at, data=sent(kind="SS"), headers=HTMX)
    assert response.status_code == 422
    assert "The two are linked in that way already." in response.text


def test_time_that_leads_out_of_the_calendar_is_refused(plan):
    evaluation = results.evaluation(plan)
    template = evaluation.snapshot.plan.template
    far = replace(template.activities[-1], duration=Duration(1000, Unit.MONTHS))
    longer = replace(template, activities=(*template.activities[:-1], far))
    with force_locale("en_GB"):
        told = refuse_template(evaluation, longer, names_for(plan, "en"))
    assert "archive deposited: its dates lead out of the calendar" in told


def test_link_can_be_removed(english):
    at = url(english, "training", "cutover")
    response = english.post(f"{at}/remove")
    assert response.status_code == 303
    told = english.get(response.location).text
    assert "“Manual conversion and cutover” no longer depends on “Training”" in told
    assert link(english, "training", "cutover") is None


def test_link_that_a_limit_is_counted_by_stays(english):
    at = url(english, "withdrawal-limit", "go-live")
    assert (
        "The limit is counted back from go-live by this link." in english.get(at).text
    )
    assert english.post(f"{at}/remove").status_code == 422
    assert link(english, "withdrawal-limit", "go-live") is not None


def test_step_that_is_linked_after_go_live_changes_sides(english):
    english.post(NEW, data=new("go-live", "service-agreement"))
    # It would have to come before and after the same day.
    assert link(english, "go-live", "service-agreement") is None
    at = url(english, "legacy-closed", "archive-extraction")
    english.post(f"{at}/remove")
    html = english.get("/template").text
    assert html.index('id="step-archive-extraction"') < html.index('id="steps-after"')


@pytest.mark.parametrize("link_id", ["0", "999999"])
def test_unknown_link_is_not_found(client, link_id):
    assert client.get(f"/template/links/{link_id}").status_code == 404
    assert client.post(f"/template/links/{link_id}/remove").status_code == 404


def test_only_the_office_changes_links(client):
    at = url(client, "training", "cutover")
    with client.session_transaction() as session:
        session["demonstration-role"] = "council"
    assert client.get(at).status_code == 403
    assert client.post(at, data=sent(amount="5")).status_code == 403
    assert client.post(NEW, data=new("training", "go-live")).status_code == 403


@pytest.mark.parametrize(
    "ends",
    [("command-centre", "stabilisation"), ("stabilisation", "legacy-closed")],
)
def test_link_that_holds_money_after_go_live_stays(english, ends):
    at = url(english, *ends)
    told = "steps that money is counted from come after go-live"
    assert told in english.get(at).text
    assert english.post(f"{at}/remove").status_code == 422
    english.post(NEW, data=new("go-live", ends[1]))
    assert english.post(f"{at}/remove").status_code == 303
    assert link(english, *ends) is None


def test_time_between_can_be_counted_outside_the_councils_recess(english):
    at = url(english, "training", "cutover")
    assert "Working days counted" in english.get(at).text
    said = sent(amount="10", unit="wd", calendar="council-recess")
    response = english.post(at, data=said)
    assert response.status_code == 303
    assert "outside the councils’ recess" in english.get(response.location).text
    told = "10 working days (outside the councils’ recess)"
    assert told in english.get("/template").text
    assert told in english.get("/template?step=cutover").text
    assert '<option selected value="council-recess">' in english.get(at).text


def test_a_new_link_can_have_a_calendar_too(english):
    given = new("training", "go-live", amount="5", unit="wd", calendar="go-live-freeze")
    assert english.post(NEW, data=given).status_code == 303
    told = "5 working days (outside periods without a go-live)"
    assert told in english.get("/template").text


@pytest.mark.parametrize(
    ("ends", "given", "told"),
    [
        (("training", "cutover"), {"unit": "w"}, "Only working days can be counted"),
        (("training", "cutover"), {"calendar": "moon"}, "Not a valid choice"),
        (("option-limit", "go-live"), {}, "A limit is counted on working days"),
    ],
)
def test_what_has_no_calendar_of_its_own_is_refused(english, ends, given, told):
    said = {"amount": "3", "unit": "wd", "calendar": "every-day", **given}
    response = english.post(url(english, *ends), data=sent(**said))
    assert response.status_code == 422
    assert told in response.text
    assert 'value="3"' in response.text
