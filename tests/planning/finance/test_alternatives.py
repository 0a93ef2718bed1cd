"""What else a municipality can do, and what comes of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from planning.calendars import norway
from planning.evaluate import evaluate
from planning.finance.alternatives import (
    Alternative,
    AlternativeName,
    list_alternatives,
)
from planning.finance.loans import LoanTerms
from planning.money import KRONE
from planning.money_facts import Assumptions, LoanKind
from planning.snapshot import ReportState, Snapshot, Template
from tests.planning.finance.cases import AVEROY, FACTS, INDRE_FOSEN, ULSTEIN
from tests.planning.finance.test_projections import plan
from tests.planning.programmes import deadline, report, step, wave, window

AS_PLANNED, LATER, AFTER, STAY = AlternativeName
WAVES = (
    wave("PD5", window("2023-11-03"), actual=window("2023-11-03")),
    wave("K12", window("2024-11-09")),
    wave("K14", window("2025-10-01", "2025-11-30")),
    wave("K13", window("2025-04-01", "2025-05-31")),
    wave("K15"),
)


def alternatives(snapshot: Snapshot, number: str) -> dict[AlternativeName, Alternative]:
    found = list_alternatives(snapshot, number, calendar=norway())
    return {it.name: it for it in found}


def placed(number: str, code: str | None) -> Snapshot:
    return plan((number, code), waves=WAVES)


def test_there_are_four_alternatives_in_their_order() -> None:
    found = list_alternatives(placed(AVEROY, "K12"), AVEROY, calendar=norway())

    assert [it.name.value for it in found] == [
        "as-planned",
        "later-wave",
        "after-programme",
        "stay",
    ]


def test_as_planned_is_what_the_plan_comes_to() -> None:
    snapshot = placed(AVEROY, "K12")
    planned = alternatives(snapshot, AVEROY)[AS_PLANNED]

    assert planned.projection == evaluate(snapshot).projections[AVEROY]
    assert planned.projection is not None
    summary = planned.projection.summary
    assert planned.wave == "K12"
    assert planned.go_live == date(2024, 11, 9).toordinal()
    assert planned.investment_year == 2024
    assert planned.summary == summary


def test_the_later_wave_is_the_next_one_by_its_day() -> None:
    later = alternatives(placed(AVEROY, "K12"), AVEROY)[LATER]

    assert later.wave == "K13"
    assert later.go_live == date(2025, 5, 31).toordinal()
    moved = evaluate(placed(AVEROY, "K13")).projections[AVEROY]
    assert later.projection == moved


def test_nobody_goes_later_with_a_wave_that_is_live_or_has_no_date() -> None:
    assert LATER not in alternatives(placed(AVEROY, "K14"), AVEROY)


def test_after_the_programme_is_a_year_after_the_last_wave() -> None:
    after = alternatives(placed(AVEROY, "K12"), AVEROY)[AFTER]

    assert (after.wave, after.go_live) == ("", date(2026, 11, 30).toordinal())
    assert after.investment_year == 2026


def test_how_long_after_the_programme_is_an_assumption() -> None:
    snapshot = placed(AVEROY, "K12")
    money = replace(FACTS, assumptions=Assumptions(after_programme_months=3))

    after = alternatives(replace(snapshot, money=money), AVEROY)[AFTER]
    # Three months back from the end of February lie before the last wave's day.
    assert after.go_live == date(2026, 3, 1).toordinal()


def test_staying_changes_nothing() -> None:
    stay = alternatives(placed(AVEROY, "K12"), AVEROY)[STAY]

    assert stay == Alternative(name=STAY)
    assert (stay.summary.average_annual.net, stay.summary.npv) == (0, 0)
    assert stay.go_live is None


def test_who_is_live_can_only_go_on_or_have_stayed() -> None:
    done = report(
        "go-live",
        ReportState.DONE,
        municipality=INDRE_FOSEN,
        finish=window("2023-11-03"),
    )
    snapshot = replace(placed(INDRE_FOSEN, "PD5"), reports=(done,))

    assert list(alternatives(snapshot, INDRE_FOSEN)) == [AS_PLANNED, STAY]


@pytest.mark.parametrize("code", [None, "K15", "gone"])
def test_without_a_date_there_is_nothing_to_compare(code: str | None) -> None:
    assert alternatives(placed(AVEROY, code), AVEROY) == {}


def test_of_a_stranger_there_is_nothing_to_compare() -> None:
    assert alternatives(placed(AVEROY, "K12"), "9999") == {}


def test_without_a_step_of_going_live_there_is_nothing_to_compare() -> None:
    snapshot = placed(AVEROY, "K12")
    bare = Template(activities=(step("training"),), links=())

    assert (
        alternatives(
            replace(snapshot, plan=replace(snapshot.plan, template=bare)), AVEROY
        )
        == {}
    )


def test_a_year_later_a_year_of_gains_is_lost_and_the_loan_is_the_same() -> None:
    # All that Indre Fosen knows is level: 2.0 saved, 2.0 gained, 1.83609 run.
    found = alternatives(placed(INDRE_FOSEN, "K12"), INDRE_FOSEN)

    planned, later, after = (found[name] for name in (AS_PLANNED, LATER, AFTER))
    lost = 2_000_000 + 2_000_000 - 1_836_090
    assert planned.summary.average_annual.net == 500_000 * KRONE
    for way, years in ((later, 1), (after, 2)):
        expected = 500_000 - years * lost / 15
        net = way.summary.average_annual.net
        assert net == pytest.approx(expected * KRONE, abs=2 * KRONE)
        # The loan counts in full, whenever it is paid.
        cost = way.summary.average_annual.cost
        assert cost == pytest.approx(
            (3_500_000 - years * 1_836_090 / 15) * 100, abs=200
        )
    assert later.summary.break_even_year == (planned.summary.break_even_year or 0) + 1


def test_present_values_are_of_the_same_years_at_the_end_of_the_same_year() -> None:
    found = alternatives(placed(INDRE_FOSEN, "K12"), INDRE_FOSEN)

    for name, years in ((AS_PLANNED, 0), (LATER, 1), (AFTER, 2)):
        gains = sum(
            Decimal(2_163_910) / Decimal("1.04") ** year
            for year in range(years + 1, 16)
        )
        expected = gains - 18_500_000 / Decimal("1.04") ** years
        npv = found[name].summary.npv
        assert npv == pytest.approx(float(expected * KRONE), abs=KRONE)


def test_waiting_is_no_gain_by_the_calendar_alone() -> None:
    # By the years of its own loan a spring go-live has half a year more of gains.
    snapshot = placed(ULSTEIN, "K14")
    spring = plan((ULSTEIN, "K14"), waves=(*WAVES, wave("K16", window("2026-04-30"))))

    found = alternatives(spring, ULSTEIN)
    planned, later = found[AS_PLANNED], found[LATER]
    assert later.projection is not None
    assert planned.projection is not None
    assert later.projection.summary.npv > planned.projection.summary.npv
    for value in (lambda it: it.npv, lambda it: it.average_annual.net):
        assert value(later.summary) < value(planned.summary)
    assert alternatives(snapshot, ULSTEIN)[AS_PLANNED].summary == planned.summary


def test_alternatives_that_are_estimated_have_their_ranges() -> None:
    found = alternatives(placed(ULSTEIN, "K12"), ULSTEIN)

    for name in (AS_PLANNED, LATER, AFTER):
        it = found[name]
        assert it.favourable is not None
        assert it.unfavourable is not None
        nets = [way.average_annual.net for way in (it.unfavourable, it.favourable)]
        assert nets[0] < it.summary.average_annual.net < nets[1]
    planned = found[AS_PLANNED]
    assert planned.projection is not None
    assert planned.favourable == planned.projection.favourable
    assert planned.unfavourable == planned.projection.unfavourable
    documented = alternatives(placed(INDRE_FOSEN, "K12"), INDRE_FOSEN)[AS_PLANNED]
    assert (documented.favourable, documented.unfavourable) == (None, None)


def test_another_loan_is_looked_at_in_every_alternative() -> None:
    serial = LoanTerms(kind=LoanKind.SERIAL)
    found = list_alternatives(
        placed(AVEROY, "K12"), AVEROY, calendar=norway(), loan=serial
    )

    assert [it.projection.loan for it in found if it.projection] == [serial] * 3


def test_what_others_have_reported_changes_nothing() -> None:
    snapshot = plan((AVEROY, "K12"), (ULSTEIN, "K13"), waves=WAVES)
    told = replace(
        snapshot,
        reports=(report("training", ReportState.NOT_DONE, municipality=ULSTEIN),),
        deadlines=(deadline("option-limit", "2024-01-01", municipality=ULSTEIN),),
    )

    assert alternatives(told, AVEROY) == alternatives(snapshot, AVEROY)


def test_what_leads_out_of_the_calendar_is_no_alternative() -> None:
    far = (*WAVES, wave("K99", window("2100-06-01")))
    found = alternatives(plan((AVEROY, "K12"), waves=far), AVEROY)

    assert AFTER not in found
    assert found[LATER].wave == "K13"
