"""The ledger of shares: who owns which on any day, and that none is lost."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.rights.ledger import (
    EntryKind,
    cap_table,
    days_of_change,
    holdings,
    lots_on,
    next_number,
    standing,
)
from planning.rights.share_ranges import (
    Range,
    count,
    first_of,
    merged,
    overlaps,
    shared,
    without,
)
from planning.rights.shares import check_entry
from tests.planning.rights.share_register import (
    FOUNDED,
    PAR,
    RULES,
    bought,
    correction,
    founded,
    issue,
    ranges,
    sale,
)

NUMBERS = 60
FEW = settings(max_examples=40)


def test_holdings_are_told_on_every_day():
    ledger = bought()
    assert holdings(ledger, FOUNDED - 1) == {}
    assert holdings(ledger, FOUNDED + 99)["founder"] == ranges((1, 400))
    assert holdings(ledger, FOUNDED + 100)["a"] == ranges((1, 30))
    assert holdings(ledger, FOUNDED + 200) == {
        "a": ranges((1, 30)),
        "b": ranges((31, 50)),
        "founder": ranges((51, 400)),
        "trust": ranges((401, 1000)),
    }
    assert days_of_change(ledger) == (FOUNDED, FOUNDED + 100, FOUNDED + 200)


def test_a_lot_keeps_its_class_and_says_since_when():
    ledger = bought()
    onward = (*ledger, sale(ledger, "a", "b", (5, 9), day=FOUNDED + 300))
    told = [
        (it.range.first, it.range.last, it.owner, it.share_class, it.entry)
        for it in lots_on(onward, FOUNDED + 300)[:4]
    ]
    assert told == [
        (1, 4, "a", "A", 3),
        (5, 9, "b", "A", 5),
        (10, 30, "a", "A", 3),
        (31, 50, "b", "A", 4),
    ]


def test_the_capitalisation_table_adds_up():
    table = cap_table(bought(), FOUNDED + 200)
    assert [it.owner for it in table.holdings] == ["trust", "founder", "a", "b"]
    assert (table.issued, table.par_value, table.par_sum) == (1000, PAR, 1000 * PAR)
    assert table.holdings[0].part == Fraction(6, 10)
    assert table.holdings[2].par_sum == 30 * PAR
    assert sum(it.part for it in table.holdings) == 1
    none = cap_table((), FOUNDED)
    assert (none.holdings, none.issued, none.par_value, none.par_sum) == (
        (),
        0,
        None,
        0,
    )


def test_a_ledger_that_nobody_has_checked_loses_no_share():
    ledger = founded()
    ledger = (*ledger, sale(ledger, "founder", "a", (390, 410)))
    ledger = (*ledger, issue(ledger, "b", (1000, 1001)))
    table = cap_table(ledger, FOUNDED + 100)
    assert table.issued == 1001
    assert {it.owner: it.shares for it in table.holdings} == {
        "trust": 600,
        "founder": 389,
        "a": 11,
        "b": 1,
    }
    assert next_number(()) == 1


def test_a_range_has_a_first_and_a_last_number():
    with pytest.raises(ValueError, match="no range"):
        Range(0, 4)
    with pytest.raises(ValueError, match="no range"):
        Range(5, 4)
    assert first_of(ranges((1, 3), (10, 20)), 5) == ranges((1, 3), (10, 11))
    assert first_of(ranges((1, 3)), 5) == ranges((1, 3))
    assert first_of(ranges((1, 3), (10, 20)), 2) == ranges((1, 2))


some_ranges = st.lists(
    st.tuples(st.integers(1, NUMBERS), st.integers(0, 9)).map(
        lambda it: Range(it[0], it[0] + it[1])
    ),
    max_size=5,
)


def numbers(found):
    return [it for each in found for it in range(each.first, each.last + 1)]


@FEW
@given(some_ranges, some_ranges)
def test_ranges_are_sets_of_numbers(ones, others):
    one, other = merged(ones), merged(others)
    assert numbers(one) == sorted(set(numbers(ones)))
    assert count(one) == len(numbers(one))
    assert overlaps(ones) == (len(numbers(ones)) != len(set(numbers(ones))))
    assert set(numbers(shared(one, other))) == set(numbers(one)) & set(numbers(other))
    left = without(one, other)
    assert set(numbers(left)) == set(numbers(one)) - set(numbers(other))
    assert merged(left) == left


deeds = st.tuples(
    st.sampled_from(["issue", "sale", "redemption", "correction"]),
    st.sampled_from(["founder", "trust", "a", "b", "company"]),
    st.sampled_from(["founder", "a", "b", "c", "company"]),
    st.integers(0, 1100),
    st.integers(1, 30),
    st.integers(0, 900),
    st.booleans(),
)


def entry_of(ledger, deed):
    """An entry that may hold or not; what is sold is often what the seller has."""
    kind, seller, buyer, first, size, later, is_whole = deed
    day = FOUNDED + 60 + later
    if kind == "issue":
        return issue(ledger, seller, (first + 1, first + size), day=day)
    if kind == "correction":
        return correction(ledger, 1 + first % (len(ledger) + 1))
    own = holdings(ledger, day).get(seller, ())
    sold = own if is_whole else first_of(own, size)
    ends = [(it.first, it.last) for it in sold] or [(first + 1, first + size)]
    entry = sale(ledger, seller, buyer, *ends, day=day)
    if kind == "sale":
        return entry
    return replace(entry, kind=EntryKind.REDEMPTION, declined=day)


def owner_of_each(ledger, day):
    """The same told by going through every single share: an oracle."""
    owners = {}
    gone = {it.corrects for it in ledger}
    for it in sorted(ledger, key=lambda it: (it.day, it.number)):
        is_counted = it.kind is not EntryKind.CORRECTION and it.number not in gone
        if is_counted and it.day <= day:
            for number in numbers(it.ranges):
                assert owners.get(number, "") == it.seller
                owners[number] = it.buyer
    return owners


@FEW
@given(st.lists(deeds, max_size=12))
def test_valid_entries_keep_every_share_with_one_owner(sequence):
    ledger = bought()
    for deed in sequence:
        entry = entry_of(ledger, deed)
        before = ledger
        if not check_entry(ledger, RULES, entry):
            ledger = (*ledger, entry)
        assert ledger[: len(before)] == before
    issued_by = [it for it in standing(ledger) if it.kind is EntryKind.ISSUE]
    for day in (*days_of_change(ledger), FOUNDED + 5000):
        owners = owner_of_each(ledger, day)
        told = holdings(ledger, day)
        of_owner = [(n, who) for who, set_ in told.items() for n in numbers(set_)]
        assert dict(of_owner) == owners
        assert len(of_owner) == len(owners)
        assert len(owners) == sum(it.shares for it in issued_by if it.day <= day)


@FEW
@given(st.lists(deeds, max_size=8), deeds)
def test_a_correction_restores_exactly_what_was(sequence, last):
    ledger = bought()
    for deed in sequence:
        entry = entry_of(ledger, deed)
        if not check_entry(ledger, RULES, entry):
            ledger = (*ledger, entry)
    entry = entry_of(ledger, last)
    if entry.kind is EntryKind.CORRECTION or check_entry(ledger, RULES, entry):
        return
    longer = (*ledger, entry)
    undoing = correction(longer, entry.number)
    assert not check_entry(longer, RULES, undoing)
    whole = (*longer, undoing)
    for day in days_of_change(longer):
        assert lots_on(whole, day) == lots_on(ledger, day)
