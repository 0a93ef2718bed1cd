"""Every date that moved with a change, in groups, each with its cause."""

from datetime import date

import pytest
from flask_babel import force_locale

from app.history.dates import moved_dates
from app.store.names import names_for
from app.store.tables import ChangeRow
from app.waves import commands
from app.waves.queries import find_wave, get_placement
from tests.builders import ULSTEIN


@pytest.fixture
def names(plan):
    with force_locale("en_GB"):
        yield names_for(plan, "en")


def move_k13(plan, office):
    return commands.set_day(plan, find_wave(plan, "K13"), date(2025, 10, 1), by=office)


def group(dates, key):
    return next(it for it in dates.groups if it.key == key)


def row(dates, key, what):
    return next(it for it in group(dates, key).rows if it.what == what)


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
    back = commands.move(plan, placement, find_wave(plan, "K13"), by=office)
    come = moved_dates(back, names)
    assert row(come, ULSTEIN, "Go-live").because == "New in the plan"
    assert row(come, ULSTEIN, "Go-live").before == ""


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
