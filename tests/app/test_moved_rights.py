"""What a user is told of rights that open again or lapse."""

from datetime import date

import pytest
from flask_babel import force_locale

from app.moved import moved_part
from app.moved_rights import rights_sentences
from app.store.names import names_for
from app.waves import commands
from app.waves.queries import find_wave


@pytest.fixture
def in_english(app, plan):
    with app.test_request_context(), force_locale("en_GB"):
        yield names_for(plan, "en")


def test_each_right_that_turns_has_its_sentence(in_english):
    rights = {
        "options_reopened": ["1516"],
        "options_lapsed": ["1516", "1517"],
        "withdrawals_reopened": ["1516"],
        "withdrawals_lapsed": [
            "1505",
            "1506",
            "1511",
            "1514",
            "1515",
            "1516",
            "1517",
        ],
    }
    opened, lapsed, free, bound = rights_sentences({"rights": rights}, in_english)

    assert opened == "1 option can be taken up in time again: Ulstein."
    assert lapsed.startswith("2 options can no longer be taken up in time for their")
    assert lapsed.endswith(": Ulstein and Hareid.")
    assert free == "1 municipality can withdraw again: Ulstein."
    assert bound.endswith(" and 2 more.")
    assert rights_sentences({}, in_english) == ()
    every = rights_sentences({"rights": rights}, in_english, listed=100)
    assert "more" not in every[-1]
    assert every[-1].endswith("Ulstein and Hareid.")


def test_a_wave_that_slips_opens_options_again_and_the_change_says_so(
    plan, office, in_english
):
    change = commands.set_day(plan, find_wave(plan, "K12"), date(2025, 3, 1), by=office)
    reopened = change.moved["rights"]["options_reopened"]
    part = moved_part(change, in_english, user=office)

    assert reopened
    assert set(reopened) <= set(change.moved["rights"]["moved"])
    assert any("can be taken up in time again" in it for it in part.rights)
