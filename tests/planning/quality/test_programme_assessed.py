"""The quality of the programme's plan: what matters is counted, and told once."""

from dataclasses import replace

import pytest

from planning.calendars import norway
from planning.circumstances import ClosedPeriod
from planning.evaluate import evaluate
from planning.quality.assess import assess_programme
from planning.quality.values import Quality
from planning.snapshot import (
    Municipality,
    ProgrammeMilestone,
    ReportState,
    Snapshot,
    Template,
)
from planning.thresholds import Check
from tests.planning.programmes import (
    CODE,
    TEMPLATE,
    day,
    deadline,
    programme,
    report,
    wave,
    window,
)

TWO = (("1516", CODE), ("1517", CODE))


def assess(snapshot: Snapshot) -> Quality:
    computed = evaluate(snapshot)
    return assess_programme(
        snapshot,
        computed.nodes,
        computed.network.activities,
        computed.schedule,
        calendar=norway(),
    )


def told(quality: Quality, check: Check) -> list[tuple[str, int]]:
    """The offenders, each with how many dates it stands behind."""
    return [(it.key, len(it.ids)) for it in quality.finding(check).offenders]


def test_a_step_of_the_template_is_told_once_for_all():
    quality = assess(programme(placed=TWO))
    finding = quality.finding(Check.MISSING_PREDECESSOR)
    assert told(quality, Check.MISSING_PREDECESSOR) == [
        ("project-start", 2),
        ("preproject-agreed", 2),
    ]
    # Nine steps are no limits.
    assert (finding.count, finding.asked) == (2, 9)
    assert told(quality, Check.MISSING_SUCCESSOR) == [("legacy-closed", 2)]


def test_what_is_counted_from_a_limit_is_no_lag_that_hides_anything():
    quality = assess(programme())
    assert told(quality, Check.LONG_LAG) == [
        ("project-start", 1),
        ("preproject-agreed", 1),
        ("option-exercised", 1),
    ]
    assert quality.finding(Check.LONG_LAG).asked == len(TEMPLATE.links) - 3


def test_a_link_to_a_step_that_is_gone_is_not_counted():
    template = Template(
        activities=tuple(it for it in TEMPLATE.activities if it.key != "training"),
        links=TEMPLATE.links,
    )
    quality = assess(programme(template=template))
    assert quality.finding(Check.LINK_KIND).asked == len(TEMPLATE.links) - 2


def test_dates_of_the_programme_are_steps_and_its_phases_are_frames():
    milestones = (
        ProgrammeMilestone(key="frame", window=window("2023-01-01", "2026-12-31")),
        ProgrammeMilestone(key="first", window=window("2024-05-17")),
        ProgrammeMilestone(key="then", window=window("2024-08-01"), after="first"),
    )
    framed = (
        ProgrammeMilestone(
            key="phase", window=window("2023-01-01", "2026-12-31"), is_phase=True
        ),
        *milestones[1:],
    )
    quality = assess(programme(milestones=framed))
    loose = dict(told(quality, Check.MISSING_SUCCESSOR))
    assert "programme.then" in loose
    assert not {"programme.first", "programme.phase"} & loose.keys()
    # 17 May is a holiday; a date that is no day can't fall on one.
    assert ("programme.first", 1) in told(quality, Check.CLOSED_DAY)
    vague = assess(programme(milestones=milestones[:1]))
    assert vague.finding(Check.CLOSED_DAY).count == 0


def test_what_is_done_and_what_lies_behind_who_is_live_is_left_out():
    live = wave("K11", window("2023-05-01"), actual=window("2023-05-01"))
    gone = report(
        "go-live",
        ReportState.DONE,
        municipality="1517",
        start=window("2023-05-01"),
        finish=window("2023-05-01"),
    )
    snapshot = programme(
        live,
        wave(CODE, window("2025-04-26")),
        placed=(("1516", CODE), ("1517", "K11")),
        reports=(gone,),
    )
    quality = assess(snapshot)
    assert told(quality, Check.MISSING_PREDECESSOR) == [
        ("project-start", 1),
        ("preproject-agreed", 1),
    ]
    assert all(
        not id.startswith("1517")
        for finding in quality.findings
        for it in finding.offenders
        for id in it.ids
    )


