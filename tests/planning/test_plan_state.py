"""What a plan comes to at one moment, and how it is kept and read again."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.conflicts import Kind
from planning.evaluate import evaluate
from planning.finance.projection import (
    Averages,
    Projection,
    Provenance,
    Summary,
    YearFlow,
)
from planning.money_facts import Basis
from planning.plan_state import plan_state
from planning.snapshot import (
    Because,
    HealthTrust,
    Precision,
    ProgrammeMilestone,
    ReportState,
    Snapshot,
)
from planning.state import MoneyState, MonthLoad, PlanState, Sum
from planning.state_document import (
    canonical,
    read_state,
    state_checksum,
    state_document,
)
from tests.planning.finance.test_delay import planned
from tests.planning.programmes import (
    NUMBER,
    day,
    deadline,
    iso,
    programme,
    report,
    wave,
    window,
)
from tests.planning.random_programmes import programmes


def state_of(snapshot: Snapshot) -> PlanState:
    return plan_state(evaluate(snapshot))


def round_trip(state: PlanState) -> PlanState:
    return read_state(json.loads(json.dumps(state_document(state))))


def test_a_wave_with_a_window_has_the_days_it_is_reckoned_with_and_why() -> None:
    (k13,) = state_of(programme(wave("K13", window("2025-04-01", "2025-05-31")))).waves

    assert (k13.code, k13.sequence, k13.is_live) == ("K13", 13, False)
    assert k13.day is not None
    assert k13.cost_day is not None
    assert (iso(k13.day), iso(k13.cost_day)) == ("2025-04-01", "2025-05-31")
    assert k13.because is Because.FIRST_DAY_OF_WINDOW
    assert k13.known == window("2025-04-01", "2025-05-31")


def test_a_day_that_the_office_sets_beats_the_window() -> None:
    snapshot = programme(
        wave("K13", window("2025-04-01", "2025-05-31"), set_day="2025-04-26")
    )

    its = state_of(snapshot).municipalities[NUMBER]

    assert its.known == window("2025-04-26")
    assert its.precision is Precision.DAY
    assert its.go_live == day("2025-04-26")


def test_a_municipality_has_its_dates_limits_and_margin() -> None:
    its = state_of(programme()).municipalities[NUMBER]

    assert (its.wave, its.is_live) == ("K13", False)
    assert {it.key: iso(it.day) for it in its.limits} == {
        "project-start": "2023-09-26",
        "preproject-limit": "2023-10-26",
        "withdrawal-limit": "2024-03-26",
        "option-limit": "2024-04-26",
    }
    assert its.dates["go-live"].start == day("2025-04-26")
    assert its.dates["project-start"].is_presumed
    assert (its.earliest, its.margin_days) == (day("2025-04-26"), 0)


def test_a_limit_that_a_letter_names_stands_beside_the_derived_one() -> None:
    snapshot = programme(deadlines=[deadline("option-limit", "2024-02-01")])

    limits = {it.key: it for it in state_of(snapshot).municipalities[NUMBER].limits}

    assert limits["option-limit"].day == day("2024-02-01")
    assert limits["option-limit"].derived_day == day("2024-04-26")


def test_who_went_live_in_a_month_is_never_known_to_the_day() -> None:
    november = window("2022-11-01", "2022-11-30", Precision.MONTH)
    live = report("go-live", ReportState.DONE, finish=november)

    its = state_of(programme(reports=[live])).municipalities[NUMBER]

    assert its.is_live
    assert its.known == november
    assert its.precision is Precision.MONTH
    assert its.margin_days is None
    assert its.dates["go-live"].is_done


def test_who_is_in_no_wave_is_there_without_dates() -> None:
    its = state_of(programme(placed=[(NUMBER, None)])).municipalities[NUMBER]

    assert (its.wave, its.go_live, its.known, its.money) == (None, None, None, None)
    assert (its.precision, its.dates, its.limits) == (None, {}, ())


def test_trusts_go_with_their_wave_or_on_their_own_day() -> None:
    trusts = [
        HealthTrust(code="HMR", wave="K13"),
        HealthTrust(code="HNT", wave="K13", actual=window("2022-11-12")),
        HealthTrust(code="STO", wave=None),
    ]

    found = state_of(programme(trusts=trusts)).trusts

    assert {code: (it.go_live, it.is_live) for code, it in found.items()} == {
        "HMR": (day("2025-04-26"), False),
        "HNT": (day("2022-11-12"), True),
        "STO": (None, False),
    }


def test_conflicts_and_dates_of_the_programme_are_there_and_mends_are_not() -> None:
    ready = ProgrammeMilestone(key="ready", window=window("2024-05-01"))
    late = report("project-start", ReportState.NOT_DONE)

    state = state_of(programme(milestones=[ready], reports=[late]))

    assert state.milestones["ready"].start == day("2024-05-01")
    assert round_trip(state) == state
    assert Kind.MARGIN_NEGATIVE in {it.kind for it in state.conflicts}
    assert all(it.mend is None for it in state.conflicts)


def with_money(projection: Projection) -> PlanState:
    evaluation = replace(evaluate(programme()), projections={NUMBER: projection})
    return plan_state(evaluation)


def test_the_money_is_that_of_the_projection() -> None:
    projection = planned(2025)

    its = with_money(projection).municipalities[NUMBER].money

    assert its is not None
    assert its.investment == Sum(1_850_000_000, 1_850_000_000, 1_850_000_000)
    assert its.sums["project"].basis is Basis.MISSING
    assert not its.investment.has_range
    assert its.summary == projection.summary
    assert its.years == projection.years
    assert its.npv_year == 2025


def test_a_document_says_days_as_iso_and_amounts_as_decimal_text() -> None:
    document = state_document(with_money(planned(2025)))

    (its,) = document["municipalities"]
    assert (document["status_date"], its["go_live"]) == ("2023-11-30", "2025-04-26")
    assert its["money"]["sums"]["investment"] == [
        "18500000",
        "18500000",
        "18500000",
        "documented",
    ]
    assert its["dates"][0] == [
        "project-start",
        "2023-09-26",
        "2023-09-26",
        "milestone",
        False,
        True,
    ]
    assert document == json.loads(json.dumps(document))


def test_a_document_of_another_version_is_refused() -> None:
    document = {**state_document(state_of(programme())), "version": 2}

    with pytest.raises(ValueError, match="version 2"):
        read_state(document)


def test_a_month_says_by_how_much_there_is_too_little() -> None:
    months = [MonthLoad(day("2025-03-01"), 31, it) for it in (None, 40, 21)]

    assert [it.over for it in months] == [0, 0, 10]


def test_the_wave_of_a_code_is_found() -> None:
    state = state_of(programme())

    assert state.wave("K13") is state.waves[0]
    assert state.wave("K99") is None


@given(programmes())
def test_what_is_written_is_read_as_it_was(snapshot: Snapshot) -> None:
    state = state_of(snapshot)

    assert round_trip(state) == state


ore = st.integers(-(10**15), 10**15)
averages = st.builds(Averages, cost=ore, legacy_saved=ore, benefit=ore, net=ore)
summaries = st.builds(
    Summary,
    average_annual=averages,
    npv=ore,
    break_even_year=st.none() | st.integers(1990, 2100),
    break_even_benefit_share=st.none() | st.floats(0, 50),
)
money = st.builds(
    MoneyState,
    provenance=st.sampled_from(Provenance),
    price_years=st.lists(st.none() | st.integers(2015, 2030)).map(tuple),
    sums=st.dictionaries(
        st.sampled_from(["investment", "platform"]),
        st.builds(Sum, ore, ore, ore, st.sampled_from(Basis)),
    ),
    npv_year=st.integers(2020, 2040),
    first_averaged=st.integers(2020, 2040),
    last_averaged=st.integers(2020, 2060),
    summary=summaries,
    favourable=st.none() | summaries,
    unfavourable=st.none() | summaries,
    years=st.lists(
        st.builds(YearFlow, year=st.integers(2020, 2060), platform=ore, benefit=ore)
    ).map(tuple),
)
loads = st.builds(
    MonthLoad, st.just(day("2025-03-01")), st.integers(0), st.none() | st.integers(0)
)


@given(money, st.lists(loads).map(tuple))
def test_every_sum_is_read_to_the_ore(
    its: MoneyState, months: tuple[MonthLoad, ...]
) -> None:
    state = state_of(programme())
    one = replace(state.municipalities[NUMBER], money=its)
    state = replace(state, municipalities={NUMBER: one}, loads={"trainers": months})

    assert round_trip(state) == state


def test_the_checksum_is_the_same_however_the_document_is_written() -> None:
    document = state_document(state_of(programme()))
    turned = dict(reversed(document.items()))

    assert state_checksum(turned) == state_checksum(document)
    assert json.loads(canonical(document)) == document


@given(programmes(), st.data())
def test_the_checksum_changes_with_any_value(
    snapshot: Snapshot, data: st.DataObject
) -> None:
    document = json.loads(canonical(state_document(state_of(snapshot))))
    before = state_checksum(document)

    holder, key = data.draw(st.sampled_from(list(leaves(document))))
    holder[key] = "another" if holder[key] != "another" else "a third"

    assert state_checksum(document) != before


def leaves(at: Any) -> list[tuple[Any, Any]]:
    """Where each value stands that holds no others."""
    pairs = list(at.items() if isinstance(at, dict) else enumerate(at))
    found = []
    for key, value in pairs:
        if isinstance(value, dict | list):
            found += leaves(value)
        else:
            found.append((at, key))
    return found
