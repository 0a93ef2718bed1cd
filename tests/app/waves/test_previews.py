"""What a move would come to, told before it is made."""

import pytest

from app.store import results
from tests.app.reading import HTMX, as_role, text_of

URL = "/waves/placements/preview"


def ask(client, *numbers, wave="K14"):
    query = {"number": list(numbers), "wave": wave}
    response = client.get(URL, query_string=query, headers=HTMX)
    assert response.status_code == 200
    assert "<html" not in response.text
    return text_of(response.text)


def test_limit_and_margin_of_the_wave_to_be_are_told(english):
    told = ask(english, "1516")
    assert "To K14: withdrawal limit 1 September 2024, margin" in told
    assert "3 deadlines" in told
    assert "the municipality is worse off by" in told
    assert "today’s systems cost" in told
    told = ask(english, "1516", wave="K15")
    assert "falls due in 2026 instead of 2025" in told


def test_it_tells_what_the_move_does(english):
    told = ask(english, "1516")
    done = english.post(
        "/waves/placements/1516", data={"wave": "K14"}, headers=HTMX
    ).text
    margin = told.partition("margin ")[2].partition(" days")[0]
    assert f"+{margin} days" in text_of(done)
    assert "3 deadlines" in text_of(done)


def test_nothing_is_written(english):
    ask(english, "1516")
    with english.application.app_context():
        assert results.revision() == 1
    assert english.get("/history/1").status_code == 404


def test_several_are_told_together(english):
    told = ask(english, "1516", "1554", wave="K15")
    assert "To K15: first withdrawal limit 1 March 2025, least margin" in told


def test_out_of_its_wave_there_is_no_date(english):
    told = ask(english, "1516", wave="")
    assert "Out of the wave: no dates, no margin" in told
    assert "1 new conflict" in told


@pytest.mark.parametrize(
    ("numbers", "wave", "told"),
    [
        (["1516"], "PD5", "PD5 is live already."),
        (["5001"], "K14", "Trondheim is live."),
        (["1516"], "K13", "It is in K13 already."),
        (["1516", "1515"], "K13", "They are all there already."),
        ([], "K13", "Choose the municipalities that are to be moved."),
    ],
)
def test_what_cannot_be_says_why(english, numbers, wave, told):
    assert told in ask(english, *numbers, wave=wave)


def test_no_wave_chosen_is_told_nothing(english):
    assert not ask(english, "1516", wave="-").strip()


def test_what_is_not_there_is_not_found(client):
    assert client.get(f"{URL}?number=0000&wave=K14").status_code == 404
    assert client.get(f"{URL}?number=1516&wave=K99").status_code == 404


def test_answers_are_kept_until_somebody_writes(english):
    first = ask(english, "1516")
    assert ask(english, "1516") == first
    english.post("/waves/K14/day", data={"day": "2025-12-01"})
    assert "1 November 2024" in ask(english, "1516")


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_only_the_office_asks(client, role):
    as_role(client, role)
    assert client.get(f"{URL}?number=1516&wave=K14").status_code == 403


def test_form_of_one_says_it_first_too(english):
    url, data = "/waves/placements/1516", {"wave": "K14", "try": "yes"}
    response = english.post(url, data=data)
    assert response.status_code == 200
    assert "To K14: withdrawal limit" in text_of(response.text)
    assert '<option selected value="K14">' in response.text
    assert english.get("/history/1").status_code == 404


@pytest.mark.parametrize(
    ("url", "data"),
    [
        ("/waves/placements/1516", {}),
        ("/waves/placements", {"number": "1516"}),
        ("/waves/placements", {"number": ["1516", "1515"]}),
    ],
)
def test_who_saw_an_older_plan_is_refused_before_the_move_as_by_it(english, url, data):
    with english.application.app_context():
        seen = results.revision()
    sent = {**data, "wave": "K15", "seen": str(seen)}
    assert english.post(url, data={**sent, "try": "yes"}).status_code == 200
    english.post("/waves/placements/1516", data={"wave": "K14"})
    assert english.post(url, data={**sent, "try": "yes"}).status_code == 409
    assert english.post(url, data=sent).status_code == 409
    assert "To K15: " in ask(english, "1516", wave="K15")
    fresh = {**sent, "seen": str(seen + 1), "try": "yes"}
    assert english.post(url, data=fresh).status_code == 200


@pytest.mark.parametrize(
    ("path", "data", "told"),
    [
        ("K13/day", {"day": "2025-10-01"}, "K13 moved 183 days later"),
        (
            "K13/window",
            {"first": "2025-10-01", "last": "2025-11-30"},
            "K13 moved 183 days later, to the window",
        ),
        (
            "K13/shift",
            {"amount": "6", "unit": "mo", "direction": "later"},
            "K13 moved 6 months later: 9 municipalities, 27 deadlines",
        ),
        (
            "delay",
            {"amount": "6", "unit": "mo", "direction": "later"},
            "The main project was delayed by 6 months: 47 municipalities",
        ),
    ],
)
def test_dates_are_tried_first_and_what_was_typed_stays(english, path, data, told):
    for headers in (HTMX, {}):
        response = english.post(
            f"/waves/{path}", data={**data, "try": "yes"}, headers=headers
        )
        assert response.status_code == 200
        assert ("<html" in response.text) == (not headers)
        assert "Not saved. It would be so:" in response.text
        assert told in text_of(response.text)
        typed = next(iter(data.values()))
        assert f'value="{typed}"' in response.text
        assert 'id="moved"' not in response.text
    assert english.get("/history/1").status_code == 404


def test_following_the_window_is_tried_first(english):
    english.post("/waves/K13/day", data={"day": "2025-10-01"})
    html = english.post("/waves/K13/day/clear", data={"try": "yes"}).text
    assert "K13 follows its window again and moved 183 days earlier" in html
    assert english.get("/history/2").status_code == 404
