"""Whose dates the timeline shows, and what it says where there is nobody such."""

import pytest

from tests.app.reading import read


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        ("wave:QQ", "QQ"),
        ("region:atlantis", "atlantis"),
        ("trust:X", "X"),
        ("municipality:9999", "9999"),
        ("K13", "K13"),
        ("wave:", "wave:"),
    ],
)
def test_a_scope_that_there_is_not_is_said(english, scope, name):
    told = read(english, "/timeline", scope=scope)
    said = f"Nothing in the plan is called “{name}”. This is the whole programme."
    assert said in told


@pytest.mark.parametrize("scope", ["", "programme", "wave:K13", "wave:KI3"])
def test_a_scope_that_there_is_needs_no_words(english, scope):
    assert "Nothing in the plan is called" not in read(
        english, "/timeline", scope=scope
    )
