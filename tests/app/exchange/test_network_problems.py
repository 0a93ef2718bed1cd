"""All that can be wrong with a network file, with its place."""

import json
from typing import Any

import pytest

from app.exchange.checking import MOST_CHARACTERS, NetworkFileError
from app.exchange.network_file import read_network_file
from tests.app.exchange.documents import WHOLE


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(NetworkFileError) as refused:
        read_network_file(text, "file.json")
    assert refused.value.name == "file.json"
    return [(each.place, each.kind) for each in refused.value.problems]


def with_activity(**values: Any) -> str:
    return json.dumps(
        {
            "start": "2024-01-01",
            "activities": [{"id": "A", "duration": "5d", **values}],
        }
    )


def with_risk(**values: Any) -> str:
    risk = {**WHOLE["risks"][0], **values}
    return json.dumps({**WHOLE, "risks": [risk]})


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("", "1:1", "not-json"),
        ('{\n "start": }', "2:11", "not-json"),
        ("[" * 200_000, "", "too-deep"),
        (" " * (MOST_CHARACTERS + 1), "", "too-large"),
        ("[]", "", "wrong-type"),
        ("null", "", "wrong-type"),
    ],
)
def test_what_is_no_network_at_all(text: str, place: str, kind: str) -> None:
    assert (place, kind) in problems(text)


@pytest.mark.parametrize(
    ("values", "place", "kind"),
    [
        ({"activities": {}}, "activities", "wrong-type"),
        ({"activities": None}, "", "missing-key"),
        ({"start": None}, "", "missing-key"),
        ({"start": "01.01.2024"}, "start", "bad-date"),
        ({"start": "20240101"}, "start", "bad-date"),
        ({"start": 20240101}, "start", "wrong-type"),
        ({"start": "1949-12-31"}, "start", "date-out-of-range"),
        ({"status_date": "2101-01-01"}, "status_date", "date-out-of-range"),
        ({"calender": "norway"}, "calender", "unknown-key"),
        ({"calendar": "sweden"}, "calendar", "unknown-choice"),
        ({"calendar": 5}, "calendar", "no-calendar"),
        ({"calendar": {}}, "calendar", "missing-key"),
        ({"calendar": {"holidays": ["1.5."]}}, "calendar.holidays[0]", "bad-date"),
        ({"links": [{"from": "A"}]}, "links[0]", "missing-key"),
        ({"links": [{"from": "A", "to": "A"}]}, "links[0]", "self-link"),
        ({"links": [{"from": "A", "to": "Z"}]}, "links[0].to", "unknown-activity"),
        ({"links": [{"from": "A", "to": " "}]}, "links[0].to", "empty-id"),
        ({"links": [{"from": "A", "to": "B", "lag": 2}]}, "links[0].lag", "wrong-type"),
        (
            {"links": [{"from": "A", "to": "B", "kind": "FT"}]},
            "links[0].kind",
            "unknown-choice",
        ),
    ],
)
def test_what_can_be_wrong_with_a_file(
    values: dict[str, Any], place: str, kind: str
) -> None:
    assert problems(json.dumps({**WHOLE, **values})) == [(place, kind)]


@pytest.mark.parametrize(
    ("values", "place", "kind"),
    [
        ({"id": None}, "", "missing-key"),
        ({"id": ""}, ".id", "empty-id"),
        ({"id": 5}, ".id", "wrong-type"),
        ({"id": "A\n"}, ".id", "not-printable"),
        ({"id": "\ud800"}, ".id", "not-printable"),
        ({"name": ["A"]}, ".name", "wrong-type"),
        ({"duration": None}, "", "missing-key"),
        ({"duration": 5}, ".duration", "wrong-type"),
        ({"duration": True}, ".duration", "wrong-type"),
        ({"duration": "5"}, ".duration", "bad-duration"),
        ({"duration": "-5d"}, ".duration", "negative-duration"),
        ({"remaining": "-5d"}, ".remaining", "negative-duration"),
        ({"deadline": "2024-02-30"}, ".deadline", "bad-date"),
        ({"actual_start": "soon"}, ".actual_start", "bad-date"),
        ({"durations": "5d"}, ".durations", "unknown-key"),
        ({"constraint": "asap"}, ".constraint", "wrong-type"),
        ({"constraint": {"date": "2024-02-01"}}, ".constraint", "missing-key"),
        ({"constraint": {"kind": "asap"}}, ".constraint.kind", "unknown-choice"),
        ({"constraint": {"kind": "must-start-on"}}, ".constraint", "date-wanted"),
        (
            {"constraint": {"kind": "as-late-as-possible", "date": "2024-02-01"}},
            ".constraint.date",
            "date-not-wanted",
        ),
        (
            {"constraint": {"kind": "must-start-on", "date": "x"}},
            ".constraint.date",
            "bad-date",
        ),
        ({"estimate": {"low": "1d", "likely": "2d"}}, ".estimate", "missing-key"),
        (
            {"estimate": {"low": "1d", "likely": "3d", "high": "2d"}},
            ".estimate",
            "points-not-in-order",
        ),
    ],
)
def test_what_can_be_wrong_with_an_activity(
    values: dict[str, Any], place: str, kind: str
) -> None:
    assert problems(with_activity(**values)) == [(f"activities[0]{place}", kind)]


@pytest.mark.parametrize(
    ("values", "place", "kind"),
    [
        ({"id": None}, "", "missing-key"),
        ({"probability": 1.5}, ".probability", "no-share"),
        ({"probability": -0.1}, ".probability", "no-share"),
        ({"probability": float("nan")}, ".probability", "no-share"),
        ({"probability": 10**4000}, ".probability", "no-share"),
        ({"probability": "0.3"}, ".probability", "wrong-type"),
        ({"probability": True}, ".probability", "wrong-type"),
        ({"delay": None}, "", "missing-key"),
        ({"activities": ["A", "Z"]}, ".activities[1]", "unknown-activity"),
    ],
)
def test_what_can_be_wrong_with_a_risk(
    values: dict[str, Any], place: str, kind: str
) -> None:
    assert problems(with_risk(**values)) == [(f"risks[0]{place}", kind)]


def test_a_key_that_is_given_twice_is_told_once() -> None:
    text = with_activity().replace('"id": "A"', '"id": "A", "id": "A", "id": "A"')
    assert problems(text) == [("activities[0].id", "repeated-key")]


def test_an_id_that_is_there_twice_is_told_with_its_first_place() -> None:
    twice = {**WHOLE, "activities": [*WHOLE["activities"], WHOLE["activities"][0]]}
    with pytest.raises(NetworkFileError) as refused:
        read_network_file(json.dumps(twice), "file.json")
    (problem,) = refused.value.problems
    assert (problem.place, problem.kind) == ("activities[2].id", "repeated-id")
    assert problem.values == {"id": "A", "first": "activities[0]"}


def test_what_is_wrong_in_one_place_is_told_where_it_shows_elsewhere_too() -> None:
    broken = {**WHOLE, "activities": ["A"], "calendar": {"holiday": []}}
    assert problems(json.dumps(broken)) == [
        ("calendar.holiday", "unknown-key"),
        ("calendar", "missing-key"),
        ("activities[0]", "wrong-type"),
        ("links[0].from", "unknown-activity"),
        ("links[0].to", "unknown-activity"),
        ("risks[0].activities[0]", "unknown-activity"),
    ]
