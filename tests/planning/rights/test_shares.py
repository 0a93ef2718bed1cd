"""What an entry of the share ledger must keep to, rule by rule."""

from dataclasses import replace
from decimal import Decimal

import pytest

from planning.rights.ledger import EntryKind, holdings
from planning.rights.share_owners import is_organisation_number
from planning.rights.shares import broken_by, check_entry
from tests.planning.rights.share_register import (
    BOARD,
    FOUNDED,
    RULES,
    bought,
    correction,
    founded,
    issue,
    kinds,
    ranges,
    sale,
)

LATER = FOUNDED + 300


@pytest.mark.parametrize(
    ("number", "holds"),
    [
        ("123456785", True),
        ("123456784", False),
        ("12345678", False),
        ("1234567850", False),
        ("12345678x", False),
        ("100000140", False),
        ("", False),
    ],
)
def test_an_organisation_number_has_its_check_digit(number, holds):
    assert is_organisation_number(number) is holds


def test_a_number_whose_check_digit_would_be_ten_is_none():
    assert not any(is_organisation_number(f"00000006{digit}") for digit in range(10))


def test_a_life_without_fault_is_not_refused():
    ledger = ()
    for entry in bought():
        assert not check_entry(ledger, RULES, entry)
        ledger = (*ledger, entry)
    onward = sale(ledger, "a", "b", (1, 5), day=LATER)
    assert not kinds(ledger, onward)
    assert not kinds(ledger, sale(ledger, "a", "company", (1, 5), day=LATER))


# What is wrong with a sale, and the only reason that it is refused for.
SALES = [
    (("founder", "a", (1, 30)), {"price": Decimal(999)}, "not-at-par"),
    (("founder", "a", (1, 29)), {}, "not-the-annex"),
    (("founder", "c", (1, 30)), {}, "annex-not-entered"),
    (("trust", "a", (401, 430)), {}, "option-not-from-founder"),
    (("founder", "a", (1, 10), (390, 409)), {}, "seller-lacks"),
    (("founder", "founder", (1, 30)), {}, "to-itself"),
    (("founder", "trust", (1, 30)), {}, "sold-to-other"),
    (("founder", "a", (1, 30)), {"notice": None, "board": BOARD[4]}, "no-notice"),
    (("founder", "a", (1, 30)), {"notice": FOUNDED + 101}, "notice-late"),
    (("founder", "a", (1, 30)), {"due": None}, "no-due-date"),
    (("founder", "a", (1, 30)), {"board": None}, "no-board-day"),
    (("founder", "a", (1, 30)), {"board": FOUNDED + 60}, "board-before-notice"),
    (("founder", "a", (1, 30)), {"board": BOARD[3]}, "not-first-board-meeting"),
    (("founder", "a", (1, 20), (11, 20)), {}, "twice"),
]


@pytest.mark.parametrize(("who", "given", "kind"), SALES)
def test_a_sale_is_refused_for_what_is_wrong_with_it(who, given, kind):
    assert kinds(founded(), sale(founded(), *who, **given)) == [kind]


def test_all_reasons_are_told_at_once():
    entry = sale(founded(), "founder", "clinic", price=Decimal(1))
    assert kinds(founded(), entry) == [
        "no-shares",
        "not-at-par",
        "not-public",
        "no-use-agreement",
        "not-joined",
        "sold-to-other",
    ]
    early = sale(founded(), "founder", "late", (1, 10))
    assert kinds(founded(), early) == ["no-use-agreement", "not-joined"]
    (agreed, joined) = check_entry(founded(), RULES, early)
    assert (agreed.day, joined.day) == (FOUNDED + 400, None)


def test_a_board_that_has_no_meeting_then_can_treat_nothing():
    entry = sale(founded(), "founder", "a", (1, 30), board=FOUNDED + 81)
    assert kinds(founded(), entry) == ["no-board-meeting"]
    bare = replace(RULES, board_days=())
    assert kinds(founded(), entry, bare) == ["no-board-meeting"]


