"""Several municipalities are moved together: one change, one undo, one clash."""

import pytest

from app.store import results
from app.waves import commands
from app.waves.queries import find_wave, get_placement
from tests.app.reading import HTMX, as_role, text_of

URL = "/waves/placements"
ULSTEIN, HEROY, AVEROY = "1516", "1515", "1554"
LARGEST_ANSWER = 50_000


def wave_of(client, number=ULSTEIN):
    with client.application.app_context():
        return results.evaluation(results.current_plan()).wave_of(number)


def sent(*numbers, wave="K14", **more):
    return {"number": list(numbers), "wave": wave, **more}


def test_without_javascript_they_are_moved_in_one_change(english):
    response = english.post(URL, data=sent(ULSTEIN, AVEROY))
    assert response.status_code == 303
    assert response.location == "/waves?moved=1#moved"
    assert (wave_of(english), wave_of(english, AVEROY)) == ("K14", "K14")
    told = text_of(english.get("/waves?moved=1").text)
    assert "Averøy and Ulstein moved to K14: 6 deadlines" in told


def test_they_are_undone_in_one(english):
    english.post(URL, data=sent(ULSTEIN, AVEROY))
    english.post("/history/1/undo")
    assert (wave_of(english), wave_of(english, AVEROY)) == ("K13", "K12")


def test_answer_holds_the_column_that_they_left_and_the_one_they_came_to(english):
    data = sent(ULSTEIN, HEROY, board="1", seen="1")
    html = english.post(URL, data=data, headers=HTMX).text
    assert "<html" not in html
    for code in ("K13", "K14"):
        assert f'id="wave-{code}"' in html
    assert 'id="wave-K12"' not in html
    assert 'id="board-bar"' in html
    assert len(html.encode()) < LARGEST_ANSWER


def test_board_of_which_most_has_changed_is_fetched_anew(english):
    data = sent(ULSTEIN, AVEROY, "5031", board="1", seen="1")
    html = english.post(URL, data=data, headers=HTMX).text
    assert 'hx-get="/waves" hx-trigger="load"' in html
    assert 'id="wave-K13"' not in html


def test_board_that_somebody_else_has_changed_is_fetched_anew(english):
    english.post(f"{URL}/1520", data={"wave": "K15"})
    late = {"board": "1", "seen": "1"}
    html = english.post(URL, data=sent(ULSTEIN, **late), headers=HTMX).text
    assert 'hx-get="/waves" hx-trigger="load"' in html
    assert 'id="wave-K13"' not in html


def test_those_who_are_there_already_are_no_part_of_it(english):
    english.post(f"{URL}/{AVEROY}", data={"wave": "K14"})
    response = english.post(URL, data=sent(ULSTEIN, AVEROY))
    told = text_of(english.get(response.location).text)
    assert "Ulstein moved to K14" in told


def test_they_can_be_taken_out_of_their_waves(english):
    english.post(URL, data=sent(ULSTEIN, AVEROY, wave=""))
    assert (wave_of(english), wave_of(english, AVEROY)) == (None, None)
    told = text_of(english.get("/waves?moved=1").text)
    assert "Averøy and Ulstein no longer in any wave" in told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (sent(wave="K14"), "Choose the municipalities that are to be moved."),
        (sent(ULSTEIN, wave="-"), "Choose the wave that they are to be in."),
        ({"number": [ULSTEIN]}, "Choose the wave that they are to be in."),
        (sent("0000"), "No municipality has the number “0000”."),
        (sent(ULSTEIN, "5001"), "Trondheim is live. What has happened"),
        (sent(ULSTEIN, wave="K99"), "There is no wave called “K99”."),
        (sent(ULSTEIN, wave="PD5"), "PD5 is live already."),
        (sent(ULSTEIN, wave="KI3"), "It is in K13 already."),
        (sent(ULSTEIN, HEROY, wave="K13"), "They are all in K13 already."),
    ],
)
def test_what_cannot_be_is_refused_and_the_choice_kept(english, data, told):
    response = english.post(URL, data=data)
    assert response.status_code == 422
    assert told in text_of(response.text)
    chosen = response.text.count(" checked>")
    assert chosen == len([it for it in data["number"] if it in {ULSTEIN, HEROY}])
    assert wave_of(english) == "K13"
    fragment = english.post(URL, data=data, headers=HTMX)
    assert fragment.status_code == 422
    assert "<html" not in fragment.text
    assert told in text_of(fragment.text)


