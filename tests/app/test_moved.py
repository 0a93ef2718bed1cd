"""What a user is told after a save: what moved, what it costs, what is wrong."""

from datetime import date

import pytest
from flask_babel import force_locale

from app.moved import find_moved_part, moved_part, moved_sentence
from app.store.names import names_for
from app.store.tables import ChangeRow
from app.waves import commands
from app.waves.queries import find_wave
from tests.app.moved_documents import conflict, money


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


def test_sentence_counts_what_moved(plan, office, names):
    told = moved_sentence(move_k13(plan, office), names)
    assert told.startswith(
        "K13 moved 183 days later, to 1 October 2025: 9 municipalities, 27 deadlines, "
        "today’s systems cost NOK "
    )
    assert " more (estimate from one case), " in told
    assert told.endswith(" conflicts stay.")


def test_sentence_says_where_nothing_moved(plan, office, names):
    k11 = find_wave(plan, "K11")
    change = commands.set_day(plan, k11, date(2024, 4, 27), by=office)
    told = moved_sentence(change, names)
    assert told == "K11 is set to 27 April 2024. No dates moved."


def test_costs_may_move_where_no_date_does(plan, office, names):
    """They counted from the window's last day, and count from its first now."""
    k13 = find_wave(plan, "K13")
    told = moved_sentence(
        commands.set_day(plan, k13, date(2025, 4, 1), by=office), names
    )
    assert told.startswith("K13 is set to 1 April 2025: today’s systems cost NOK ")
    assert " less (estimate from one case), " in told


def test_a_warning_says_what_silence_is_taken_for(plan, office, names, in_request):
    soon = date(2023, 12, 15)
    change = commands.set_day(plan, find_wave(plan, "K15"), soon, by=office)
    part = moved_part(change, names, user=office)
    assert part.kind == "warning"
    assert part.presumed == (
        "144 steps are now presumed to have been done or begun before the status "
        "date, although nobody has reported them."
    )


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
        conflict(f"{number}.go-live", days=5)
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


def test_sentence_says_what_came_went_and_stayed(names):
    change = ChangeRow(
        what="waves.shifted",
        values={"wave": "K13", "by": "6mo"},
        moved={
            "municipalities": ["1516"],
            "deadlines": 3,
            "conflicts_new": [conflict(), conflict("1517.go-live")],
            "conflicts_changed": [{"before": conflict(), "after": conflict(days=40)}],
            "conflicts_accepted": [conflict()],
            "conflicts_gone": [conflict()],
            "conflicts_stay": [conflict()] * 14,
            "money": money(legacy=1_234_567, bases=["one-case"]),
        },
    )
    assert moved_sentence(change, names).endswith(
        ": 1 municipality, 3 deadlines, today’s systems cost NOK 1.2m more (estimate "
        "from one case), 2 new conflicts, 1 conflict changed, 1 conflict accepted, "
        "1 conflict solved, 14 conflicts stay."
    )


def test_sentence_reads_the_number_that_older_changes_keep(names):
    change = ChangeRow(
        what="waves.date-cleared",
        values={"wave": "K13"},
        moved={"deadlines": 3, "conflicts_stay": 2},
    )
    assert moved_sentence(change, names).endswith(": 3 deadlines, 2 conflicts stay.")


def test_what_stays_is_no_news_where_nothing_moved(names):
    change = ChangeRow(
        what="waves.date-cleared",
        values={"wave": "K13"},
        moved={"conflicts_stay": [conflict()]},
    )
    assert moved_sentence(change, names).endswith(". No dates moved.")


def test_part_says_what_it_costs(plan, office, names, in_request):
    part = moved_part(move_k13(plan, office), names, user=office)
    assert part.money[0].startswith("Over 2025–2040 the 9 municipalities are ")
    assert part.money[0].endswith(" (estimate) in all.")


def test_part_says_nothing_of_money_that_did_not_move(plan, office, names, in_request):
    k11 = find_wave(plan, "K11")
    change = commands.set_day(plan, k11, date(2024, 4, 27), by=office)
    assert moved_part(change, names, user=office).money == ()


def test_what_got_worse_is_named_after_what_is_more_serious(office, names, in_request):
    late, later = conflict(days=12), conflict(days=40)
    split = conflict("region.namdal", kind="region-split", severity="information")
    change = ChangeRow(
        id=1,
        what="waves.shifted",
        values={"wave": "K13", "by": "-6mo"},
        moved={
            "conflicts_new": [split],
            "conflicts_changed": [
                {"before": late, "after": later},
                {"before": later, "after": late},
            ],
        },
    )
    part = moved_part(change, names, user=office)
    assert part.kind == "warning"
    assert len(part.conflicts) == 2
    assert part.conflicts[0].startswith("Ulstein can go live 40 days after")


def test_what_is_no_error_is_no_warning(office, names, in_request):
    change = ChangeRow(
        id=1,
        what="waves.shifted",
        values={"wave": "K13", "by": "-6mo"},
        moved={"conflicts_new": [conflict(severity="warning")]},
    )
    assert moved_part(change, names, user=office).kind == "success"
