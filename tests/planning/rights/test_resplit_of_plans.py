"""Who shares by a plan, and what it is estimated to cost them together."""

from dataclasses import replace

from planning.evaluate import Evaluation, evaluate
from planning.money import KRONE
from planning.rights.cost_keys import Cost, CostKey, Member, split
from planning.rights.resplit import estimated_costs, members_of, resplit_recorded
from planning.snapshot import Municipality
from tests.planning.finance.cases import AVEROY, FACTS, INDRE_FOSEN
from tests.planning.programmes import day, programme, wave, window

# No leap year's day lies between.
K12, K13 = (
    wave("K12", window("2025-01-01")),
    wave("K13", window("2026-01-01", "2026-01-31")),
)


def evaluated() -> Evaluation:
    municipalities = [
        Municipality(number=number, population=10_000)
        for number in (INDRE_FOSEN, AVEROY, "1516")
    ]
    snapshot = programme(
        K12,
        K13,
        placed=((INDRE_FOSEN, "K12"), (AVEROY, "K13"), ("1516", None)),
        municipalities=municipalities,
    )
    return evaluate(replace(snapshot, money=FACTS))


def test_everybody_with_a_date_shares_from_the_day_that_costs_count_from() -> None:
    found = members_of(
        evaluated(),
        holdings={AVEROY: 7},
        left={INDRE_FOSEN: day("2030-01-01")},
    )

    assert {it.number: (it.first, it.end, it.holding) for it in found} == {
        INDRE_FOSEN: (day("2025-01-01"), day("2030-01-01"), None),
        # Costs count from the last day of a window.
        AVEROY: (day("2026-01-31"), None, 7),
    }


def test_what_they_pay_together_is_the_sum_of_their_own_platform_costs() -> None:
    computed = evaluated()
    platform = {
        number: round(it.inputs.platform.likely / KRONE) * KRONE
        for number, it in computed.projections.items()
    }
    years = range(2024, 2070)

    found = estimated_costs(computed, years)

    for year in (2024, 2025, 2026, 2027, 2030):
        flows = [it for one in computed.projections.values() for it in one.years]
        assert found[year].ore == sum(it.platform for it in flows if it.year == year)
    assert found[2024].ore == 0
    # It goes on where no projection tells of it any more.
    assert found[2069].ore == sum(platform.values())
    assert {it.first for it in found[2025].runs} == {
        day("2025-01-01"),
        day("2026-01-31"),
    }


def test_without_a_key_nothing_of_it_is_shared() -> None:
    members = (Member(number="1516", population=1, first=0),)

    assert split({2025: Cost(100)}, members, ()).unshared == (100,)


def test_what_is_recorded_is_compared_with_having_stayed() -> None:
    stays = Member(number="1516", population=10_000, first=day("2020-01-01"))
    goes = replace(stays, number=AVEROY, end=day("2025-01-01"))
    costs = {2024: Cost(100 * KRONE), 2025: Cost(100 * KRONE)}
    key = CostKey(first=day("2020-01-01"), population=100)

    found = resplit_recorded(costs, (stays, goes), (key,), frozenset({AVEROY}))

    assert found.changes("1516") == (0, 50 * KRONE)
    assert found.changes(AVEROY) == (0, -50 * KRONE)
    assert found.gone == {AVEROY}
