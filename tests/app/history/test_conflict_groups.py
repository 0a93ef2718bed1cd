"""The conflicts that a change brought, changed, solved and left, and their file."""

import csv
import io

import pytest
from flask_babel import force_locale

from app.history.conflict_groups import moved_conflicts
from app.history.exports import conflicts_csv
from app.store.names import names_for
from app.store.tables import ChangeRow
from tests.app.moved_documents import conflict

LATE, LATER = conflict(days=12), conflict(days=40)
OTHER = conflict("1517.go-live", severity="warning")
MOVED = {
    "conflicts_new": [OTHER],
    "conflicts_changed": [{"before": LATE, "after": LATER}],
    "conflicts_accepted": [],
    "conflicts_gone": [LATE],
    "conflicts_stay": [LATE, OTHER],
}


@pytest.fixture
def names(plan):
    with force_locale("en_GB"):
        yield names_for(plan, "en")


def test_conflicts_stand_by_what_happened_to_them(names):
    told = moved_conflicts(MOVED, names)
    assert [(it.key, it.heading) for it in told.groups] == [
        ("conflicts-new", "Conflicts that came"),
        ("conflicts-changed", "Conflicts that changed"),
        ("conflicts-gone", "Conflicts that were solved"),
    ]
    assert told.groups[0].lines[0].severity_text == "Warning"
    assert [it.severity for it in told.stayed] == ["error", "warning"]
    assert told.staying == "2 conflicts were there before and stayed."


def test_a_conflict_that_changed_tells_what_it_was(names):
    (line,) = moved_conflicts(MOVED, names).groups[1].lines
    assert line.text.startswith("Ulstein can go live 40 days after")
    assert line.before.startswith("Ulstein can go live 12 days after")


def test_a_sentence_that_is_as_before_is_not_told_twice(names):
    split = conflict("region.namdal", kind="region-split")
    further = {**split, "concerns": ["region.namdal", "municipality.5007"]}
    moved = {"conflicts_changed": [{"before": split, "after": further}]}
    (group,) = moved_conflicts(moved, names).groups
    assert group.lines[0].before == ""
    assert group.lines[0].whom == "It now concerns these too: Namsos."


def test_whom_a_conflict_no_longer_concerns_is_told(names):
    split = conflict("region.namdal", kind="region-split")
    both = ["region.namdal", "municipality.5007", "municipality.5047"]
    moved = {
        "conflicts_changed": [{"before": {**split, "concerns": both}, "after": split}]
    }
    (group,) = moved_conflicts(moved, names).groups
    assert group.lines[0].whom == "It no longer concerns: Namsos and Overhalla."


def test_an_older_change_counts_those_that_stayed(names):
    told = moved_conflicts({"conflicts_new": [], "conflicts_stay": 1}, names)
    assert (told.groups, told.stayed) == ((), ())
    assert told.staying == "1 conflict was there before and stayed."


def test_a_change_without_conflicts_has_nothing_to_tell(names):
    told = moved_conflicts({}, names)
    assert (told.groups, told.staying, told.stayed) == ((), "", ())


def test_the_file_says_what_happened_to_each(names):
    file = conflicts_csv(ChangeRow(moved=MOVED), names)

    rows = [
        *csv.DictReader(
            io.StringIO(file.decode().removeprefix("\ufeff")), delimiter=";"
        )
    ]
    assert [it["What happened"] for it in rows] == [
        "Came",
        "Changed",
        "Solved",
        "Stayed",
        "Stayed",
    ]
    came, changed, solved, *_stayed = rows
    assert (came["Days before"], came["Days after"]) == ("", "12")
    assert (changed["Days before"], changed["Days after"]) == ("12", "40")
    assert changed["Severity"] == "Error"
    assert (solved["Days after"], solved["What is wrong"]) == ("", "")
    assert solved["What was wrong before"].startswith("Ulstein can go live 12 days")


def test_the_file_of_an_older_change_names_no_one_that_stayed(names):
    file = conflicts_csv(ChangeRow(moved={"conflicts_stay": 3}), names)
    assert len(file.decode().splitlines()) == 1