def test_what_nobody_has_reported_is_told_by_step_with_the_worst():
    snapshot = programme(wave(CODE, window("2025-04-26")), placed=TWO)
    found = assess(snapshot).finding(Check.INVALID_DATE)
    (start,) = [it for it in found.offenders if it.key == "project-start"]
    assert start.ids == ("1516.project-start", "1517.project-start")
    assert start.days == day("2023-11-30") - day("2023-09-26")


def test_a_vote_in_july_is_found_and_a_go_live_on_a_saturday_is_not():
    july = ClosedPeriod(key="july", first=(7, 1), last=(7, 31))
    snapshot = programme(wave(CODE, window("2025-07-09")), closed_periods=(july,))
    found = dict(told(assess(snapshot), Check.CLOSED_DAY))
    # 9 July, and a year before, when the council would vote.
    assert {"go-live", "option-exercised"} <= found.keys()
    saturday = assess(programme(wave(CODE, window("2025-04-26"))))
    assert "go-live" not in dict(told(saturday, Check.CLOSED_DAY))


def test_days_that_are_set_by_hand_are_counted():
    snapshot = programme(
        wave(CODE, window("2025-04-01", "2025-05-31"), set_day="2025-04-26"),
        deadlines=(deadline("option-limit", "2024-03-01"),),
    )
    finding = assess(snapshot).finding(Check.DATE_BY_HAND)
    assert [it.key for it in finding.offenders] == ["wave.K13", "option-limit"]
    # The wave, and the limits that are ahead: withdrawal and option.
    assert (finding.count, finding.asked) == (2, 3)


def test_a_go_live_later_than_decided_is_missed():
    snapshot = programme(
        placed=TWO, decided={"1516": "2025-04-01", "1517": "2025-06-01"}
    )
    finding = assess(snapshot).finding(Check.MISSED_DATE)
    (missed,) = finding.offenders
    assert (missed.ids, missed.days) == (("1516.go-live",), 25)
    assert finding.asked == 2


@pytest.mark.parametrize(
    ("set_day", "is_entered", "late"),
    [
        ("2025-04-26", False, []),
        ("2025-05-31", False, []),
        ("2025-06-02", False, [2]),
        ("2025-04-26", True, [25]),
    ],
)
def test_each_day_of_a_decided_window_keeps_it(set_day, is_entered, late):
    decided = wave(CODE, window("2025-04-01", "2025-05-31"), set_day=set_day)
    snapshot = programme(
        replace(decided, is_entered=is_entered),
        placed=(("1516", CODE),),
        decided={"1516": "2025-04-01"},
    )
    finding = assess(snapshot).finding(Check.MISSED_DATE)
    assert [it.days for it in finding.offenders] == late


def test_the_margin_is_no_float_too_much():
    far = programme(wave(CODE, window("2027-10-01")), placed=TWO)
    computed = evaluate(far)
    margin = computed.margins["1516"].days
    assert margin > 365
    quality = assess(far)
    high = dict(told(quality, Check.HIGH_FLOAT))
    assert "preproject-agreed" not in high
    assert told(quality, Check.UNUSED_FLOAT) == [
        ("project-start", 2),
        ("preproject-agreed", 2),
    ]


def test_estimates_that_nobody_stands_for_are_found():
    guessed = {"training", "go-live"}
    template = Template(
        activities=tuple(
            replace(it, is_sourced=it.key not in guessed) for it in TEMPLATE.activities
        ),
        links=TEMPLATE.links,
    )
    finding = assess(programme(template=template)).finding(
        Check.ESTIMATE_WITHOUT_SOURCE
    )
    # A milestone takes no time, and so is no estimate.
    assert [it.key for it in finding.offenders] == ["training"]
    assert finding.asked == 4


def test_every_go_live_follows_what_it_hangs_on():
    snapshot = programme(
        placed=(("1516", CODE), ("1517", CODE), ("1518", None)),
        municipalities=(
            Municipality(number="1516"),
            Municipality(number="1517", holds_option=False),
            Municipality(number="1518"),
        ),
        reports=(report("project-start", ReportState.NOT_DONE),),
    )
    finding = assess(snapshot).finding(Check.CRITICAL_PATH_TEST)
    assert (finding.asked, finding.count) == (2, 0)
