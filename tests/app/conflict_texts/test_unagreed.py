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
WIDER = {**PLANNED, "planned_last": "2025-11-30"}
SPRING = {"agreed": "2025-04-01", "agreed_last": "2025-05-31"}
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
                "Ulstein has rejected the go-live that the plan has: 1 October 2025."
                " Agreed is 1 April 2025, 183 days from it."
            ),
        ),
        (
            conflict(
                Kind.PROPOSAL_REJECTED, ULSTEIN, **PLANNED, agreed=PLANNED["planned"]
            ),
            (
                "Ulstein has rejected the dates that go with the go-live 1 October"
                " 2025, and the plan has them."
            ),
        ),
        (
            conflict(Kind.PROPOSAL_REJECTED, ULSTEIN, **WIDER, agreed="2025-10-01"),
            (
                "Ulstein has rejected the go-live that the plan has: October – November"
                " 2025 (window). Agreed is 1 October 2025."
            ),
        ),
        (
            conflict(Kind.PROPOSAL_REJECTED, ULSTEIN, **SPRING),
            (
                "Ulstein has rejected that the plan has no date for it. Agreed is April"
                " – May 2025 (window)."
            ),
        ),
        (
            conflict(Kind.PROPOSAL_COUNTERED, ULSTEIN, asked="2025-11-03"),
            (
                "Ulstein has asked for go-live on 3 November 2025. The plan has no date"
                " for it."
            ),
        ),
        (
            conflict(Kind.PROPOSAL_UNANSWERED, ULSTEIN, days=1, answer_by="2023-12-30"),
            (
                "Ulstein was to answer by 30 December 2023 whether it agrees that the"
                " plan has no date for it. That was 1 day ago."
            ),
        ),
        (
            COUNTERED,
            (
                "Ulstein has asked for go-live on 3 November 2025. The plan has 1"
                " October 2025, 33 days earlier."
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
                "Møre and Romsdal trust has asked for go-live on 30 September 2025. The"
                " plan has 1 October 2025, 1 day later."
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
                "Ulstein was to answer by 30 December 2023 whether it agrees to the new"
                " go-live, 1 October 2025. That was 3 days ago."
            ),
        ),
    ],
)
def test_it_says_which_date_and_by_how_much(told, text):
    # The dash of a stretch has narrow blanks around it.
    assert conflict_text(told, Names()).split() == text.split()


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
            conflict(Kind.PROPOSAL_REJECTED, ULSTEIN, **PLANNED, **SPRING),
            Mend(MendKind.SET_WAVE_DAY, "K13", "2025-04-01"),
            (
                "Set K13 to 1 April 2025, the first day of the window that is agreed. 8"
                " others in it move along."
            ),
        ),
        (
            conflict(Kind.PROPOSAL_REJECTED, ULSTEIN, **PLANNED, **SPRING),
            Mend(MendKind.MOVE_TO_WAVE, "K14", "1516"),
            "Move Ulstein to K14, which goes live within the window that is agreed.",
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
