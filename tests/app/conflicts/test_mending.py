"""The nearest mend: what it does is shown before it is taken; then it is taken."""

import re

import pytest

from app.conflict_parts import conflict_id
from app.store import results
from planning.conflicts import Kind, MendKind
from tests.app.reading import HTMX, as_role, hidden, part, read, text_of


def find(app, kind, about="1554"):
    """The conflict of a kind that is about a municipality or a wave."""
    with app.app_context():
        found = results.evaluation(results.current_plan()).conflicts
        return next(
            it for it in found if it.kind is kind and about in it.concerns[0].split(".")
        )


def mend_of(app, kind, about="1554"):
    return f"/conflicts/{conflict_id(find(app, kind, about))}/mend"


def wave_of(app, number):
    with app.app_context():
        return results.evaluation(results.current_plan()).wave_of(number)


def shown(html):
    """What a form sends back of what it shows."""
    return {name: hidden(html, name) for name in ("seen", "shown", "back")}


@pytest.fixture
def averoy(app):
    """The address of the mend of Averøy's no: to move it to K13."""
    return mend_of(app, Kind.COUNCIL_DECLINED)


def test_what_it_does_is_shown_and_nothing_is_done(english, app, averoy):
    told = read(english, averoy)
    assert "Not saved. It would be so:" in told
    assert "Averøy moved from K12 to K13: 1 municipality" in told
    assert "Do it" in told
    assert "Leave it" in told
    assert wave_of(app, "1554") == "K12"


def test_what_becomes_of_the_conflict_itself_is_told_first(english, app, averoy):
    told = read(english, averoy)
    begins = told.index("Not saved. It would be so:")
    fate = told.index("This conflict becomes a warning: The council of Averøy")
    assert begins < fate < told.index("Averøy moved from K12 to K13: 1 municipality")


def test_a_conflict_that_the_mend_solves_goes_away(english, app):
    english.post("/waves/K13/day", data={"day": "2025-07-10"})
    url = mend_of(app, Kind.GO_LIVE_IN_CLOSED_PERIOD, "K13")
    assert "This conflict goes away." in read(english, url)


def test_htmx_is_answered_with_the_form_alone(english, averoy):
    answer = english.get(averoy, headers=HTMX)
    assert "<html" not in answer.text
    assert "hx-post" in answer.text
    assert "data-focus" in answer.text
    assert len(answer.data) < 8_000


def test_it_is_taken_and_the_page_it_came_from_tells_what_moved(english, app, averoy):
    sent = shown(english.get(f"{averoy}?back=/municipalities/1554").text)
    answer = english.post(averoy, data=sent)
    assert answer.status_code == 303
    assert answer.location.startswith("/municipalities/1554?moved=")
    assert wave_of(app, "1554") == "K13"
    page = english.get(answer.location).text
    assert "Averøy moved from K12 to K13" in text_of(page)
    undo = re.search(r'action="(/history/\d+/undo)"', page)
    english.post(undo[1])
    assert wave_of(app, "1554") == "K12"


@pytest.mark.parametrize("origin", ["/", "/waves/K12"])
def test_a_page_that_lists_conflicts_is_come_back_to(english, app, averoy, origin):
    lists = english.get(origin).text
    way = re.search(rf'href="({re.escape(averoy)}[^"]*)"', lists)[1]
    answer = english.post(averoy, data=shown(english.get(way).text))
    assert answer.location.startswith(f"{origin}?moved=")
    page = english.get(answer.location).text
    assert "Averøy moved from K12 to K13" in text_of(part(page, "moved"))


def test_what_is_shown_is_what_comes_of_it(english, averoy):
    html = english.get(averoy).text
    promised = re.search(r'class="tried__summary">([^<]+)<', html)[1]
    answer = english.post(averoy, data=shown(html))
    assert promised in english.get(answer.location).text


def test_with_htmx_the_browser_is_sent_on(english, averoy):
    answer = english.post(averoy, data=shown(english.get(averoy).text), headers=HTMX)
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].startswith("/conflicts?moved=")


def test_it_goes_nowhere_but_to_our_own_pages(english, averoy):
    sent = shown(english.get(averoy).text)
    answer = english.post(averoy, data={**sent, "back": "https://elsewhere.example/"})
    assert answer.location.startswith("/conflicts?moved=")
    html = english.get(f"{averoy}?back=//elsewhere.example").text
    assert hidden(html, "back") == ""


def test_a_mend_that_has_changed_is_shown_anew_and_not_taken(english, app, averoy):
    sent = shown(english.get(averoy).text)
    answer = english.post(averoy, data={**sent, "shown": "move-to-wave K15 1554"})
    assert answer.status_code == 422
    assert "has changed since you opened this" in text_of(answer.text)
    assert hidden(answer.text, "shown") == "move-to-wave K13 1554"
    assert wave_of(app, "1554") == "K12"


def test_who_has_been_moved_meanwhile_is_not_moved_again(english, app, averoy):
    sent = shown(english.get(averoy).text)
    english.post("/waves/placements/1554", data={"wave": "K14"})
    english.post("/waves/placements/1554", data={"wave": "K12"})
    answer = english.post(averoy, data=sent)
    assert answer.status_code == 409
    assert wave_of(app, "1554") == "K12"


