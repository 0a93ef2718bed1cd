"""What is announced before it is entered: who is told, what is refused, what waits."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.rights.announced import (
    AnnouncedChange,
    Stage,
    Step,
    StepKind,
    announced_already,
    as_entry,
    board_day,
    carried_out_by,
    check_carrying,
    judge,
    next_step,
    notice_of_announced,
    stage_of,
    told_of,
    unlike_notice,
)
from planning.rights.ledger import EntryKind
from planning.rights.share_ranges import Range
from planning.rights.shares import check_entry
from tests.planning.rights.share_register import (
    FOUNDED,
    PAR,
    RULES,
    bought,
    correction,
    founded,
)

SALE = AnnouncedChange(
    id=7,
    kind=EntryKind.TRANSFER,
    seller="founder",
    buyer="a",
    day=FOUNDED + 100,
    shares=30,
    notice=FOUNDED + 80,
    due=FOUNDED + 110,
)
LEAVING = AnnouncedChange(
    id=8,
    kind=EntryKind.REDEMPTION,
    seller="a",
    buyer="founder",
    day=FOUNDED + 300,
    notice=FOUNDED + 270,
    due=FOUNDED + 310,
)


def told(it, ledger=None, rules=RULES):
    """The kinds of what speaks against it, and of what is only not so yet."""
    found = judge(founded() if ledger is None else ledger, rules, it)
    kinds = [
        [one.kind.value for one in some] for some in (found.refusals, found.not_yet)
    ]
    return tuple(kinds)


def test_what_keeps_to_the_rules_is_the_entry_that_it_will_be():
    assert told(SALE) == ([], [])
    entry = as_entry(founded(), RULES, SALE)
    assert entry.ranges == (Range(1, 30),)
    assert (entry.price, entry.announced) == (PAR, 7)
    assert entry.board == board_day(RULES, SALE) == FOUNDED + 90
    chosen = replace(SALE, shares=None, ranges=(Range(101, 130),), board=FOUNDED + 90)
    assert as_entry(founded(), RULES, chosen).ranges == (Range(101, 130),)
    assert told(chosen) == told(LEAVING, bought()) == ([], [])
    assert as_entry(bought(), RULES, LEAVING).ranges == (Range(1, 30),)


@pytest.mark.parametrize(
    ("given", "not_yet"),
    [
        ({"shares": None}, ["number-not-entered"]),
        ({"due": None}, ["no-due-date"]),
        ({"notice": None}, ["no-board-day", "no-notice"]),
        ({"board": FOUNDED + 89}, ["no-board-meeting"]),
        ({"buyer": "c"}, ["annex-not-entered"]),
        ({"buyer": "late", "day": FOUNDED + 500, "shares": 10}, ["not-joined"]),
    ],
)
def test_what_is_only_not_so_yet_waits(given, not_yet):
    assert told(replace(SALE, **given)) == ([], not_yet)


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"price": PAR + 1}, ["not-at-par"]),
        ({"shares": 29}, ["not-the-annex"]),
        ({"shares": 401}, ["seller-has-fewer"]),
        ({"seller": "trust"}, ["option-not-from-founder"]),
        ({"notice": FOUNDED + 101}, ["notice-late"]),
        ({"due": FOUNDED + 79}, ["due-before-notice"]),
        ({"board": FOUNDED + 120}, ["not-first-board-meeting"]),
        ({"buyer": "clinic"}, ["not-public", "sold-to-other"]),
    ],
)
def test_what_breaks_a_rule_is_refused(given, refused):
    found, _not_yet = told(replace(SALE, **given))
    assert found == refused


def test_an_agreement_that_is_known_to_come_too_late_is_refused():
    early = replace(SALE, buyer="late", shares=10)
    assert told(early) == (["no-use-agreement"], ["not-joined"])
    company = replace(LEAVING, buyer="company")
    assert told(company, bought()) == ([], ["founder-not-declined"])
    late = replace(company, declined=company.day + 1)
    assert told(late, bought()) == (["founder-not-declined"], [])


def test_where_nothing_is_entered_it_is_not_known_who_has_what():
    assert told(SALE, ()) == ([], ["ledger-empty"])
    assert told(LEAVING, ()) == ([], ["ledger-empty"])
    assert told(replace(LEAVING, seller="b"), founded()) == (["seller-has-fewer"], [])
    notice = notice_of_announced((), RULES, SALE)
    assert (notice.shares, notice.ranges, notice.price) == (30, (), None)
    assert notice.is_complete
    assert not notice_of_announced((), RULES, LEAVING).is_complete


def test_the_company_and_all_other_owners_are_told():
    assert told_of(founded(), RULES, SALE) == ("company", "trust")
    later = replace(SALE, buyer="c", day=FOUNDED + 300)
    assert told_of(bought(), RULES, later) == ("company", "a", "b", "trust")
    assert told_of((), RULES, SALE) == ("company",)


def test_the_entry_carries_it_out_and_its_correction_opens_it_again():
    ledger = founded()
    entry = as_entry(ledger, RULES, SALE)
    carried = (*ledger, entry)
    assert stage_of(ledger, SALE) is Stage.OPEN
    assert stage_of(carried, SALE) is Stage.CARRIED_OUT
    assert carried_out_by(carried, SALE.id) == entry
    # What was told stays as it was told.
    assert told_of(carried, RULES, SALE) == told_of(ledger, RULES, SALE)
    assert as_entry(carried, RULES, SALE).ranges == entry.ranges
    again = [it.kind.value for it in check_carrying(carried, SALE, entry)]
    assert again == ["announced-done"]
    opened = (*carried, correction(carried, entry.number))
    assert stage_of(opened, SALE) is Stage.OPEN
    assert [*check_carrying(opened, SALE, entry)] == []
    gone = replace(SALE, given_up=FOUNDED + 90)
    assert stage_of(opened, gone) is Stage.GIVEN_UP
    other = replace(entry, buyer="b")
    refused = [it.kind.value for it in check_carrying(opened, gone, other)]
    assert refused == ["announced-given-up", "not-as-announced"]


def test_what_differs_from_the_notice_and_what_is_told_twice_is_odd():
    entry = as_entry(founded(), RULES, SALE)
    assert not [*unlike_notice(founded(), RULES, SALE, entry)]
    later = replace(entry, due=SALE.day + 60)
    (odd,) = unlike_notice(founded(), RULES, SALE, later)
    assert (odd.shares, odd.day) == (30, SALE.due)
    second = replace(SALE, id=9, day=SALE.day + 5)
    (twice,) = announced_already(founded(), (SALE,), second)
    assert twice.day == SALE.day
    assert not [*announced_already(founded(), (SALE, LEAVING), SALE)]


def test_what_is_next_follows_the_order_of_the_agreement():
    ledger = founded()

    def step(it, today, *, letters=True, rules=RULES):
        return next_step(ledger, rules, it, has_letters=letters, today=today)

    day = FOUNDED
    assert step(replace(SALE, due=None), day) == Step(StepKind.SAY_MORE)
    assert step(replace(SALE, notice=None), day) == Step(StepKind.SAY_MORE)
    sent = Step(StepKind.SEND, SALE.notice)
    assert step(SALE, day + 80, letters=False) == step(SALE, day + 79) == sent
    late = step(SALE, day + 81, letters=False)
    assert late == Step(StepKind.SEND_LATE, SALE.notice)
    no_board = replace(RULES, board_days=())
    assert step(SALE, day + 80, rules=no_board) == Step(StepKind.ENTER_MEETING)
    assert step(SALE, day + 80) == Step(StepKind.BOARD, day + 90)
    assert step(SALE, day + 95) == Step(StepKind.WAIT, SALE.day)
    assert step(SALE, day + 100) == Step(StepKind.ENTER, SALE.day)


@settings(max_examples=60, deadline=None)
@given(
    buyer=st.sampled_from(["a", "b", "c", "late", "company", "clinic", "founder"]),
    shares=st.sampled_from([None, 10, 20, 30, 500]),
    day=st.integers(FOUNDED + 80, FOUNDED + 600),
    due=st.none() | st.integers(FOUNDED, FOUNDED + 700),
    notice=st.none() | st.integers(FOUNDED, FOUNDED + 600),
)
def test_nothing_that_the_ledger_refuses_is_lost(buyer, shares, day, due, notice):
    it = replace(
        SALE, buyer=buyer, shares=shares, day=day, due=due, notice=notice, price=PAR
    )
    found = judge(bought(), RULES, it)
    refused = check_entry(bought(), RULES, as_entry(bought(), RULES, it))
    speaks = bool(found.refusals or found.not_yet)
    assert speaks == bool(refused) or (shares or 0) > 350
