"""What is odd about an entry of the share ledger, told and never refused."""

from dataclasses import replace

from planning.rights.facts import Fact, FactKind
from planning.rights.ledger import EntryKind, lots_on
from planning.rights.share_cautions import find_cautions
from tests.planning.rights.share_register import FOUNDED, RULES, bought, founded, sale


def told(ledger, entry, *facts):
    found = find_cautions(lots_on(ledger, entry.day), RULES, entry, facts)
    return [it.kind.value for it in found]


def fact(kind, day):
    return Fact(municipality="a", kind=kind, first=day, last=day)


def test_an_option_is_known_to_be_used():
    ledger = founded()
    entry = sale(ledger, "founder", "a", (1, 30))
    used = fact(FactKind.OPTION_EXERCISED, entry.day - 9)
    declined = fact(FactKind.DECLINED, entry.day - 5)
    assert told(ledger, entry) == ["not-exercised"]
    assert told(ledger, entry, used) == []
    assert told(ledger, entry, used, declined) == ["declined"]
    earlier = fact(FactKind.DECLINED, entry.day - 99)
    assert told(ledger, entry, earlier, used) == []
    late = fact(FactKind.OPTION_EXERCISED, entry.day + 1)
    assert told(ledger, entry, late) == ["not-exercised"]


def test_days_and_numbers_that_are_odd():
    ledger = bought()
    entry = sale(ledger, "trust", "a", (401, 401), day=FOUNDED + 300)
    assert entry.board == entry.day
    assert told(ledger, entry) == ["beyond-annex"]
    early = replace(entry, day=entry.day - 1)
    assert told(ledger, early) == ["before-board", "beyond-annex"]
    late = replace(entry, due=(entry.notice or 0) + 367)
    assert told(ledger, late) == ["due-late", "beyond-annex"]
    leaving = replace(entry, kind=EntryKind.REDEMPTION, seller="a", buyer="founder")
    assert told(ledger, leaving) == ["not-leaving"]
    gave = fact(FactKind.NOTICE_GIVEN, leaving.day)
    assert told(ledger, leaving, gave) == []


def test_what_is_not_odd_is_not_told():
    ledger = bought()
    more = sale(ledger, "founder", "trust", (500, 500), day=FOUNDED + 300)
    assert told(ledger, more) == []
    assert told(ledger, replace(more, kind=EntryKind.ISSUE, buyer="trust")) == []
    fewer = (*founded(), sale(founded(), "founder", "a", (1, 10)))
    within = sale(fewer, "trust", "a", (401, 401), day=FOUNDED + 300)
    assert told(fewer, within) == []
