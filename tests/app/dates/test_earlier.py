"""What would make a date earlier, told when it is asked for."""

import pytest

from tests.app.reading import part, text_of


@pytest.mark.parametrize(
    ("id", "asked", "told"),
    [
        ("1516.training", "7", "Nothing has to give."),
        ("1516.go-live", "7", "Wave K13 is reckoned with 25 March 2025"),
        ("1516.go-live", "14", "it can go live on 1 April 2025 at the earliest"),
        ("1516.stabilisation", "7", "takes 3 weeks instead of 4 weeks, for all"),
        ("wave.K13", "7", "So early it would be too early for these"),
        ("1554.option-limit", "7", "That day lies before the status date."),
    ],
)
def test_what_would_make_a_date_earlier_is_reckoned_when_asked(
    english, id, asked, told
):
    words = text_of(part(english.get(f"/dates/{id}?earlier={asked}").text, "earlier"))
    assert told in words


@pytest.mark.parametrize("typed", ["", "0", "-7", "x", "9999", "²"])
def test_a_number_that_is_none_asks_for_nothing(english, typed):
    answer = english.get("/dates/1516.training", query_string={"earlier": typed})
    assert answer.status_code == 200
    assert "What would have to give to make it a week earlier?" in answer.text
