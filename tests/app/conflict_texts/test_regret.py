"""What is said of a council with little or no time to regret a vote in."""

from dataclasses import replace

import pytest

from app.conflict_texts import conflict_text, explanation_of, mark_text, mend_text
from planning.conflicts import Kind, Mend, MendKind
from tests.app.conflict_texts.names import Names
from tests.app.conflict_texts.test_sentences import conflict

pytestmark = pytest.mark.usefixtures("english")

DAYS = {"withdrawal": "2024-03-26", "limit": "2024-04-26"}
SHORT = conflict(Kind.REGRET_SHORT, "municipality.1516", **DAYS)
GONE = conflict(Kind.REGRET_GONE, "municipality.1516", **DAYS)


def test_both_limits_are_told_in_plain_words():
    assert conflict_text(SHORT, Names()) == (
        "If the council of Ulstein votes now, it has fewer than 60 days to change its"
        " mind: it can withdraw until 26 March 2024. The option has to be taken up by"
        " 26 April 2024."
    )
    assert conflict_text(GONE, Names()) == (
        "The council of Ulstein can take up its option until 26 April 2024, but can no"
        " longer change its mind afterwards: the last day for withdrawal is 26 March"
        " 2024."
    )
    assert [mark_text(it) for it in (SHORT, GONE)] == [
        "Little time to regret",
        "No time to regret",
    ]
    assert explanation_of(Kind.REGRET_GONE).title == "A vote can’t be regretted"


def test_the_mend_is_a_vote_in_the_know_or_a_later_wave():
    later = replace(GONE, mend=Mend(MendKind.MOVE_TO_WAVE, "K14", "1516"))

    assert mend_text(later, Names()) == (
        "Vote soon and knowingly, or move Ulstein to K14, the first wave that leaves"
        " the council at least 60 days to change its mind."
    )