def test_who_leaves_is_redeemed_at_par_by_the_founder_or_else_the_company():
    ledger = bought()
    leaving = replace(
        sale(ledger, "a", "founder", (1, 30), day=LATER), kind=EntryKind.REDEMPTION
    )
    assert not kinds(ledger, leaving)
    assert holdings((*ledger, leaving), LATER)["founder"] == ranges((1, 30), (51, 400))
    assert kinds(ledger, replace(leaving, price=Decimal(900))) == ["not-at-par"]
    assert kinds(ledger, replace(leaving, buyer="b")) == ["redeemed-by-other"]
    by_company = replace(leaving, buyer="company")
    assert kinds(ledger, by_company) == ["founder-not-declined"]
    assert not kinds(ledger, replace(by_company, declined=LATER - 1))
    part = replace(leaving, ranges=ranges((1, 10)))
    (left,) = check_entry(ledger, RULES, part)
    assert (left.kind, left.ranges, left.shares) == (
        "not-all-redeemed",
        ranges((11, 30)),
        20,
    )
    trust = replace(leaving, seller="trust", ranges=ranges((401, 1000)))
    assert kinds(ledger, trust) == ["not-redeemable"]


def test_shares_are_issued_once_at_one_par_and_to_public_bodies():
    ledger = founded()
    assert kinds(ledger, issue(ledger, "trust", (400, 500))) == ["numbers-taken"]
    dearer = issue(ledger, "trust", (1001, 1010), price=Decimal(2))
    assert kinds(ledger, dearer) == ["par-differs"]
    assert kinds(ledger, issue(ledger, "clinic", (1001, 1010))) == ["not-public"]
    later = issue(ledger, "clinic", (1001, 1010), day=FOUNDED + 30)
    assert kinds(ledger, later) == ["not-public", "no-use-agreement", "not-joined"]


def test_an_entry_of_an_earlier_day_may_not_break_a_later_one():
    ledger = bought()
    early = sale(ledger, "founder", "a", (31, 60), day=FOUNDED + 90)
    found = check_entry(ledger, RULES, early)
    # The founder sold 31–50 later, and the option of a would be used twice over.
    assert [(it.kind.value, it.entry) for it in found] == [("breaks-later", 4)]
    onward = (*ledger, sale(ledger, "a", "b", (1, 30), day=LATER))
    assert kinds(onward, correction(onward, 3)) == ["breaks-later"]


def test_a_correction_strikes_out_one_entry_once():
    ledger = bought()
    undone = (*ledger, correction(ledger, 4))
    assert not kinds(ledger, undone[-1])
    assert "b" not in holdings(undone, LATER)
    assert kinds(undone, correction(undone, 4)) == ["corrected-already"]
    assert kinds(undone, correction(undone, 5)) == ["corrects-correction"]
    assert kinds(undone, correction(undone, 99)) == ["no-such-entry"]
    again = sale(undone, "founder", "b", (100, 119), day=LATER)
    assert not kinds(undone, again)


def test_it_is_told_which_entries_rest_on_what_would_change():
    ledger = bought()
    fewer = replace(RULES, annex={"a": 29, "b": 20})
    broken = broken_by(ledger, RULES, fewer)
    assert [*broken] == [3]
    assert [(it.kind.value, it.shares) for it in broken[3]] == [("not-the-annex", 29)]
    assert [*broken_by(ledger, RULES, replace(RULES, board_days=BOARD[5:]))] == [3]
    assert broken_by(ledger, fewer, RULES) == {}


def test_new_shares_go_on_after_the_last_number():
    ledger = founded()
    gap = check_entry(ledger, RULES, issue(ledger, "a", (1101, 1200), day=LATER))
    assert [(it.kind.value, it.ranges) for it in gap] == [
        ("numbers-gap", ranges((1001, 1100)))
    ]
    assert not kinds(ledger, issue(ledger, "a", (1001, 1200), day=LATER))
    assert kinds((), issue((), "founder", (2, 9))) == ["numbers-gap"]
    # Those of an issue that was struck out can be issued anew.
    struck = (*ledger, correction(ledger, 1))
    assert not kinds(struck, issue(struck, "founder", (1, 400)))
    assert kinds(struck, issue(struck, "a", (1002, 1003), day=LATER)) == ["numbers-gap"]


def test_payment_is_not_due_before_notice_and_who_declined_does_not_redeem():
    ledger = bought()
    early = sale(ledger, "a", "b", (1, 5), day=LATER, due=LATER - 21)
    assert kinds(ledger, early) == ["due-before-notice"]
    leaving = replace(
        sale(ledger, "a", "founder", (1, 30), day=LATER), kind=EntryKind.REDEMPTION
    )
    assert not kinds(ledger, leaving)
    assert kinds(ledger, replace(leaving, declined=LATER)) == ["founder-declined"]
