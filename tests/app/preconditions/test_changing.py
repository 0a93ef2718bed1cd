"""Adding, changing and removing bindings, closed periods and components."""

from datetime import date

import pytest

from app.extensions import db
from app.preconditions.queries import get_row, list_member_rows
from app.store import results
from tests.app.preconditions.sent import (
    AT,
    JULY,
    LIST,
    NAMDAL,
    NEW_BINDING,
    NEW_COMPONENT,
    NEW_PERIOD,
    binding,
    component,
    period,
    revision,
)
from tests.app.reading import HTMX, read


def row(client, kind, key):
    with client.application.app_context():
        found = get_row(kind, key)
        db.session.expunge(found)
        return found


def members(client, key):
    with client.application.app_context():
        found = get_row("bindings", key)
        return {it.municipality for it in list_member_rows(found.id)}


def conflicts(client, kind):
    with client.application.app_context():
        found = results.evaluation(results.current_plan()).conflicts
        return [it for it in found if it.kind == kind]


def test_a_binding_is_added_and_can_be_undone(english):
    answer = english.post(NEW_BINDING, data=binding())
    assert answer.status_code == 303
    assert answer.location == f"{AT}?moved=1#moved"
    told = read(english, answer.location)
    assert "The binding “Felles legevakt på Søre Sunnmøre” was added" in told
    assert "By Programme office (demonstration), 1 December 2023" in told
    assert "Entered" in told
    key = "felles-legevakt-pa-sore-sunnmore"
    assert members(english, key) == {"1516", "1517"}
    added = row(english, "bindings", key)
    assert (added.kind, added.confidence) == ("shared-out-of-hours", "entered")
    assert added.note == {"en": "Avtale av 2019"}
    english.post("/history/1/undo")
    assert english.get(f"{AT}/bindings/{key}").status_code == 404
    assert len(members(english, "namdal-2020")) == 12


def test_a_binding_over_two_waves_is_told_at_once(english):
    before = len(conflicts(english, "binding-broken"))
    answer = english.post(NEW_BINDING, data=binding(members=["1516", "5007"]))
    assert len(conflicts(english, "binding-broken")) == before + 1
    assert "1 new conflict" in read(english, answer.location)


def test_the_members_of_a_binding_change_and_the_others_keep_their_rows(english):
    with english.application.app_context():
        found = get_row("bindings", "namdal-2020")
        before = {it.municipality: it.id for it in list_member_rows(found.id)}
    kept = sorted(before)[2:]
    data = binding(name_nb="Namdalen", kind="joint-wish", members=[*kept, "1516"])
    assert english.post(NAMDAL, data=data).status_code == 303
    assert members(english, "namdal-2020") == {*kept, "1516"}
    with english.application.app_context():
        rows = list_member_rows(get_row("bindings", "namdal-2020").id)
        assert {it.id for it in rows if it.municipality in kept} == {
            before[it] for it in kept
        }
    english.post("/history/1/undo")
    assert members(english, "namdal-2020") == set(before)


def test_what_is_changed_is_the_offices_own(english):
    english.post(LIST, data=component(is_late="y", note="Brev"))
    changed = row(english, "components", "medication-list")
    assert (changed.confidence, changed.source, changed.reference) == (
        "entered",
        "",
        "",
    )
    assert changed.note == {"en": "Brev"}


def test_the_same_again_is_no_change(english):
    form = english.get(JULY).text
    note = row(english, "periods", "july").note["en"]
    assert note in form
    data = period(
        name_nb="Juli",
        name_nn="Juli",
        name_en="July",
        first_day="1",
        first_month="7",
        last_day="31",
        last_month="7",
        is_council_recess="y",
        note=note,
    )
    answer = english.post(JULY, data=data)
    assert answer.location == f"{AT}#periods"
    assert "Nothing was changed: it was so already." in read(english, AT)
    assert row(english, "periods", "july").confidence == "assumed"


def test_a_period_may_run_over_new_year(english):
    data = period(first_month="12", first_day="27", last_month="1", last_day="2")
    assert english.post(NEW_PERIOD, data=data).status_code == 303
    added = row(english, "periods", "easter")
    assert (added.first_month, added.first_day) == (12, 27)
    assert (added.last_month, added.last_day) == (1, 2)
    assert "27 December–2 January" in read(english, AT)


