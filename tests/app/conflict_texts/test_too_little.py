"""What the conflict on too little of something says, and its mends."""

from dataclasses import replace

import pytest

from app.conflict_texts import conflict_text, mend_text
from app.conflict_texts.too_little import less_missing_text
from planning.conflicts import Kind, Mend, MendKind
from tests.app.conflict_texts.names import Names
from tests.app.conflict_texts.test_sentences import conflict

pytestmark = pytest.mark.usefixtures("english")

TOLD = conflict(
    Kind.CAPACITY_EXCEEDED,
    "resource.trainers",
    "wave.K13",
    months="2024-12/2025-02,2025-09/2025-10,2026-01",
    worst="2025-01",
    asked="47.3",
    there_is="40.0",
    over="7.3",
    left="0",
)


def test_it_says_by_how_much_and_in_which_months():
    assert conflict_text(TOLD, Names()) == (
        "Trainers: more is asked for than there is in December 2024–February 2025,"
        " September–October 2025 and January 2026. The most is missing in January"
        " 2025: 47.3 are asked for and there are 40, which is 7.3 too few."
    )
    further = (("in-all", "31.9"), ("assumed", "yes"))
    told = conflict_text(replace(TOLD, values=(*TOLD.values, *further)), Names())
    assert told.endswith(
        " too few. The months added up, 31.9 are missing. These numbers rest on an"
        " assumption."
    )


def test_a_move_that_helps_says_that_less_is_missing():
    before, after = (replace(TOLD, values=(("in-all", it),)) for it in ("85.5", "69.0"))
    assert less_missing_text(before, after) == (
        "This conflict stays, with less missing: 69, the months added up, and no longer"
        " 85.5."
    )
    assert less_missing_text(after, before) == ""
    assert less_missing_text(TOLD, TOLD) == ""


def test_without_its_numbers_it_says_what_it_can():
    bare = conflict(Kind.CAPACITY_EXCEEDED, "resource.trainers")
    assert conflict_text(bare, Names()) == (
        "More is asked for than there is: Trainers."
    )


@pytest.mark.parametrize(
    ("mend", "left", "text"),
    [
        (
            Mend(MendKind.MOVE_TO_WAVE, "K14", "1516"),
            "0",
            "Move Ulstein to K14. Of the moves that mend it, this moves the least.",
        ),
        (
            Mend(MendKind.SET_WAVE_DAY, "K13", "2025-05-26"),
            "2",
            (
                "Set K13 to 26 May 2025. Then 9.5 are still missing in all, in 2"
                " months. No single move was found that takes more of it away without"
                " making another month worse."
            ),
        ),
    ],
)
def test_its_mend_says_how_far_it_mends(mend, left, text):
    values = tuple(it for it in TOLD.values if it[0] != "left")
    told = replace(
        TOLD, mend=mend, values=(*values, ("left", left), ("left-in-all", "9.5"))
    )
    assert mend_text(told, Names()) == text