def test_what_a_change_no_longer_mends_is_told(english, averoy):
    sent = shown(english.get(averoy).text)
    english.post("/waves/placements/1554", data={"wave": "K13"})
    # The no stands, but now there is time: the council has to decide anew.
    told = read(english, averoy)
    assert "No single change mends it any more" in told
    assert "Do it" not in told
    answer = english.post(averoy, data=sent)
    assert answer.status_code == 422
    assert "No single change mends it any more" in text_of(answer.text)


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_nothing_mends_is_told_in_place_and_on_a_page(english, app, headers):
    with app.app_context():
        found = results.evaluation(results.current_plan()).conflicts
        without = [conflict_id(it) for it in found if it.mend is None]
    assert without
    for url in (f"/conflicts/{id}/mend" for id in without):
        answer = english.get(url, headers=headers)
        assert answer.status_code == 200
        assert "No single change mends it any more" in text_of(answer.text)
        assert english.post(url, headers=headers).status_code == 422


def test_what_is_refused_shows_the_conflict_as_it_is_now(english, averoy):
    """The sentence and the mend above the form come in the same answer."""
    sent = shown(english.get(averoy).text)
    english.post("/waves/placements/1554", data={"wave": "K14"})
    answer = english.post(averoy, data=sent, headers=HTMX)
    assert answer.status_code == 422
    id = averoy.split("/")[2]
    now = re.search(rf'id="told-{id}" hx-swap-oob="true">([^<]+)<', answer.text)[1]
    assert now in english.get(f"/conflicts/{id}").text
    assert f'id="severity-{id}" hx-swap-oob="true"' in answer.text
    assert f'id="mend-told-{id}" class="mend-told" hx-swap-oob="true"' in answer.text
    assert f'<a href="/conflicts/{id}">Open the conflict</a>' in answer.text


def test_a_mend_that_somebody_has_taken_is_done_already(english, averoy):
    sent = shown(english.get(averoy).text)
    english.post("/waves/placements/1554", data={"wave": "K13"})
    answer = english.post(averoy, data=sent, headers=HTMX)
    assert answer.status_code == 422
    assert "It is done already: Averøy is in K13." in text_of(answer.text)
    assert "Do it" not in answer.text


def test_what_somebody_has_solved_is_told_in_place(english, app):
    english.post("/waves/K13/day", data={"day": "2025-07-10"})
    url = mend_of(app, Kind.GO_LIVE_IN_CLOSED_PERIOD, "K13")
    sent = shown(english.get(url).text)
    english.post("/waves/K13/day", data={"day": "2025-06-30"})
    answer = english.post(url, data=sent, headers=HTMX)
    assert answer.status_code == 422
    assert "<html" not in answer.text
    told = text_of(answer.text)
    assert "It is done already: K13 goes live on 30 June 2025." in told
    assert 'href="/conflicts"' in answer.text
    english.post("/waves/K13/day/clear")
    told = text_of(english.post(url, data=sent, headers=HTMX).text)
    assert "It is done already" not in told
    assert "The plan has no such conflict now" in told


def test_a_conflict_that_is_gone_has_no_mend(english, app):
    english.post("/waves/K13/day", data={"day": "2025-07-10"})
    url = mend_of(app, Kind.GO_LIVE_IN_CLOSED_PERIOD, "K13")
    sent = shown(english.get(url).text)
    english.post("/waves/K13/day/clear")
    assert english.get(url).status_code == 404
    answer = english.post(url, data=sent)
    assert answer.status_code == 404
    assert "No longer a conflict" in text_of(answer.text)


def test_who_has_no_say_in_the_plan_reads_the_sentence_alone(english, averoy):
    council = as_role(english, "council")
    told = read(council, "/municipalities/1554")
    assert "Move Averøy to K13" in told
    assert "See what this does" not in told
    assert council.get(averoy).status_code == 403
    assert council.post(averoy).status_code == 403


def test_every_mend_that_is_one_command_can_be_tried(english, app):
    with app.app_context():
        found = results.evaluation(results.current_plan()).conflicts
        kinds = {conflict_id(it): it.mend.kind for it in found if it.mend}
    page = english.get("/conflicts").text
    moving = {MendKind.MOVE_TO_WAVE, MendKind.MOVE_TOGETHER}
    assert moving & set(kinds.values())
    for id, kind in kinds.items():
        url = f"/conflicts/{id}/mend"
        assert (url in page) == (kind in moving)
        assert ("Do it" in read(english, url)) == (kind in moving)


def test_several_are_moved_together_in_one_change(english, app):
    """Grong and Leka apart from the others of Namdal come back in one change."""
    for number in ("5045", "5052"):
        english.post(f"/waves/placements/{number}", data={"wave": "K15"})
    with app.app_context():
        before = results.revision()
        found = results.evaluation(results.current_plan()).conflicts
        several = next(it for it in found if it.mend and it.mend.value.count(",") == 1)
    url = f"/conflicts/{conflict_id(several)}/mend"
    assert "Grong and Leka moved to K14" in read(english, url)
    assert english.post(url, data=shown(english.get(url).text)).status_code == 303
    assert wave_of(app, "5045") == wave_of(app, "5052") == "K14"
    with app.app_context():
        assert results.revision() == before + 1


def test_the_day_of_a_wave_is_set(english, app):
    english.post("/waves/K13/day", data={"day": "2025-07-10"})
    url = mend_of(app, Kind.GO_LIVE_IN_CLOSED_PERIOD, "K13")
    told = read(english, url)
    assert "Set K13 to 30 June 2025" in told
    assert "Not saved. It would be so" in told
    assert english.post(url, data=shown(english.get(url).text)).status_code == 303
    assert "Set by the programme office" in read(english, "/waves/K13")
