"""The company that something is announced in."""

import pytest

from tests.app.shares.sent import ULSTEIN, found, say


@pytest.fixture
def company(english):
    """Founded, with thirty shares for Ulstein in the annex, and a board ahead."""
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="30")
    say(english, "board", day="2023-12-12")
    return english
