"""The chain of facts: known answers, and that the order of entry never matters."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import to_day
from planning.rights.chain import (
    NOES,
    STAGES,
    ChainState,
    Fact,
    FactKind,
    Origin,
    Undone,
    assemble,
    chain_of,
    disagreeing,
)


def fact(
    kind: FactKind, first: str, last: str = "", *, origin: Origin = Origin.FACT
) -> Fact:
    return Fact(
        municipality="1554",
        kind=kind,
        first=day(first),
        last=day(last or first),
        precision="window" if last else "day",
        origin=origin,
    )


def day(text: str) -> int:
    return to_day(date.fromisoformat(text))


AGREEMENT = fact(FactKind.OPTION_AGREEMENT, "2016-01-01", "2016-12-31")
EXERCISED = fact(FactKind.OPTION_EXERCISED, "2020-12-01", "2020-12-31")
LIVE = fact(FactKind.IN_PRODUCTION, "2022-11-12")


def test_nothing_is_known_before_the_first_fact() -> None:
    state = chain_of([AGREEMENT], day("2015-12-31"))

    assert state == ChainState()
    assert not state.is_known
    assert state.not_known == STAGES


def test_a_fact_holds_from_the_last_day_on_which_it_may_have_happened() -> None:
    during = chain_of([AGREEMENT], day("2016-12-30"))
    after = chain_of([AGREEMENT], day("2016-12-31"))

    assert during.reached is None
    assert during.perhaps == {FactKind.OPTION_AGREEMENT: AGREEMENT}
    assert after.reached is FactKind.OPTION_AGREEMENT
    assert not after.perhaps


def test_indre_fosen_is_live_with_the_agreements_between_not_known() -> None:
    facts = (AGREEMENT, EXERCISED, LIVE)

    assert chain_of(facts, day("2020-12-30")).reached is FactKind.OPTION_AGREEMENT
    assert chain_of(facts, day("2021-01-01")).reached is FactKind.OPTION_EXERCISED
    state = chain_of(facts, day("2023-11-30"))
    assert state.reached is FactKind.IN_PRODUCTION
    assert state.missing == (
        FactKind.PREPROJECT_AGREED,
        FactKind.COOPERATION_ACCEDED,
        FactKind.SHAREHOLDERS_ACCEDED,
        FactKind.SHARES_BOUGHT,
        FactKind.SERVICE_SIGNED,
    )
    assert state.side is None


def test_averoy_says_no_in_october_and_nothing_before() -> None:
    no = fact(FactKind.DECLINED, "2023-10-01", "2023-10-31", origin=Origin.DECISION)
    facts = (AGREEMENT, no)

    assert chain_of(facts, day("2023-09-30")).side is None
    assert chain_of(facts, day("2023-10-15")).perhaps == {FactKind.DECLINED: no}
    state = chain_of(facts, day("2023-11-30"))
    assert state.side == no
    assert state.reached is FactKind.OPTION_AGREEMENT


def test_a_later_exercise_ends_a_no_and_one_of_unknown_order_is_said() -> None:
    no = fact(FactKind.DECLINED, "2021-10-21")
    yes = fact(FactKind.OPTION_EXERCISED, "2022-05-05")
    some_day = fact(FactKind.OPTION_EXERCISED, "2021-01-01", "2021-12-31")

    assert chain_of([no, yes], day("2022-05-05")).side is None
    assert chain_of([no, yes], day("2022-05-04")).side == no
    unsure = chain_of([no, some_day], day("2022-01-01"))
    assert unsure.side is None
    assert not unsure.is_order_known


def test_on_the_same_day_what_binds_less_holds() -> None:
    yes = fact(FactKind.OPTION_EXERCISED, "2023-04-30")
    put_off = fact(FactKind.DEFERRED, "2023-04-30")

    state = chain_of([put_off, yes], day("2023-04-30"))

    assert state.side == put_off
    assert state.reached is FactKind.OPTION_EXERCISED


def test_a_withdrawal_undoes_the_exercise_and_what_rested_on_it() -> None:
    joined = fact(FactKind.COOPERATION_ACCEDED, "2021-02-01")
    away = fact(FactKind.WITHDRAWN, "2021-07-31")
    again = fact(FactKind.OPTION_EXERCISED, "2024-01-01")
    facts = (AGREEMENT, EXERCISED, joined, away, again)

    state = chain_of(facts, day("2021-08-01"))
    assert set(state.held) == {FactKind.OPTION_AGREEMENT}
    assert state.side == away
    assert state.undone == {
        FactKind.OPTION_EXERCISED: Undone(EXERCISED, away),
        FactKind.COOPERATION_ACCEDED: Undone(joined, away),
    }
    assert FactKind.OPTION_EXERCISED not in state.not_known
    state = chain_of(facts, day("2024-01-01"))
    assert state.held[FactKind.OPTION_EXERCISED] == again
    assert FactKind.COOPERATION_ACCEDED not in state.held
    assert set(state.undone) == {FactKind.COOPERATION_ACCEDED}
    assert state.side is None


def test_notice_leads_to_having_left_which_ends_all() -> None:
    notice = fact(FactKind.NOTICE_GIVEN, "2025-03-01")
    left = fact(FactKind.LEFT, "2026-03-01")
    late = fact(FactKind.DEFERRED, "2026-04-01")
    facts = (AGREEMENT, EXERCISED, LIVE, notice, left, late)

    leaving = chain_of(facts, day("2025-03-02"))
    assert leaving.is_leaving
    assert leaving.reached is FactKind.IN_PRODUCTION
    gone = chain_of(facts, day("2026-05-01"))
    assert not gone.held
    assert gone.side == left
    assert {it: told.fact for it, told in gone.undone.items()} == {
        FactKind.OPTION_AGREEMENT: AGREEMENT,
        FactKind.OPTION_EXERCISED: EXERCISED,
        FactKind.IN_PRODUCTION: LIVE,
    }
    assert all(it.by == left for it in gone.undone.values())


def test_the_founder_has_no_stages_of_an_option() -> None:
    state = chain_of([LIVE], day("2023-11-30"), holds_option=False)

    assert state.missing == (
        FactKind.COOPERATION_ACCEDED,
        FactKind.SHAREHOLDERS_ACCEDED,
        FactKind.SERVICE_SIGNED,
    )


def test_each_thing_is_told_once_by_who_is_believed_first() -> None:
    decided = fact(FactKind.OPTION_EXERCISED, "2020-12-10", origin=Origin.DECISION)
    reported = fact(FactKind.OPTION_EXERCISED, "2020-12-20", origin=Origin.REPORT)

    assert assemble([reported, decided, EXERCISED]) == (EXERCISED,)
    sourced = replace(EXERCISED, origin=Origin.SOURCE)
    assert assemble([decided, sourced, EXERCISED]) == (EXERCISED,)
    assert assemble([decided, sourced]) == (sourced,)
    assert assemble([reported, decided]) == (decided, reported)
    assert disagreeing([reported, decided]) == {decided, reported}
    away = fact(FactKind.WITHDRAWN, "2020-12-15")
    assert not disagreeing([reported, decided, away])


def test_one_report_of_both_agreements_leaves_the_earlier_its_own_date() -> None:
    joined = fact(FactKind.COOPERATION_ACCEDED, "2023-03-01")
    report = fact(
        FactKind.COOPERATION_ACCEDED, "2023-05-01", "2023-05-31", origin=Origin.REPORT
    )
    later = fact(FactKind.COOPERATION_ACCEDED, "2023-07-01")

    assert assemble([report, joined]) == (joined,)
    assert assemble([report, later]) == (report, later)


def test_a_fact_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="left"):
        fact(FactKind.LEFT, "2021-02-01", "2021-01-01")


FACTS = st.builds(
    lambda kind, first, length, origin, key: Fact(
        municipality="1554",
        kind=kind,
        first=first,
        last=first + length,
        origin=origin,
        key=key,
    ),
    st.sampled_from(tuple(FactKind)),
    st.integers(0, 12),
    st.integers(0, 4),
    st.sampled_from(tuple(Origin)),
    st.integers(0, 2),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(FACTS, max_size=8), st.randoms(), st.integers(-1, 18))
def test_the_order_of_entry_never_matters(
    facts: list[Fact], random: "st.RandomGenerator", seen: int
) -> None:
    shuffled = list(facts)
    random.shuffle(shuffled)

    assert assemble(shuffled) == assemble(facts)
    told = assemble(facts)
    state = chain_of(told, seen)
    assert chain_of(reversed(told), seen) == state
    assert chain_of(shuffled, seen) == chain_of(facts, seen)
    assert disagreeing(shuffled) == disagreeing(facts)
    # What comes later changes nothing about a day before it.
    assert state == chain_of([it for it in told if it.first <= seen], seen)
    assert all(it.last <= seen for it in state.held.values())
    assert state.reached is None or state.reached in state.held
    assert not (state.side and state.side.kind in NOES and state.side.last > seen)
    assert not state.undone.keys() & {*state.held, *state.perhaps}


def test_a_notice_that_has_run_out_is_to_have_left() -> None:
    notice = fact(FactKind.NOTICE_GIVEN, "2023-01-15")
    told = [AGREEMENT, EXERCISED, LIVE, notice]
    before, after = (chain_of(told, day(it)) for it in ("2024-01-14", "2024-08-01"))

    assert before.is_leaving
    assert FactKind.IN_PRODUCTION in before.held
    assert after.has_left
    assert not after.held
    assert after.undone[FactKind.IN_PRODUCTION] == Undone(LIVE, after.side)
    assert after.side == replace(
        notice,
        kind=FactKind.LEFT,
        first=day("2024-01-15"),
        last=day("2024-01-15"),
        origin=Origin.NOTICE,
    )
    founder = chain_of(told, day("2024-08-01"), holds_option=False)
    assert founder.is_leaving


def test_that_somebody_tells_when_it_left_beats_the_day_that_is_counted() -> None:
    notice = fact(FactKind.NOTICE_GIVEN, "2023-01-15")
    left = fact(FactKind.LEFT, "2024-01-31")

    assert chain_of([LIVE, notice, left], day("2024-08-01")).side == left
    withdrawn = fact(FactKind.WITHDRAWN, "2023-06-01")
    assert chain_of([notice, withdrawn], day("2024-08-01")).side == withdrawn


def test_what_came_before_the_option_holds_again_where_it_is_taken_up_anew() -> None:
    left = fact(FactKind.LEFT, "2023-06-01")
    again = fact(FactKind.OPTION_EXERCISED, "2023-11-02")

    state = chain_of([AGREEMENT, EXERCISED, LIVE, left, again], day("2023-11-30"))

    assert state.held == {
        FactKind.OPTION_AGREEMENT: AGREEMENT,
        FactKind.OPTION_EXERCISED: again,
    }
    assert state.missing == (FactKind.PREPROJECT_AGREED,)
