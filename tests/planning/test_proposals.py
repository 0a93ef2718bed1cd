"""Proposals: what a body is bound by, and what a change of the plan does to it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.agreed import agreed_dates, has_accepted, is_met, objection
from planning.proposals import (
    OPEN_STATES,
    Answer,
    Closing,
    Dates,
    Proposal,
    State,
    Verdict,
    go_live_of,
    state_of,
)
from planning.settling import NOTHING_PLANNED, Bound, Settlement, differing, settle

MAY, JUNE, JULY = (("go-live", 5), ("limit", 1)), (("go-live", 6),), (("go-live", 7),)
AUGUST = (("go-live", 8),)
LATE = 31
ACCEPTED, REJECTED = Answer(Verdict.ACCEPTED), Answer(Verdict.REJECTED)


def proposed(was: Dates, becomes: Dates, **values: object) -> Proposal:
    return Proposal(
        id=1,
        body="municipality.1516",
        was=was,
        becomes=becomes,
        answer_by=30,
        **values,
    )


def settled(
    chain: tuple[Proposal, ...], before: Dates, after: Dates, *, is_undo: bool = False
) -> Settlement:
    return settle(chain, before=Bound(before), after=Bound(after), is_undo=is_undo)


def test_a_first_move_is_proposed():
    assert settled((), MAY, JUNE) == Settlement(proposed=(MAY, JUNE))
    assert settled((), MAY, MAY) == Settlement()


def test_what_is_taken_back_is_withdrawn_and_what_comes_back_says_so():
    chain = (proposed(MAY, JUNE),)
    assert settled(chain, JUNE, MAY, is_undo=True).closes is Closing.WITHDRAWN
    assert settled(chain, JUNE, MAY).closes is Closing.BACK


def test_a_further_move_is_proposed_against_what_is_agreed():
    chain = (proposed(MAY, JUNE),)
    assert settled(chain, JUNE, JULY) == Settlement(proposed=(MAY, JULY))
    accepted = (proposed(MAY, JUNE, answer=ACCEPTED),)
    assert settled(accepted, JUNE, JULY) == Settlement(proposed=(JUNE, JULY))


def test_what_was_turned_down_is_not_asked_again():
    chain = (proposed(MAY, JUNE, answer=REJECTED),)
    assert settled(chain, MAY, JUNE) == Settlement()
    assert settled(chain, JUNE, MAY) == Settlement()
    assert settled(chain, JUNE, JULY) == Settlement(proposed=(MAY, JULY))


def test_the_day_that_a_body_named_itself_is_agreed():
    countered = proposed(MAY, JUNE, answer=Answer(Verdict.COUNTERED, 7))
    assert is_met(countered, JULY)
    assert settled((countered,), JUNE, JULY) == Settlement()
    assert settled((countered,), JULY, AUGUST) == Settlement(proposed=(JULY, AUGUST))
    chain = (countered, proposed(JULY, AUGUST))
    assert agreed_dates(chain) == JULY
    assert settled(chain, AUGUST, JULY).closes is Closing.BACK


def test_the_day_that_was_answered_with_another_is_not_asked_again():
    countered = proposed(MAY, JUNE, answer=Answer(Verdict.COUNTERED, 7))
    assert settled((countered,), JULY, JUNE) == Settlement()


def test_who_goes_live_is_asked_no_more():
    chain = (proposed(MAY, JUNE),)
    live = Bound(JUNE, is_live=True)
    closed = settle(chain, before=Bound(JUNE), after=live, is_undo=False)
    assert closed == Settlement(closes=Closing.LIVE)
    assert settle((), before=live, after=Bound(MAY), is_undo=True) == Settlement()


def test_an_answer_taken_back_changes_what_is_agreed():
    chain = (proposed(MAY, JUNE), proposed(JUNE, JULY))
    assert settled(chain, JULY, JULY) == Settlement(proposed=(MAY, JULY))


@pytest.mark.parametrize(
    ("proposal", "is_last", "today", "state"),
    [
        (proposed(MAY, JUNE), True, 30, State.OPEN),
        (proposed(MAY, JUNE), True, 31, State.UNANSWERED),
        (proposed(MAY, JUNE), False, 31, State.OVERTAKEN),
        (proposed(MAY, JUNE, closing=Closing.BACK), True, 31, State.BACK),
        (proposed(MAY, JUNE, answer=REJECTED), False, 31, State.REJECTED),
    ],
)
def test_how_a_proposal_stands(proposal, is_last, today, state):
    assert state_of(proposal, is_last=is_last, today=today) is state


def test_days_are_those_of_go_live():
    assert proposed(MAY, JULY).days == 2
    assert proposed((), JULY).days == 0


def test_who_has_no_date_differs_from_who_has_one():
    found = list(differing({"a": Bound(MAY)}, {"a": Bound(MAY), "b": Bound(JUNE)}))
    assert found == [("b", NOTHING_PLANNED, Bound(JUNE))]


class _Body:
    """A body in a plan: its dates, what was proposed to it, and what was done."""

    def __init__(self) -> None:
        self.dates: Dates = MAY
        self.chain: list[Proposal] = []
        self.done: list[tuple[Dates, int | None]] = []

    def change(
        self,
        dates: Dates,
        *,
        answer: tuple[int, Answer | None] | None = None,
        is_undo: bool = False,
    ) -> None:
        before, self.dates = self.dates, dates
        if answer is not None:
            at, given = answer
            self.chain[at] = replace(self.chain[at], answer=given)
        elif before == dates:
            return
        told = self.objections()
        found = settled(tuple(self.chain), before, dates, is_undo=is_undo)
        if found.closes:
            self.chain[-1] = replace(self.chain[-1], closing=found.closes)
        if found.proposed:
            made = proposed(*found.proposed)
            self.chain.append(replace(made, answer_by=LATE + 30))
        # The plan was evaluated before this was kept: it has to say the same.
        assert self.objections() == told
        self.chain = [replace(it, answer_by=30) for it in self.chain]

    def do(self, dates: Dates, answer: Answer | None) -> None:
        """Answer what is open, or move."""
        if answer is None:
            self.done.append((self.dates, None))
            self.change(dates)
        elif self.chain and self.chain[-1].is_undecided:
            at = len(self.chain) - 1
            self.done.append((self.dates, at))
            self.change(self.dates, answer=(at, answer))

    def undo(self) -> None:
        dates, at = self.done.pop()
        self.change(dates, answer=None if at is None else (at, None), is_undo=True)

    def objections(self) -> State | None:
        """What the plan tells of it as a conflict, past the first deadline."""
        if not self.chain:
            return None
        found = objection(self.chain, self.dates, today=LATE)
        return None if found is None else found.state

    def open(self) -> list[Proposal]:
        last = len(self.chain) - 1
        return [
            it
            for at, it in enumerate(self.chain)
            if state_of(it, is_last=at == last, today=0) in OPEN_STATES
        ]

    def check(self) -> None:
        """One at most is open, about the plan's dates; else these are settled."""
        found = self.open()
        assert len(found) <= 1
        if found:
            assert found[0].becomes == self.dates
            assert found[0].was != self.dates
        elif self.chain:
            last = self.chain[-1]
            is_answered = last.answer is not None and last.becomes == self.dates
            bound = agreed_dates(self.chain)
            is_bound = has_accepted(self.chain, self.dates) or self.dates == bound
            assert is_answered or is_bound or is_met(last, self.dates)


