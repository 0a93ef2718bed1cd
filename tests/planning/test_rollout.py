"""The template unfolded: what every wave, trust and municipality gets."""

import pytest

from planning.durations import ZERO, Duration, parse_duration
from planning.network import Activity, ConstraintKind, Link, LinkKind
from planning.rollout import Owner, Rollout, generate_activities
from planning.snapshot import (
    HealthTrust,
    Municipality,
    Precision,
    ProgrammeMilestone,
    Snapshot,
    Template,
)
from tests.planning.programmes import (
    TEMPLATE,
    day,
    deadline,
    edge,
    programme,
    step,
    wave,
    window,
)


def unfold(snapshot: Snapshot) -> tuple[Rollout, dict[str, Activity]]:
    rollout = generate_activities(snapshot)
    return rollout, {activity.id: activity for activity in rollout.activities}


def links_between(rollout: Rollout, predecessor: str, successor: str) -> list[Link]:
    ends = predecessor, successor
    return [it for it in rollout.links if (it.predecessor, it.successor) == ends]


def test_every_municipality_gets_the_whole_template() -> None:
    snapshot = programme(placed=(("1516", "K13"), ("5001", "K13")))

    rollout, activities = unfold(snapshot)

    keys = [activity.key for activity in TEMPLATE.activities]
    assert list(activities) == [
        "wave.K13",
        *(f"1516.{key}" for key in keys),
        *(f"5001.{key}" for key in keys),
    ]
    assert list(rollout.nodes) == list(activities)


def test_a_node_says_whose_it_is() -> None:
    rollout, _ = unfold(programme())
    node = rollout.nodes["1516.option-limit"]

    assert (node.owner, node.owner_id) == (Owner.MUNICIPALITY, "1516")
    assert (node.key, node.kind) == ("option-limit", "limit")
    assert rollout.nodes["wave.K13"].owner is Owner.WAVE


def test_links_stay_inside_the_municipality_or_come_from_its_wave() -> None:
    rollout, _ = unfold(programme())

    assert links_between(rollout, "1516.option-limit", "1516.go-live") == [
        Link(
            predecessor="1516.option-limit",
            successor="1516.go-live",
            kind=LinkKind.FS,
            lag=Duration(12, parse_duration("12mo").unit),
        )
    ]
    assert links_between(rollout, "wave.K13", "1516.command-centre") == [
        Link(predecessor="wave.K13", successor="1516.command-centre", lag=ZERO)
    ]


def test_go_live_is_held_by_the_day_of_the_wave_and_not_pinned_to_it() -> None:
    _, activities = unfold(programme())
    go_live = activities["1516.go-live"]

    assert go_live.deadline == day("2025-04-26")
    assert go_live.is_as_late_as_possible
    assert go_live.is_target


def test_what_follows_go_live_is_done_as_soon_as_possible() -> None:
    _, activities = unfold(programme())

    assert activities["1516.command-centre"].constraint is None


def test_the_seller_of_the_shares_has_nothing_to_do_with_the_option() -> None:
    seller = Municipality(number="1516", holds_option=False)

    rollout, activities = unfold(programme(municipalities=[seller]))

    assert "1516.option-limit" not in activities
    assert "1516.project-start" in activities
    ends = {end for link in rollout.links for end in (link.predecessor, link.successor)}
    assert ends <= set(activities)


@pytest.mark.parametrize("code", [None, "K99", "K14"])
def test_without_a_dated_wave_there_is_nothing_to_count_from(code: str | None) -> None:
    snapshot = programme(
        wave("K13", window("2025-04-26")), wave("K14"), placed=[("1516", code)]
    )

    _, activities = unfold(snapshot)

    assert list(activities) == ["wave.K13"]


def test_a_municipality_that_is_placed_nowhere_is_not_in_the_network() -> None:
    snapshot = programme(municipalities=[Municipality(number="1517")])

    _, activities = unfold(snapshot)

    assert list(activities) == ["wave.K13"]


def test_a_planned_wave_is_pinned_to_its_day() -> None:
    _, activities = unfold(programme(wave("K13", window("2025-04-01", "2025-05-31"))))
    milestone = activities["wave.K13"]

    assert milestone.constraint is not None
    assert milestone.constraint.kind is ConstraintKind.MUST_START_ON
    assert milestone.constraint.day == day("2025-04-01")


