"""What a body has said against the dates of a plan, and how long that holds."""

import pytest

from planning.agreed import is_settled, objection
from planning.proposals import Answer, Closing, State, Verdict
from tests.planning.test_proposals import (
    ACCEPTED,
    AUGUST,
    JULY,
    JUNE,
    MAY,
    REJECTED,
    proposed,
)

COUNTERED = Answer(Verdict.COUNTERED, 7)
LIMIT = (("go-live", 6), ("limit", 2))


@pytest.mark.parametrize(
    ("values", "dates", "today", "state"),
    [
        ({}, JUNE, 30, None),
        ({}, JUNE, 31, State.UNANSWERED),
        ({}, JULY, 31, None),
        ({"answer": REJECTED}, JUNE, 1, State.REJECTED),
        ({"answer": REJECTED}, MAY, 1, None),
        ({"answer": REJECTED}, JULY, 1, None),
        ({"answer": ACCEPTED}, JUNE, 31, None),
        ({"answer": Answer(Verdict.COUNTERED, 7)}, JUNE, 1, State.COUNTERED),
        ({"answer": Answer(Verdict.COUNTERED, 7)}, JULY, 1, None),
        ({"closing": Closing.BACK}, JUNE, 31, None),
    ],
)
def test_what_is_not_agreed_is_told_while_the_plan_has_it(values, dates, today, state):
    chain = (proposed(MAY, JUNE, **values),)
    found = objection(chain, dates, today=today)
    assert (None if found is None else found.state) is state


@pytest.mark.parametrize(
    ("said", "dates", "state"),
    [
        ((REJECTED, None), JUNE, State.REJECTED),
        ((REJECTED, None), LIMIT, State.REJECTED),
        ((REJECTED, None), AUGUST, None),
        ((REJECTED, None), MAY, None),
        ((COUNTERED, None), AUGUST, State.COUNTERED),
        ((COUNTERED, None), JULY, None),
        ((COUNTERED, None), MAY, None),
        ((COUNTERED, REJECTED), (("go-live", 9),), State.COUNTERED),
        ((COUNTERED, REJECTED), AUGUST, State.REJECTED),
        ((COUNTERED, ACCEPTED), (("go-live", 9),), None),
        ((ACCEPTED, COUNTERED), JUNE, None),
    ],
)
def test_what_was_said_before_holds_until_it_is_answered_anew(said, dates, state):
    first, second = said
    chain = (
        proposed(MAY, JUNE, answer=first),
        proposed(MAY, AUGUST, answer=second),
        proposed(MAY, dates),
    )
    found = objection(chain, dates, today=1)
    assert (None if found is None else found.state) is state


def test_who_rejected_a_limit_has_not_rejected_its_go_live():
    limits = (("go-live", 5), ("limit", 0))
    chain = (proposed(MAY, limits, answer=REJECTED),)
    assert objection(chain, (("go-live", 5), ("limit", 2)), today=1) is None


@pytest.mark.parametrize(
    ("answer", "dates", "settled"),
    [
        (None, JUNE, False),
        (None, MAY, True),
        (ACCEPTED, JUNE, True),
        (REJECTED, JUNE, False),
        (COUNTERED, JULY, True),
        (COUNTERED, JUNE, False),
    ],
)
def test_what_the_plan_has_is_settled_or_not(answer, dates, settled):
    assert is_settled((proposed(MAY, JUNE, answer=answer),), dates) is settled
