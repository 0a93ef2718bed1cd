"""Network files: what is read from them, and all that can be wrong.

What comes of a sound file is in `tests/cases`.
"""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.checking import NetworkFileError
from app.exchange.network_entries import ThreePoints
from app.exchange.network_file import (
    NetworkFile,
    read_network_file,
    schedule_document,
)
from planning.calendars import every_day, norway, to_date
from planning.durations import ZERO, Duration, Unit
from planning.errors import PlanningError
from planning.network import Constraint, ConstraintKind, Link, LinkKind
from tests.app.exchange.documents import WHOLE
from tests.networks import day


def read(value: Any) -> NetworkFile:
    return read_network_file(json.dumps(value), "file.json")


def test_everything_that_a_file_can_say_is_read() -> None:
    file = read(WHOLE)

    assert to_date(file.start).isoformat() == "2024-01-01"
    assert file.status_date == day("2024-02-01")
    assert file.calendar is every_day()
    first, second = file.activities
    assert (first.id, first.duration) == ("A", Duration(5))
    assert first.constraint == Constraint(
        kind=ConstraintKind.START_NO_EARLIER_THAN, day=day("2024-02-01")
    )
    assert first.deadline == day("2024-06-01")
    assert (first.actual_start, first.actual_finish) == (day("2024-01-02"), None)
    assert first.remaining == Duration(2, Unit.WORKING_DAYS)
    assert second.actual_finish == day("2024-01-03")
    assert file.names == {"A": "Opplæring"}
    assert file.links == (
        Link(
            predecessor="A",
            successor="B",
            kind=LinkKind.SS,
            lag=Duration(-1, Unit.MONTHS),
        ),
    )
    assert file.estimates == {
        "A": ThreePoints(Duration(4), Duration(5), Duration(9)),
    }
    (risk,) = file.risks
    assert (risk.id, risk.probability, risk.activities) == ("R1", 0.3, ("A",))
    assert risk.delay.high == Duration(3, Unit.MONTHS)


def test_what_is_left_out_and_what_is_null_are_the_same() -> None:
    short = {"start": "2024-01-01", "activities": [{"id": "A", "duration": "5d"}]}
    nulls = {
        **dict.fromkeys(["status_date", "calendar", "links", "risks"]),
        **short,
        "activities": [
            {
                **dict.fromkeys(WHOLE["activities"][0]),
                **short["activities"][0],  # type: ignore[dict-item] # a list of dicts
            }
        ],
    }
    assert read(short) == read(nulls)
    assert read(short).calendar is norway()


def test_a_link_is_finish_to_start_without_lag_unless_it_says_otherwise() -> None:
    links = [{"from": "A", "to": "B"}]
    (link,) = read({**WHOLE, "links": links}).links
    assert (link.kind, link.lag) == (LinkKind.FS, ZERO)


def test_a_calendar_may_list_its_own_holidays() -> None:
    own = read({**WHOLE, "calendar": {"holidays": ["2024-05-02"]}}).calendar
    assert own.is_working(day("2024-05-01"))
    assert not own.is_working(day("2024-05-02"))


def test_the_mark_that_some_editors_put_first_does_no_harm() -> None:
    assert read_network_file("\ufeff" + json.dumps(WHOLE), "file.json")


def test_the_answer_keeps_the_order_of_the_file_and_says_what_is_wrong() -> None:
    late = {"id": "late", "name": "Godkjenning", "duration": "9d"}
    late["deadline"] = "2024-01-06"
    first = {"id": "first", "duration": "1d"}
    answer = schedule_document(
        read(
            {
                "start": "2024-01-01",
                "calendar": "every-day",
                "activities": [late, first],
                "links": [{"from": "first", "to": "late"}],
            }
        )
    )
    assert list(answer) == [
        "start",
        "finish",
        "critical_path",
        "activities",
        "conflicts",
    ]
    assert list(answer["activities"]) == ["late", "first"]
    (conflict,) = answer["conflicts"]
    assert conflict.pop("text").startswith("Godkjenning")
    assert conflict == {
        "kind": "deadline-missed",
        "severity": "error",
        "activity": "late",
        "days": 5,
    }
    assert json.loads(json.dumps(answer)) == answer


def test_the_word_that_was_meant_is_guessed() -> None:
    wrong = {**WHOLE, "stat_date": None, "links": [{"from": "a", "to": "zzz"}]}
    with pytest.raises(NetworkFileError) as refused:
        read(wrong)
    guesses = [each.values["nearest"] for each in refused.value.problems]
    assert guesses == ["status_date", "A", None]


def test_of_many_unknown_ids_only_the_first_are_guessed() -> None:
    links = [{"from": "a", "to": "B"}] * 20
    with pytest.raises(NetworkFileError) as refused:
        read({**WHOLE, "links": links})
    guesses = [each.values["nearest"] for each in refused.value.problems]
    assert guesses == ["A"] * 10 + [None] * 10


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert "3 problems" in str(refusal({"start": "x", "foo": 1}))


def refusal(value: Any) -> NetworkFileError:
    with pytest.raises(NetworkFileError) as refused:
        read(value)
    return refused.value


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["A", "5d", "-9w", "2024-01-01", "norway", "FS"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "kind", "date", "low"]), inner)
    ),
    max_leaves=5,
)


def replaced(value: Any, data: st.DataObject) -> Any:
    """The same document with another value somewhere in it."""
    if isinstance(value, dict) and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(sorted(value)))
        return {**value, key: replaced(value[key], data)}
    if isinstance(value, list) and value:
        return [replaced(value[0], data), *value[1:]]
    return data.draw(anything)


@given(st.data())
def test_no_file_does_more_than_be_refused(data: st.DataObject) -> None:
    text = json.dumps(replaced(WHOLE, data))
    try:
        answer = schedule_document(read_network_file(text, "file.json"))
    except (NetworkFileError, PlanningError) as error:
        answer = {"refused": str(error)}
    assert json.dumps(answer)