def test_a_live_wave_is_a_fact() -> None:
    live = wave("PD2", actual=window("2022-11-01", "2022-11-30", Precision.MONTH))

    _, activities = unfold(programme(live, placed=[("1516", "PD2")]))
    milestone = activities["wave.PD2"]

    assert milestone.constraint is None
    assert milestone.actual_start == milestone.actual_finish == day("2022-11-01")


def test_a_trust_follows_its_wave() -> None:
    rollout, activities = unfold(
        programme(trusts=[HealthTrust(code="HNT", wave="K13")])
    )

    assert activities["trust.HNT"].actual_start is None
    assert len(links_between(rollout, "wave.K13", "trust.HNT")) == 1
    assert rollout.nodes["trust.HNT"].owner is Owner.TRUST


def test_a_trust_that_is_live_keeps_its_date_without_a_wave() -> None:
    live = HealthTrust(code="STO", actual=window("2022-11-12"))

    rollout, activities = unfold(programme(trusts=[live]))

    assert activities["trust.STO"].actual_finish == day("2022-11-12")
    assert not any(link.successor == "trust.STO" for link in rollout.links)


@pytest.mark.parametrize("code", [None, "K99"])
def test_a_trust_without_a_date_is_not_in_the_network(code: str | None) -> None:
    _, activities = unfold(programme(trusts=[HealthTrust(code="HMR", wave=code)]))

    assert "trust.HMR" not in activities


def test_what_the_programme_has_done_is_a_fact_and_the_rest_is_pinned() -> None:
    milestones = [
        ProgrammeMilestone(key="contract", window=window("2019-03-20"), is_done=True),
        ProgrammeMilestone(
            key="rollout",
            window=window("2024-01-01", "2026-12-31"),
            is_phase=True,
            after="contract",
        ),
        ProgrammeMilestone(key="pilot", window=window("2023-12-04"), after="unknown"),
    ]

    rollout, activities = unfold(programme(milestones=milestones))
    contract, phase, pilot = list(activities.values())[:3]

    assert contract.actual_start == contract.actual_finish == day("2019-03-20")
    assert contract.constraint is None
    assert phase.duration == Duration(1096)
    assert phase.constraint is not None
    assert phase.constraint.kind is ConstraintKind.START_NO_EARLIER_THAN
    assert pilot.is_milestone
    assert len(links_between(rollout, "programme.contract", "programme.rollout")) == 1
    assert not any(link.successor == "programme.pilot" for link in rollout.links)


def test_a_phase_that_is_over_lasted_as_long_as_its_window() -> None:
    phase = ProgrammeMilestone(
        key="pre-project",
        window=window("2013-01-01", "2015-12-31"),
        is_phase=True,
        is_done=True,
    )

    _, activities = unfold(programme(milestones=[phase]))

    assert activities["programme.pre-project"].actual_finish == day("2016-01-01")


def test_a_limit_that_is_named_beats_the_one_that_is_counted() -> None:
    snapshot = programme(deadlines=[deadline("option-limit", "2024-03-15")])

    rollout, activities = unfold(snapshot)

    assert activities["1516.option-limit"].deadline == day("2024-03-15")
    assert links_between(rollout, "1516.option-limit", "1516.go-live") == []
    # The others are still counted.
    assert links_between(rollout, "1516.withdrawal-limit", "1516.go-live") != []


def test_what_a_named_limit_governs_is_held_by_it() -> None:
    snapshot = programme(deadlines=[deadline("option-limit", "2024-03-15")])

    rollout, activities = unfold(snapshot)

    assert activities["1516.option-exercised"].deadline == day("2024-03-15")
    assert links_between(rollout, "1516.option-exercised", "1516.go-live") == []


def test_a_deadline_of_its_own_beats_the_limit_that_governs() -> None:
    snapshot = programme(
        deadlines=[
            deadline("option-limit", "2024-03-15"),
            deadline("option-exercised", "2024-02-29"),
        ]
    )

    _, activities = unfold(snapshot)

    assert activities["1516.option-exercised"].deadline == day("2024-02-29")


def test_work_may_fill_the_last_day_that_is_allowed() -> None:
    _, activities = unfold(programme(deadlines=[deadline("preproject", "2024-03-15")]))

    assert activities["1516.preproject"].deadline == day("2024-03-16")


def test_a_link_to_a_step_that_is_not_in_the_template_is_left_out() -> None:
    template = Template(
        activities=(step("go-live"),),
        links=(edge("go-live", "gone"), edge("gone", "go-live")),
    )

    rollout, _ = unfold(programme(template=template))

    assert rollout.links == ()
