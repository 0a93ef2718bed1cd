"""Entering resources, what is asked for, what there is, and employees."""

import re

import pytest

from app.conflict_parts import conflict_id
from app.store import results
from planning.conflicts import Kind
from tests.app.capacity.sent import AT, demand, enter, resource_id, revision, supply
from tests.app.reading import HTMX, as_role, read, text_of


def facts(client):
    with client.application.app_context():
        return results.evaluation(results.current_plan()).snapshot.capacity


def overload(client):
    with client.application.app_context():
        found = results.evaluation(results.current_plan()).conflicts
        return next((it for it in found if it.kind is Kind.CAPACITY_EXCEEDED), None)


def test_what_is_entered_can_be_undone_and_stands_in_the_history(english):
    enter(english, "40")
    assert [it.amount for it in facts(english).supplies] == [4000]
    told = read(english, "/history/1")
    assert "It was entered what there is: “Trainers”" in told
    assert "how much" in told
    assert "1 January 2023" in told
    english.post("/history/1/undo")
    assert facts(english).supplies == ()


def test_an_entry_changes_and_goes(english):
    enter(english, "40")
    url = f"{AT}/supplies/1"
    sent = supply(english, "41,5", to_day="2025-12-31", is_assumed="y")
    answer = english.post(url, data=sent)
    assert answer.location.startswith(f"{AT}?resource=trainers")
    (now,) = facts(english).supplies
    assert (now.amount, now.is_assumed) == (4150, True)
    assert 'value="41.5"' in english.get(url).text
    assert "41.5 full-time persons from 1 January 2023 to" in read(english, AT)
    english.post(f"{url}/remove", data={"seen": revision(english)})
    assert facts(english).supplies == ()
    assert english.get(url).status_code == 404


def test_what_stays_the_same_is_no_change(english):
    enter(english, "40")
    before = revision(english)
    answer = english.post(f"{AT}/supplies/1", data=supply(english, "40"))
    assert answer.status_code == 303
    assert revision(english) == before


def test_what_is_asked_for_can_be_a_span_before_go_live(english):
    answer = english.post(f"{AT}/demands/new", data=demand(english))
    assert answer.status_code == 303
    told = read(english, AT)
    assert "0.5 per 1,000 inhabitants, for 8 weeks up to go-live" in told
    found = next(it for it in facts(english).demands if it.bound == "before")
    assert (found.amount, found.bound, str(found.length)) == (50, "before", "8w")
    assert found.step == ""
    assert not found.is_assumed


def test_employees_are_entered_where_something_is_asked_for_by_them(english):
    english.post(f"{AT}/demands/new", data=demand(english, per="employees"))
    told = read(english, AT)
    assert "Of 66 municipalities it is not entered how many employees" in told
    sent = {"seen": revision(english), "municipality": "1516", "employees": "420"}
    answer = english.post(f"{AT}/employees/new", data=sent)
    assert answer.status_code == 303
    assert facts(english).employees == {"1516": 420}
    told = read(english, AT)
    assert "Ulstein: 420 employees" in told
    assert "Of 65 municipalities it is not entered" in told


def test_a_resource_comes_and_goes_with_all_that_hangs_on_it(english):
    sent = {
        "seen": revision(english),
        "name_nb": "Testmiljøer",
        "name_en": "Test environments",
        "unit": "seats",
        "can_fail": "y",
    }
    assert english.post(f"{AT}/resources/new", data=sent).status_code == 303
    assert facts(english).resources[-1].key == "test-environments"
    id = resource_id(english, "test-environments")
    sent = demand(english, resource_id=id)
    assert english.post(f"{AT}/demands/new", data=sent).status_code == 303
    assert "Test environments" in read(english, AT, resource="test-environments")
    url = f"{AT}/resources/{id}/remove"
    assert english.post(url, data={"seen": revision(english)}).status_code == 303
    assert "test-environments" not in {it.resource for it in facts(english).demands}
    english.post("/history/3/undo")
    assert facts(english).demands[-1].resource == "test-environments"