def test_it_is_tried_first_with_nothing_saved(english):
    response = english.post(URL, data=sent(ULSTEIN, HEROY, **{"try": "yes"}))
    told = text_of(response.text)
    assert response.status_code == 200
    assert "To K14: first withdrawal limit 1 September 2024, least margin" in told
    assert response.text.count(" checked>") == 2
    assert '<option selected value="K14">' in response.text
    assert wave_of(english) == "K13"
    assert english.get("/history/1").status_code == 404


def test_one_clash_is_looked_for_over_all_of_them(english):
    english.post(f"{URL}/{HEROY}", data={"wave": "K15", "seen": "1"})
    response = english.post(URL, data=sent(ULSTEIN, HEROY, seen="1"), headers=HTMX)
    assert response.status_code == 409
    assert (wave_of(english), wave_of(english, HEROY)) == ("K13", "K15")


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_only_the_office_moves_several(client, role):
    as_role(client, role)
    assert client.post(URL, data=sent(ULSTEIN)).status_code == 403
    assert wave_of(client) == "K13"


def test_history_finds_it_by_whom_and_by_wave(english):
    english.post(URL, data=sent(ULSTEIN, AVEROY))
    for query in ("municipality=1516", "municipality=1554", "wave=K12", "wave=K14"):
        told = text_of(english.get(f"/history?{query}").text)
        assert "Averøy and Ulstein moved to K14" in told, query
    for query in ("municipality=1520", "wave=K11"):
        told = text_of(english.get(f"/history?{query}").text)
        assert "Averøy and Ulstein moved to K14" not in told, query


def test_history_on_both_databases(any_app, any_plan, office):
    rows = [get_placement(any_plan, it) for it in (ULSTEIN, AVEROY)]
    wave = find_wave(any_plan, "K14")
    change = commands.move_several(any_plan, rows, wave, by=office)
    assert change is not None
    assert change.values["waves"] == ["K12", "K13"]
    client = any_app.test_client()
    client.environ_base["HTTP_HOST"] = "localhost"
    assert "K14" in client.get("/history?municipality=1516").text
    assert "/history/1" in client.get("/history?wave=K12").text
    assert "/history/1" not in client.get("/history?wave=K11").text


def test_its_page_and_files_can_be_read(english):
    english.post(URL, data=sent(ULSTEIN, AVEROY))
    told = text_of(english.get("/history/1").text)
    assert "Averøy and Ulstein moved to K14" in told
    for name in ("moved", "conflicts", "money"):
        assert english.get(f"/history/1/{name}.csv").status_code == 200


def test_command_refuses_what_no_form_lets_through(plan, office):
    rows = [get_placement(plan, it) for it in (ULSTEIN, "5001")]
    with pytest.raises(ValueError, match="5001"):
        commands.move_several(plan, rows, find_wave(plan, "K14"), by=office)
    with pytest.raises(ValueError, match="PD5"):
        commands.move_several(plan, rows[:1], find_wave(plan, "PD5"), by=office)


def test_the_largest_answers_are_small(english):
    move = {"wave": "K14", "board": "1", "seen": "1"}
    html = english.post(f"{URL}/{AVEROY}", data=move, headers=HTMX).text
    assert 'id="wave-K12"' in html
    assert 'id="wave-K14"' in html
    assert len(html.encode()) < LARGEST_ANSWER
    delay = {"amount": "6", "unit": "mo", "direction": "later"}
    html = english.post("/waves/delay", data=delay, headers=HTMX).text
    assert len(html.encode()) < LARGEST_ANSWER
    assert 'id="delay-form"' in html
