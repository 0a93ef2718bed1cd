"""A reading of a yearly total that is lost, or comes back."""

from dataclasses import replace

from planning.finance.projection import Inputs, RestOf, Sourced
from planning.finance.readings import ChangedReading, changed_reading
from planning.money_facts import Basis
from tests.planning.finance.test_delay import INPUTS, sourced

TOTAL = RestOf(220, 167)
TOO_MUCH = RestOf(220, 231)


def read_in_both_ways(rest_of: RestOf = TOTAL) -> Inputs:
    return replace(
        INPUTS,
        platform=replace(sourced(53, Basis.DERIVED), rest_of=rest_of),
        platform_excluding_loan=sourced(220),
    )


def read_in_one(cannot_hold: RestOf = TOO_MUCH) -> Inputs:
    platform: Sourced = replace(sourced(220), cannot_hold=cannot_hold)
    return replace(INPUTS, platform=platform)


def test_a_dearer_loan_takes_a_reading_away_and_a_cheaper_one_brings_it_back() -> None:
    both, one = read_in_both_ways(), read_in_one()
    assert changed_reading(both, one) == ChangedReading(True, TOO_MUCH)
    assert changed_reading(one, both) == ChangedReading(False, TOTAL)


def test_what_is_read_as_before_has_changed_nothing() -> None:
    both, one = read_in_both_ways(), read_in_one()
    assert changed_reading(both, both) is None
    assert changed_reading(one, read_in_one(RestOf(220, 240))) is None
    assert changed_reading(INPUTS, one) is None
    assert changed_reading(one, INPUTS) is None


def test_what_one_has_decided_is_no_case_for_others() -> None:
    decided = RestOf(220, 231, Basis.DECIDED)
    lost = changed_reading(read_in_both_ways(), read_in_one(decided))
    assert lost is not None
    assert not lost.is_case
    documented = changed_reading(read_in_both_ways(), read_in_one())
    assert documented is not None
    assert documented.is_case
