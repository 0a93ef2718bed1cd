"""Every problem of a file has a sentence that names the place and the mend."""

import re
from pathlib import Path
from typing import Any

import pytest

from app.exchange import checking, network_calendars, network_entries, network_file
from app.exchange.checking import Problem
from app.exchange.mspdi import (
    fields,
    outline,
    parsing,
    read_calendars,
    read_links,
    read_tasks,
    reading,
)
from app.exchange.problem_texts import SENTENCES, TYPES, problem_text

VALUES: dict[str, dict[str, Any]] = {
    "not-json": {"line": 3, "column": 7},
    "too-large": {"characters": 5, "most": 4},
    "too-deep": {},
    "wrong-type": {"expected": "text", "found": "number"},
    "unknown-key": {"key": "strat", "nearest": "start", "known": ("start",)},
    "missing-key": {"key": "start"},
    "repeated-key": {"key": "start"},
    "not-printable": {"text": "\n"},
    "empty-id": {},
    "repeated-id": {"id": "A", "first": "activities[0]"},
    "unknown-choice": {"text": "ES", "nearest": "FS", "choices": ("FS", "SS")},
    "no-calendar": {"choices": ("norway", "every-day")},
    "bad-date": {"text": "1.1."},
    "date-out-of-range": {"text": "1700-01-01", "first": "1950", "last": "2100"},
    "bad-duration": {"text": "5x"},
    "negative-duration": {"text": "-5d"},
    "no-share": {"number": 2},
    "unknown-activity": {"id": "Z", "nearest": "A"},
    "self-link": {"id": "A"},
    "date-wanted": {"choice": "must-start-on"},
    "date-not-wanted": {"choice": "as-late-as-possible"},
    "points-not-in-order": {"low": "3d", "likely": "2d", "high": "4d"},
    "too-many-bytes": {"megabytes": 60},
    "has-dtd": {},
    "not-xml": {"line": 3, "column": 7},
    "not-mspdi": {"found": "html"},
    "bad-number": {"text": "x"},
    "bad-flag": {"text": "x"},
    "bad-amount": {"text": "x"},
    "bad-moment": {"text": "x"},
    "bad-constraint": {"number": 9},
    "bad-link": {"number": 9},
    "repeated-uid": {"uid": 7},
    "no-tasks": {},
    "no-start": {},
    "no-uid": {},
    "no-working-day": {"name": "Standard"},
    "is-mpp": {},
    "bad-format": {"number": 999},
    "bad-lag": {"text": "99999999999"},
    "bad-minutes": {"number": -480},
    "bad-percent": {"number": 140},
    "too-many-calendars": {"most": 5},
    "too-many-tasks": {"most": 5},
    "too-many-links": {"most": 5},
    "too-many-periods": {"most": 5},
}


def told(kind: str, place: str = "activities[3].duration", **changed: Any) -> str:
    values = {**VALUES[kind], **changed}
    return problem_text(Problem(place=place, kind=kind, values=values))


def test_every_kind_that_is_reported_has_a_sentence() -> None:
    modules = (
        *(checking, network_calendars, network_entries, network_file),
        *(fields, outline, parsing, read_calendars, read_links, read_tasks, reading),
    )
    code = "".join(Path(module.__file__ or "").read_text("utf-8") for module in modules)
    reported = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', code))
    assert SENTENCES.keys() <= reported
    assert SENTENCES.keys() == VALUES.keys()
    kinds = set(re.findall(r'report\([^"]*(?:"[a-z]+"\)?, )?"([a-z-]+)"', code))
    assert kinds - {"calendar", "id"} <= SENTENCES.keys()


@pytest.mark.parametrize("kind", VALUES)
def test_a_sentence_names_the_place(kind: str) -> None:
    text = told(kind)
    is_own = kind in {"not-json", "not-xml"}
    place = "Line 3, column 7" if is_own else "activities[3].duration: "
    assert text.startswith(place)
    assert text.endswith((".", "?"))
    assert "%(" not in text


@pytest.mark.parametrize("kind", ["too-deep", "missing-key"])
def test_what_is_wrong_with_the_whole_file_has_no_place(kind: str) -> None:
    assert not told(kind, place="").startswith(":")


@pytest.mark.parametrize("kind", ["unknown-key", "unknown-choice", "unknown-activity"])
def test_a_guess_is_offered_where_there_is_one(kind: str) -> None:
    assert "Did you mean" in told(kind)
    assert "Did you mean" not in told(kind, nearest=None)


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_a_word(name: str) -> None:
    assert told("wrong-type", found=name)
    assert name in {*checking.TYPE_NAMES.values(), "nothing"}
