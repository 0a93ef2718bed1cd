"""Who is told of shares that change hands."""

from dataclasses import replace

from planning.rights.ledger import EntryKind, ShareEntry
from planning.rights.notices import needs_notice, notice_of, notice_receivers
from tests.planning.rights.share_register import FOUNDED, RULES, issue, sale

FIRST = (issue((), "founder", (1, 100)),)
TO_A = sale(FIRST, "founder", "a", (1, 30))
TO_B = replace(TO_A, number=3, buyer="b", day=TO_A.day + 1)
LEDGER = (*FIRST, TO_A, TO_B)


def test_the_company_and_all_who_own_are_told_but_not_who_sells():
    assert notice_receivers(LEDGER, RULES, TO_A) == ("company",)
    assert notice_receivers(LEDGER, RULES, TO_B) == ("company", "a")


def test_who_came_later_is_not_told_of_what_was_before():
    assert "b" not in notice_receivers(LEDGER, RULES, TO_A)
    earlier = replace(TO_B, day=TO_A.day - 1)
    assert notice_receivers((*FIRST, TO_A, earlier), RULES, earlier) == ("company",)


def test_an_issue_a_correction_and_what_is_struck_out_need_no_notice():
    struck = ShareEntry(number=4, kind=EntryKind.CORRECTION, day=FOUNDED, corrects=3)
    assert needs_notice(LEDGER, TO_B)
    assert not needs_notice(LEDGER, FIRST[0])
    assert not needs_notice((*LEDGER, struck), TO_B)
    assert not needs_notice((*LEDGER, struck), struck)
    assert notice_receivers((*LEDGER, struck), RULES, TO_B) == ("company", "a")


def test_a_notice_says_how_many_and_when_payment_is_due():
    told = notice_of(TO_A)
    assert (told.seller, told.buyer, told.shares) == ("founder", "a", 30)
    assert told.is_complete
    assert not replace(told, due=None).is_complete
    assert not replace(told, shares=None).is_complete
