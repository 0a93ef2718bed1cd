"""What bindings, closed periods and components can't be."""

import pytest

from tests.app.preconditions.sent import (
    LIST,
    NEW_BINDING,
    NEW_COMPONENT,
    NEW_PERIOD,
    binding,
    component,
    period,
    revision,
)
from tests.app.reading import HTMX, text_of


@pytest.mark.parametrize(
    ("url", "data", "told"),
    [
        (NEW_BINDING, binding(name_nb=" "), "Give it a name."),
        (NEW_BINDING, binding(name_nb="x" * 121), "Write at most 120 characters."),
        (NEW_BINDING, binding(note="x" * 1001), "Write at most 1000 characters."),
        (NEW_BINDING, binding(kind="friends"), "Not a valid choice"),
        (NEW_BINDING, binding(members=["1516"]), "Choose at least 2 municipalities."),
        (
            NEW_BINDING,
            binding(members=["1516", "9999"]),
            "There is no municipality 9999.",
        ),
        (
            NEW_BINDING,
            binding(name_nb="felles innføring i NAMDALEN"),
            "Another one has that name already.",
        ),
        (NEW_PERIOD, period(first_day=""), "Give the day as a number."),
        (NEW_PERIOD, period(first_day="one"), "“one” is no whole number."),
        (NEW_PERIOD, period(last_day="31"), "Give a day from 1 to 30: April"),
        (
            NEW_PERIOD,
            period(last_day="30", last_month="2"),
            "Give a day from 1 to 29: February",
        ),
        (NEW_PERIOD, period(last_day="0"), "Give a day from 1 to 30"),
        (NEW_PERIOD, period(last_month="13"), "Not a valid choice"),
        (
            NEW_PERIOD,
            period(first_month="1", first_day="7", last_month="12", last_day="31"),
            "no day of the year would be left",
        ),
        (NEW_COMPONENT, component(), "Another one has that name already."),
        (LIST, component(needed_by="option-limit"), "Not a valid choice"),
        (LIST, component(expected_first="soon"), "“soon” is no day"),
        (
            LIST,
            component(expected_first="2025-02-01", expected_last="2025-01-01"),
            "The last day can’t be before the first.",
        ),
        (LIST, component(expected_first="0250-02-01"), "See whether the year is right"),
        (LIST, component(expected_first="2250-02-01"), "See whether the year is right"),
        (
            LIST,
            component(is_late="y", is_delivered="y"),
            "What has been delivered is no longer late",
        ),
        (
            LIST,
            component(expected_first="2024-02-01", is_delivered="y"),
            "can’t be expected after the status date, 30 November 2023",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_mend(english, url, data, told):
    answer = english.post(url, data=data, headers=HTMX)
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    assert "<html" not in answer.text
    whole = english.post(url, data=data)
    assert whole.status_code == 422
    assert "<html" in whole.text
    assert revision(english) == "1"


def test_what_was_typed_stays(english):
    data = period(first_day="32", name_en="A week", note="Because")
    html = english.post(NEW_PERIOD, data=data).text
    assert 'value="32"' in html
    assert 'value="A week"' in html
    assert "Because</textarea>" in html
    html = english.post(NEW_BINDING, data=binding(name_nb="")).text
    assert 'value="1516" checked' in html
    assert html.count(" checked") == 2
