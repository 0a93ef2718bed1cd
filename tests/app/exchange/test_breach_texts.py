"""Each date that a network file can't hold, told by the end that it binds."""

import json

import pytest
from flask import Flask
from flask_babel import force_locale

from app.exchange.network_file import read_network_file, schedule_document

CASES = {
    "start-no-later-than": (
        "2024-01-03",
        (
            "B is to start on 3 January 2024 at the latest. It can start on 6 January"
            " 2024, 3 days later."
        ),
    ),
    "must-start-on": (
        "2024-01-05",
        (
            "B is set to start on 5 January 2024. It can start on 6 January 2024 at the"
            " earliest, 1 day later."
        ),
    ),
    "finish-no-later-than": (
        "2024-01-08",
        (
            "B is to be done by 7 January 2024 at the latest. It can be done by 8"
            " January 2024, 1 day later."
        ),
    ),
    "must-finish-on": (
        "2024-01-06",
        (
            "B is set to be done on 5 January 2024. It can be done by 8 January 2024 at"
            " the earliest, 3 days later."
        ),
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_date_is_told_by_the_end_that_it_binds(app: Flask, kind: str) -> None:
    day, sentence = CASES[kind]
    bound = {"id": "B", "duration": "3d", "constraint": {"kind": kind, "date": day}}
    network = {
        "start": "2024-01-01",
        "calendar": "every-day",
        "activities": [{"id": "A", "duration": "5d"}, bound],
        "links": [{"from": "A", "to": "B"}],
    }
    file = read_network_file(json.dumps(network), "network.json")

    with app.test_request_context(), force_locale("en_GB"):
        (conflict,) = schedule_document(file)["conflicts"]

    assert conflict["text"] == sentence
