"""What would have to give: exact by the passes themselves, and no more than it."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from planning.calendars import norway
from planning.durations import Duration, parse_duration
from planning.earlier import Answer, find_earlier
from planning.evaluate import evaluate
from planning.levers import Lever, LeverKind, alone_with_wave
from planning.programme import schedule_programme
from planning.rollout import Owner
from planning.snapshot import (
    HealthTrust,
    ProgrammeMilestone,
    ReportState,
    Snapshot,
)
from tests.planning.programmes import (
    CODE,
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


def told(snapshot: Snapshot, key: str, days: int = 7) -> list[tuple[str, str, str]]:
    """Each thing that could give, with what it would be."""
    found = find_earlier(evaluate(snapshot), f"{NUMBER}.{key}", days)
    return [
        (
            it.kind.value,
            it.key,
            str(it.after) if isinstance(it.after, Duration) else iso(it.after),
        )
        for it in found.levers
    ]


def answer(snapshot: Snapshot, key: str, days: int = 7) -> Answer:
    return find_earlier(evaluate(snapshot), f"{NUMBER}.{key}", days).answer


def test_what_follows_go_live_comes_with_the_wave_or_with_shorter_work() -> None:
    assert told(programme(), "legacy-closed") == [
        ("wave-day", CODE, "2025-04-19"),
        ("duration", "command-centre", "3w"),
    ]


def test_a_limit_by_the_month_may_ask_more_of_the_wave_than_of_itself() -> None:
    snapshot = programme(wave(CODE, window("2025-03-31")))

    # 28 February 2024 is thirteen months before 28 March, and 22 before the 22nd.
    assert told(snapshot, "withdrawal-limit") == [("wave-day", CODE, "2025-03-22")]


def test_what_is_placed_late_needs_nothing_to_give() -> None:
    assert answer(programme(), "training") is Answer.FREE


def test_what_is_counted_back_comes_no_earlier_by_shorter_work_before_it() -> None:
    late = report("preproject", ReportState.STARTED, start=window("2023-11-01"))
    slow = replace(late, remaining=parse_duration("4mo"))
    snapshot = programme(reports=[slow])
    at = evaluate(snapshot).schedule.activities[f"{NUMBER}.option-exercised"]

    # It could come earlier with less to do before, but is counted from go-live.
    days = at.start - at.early_start + 1
    assert days > 0
    kinds = {it[0] for it in told(snapshot, "option-exercised", days)}
    assert kinds == {"wave-day"}


def test_work_takes_one_of_its_unit_at_least() -> None:
    assert ("duration", "command-centre", "1w") in told(
        programme(), "legacy-closed", 21
    )
    assert "command-centre" not in {
        it[1] for it in told(programme(), "legacy-closed", 22)
    }


def test_what_has_happened_was_named_or_would_have_gone_by_is_said() -> None:
    done = report("training", ReportState.DONE, finish=window("2023-10-01"))

    assert answer(programme(reports=[done]), "training") is Answer.HAPPENED
    named = programme(deadlines=[deadline("option-limit", "2024-05-01")])
    assert answer(named, "option-limit") is Answer.NAMED
    assert answer(programme(), "preproject-limit") is Answer.GONE_BY


def test_the_day_of_a_wave_that_is_live_is_no_more_to_give() -> None:
    live = wave(CODE, window("2023-11-11"), actual=window("2023-11-11"))

    assert told(programme(live), "legacy-closed", days=3) == [
        ("duration", "command-centre", "3w")
    ]


def test_work_takes_no_less_than_it_has_taken_by_now() -> None:
    live = wave(CODE, window("2023-11-11"), actual=window("2023-11-11"))

    # Two weeks would have been over on 25 November, before the status date.
    assert told(programme(live), "legacy-closed", days=8) == []


def test_a_go_live_that_the_work_does_not_reach_says_what_would_make_it() -> None:
    late = report("preproject", ReportState.STARTED, start=window("2023-11-01"))
    slow = replace(late, remaining=parse_duration("30w"))
    found = find_earlier(evaluate(programme(reports=[slow])), f"{NUMBER}.go-live", 7)

    assert [it.kind for it in found.levers] == [LeverKind.WAVE_DAY]
    needed = found.earliest - found.target
    assert [(it.key, str(it.after), it.gained) for it in found.work] == [
        ("option-exercised", "9mo", needed)
    ]


def test_what_is_presumed_by_the_day_of_the_wave_does_not_hold_an_earlier_one() -> None:
    found = find_earlier(evaluate(programme()), f"{NUMBER}.go-live", 7)

    assert found.earliest <= found.target
    assert found.work == ()


def test_a_wave_names_those_with_too_little_to_spare() -> None:
    snapshot = programme(
        wave(CODE, window("2024-04-26")),
        placed=[(NUMBER, CODE), ("1554", CODE)],
        reports=[report("option-exercised", ReportState.NOT_DONE)],
    )
    evaluation = evaluate(snapshot)
    found = find_earlier(evaluation, f"wave.{CODE}", 7)

    assert found.answer is Answer.BY_WAVE
    assert dict(found.short) == {
        number: margin.days
        for number, margin in evaluation.margins.items()
        if margin.days < 7
    }
    assert (found.levers[0].after, found.target) == (day("2024-04-19"),) * 2


def test_a_municipality_names_those_of_its_wave_who_can_not_come_along() -> None:
    snapshot = programme(
        wave(CODE, window("2024-04-26")),
        placed=[(NUMBER, CODE), ("1554", CODE)],
        reports=[report("option-exercised", ReportState.NOT_DONE)],
    )
    evaluation = evaluate(snapshot)
    late = [number for number, it in evaluation.margins.items() if it.days < 7]
    assert NUMBER in late

    own = find_earlier(evaluation, f"{NUMBER}.go-live", 7)
    assert [number for number, _days in own.short] == [
        it for it in late if it != NUMBER
    ]
    other = find_earlier(evaluation, "1554.go-live", 7)
    assert NUMBER in [number for number, _days in other.short]


def test_a_trust_goes_with_its_wave_and_a_date_of_the_programme_with_nothing() -> None:
    snapshot = programme(
        trusts=[HealthTrust(code="HNT", wave=CODE)],
        milestones=[ProgrammeMilestone(key="pause", window=window("2025-01-06"))],
    )
    evaluation = evaluate(snapshot)

    trust = find_earlier(evaluation, "trust.HNT", 7)
    assert [(it.key, it.after) for it in trust.levers] == [(CODE, day("2025-04-19"))]
    programmes_own = find_earlier(evaluation, "programme.pause", 7)
    assert programmes_own.answer is Answer.NOTHING


@given(programmes())
def test_a_municipality_alone_has_the_dates_that_it_has_among_all(
    snapshot: Snapshot,
) -> None:
    evaluation = evaluate(snapshot)
    for it in snapshot.municipalities:
        alone = schedule_programme(
            alone_with_wave(snapshot, it.number), calendar=norway()
        )
        for id, at in alone.schedule.activities.items():
            if evaluation.nodes[id].owner is Owner.MUNICIPALITY:
                among = evaluation.schedule.activities[id]
                assert (at.start, at.early_start) == (among.start, among.early_start)


@given(programmes(), st.integers(1, 40), st.data())
def test_what_is_offered_moves_the_planned_date_and_a_little_less_does_not(
    snapshot: Snapshot, days: int, data: st.DataObject
) -> None:
    evaluation = evaluate(snapshot)
    own = [it.id for it in evaluation.nodes.values() if it.owner is Owner.MUNICIPALITY]
    assume(own)
    id = data.draw(st.sampled_from(own))
    for lever in find_earlier(evaluation, id, days).levers:
        assert lever.gained >= days
        if lever.kind is LeverKind.DURATION:
            assert isinstance(lever.after, Duration)
            assert lever.after.amount >= 1
            assert _gained(snapshot, id, lever, 0) == lever.gained
            assert _gained(snapshot, id, lever, 1) < days


def _gained(snapshot: Snapshot, id: str, lever: Lever, longer: int) -> int:
    """How much earlier its planned date is, among all."""
    assert isinstance(lever.after, Duration)
    made = replace(lever.after, amount=lever.after.amount + longer)
    plan = snapshot.plan
    template = replace(
        plan.template,
        activities=tuple(
            replace(it, duration=made) if it.key == lever.key else it
            for it in plan.template.activities
        ),
    )
    changed = replace(snapshot, plan=replace(plan, template=template))
    before, after = (evaluate(it).schedule.activities[id] for it in (snapshot, changed))
    return before.start - after.start


def test_no_wave_goes_live_in_the_past() -> None:
    soon = programme(wave(CODE, window("2023-12-10")))
    assert answer(soon, "go-live", days=45) is Answer.GONE_BY
