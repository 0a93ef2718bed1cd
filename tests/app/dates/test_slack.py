"""How much a date may slip, in words a council reads."""

import pytest

from tests.app.reading import part, text_of


@pytest.mark.parametrize(
    ("id", "told"),
    [
        (
            "1516.training",
            "planned as late as it can be: if it is not done by 10 March",
        ),
        (
            "1516.training",
            "floats are counted from the earliest that is possible, 1",
        ),
        ("1516.training", "Nothing can be lost without the next step noticing."),
        ("1516.training", "8 weeks and 4 days So much more can be lost at the cost of"),
        ("1516.training", "in all before a go-live or a limit moves: until 10 March"),
        ("1516.stabilisation", "if it is not done by 28 July 2025, a go-live or a"),
    ],
)
def test_what_it_may_slip_is_told_in_words_with_its_last_day(english, id, told):
    assert told in text_of(part(english.get(f"/dates/{id}").text, "slack-title"))
