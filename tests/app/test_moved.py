"""What moved with a change: the sentence after it, and the whole list."""

from datetime import date

import pytest
from flask_babel import force_locale

from app.moved import find_moved_part, moved_dates, moved_part, moved_sentence
from app.store.names import names_for
from app.store.tables import ChangeRow
from app.waves import commands
from app.waves.queries import find_wave, get_placement
from tests.builders import ULSTEIN


@pytest.fixture
def names(plan):
    with force_locale("en_GB"):
        yield names_for(plan, "en")


@pytest.fixture
def in_request(app, plan):
    """Addresses are made inside a request."""
    with app.test_request_context(), force_locale("en_GB"):
        yield


def move_k13(plan, office):
    return commands.set_day(plan, find_wave(plan, "K13"), date(2025, 10, 1), by=office)


def group(dates, key):
    return next(it for it in dates.groups if it.key == key)


def row(dates, key, what):
    return next(it for it in group(dates, key).rows if it.what == what)


def test_sentence_counts_what_moved(plan, office, names):
    told = moved_sentence(move_k13(plan, office), names)
    assert told == (
        "K13 moved 183 days later, to 1 October 2025: 9 municipalities, 27 deadlines."
    )


def test_sentence_says_where_nothing_moved(plan, office, names):
    change = commands.set_day(plan, find_wave(plan, "K13"), date(2025, 4, 1), by=office)
    told = moved_sentence(change, names)
    assert told == "K13 is set to 1 April 2025. No dates moved."


def test_a_warning_says_what_silence_is_taken_for(plan, office, names, in_request):
    soon = date(2023, 12, 15)
    change = commands.set_day(plan, find_wave(plan, "K15"), soon, by=office)
    part = moved_part(change, names, user=office)
    assert part.kind == "warning"
    assert part.presumed == (
        "144 steps are now presumed to have been done or begun before the status "
        "date, although nobody has reported them."
    )
    assert moved_dates(change, names).presumed == part.presumed


def test_nothing_is_warned_of_where_nothing_is_presumed(names, in_request, office):
    older = ChangeRow(id=1, what="waves.date-cleared", values={"wave": "K13"}, moved={})
    assert moved_part(older, names, user=office).presumed == ""


def test_margins_count_where_no_date_moved(names):
    change = ChangeRow(
        what="waves.date-cleared",
        values={"wave": "K13"},
        moved={"margins": [{"municipality": "1516", "before": 1, "after": 2}]},
    )
    assert moved_sentence(change, names).endswith(": 1 changed margin.")


def test_part_leads_to_the_list_and_back(plan, office, names, in_request):
    part = moved_part(move_k13(plan, office), names, user=office, back="/waves/K13")
    assert part.kind == "success"
    assert part.list_url == "/history/1"
    assert part.undo_url == "/history/1/undo"
    assert part.back == "/waves/K13"


def test_part_offers_no_more_than_the_user_may(
    plan, office, council, names, in_request
):
    part = moved_part(move_k13(plan, office), names, user=council)
    assert part.list_url == "/history/1"
    assert part.undo_url == ""


def test_part_of_no_change_says_so(office, names, in_request):
    part = moved_part(None, names, user=office)
    assert part.sentence == "Nothing was changed: it was so already."
    assert (part.list_url, part.undo_url) == ("", "")


def test_part_names_the_first_new_conflicts(office, names, in_request):
    conflicts = [
        {
            "kind": "margin-negative",
            "severity": "error",
            "concerns": [f"{number}.go-live"],
            "days": 5,
        }
        for number in ("1514", "1515", "1516", "1517", "1520", "1525", "1528")
    ]
    change = ChangeRow(
        id=1,
        what="waves.shifted",
        values={"wave": "K13", "by": "-6mo"},
        moved={"conflicts_new": conflicts},
    )
    part = moved_part(change, names, user=office)
    assert part.kind == "warning"
    assert len(part.conflicts) == 5
    assert (
        part.conflicts[2]
        == "Ulstein can go live 5 days after its wave at the earliest."
    )
    assert part.further_conflicts == "and 2 more"


@pytest.mark.parametrize("named", ["", "0", "x", "-1", "²", "9999999999999"])
def test_address_may_name_no_change(office, names, in_request, named):
    assert find_moved_part(named, names, user=office) is None


def test_list_stands_in_groups_with_the_waves_first(plan, office, names):
    dates = moved_dates(move_k13(plan, office), names)
    assert dates.groups[0].heading == "Waves"
    assert len(dates.groups) == 10
    assert group(dates, ULSTEIN).heading == "Ulstein"


def test_list_tells_before_after_and_how_far(plan, office, names):
    limit = row(moved_dates(move_k13(plan, office), names), ULSTEIN, "Project start")
    assert (limit.before, limit.after, limit.days) == ("1 Sept 2023", "1 Mar 2024", 182)


def test_list_shows_the_last_day_of_work(plan, office, names):
    phase = row(moved_dates(move_k13(plan, office), names), ULSTEIN, "Planning phase")
    assert phase.before.endswith("2024")
    assert "–" in phase.before


def test_list_says_because_of_what(plan, office, names):
    dates = moved_dates(move_k13(plan, office), names)
    assert row(dates, "wave", "K13").because == "Moved by the change itself"
    assert row(dates, ULSTEIN, "Go-live").because == "Follows “Wave K13”"
    told = row(dates, ULSTEIN, "Project start").because
    assert told == "Follows “Go-live”; “Wave K13” was the first to move"


def test_list_of_a_municipality_that_moved_names_its_wave(plan, office, names):
    change = commands.move(
        plan, get_placement(plan, ULSTEIN), find_wave(plan, "K14"), by=office
    )
    dates = moved_dates(change, names)
    assert [it.key for it in dates.groups] == [ULSTEIN]
    assert row(dates, ULSTEIN, "Go-live").because == "Follows its wave"


def test_list_tells_what_came_and_went(plan, office, names):
    placement = get_placement(plan, ULSTEIN)
    gone = moved_dates(commands.move(plan, placement, None, by=office), names)
    assert row(gone, ULSTEIN, "Go-live").because == "No longer in the plan"
    assert row(gone, ULSTEIN, "Go-live").after == ""
    assert gone.conflicts_new == ("Ulstein is in no wave.",)
    back = commands.move(plan, placement, find_wave(plan, "K13"), by=office)
    come = moved_dates(back, names)
    assert row(come, ULSTEIN, "Go-live").because == "New in the plan"
    assert row(come, ULSTEIN, "Go-live").before == ""
    assert come.conflicts_gone == ("Ulstein is in no wave.",)


def test_trusts_and_the_programme_have_groups_of_their_own(names):
    def moved(id, owner, owner_id, key):
        return {
            "id": id,
            "owner": owner,
            "owner_id": owner_id,
            "key": key,
            "before": ["2024-04-27", "2024-04-27"],
            "after": ["2024-05-27", "2024-05-27"],
            "days": 30,
            "because": None,
            "cause": None,
        }

    change = ChangeRow(
        moved={
            "moved": [
                moved("trust.HMR", "trust", "HMR", "go-live"),
                moved("programme.contract", "programme", "", "contract"),
            ]
        }
    )
    dates = moved_dates(change, names)
    assert [it.heading for it in dates.groups] == ["The programme", "Hospital trusts"]
    assert dates.groups[0].rows[0].what == "Contract with the supplier signed"
    assert dates.groups[1].rows[0].what == "Helse Møre og Romsdal HF"