DAYS = st.sampled_from([MAY, JUNE, JULY, ()])
ANSWERS = st.sampled_from([None, None, ACCEPTED, REJECTED]) | st.builds(
    Answer, st.just(Verdict.COUNTERED), st.sampled_from([5, 6, 7])
)


@given(st.lists(st.tuples(DAYS, ANSWERS) | st.none(), max_size=12))
def test_whatever_is_moved_and_answered_one_is_open_and_undoing_all_leaves_none(deeds):
    body = _Body()
    for deed in deeds:
        if deed is not None:
            body.do(*deed)
        elif body.done:
            body.undo()
        body.check()
    while body.done:
        body.undo()
        body.check()
    assert body.dates == MAY
    assert body.open() == []
    assert all(go_live_of(it.becomes) != 0 for it in body.chain)


def test_who_has_accepted_a_date_is_not_asked_about_it_again():
    first = proposed(MAY, JUNE, answer=ACCEPTED)
    accepted = (first, proposed(JUNE, JULY, answer=ACCEPTED))
    assert settled(accepted, JULY, JUNE, is_undo=True) == Settlement()
    assert settled(accepted, JUNE, AUGUST) == Settlement(proposed=(JUNE, AUGUST))
    again = (*accepted, proposed(JUNE, AUGUST))
    assert agreed_dates(again) == JUNE
    assert settled(again, AUGUST, JULY).closes is Closing.BACK
    taken_back = (replace(first, answer=None), accepted[1])
    assert settled(taken_back, JUNE, JUNE) == Settlement(proposed=(JULY, JUNE))


def window(first: int, last: int, limit: int = 1) -> Dates:
    return (("go-live", first), ("go-live-last", last), ("limit", limit))


def test_a_day_within_the_agreed_window_asks_nobody_and_the_window_stays_agreed():
    spring, day = window(50, 90), window(70, 70, 21)
    found = settled((), spring, day)
    assert found == Settlement(proposed=(spring, day), within=True)
    chain = (proposed(spring, day, closing=Closing.WITHIN),)
    assert settled(chain, day, window(80, 80, 31)) == Settlement()
    assert settled(chain, day, spring, is_undo=True) == Settlement()
    assert settled(chain, day, window(95, 95)).proposed == (spring, window(95, 95))


@pytest.mark.parametrize("dates", [window(70, 70, 0), window(50, 91), window(49, 60)])
def test_an_earlier_limit_and_what_leaves_the_window_are_proposed(dates):
    spring = window(50, 90)
    assert settled((), spring, dates) == Settlement(proposed=(spring, dates))


def test_dates_kept_without_a_window_are_those_of_the_same_first_day():
    bare = (("go-live", 50), ("limit", 1))
    chain = (proposed(MAY, bare),)
    assert settled(chain, MAY, window(50, 90)) == Settlement()