@pytest.mark.parametrize(
    ("kind", "changed", "told"),
    [
        ("supplies", {"quantity": "1.234"}, "can’t be read as how much"),
        ("supplies", {"quantity": "-3"}, "can’t be read as how much"),
        ("supplies", {"quantity": "999999"}, "Give at most 100,000."),
        ("supplies", {"quantity": ""}, "Say how much; 0 for nothing."),
        ("supplies", {"from_day": ""}, "Give the first day."),
        ("supplies", {"from_day": "2203-01-01"}, "See whether the year is right."),
        ("supplies", {"to_day": "2022-12-31"}, "The last day can’t be before"),
        ("supplies", {"resource_id": "77"}, "Not a valid choice"),
        ("demands", {"length": ""}, "Say for how long"),
        ("demands", {"length": "121"}, "Say for how long"),
    ],
)
def test_what_can_t_be_is_refused_and_stays_as_typed(english, kind, changed, told):
    sent = (supply if kind == "supplies" else demand)(english, **changed)
    answer = english.post(f"{AT}/{kind}/new", data=sent)
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    for typed in filter(None, changed.values()):
        assert typed in answer.text or "resource_id" in changed
    assert facts(english).supplies == ()


def test_a_refusal_of_htmx_is_the_form_alone(english):
    sent = supply(english, "")
    answer = english.post(f"{AT}/supplies/new", data=sent, headers=HTMX)
    assert answer.status_code == 422
    assert "<html" not in answer.text
    assert answer.text.lstrip().startswith('<form id="entry-form"')


def test_who_was_not_first_is_told(english):
    enter(english, "40")
    late = supply(english, "50")
    english.post(f"{AT}/supplies/1", data=supply(english, "45"))
    answer = english.post(f"{AT}/supplies/1", data=late)
    assert answer.status_code == 409
    assert [it.amount for it in facts(english).supplies] == [4500]
    # What came from elsewhere is not kept to be sent with a click.
    assert 'value="50"' not in answer.text


def test_what_the_second_one_typed_can_be_sent_again(english):
    enter(english, "40")
    late = supply(english, "50")
    english.post(f"{AT}/supplies/1", data=supply(english, "45"))
    here = {"Sec-Fetch-Site": "same-origin"}
    told = english.post(f"{AT}/supplies/1", data=late, headers=here).text
    form = told[told.index('<form class="button-form"') :]
    fields = dict(re.findall(r'name="([^"]*)" value="([^"]*)"', form))
    assert fields["quantity"] == "50"
    again = english.post(f"{AT}/supplies/1", data=fields, headers=here)
    assert again.status_code == 303
    assert [it.amount for it in facts(english).supplies] == [5000]


def test_a_name_is_given_once_and_kinds_are_known(english):
    sent = {"seen": revision(english), "name_nb": "instruktører", "unit": "persons"}
    answer = english.post(f"{AT}/resources/new", data=sent)
    assert answer.status_code == 422
    assert "Another one has that name already." in answer.text
    assert english.get(f"{AT}/x/new").status_code == 404
    assert english.get(f"{AT}/supplies/99").status_code == 404


def test_councils_enter_nothing(english):
    answer = as_role(english, "council").post(f"{AT}/supplies/new", data={})
    assert answer.status_code == 403


def test_the_mend_shows_what_it_does_and_is_taken(english):
    enter(english, "60")
    found = overload(english)
    assert found is not None
    assert found.mend is not None
    url = f"/conflicts/{conflict_id(found)}/mend"
    told = read(english, url)
    assert "Not saved. It would be so:" in told
    assert "This conflict" in told


def test_a_move_tells_what_it_did_to_capacity(english):
    enter(english, "40")
    answer = english.post("/waves/K13/day", data={"day": "2025-11-22"})
    assert answer.status_code == 303
    told = read(english, answer.location)
    assert "Trainers: more is asked for than there is" in told
