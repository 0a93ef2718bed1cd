"""What the conflicts on dates that are not agreed say, and their mends."""

from dataclasses import replace

import pytest

from app.conflict_texts import conflict_text, mend_text
from planning.conflicts import Kind, Mend, MendKind
from tests.app.conflict_texts.names import Names
from tests.app.conflict_texts.test_sentences import conflict

pytestmark = pytest.mark.usefixtures("english")

ULSTEIN = "municipality.1516"
PLANNED = {"planned": "2025-10-01"}
REJECTED = conflict(
    Kind.PROPOSAL_REJECTED, ULSTEIN, days=183, **PLANNED, agreed="2025-04-01"
)
COUNTERED = conflict(
    Kind.PROPOSAL_COUNTERED, ULSTEIN, days=33, **PLANNED, asked="2025-11-03"
)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            REJECTED,
            (
                "Ulstein has rejected the go-live on 1 October 2025, and the plan still"
                " has it: 183 days from 1 April 2025, which is what was agreed."
            ),
        ),
        (
            conflict(
                Kind.PROPOSAL_REJECTED, ULSTEIN, **PLANNED, agreed=PLANNED["planned"]
            ),
            (
                "Ulstein has rejected the dates that go with a go-live on 1 October"
                " 2025, and the plan still has them."
            ),
        ),
        (
            COUNTERED,
            (
                "Ulstein has asked for go-live on 3 November 2025, 33 days later than"
                " the plan has it (1 October 2025)."
            ),
        ),
        (
            conflict(
                Kind.PROPOSAL_COUNTERED,
                "trust.HMR",
                days=1,
                **PLANNED,
                asked="2025-09-30",
            ),
            (
                "Møre and Romsdal trust has asked for go-live on 30 September 2025, 1"
                " day earlier than the plan has it (1 October 2025)."
            ),
        ),
        (
            conflict(
                Kind.PROPOSAL_UNANSWERED,
                ULSTEIN,
                days=3,
                **PLANNED,
                answer_by="2023-12-30",
            ),
            (
                "Ulstein was to answer by 30 December 2023 whether it agrees to go live"
                " on 1 October 2025. That was 3 days ago."
            ),
        ),
    ],
)
def test_it_says_which_date_and_by_how_much(told, text):
    assert conflict_text(told, Names()) == text


@pytest.mark.parametrize(
    ("told", "mend", "text"),
    [
        (
            REJECTED,
            Mend(MendKind.SET_WAVE_DAY, "K13", "2025-04-01"),
            (
                "Set K13 to 1 April 2025, the day that is agreed. 8 others in it move"
                " along."
            ),
        ),
        (
            COUNTERED,
            Mend(MendKind.MOVE_TO_WAVE, "K14", "1516"),
            "Move Ulstein to K14, which goes live on the day that was asked for.",
        ),
        (
            conflict(Kind.PROPOSAL_UNANSWERED, ULSTEIN),
            Mend(MendKind.ENTER_ANSWER, "7"),
            "Ask Ulstein again, and enter the answer.",
        ),
    ],
)
def test_its_mend_says_what_fits_the_answer(told, mend, text):
    told = replace(told, mend=mend, values=(*told.values, ("along", "8")))
    assert mend_text(told, Names()) == text
