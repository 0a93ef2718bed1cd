"""Forms and addresses that no page of ours has made."""

import pytest

from tests.app.reading import text_of

FAR = "9" * 20


@pytest.mark.parametrize(
    "path",
    [f"/history/{FAR}", f"/history/{FAR}/moved.csv", f"/template/links/{FAR}"],
)
def test_a_number_that_no_row_can_have_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("seen", ["", "x", "-1", "99"])
def test_a_form_that_does_not_say_what_was_seen_is_refused(english, seen):
    answer = english.post("/waves/K13/day", data={"day": "2025-10-01", "seen": seen})
    assert answer.status_code == 400
    assert "the form is incomplete" in text_of(answer.text)
    assert english.get("/history/1").status_code == 404


def test_who_has_no_wave_is_not_counted_as_planned(english):
    english.post("/waves/placements/1516", data={"wave": ""})
    told = "46 are planned, 1 without a wave."
    assert told in text_of(english.get("/waves").text)


def test_a_new_step_in_a_cycle_is_called_as_it_was_typed(english):
    answer = english.post(
        "/template/steps/new",
        data={
            "kind": "work",
            "name_nb": "Prøve",
            "name_en": "Rehearsal",
            "amount": "1",
            "unit": "w",
            "placing": "alap",
            "after": "go-live",
            "before": "training",
        },
    )
    assert answer.status_code == 422
    told = text_of(answer.text)
    assert "Rehearsal" in told.split("Nothing was saved")[1].split("Kind")[0]