def test_a_period_closes_the_days_of_a_wave_and_undo_opens_them(english):
    before = len(conflicts(english, "go-live-in-closed-period"))
    answer = english.post(NEW_PERIOD, data=period())
    # K12 and K14 lie in autumn; K13 and K15 are reckoned from 1 April.
    after = len(conflicts(english, "go-live-in-closed-period"))
    assert after > before
    assert "new conflict" in read(english, answer.location)
    english.post("/history/1/undo")
    assert len(conflicts(english, "go-live-in-closed-period")) == before


def test_a_component_gets_a_window_and_is_delivered_later(english):
    data = component(expected_first="1.9.2025", expected_last="2025-11-30")
    assert english.post(LIST, data=data).status_code == 303
    changed = row(english, "components", "medication-list")
    assert (changed.expected_first, changed.expected_last, changed.precision) == (
        date(2025, 9, 1),
        date(2025, 11, 30),
        "window",
    )
    assert not changed.is_late
    told = read(english, AT)
    assert "September – November 2025" in told
    assert "Comes too late" in told
    english.post(LIST, data=component(is_delivered="y"))
    delivered = row(english, "components", "medication-list")
    assert (delivered.is_delivered, delivered.expected_last) == (True, None)
    assert "Delivered" in read(english, AT)


def test_a_component_whose_day_has_passed_is_overdue(english):
    english.post(LIST, data=component(expected_last="2023-10-31"))
    assert "Overdue" in read(english, AT)
    told = read(english, "/conflicts", kind="component-late")
    assert "was expected on 31 October 2023. That day has passed" in told


def test_one_day_alone_is_both(english):
    data = component(
        name_nb="Ny komponent",
        name_nn="",
        name_en="New one",
        expected_last="2030-01-01",
    )
    assert english.post(NEW_COMPONENT, data=data).status_code == 303
    added = row(english, "components", "new-one")
    assert (added.expected_first, added.precision) == (date(2030, 1, 1), "day")


@pytest.mark.parametrize("url", [NAMDAL, JULY, LIST])
def test_what_is_removed_can_be_brought_back(english, url):
    kind, key = url.split("/")[2:]
    before = members(english, key) if kind == "bindings" else None
    answer = english.post(f"{url}/remove")
    assert answer.status_code == 303
    assert english.get(url).status_code == 404
    assert "was removed" in read(english, answer.location)
    english.post("/history/1/undo")
    assert english.get(url).status_code == 200
    assert before is None or members(english, key) == before


def test_the_second_of_two_is_told_of_the_first(english):
    seen = revision(english)
    english.post(JULY, data=period(name_nb="Sommer", name_en="Summer", seen=seen))
    late = english.post(JULY, data=period(seen=seen), headers=HTMX)
    assert late.status_code == 409
    assert row(english, "periods", "july").names["en"] == "Summer"
    assert english.post(f"{JULY}/remove", data={"seen": seen}).status_code == 409


@pytest.mark.parametrize("first", [["1516", "1517", "1520"], ["1516", "1520"]])
def test_members_that_came_or_went_in_the_meantime_are_a_clash(english, first):
    english.post(NEW_BINDING, data=binding())
    url = f"{AT}/bindings/felles-legevakt-pa-sore-sunnmore"
    seen = revision(english)
    english.post(url, data=binding(members=first, seen=seen))
    late = english.post(url, data=binding(note="Ny", seen=seen), headers=HTMX)
    assert late.status_code == 409
    assert members(english, "felles-legevakt-pa-sore-sunnmore") == set(first)


def test_without_javascript_the_answer_is_a_redirect_with_it_the_same(english):
    answer = english.post(NEW_PERIOD, data=period(), headers=HTMX)
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == f"{AT}?moved=1#moved"


def test_councils_may_meet_while_nobody_goes_live(english):
    assert "the councils don’t meet then either" in read(english, AT)
    english.post(NEW_PERIOD, data=period())
    assert not row(english, "periods", "easter").is_council_recess
    at = f"{AT}/periods/easter"
    answer = english.post(at, data=period(seen="2", is_council_recess="y"))
    assert answer.status_code == 303
    assert row(english, "periods", "easter").is_council_recess
