"""The quality of networks that stand by themselves: known answers, then laws."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from planning.calendars import every_day, weekdays
from planning.durations import parse_duration
from planning.network import ConstraintKind
from planning.quality.assess import assess_network
from planning.quality.logic import days_of
from planning.quality.values import WEIGHTS, Finding, Quality, Unit
from planning.thresholds import ALLOWED, Check, Length, Thresholds
from tests.networks import START, Given, activity, day, givens, link, schedule

CHAIN = [activity("A", "5d"), activity("B", "10d"), activity("C", "5d")]
IN_A_ROW = [link("A", "B"), link("B", "C")]


def assess(activities, links=(), *, thresholds=None, calendar=None, **given):
    built = schedule(activities, links, calendar=calendar, **given)
    status_date = given.get("status_date")
    return assess_network(
        activities,
        links,
        built,
        thresholds or Thresholds(),
        calendar=calendar or every_day(),
        start=day(given.get("start", START)),
        status_date=None if status_date is None else day(status_date),
    )


def faults(quality: Quality, check: Check) -> list[str]:
    return [it.key for it in quality.finding(check).offenders]


def test_of_a_chain_only_its_ends_hang_loose():
    quality = assess(CHAIN, IN_A_ROW)
    assert faults(quality, Check.MISSING_PREDECESSOR) == ["A"]
    assert faults(quality, Check.MISSING_SUCCESSOR) == ["C"]
    assert {it.check for it in quality.failed} == {
        Check.MISSING_PREDECESSOR,
        Check.MISSING_SUCCESSOR,
    }


def test_the_score_is_the_weight_of_what_is_passed():
    thresholds = Thresholds(allowed={Check.MISSING_PREDECESSOR: 50})
    quality = assess(CHAIN, IN_A_ROW, thresholds=thresholds)
    # Asked: all but sources, dates by hand, missed dates, gates and the cycle.
    asked = sum(WEIGHTS.values()) - sum(
        WEIGHTS[it]
        for it in (
            Check.ESTIMATE_WITHOUT_SOURCE,
            Check.DATE_BY_HAND,
            Check.MISSED_DATE,
            Check.CLOSED_DAY,
        )
    )
    assert sum(it.weight for it in quality.asked) == asked
    assert quality.score == math.floor(100 * (asked - 3) / asked + 0.5)


@pytest.mark.parametrize(
    ("failed", "asked", "score"),
    [
        # 14 of 30 is 46.67, 9 of 16 is 56.25, 7 of 8 is 87.5.
        (16, 30, 47),
        (7, 16, 56),
        (1, 8, 88),
        (0, 300, 100),
        # 99.67 would be 100, and is not all.
        (1, 300, 99),
        (300, 300, 0),
    ],
)
def test_the_score_is_rounded_and_100_only_where_all_is_passed(failed, asked, score):
    one = Finding(check=Check.LINK_KIND, asked=1, count=0, allowed=0)
    fault = replace(one, count=1)
    found = (*[fault] * failed, *[one] * (asked - failed))
    assert Quality(findings=found, thresholds=Thresholds()).score == score


def test_without_anything_to_ask_there_is_nothing_wrong():
    assert assess([]).score == 100
    done = activity("A", "2d", finished="2024-01-03")
    assert assess([done], status_date="2024-01-03").asked == ()


def test_leads_long_lags_and_kinds_of_links_are_found():
    links = [
        link("A", "B", lag="-1d"),
        link("B", "C", lag="3mo"),
        link("A", "C", "SS"),
    ]
    quality = assess(CHAIN, links)
    assert faults(quality, Check.NEGATIVE_LAG) == ["A"]
    (long,) = quality.finding(Check.LONG_LAG).offenders
    assert (long.key, long.successor, long.days) == ("B", "C", 91)
    assert faults(quality, Check.LINK_KIND) == ["A"]


@pytest.mark.parametrize(
    ("text", "days"), [("9d", 9), ("2w", 14), ("10wd", 14), ("12mo", 365), ("-1w", -7)]
)
def test_every_duration_has_its_days(text, days):
    assert days_of(parse_duration(text)) == days


def test_a_date_that_must_be_is_a_hard_constraint_and_a_wish_is_not():
    def held(kind):
        dated = activity("A", "5d", constraint=kind, on="2024-03-01")
        return faults(assess([dated]), Check.HARD_CONSTRAINT)

    assert held(ConstraintKind.MUST_START_ON) == ["A"]
    assert held(ConstraintKind.FINISH_NO_LATER_THAN) == ["A"]
    assert held(ConstraintKind.START_NO_EARLIER_THAN) == []


def test_floats_below_zero_and_far_above_are_found_with_the_worst_day():
    late = [activity("A", "20d", deadline="2024-01-11")]
    assert assess(late).finding(Check.NEGATIVE_FLOAT).offenders[0].days == 10
    loose = [activity("A", "300d"), activity("B", "10d")]
    (found,) = assess(loose).finding(Check.HIGH_FLOAT).offenders
    assert (found.key, found.days) == ("B", 290)


def test_what_could_begin_now_and_waits_leaves_its_float_unused():
    as_late = ConstraintKind.AS_LATE_AS_POSSIBLE
    quality = assess(
        [activity("A", "300d"), activity("B", "10d", constraint=as_late)],
        [link("B", "A", "SF")],
    )
    assert quality.finding(Check.UNUSED_FLOAT).count == 0
    loose = [activity("A", "300d"), activity("B", "10d", constraint=as_late)]
    (found,) = assess(loose).finding(Check.UNUSED_FLOAT).offenders
    assert (found.key, found.days) == ("B", 290)


def test_a_long_step_is_held_against_the_length_that_is_set():
    quality = assess(CHAIN, thresholds=Thresholds(lengths={Length.LONG_DURATION: 9}))
    assert faults(quality, Check.LONG_DURATION) == ["B"]
    assert faults(assess(CHAIN), Check.LONG_DURATION) == []


def test_what_should_have_begun_and_nobody_reports_is_no_valid_date():
    quality = assess(CHAIN, IN_A_ROW, status_date="2024-01-08")
    (first, second) = quality.finding(Check.INVALID_DATE).offenders
    assert (first.key, first.days) == ("A", 7)
    assert (second.key, second.days) == ("B", 2)


def test_a_milestone_on_a_day_off_is_found():
    gate = activity("A", "0d")
    quality = assess([gate], start="2024-01-06", calendar=weekdays([]))
    assert faults(quality, Check.CLOSED_DAY) == ["A"]
    assert faults(assess([gate], start="2024-01-06"), Check.CLOSED_DAY) == []


def test_the_finish_follows_a_step_of_the_path_that_is_late():
    assert assess(CHAIN, IN_A_ROW).finding(Check.CRITICAL_PATH_TEST).asked == 1
    assert faults(assess(CHAIN, IN_A_ROW), Check.CRITICAL_PATH_TEST) == []


def test_a_finish_that_moves_by_something_else_fails_the_test():
    # April is off: what is 90 days later than the first of January waits for May.
    april = [date(2024, 4, 1) + timedelta(days) for days in range(30)]
    quality = assess(
        [activity("A", "0d"), activity("B", "5wd")],
        [link("A", "B")],
        calendar=weekdays(april),
    )
    (found,) = quality.finding(Check.CRITICAL_PATH_TEST).offenders
    assert (found.key, found.ids) == ("A", ("B",))
    assert found.days == (date(2024, 5, 8) - date(2024, 1, 6)).days


def test_a_share_that_is_allowed_is_passed_and_one_above_it_is_not():
    finding = Finding(check=Check.LONG_LAG, asked=20, count=1, allowed=5)
    assert finding.is_passed
    assert not Finding(check=Check.LONG_LAG, asked=19, count=1, allowed=5).is_passed
    assert (finding.share, finding.unit) == (5.0, Unit.LINKS)
    assert Finding(check=Check.LONG_LAG, asked=0, count=0, allowed=0).share == 0.0


def test_a_cycle_is_never_asked_and_never_found():
    cycle = assess(CHAIN, IN_A_ROW).finding(Check.CYCLE)
    assert (cycle.asked, cycle.count, cycle.weight) == (0, 0, 0)
    assert cycle.is_passed


@given(givens(most=6))
def test_counts_stay_below_what_is_asked_and_scores_between_0_and_100(network: Given):
    built = network.schedule()

    def quality(thresholds: Thresholds) -> Quality:
        return assess_network(
            network.activities,
            network.links,
            built,
            thresholds,
            calendar=network.calendar,
            start=network.start,
            status_date=network.status_date,
            ends=network.ends,
        )

    strict = quality(Thresholds())
    assert 0 <= strict.score <= 100
    for finding in strict.findings:
        assert 0 <= finding.count <= finding.asked or not finding.asked
        assert finding.count == 0 or finding.offenders
        assert len(finding.offenders) <= finding.count
    assert quality(Thresholds(allowed=dict.fromkeys(ALLOWED, 100))).score == 100
