"""What moved between two states of the plan, and because of what."""

from dataclasses import replace

from planning.compare import ChangedMargin, Comparison, MovedDate, compare
from planning.durations import parse_duration
from planning.evaluate import evaluate
from planning.snapshot import HealthTrust, ReportState, Snapshot, Wave
from planning.waves import shift_wave
from tests.planning.programmes import (
    NUMBER,
    SOON,
    TEMPLATE,
    day,
    deadline,
    edge,
    programme,
    report,
    step,
    wave,
    window,
)

K13 = wave("K13", window("2025-04-26"))
K14 = wave("K14", window("2025-10-01", "2025-11-30"))


def between(before: Snapshot, after: Snapshot) -> Comparison:
    return compare(evaluate(before), evaluate(after))


def moved(comparison: Comparison) -> dict[str, MovedDate]:
    return {it.id: it for it in comparison.moved}


def delayed(which: Wave, by: str) -> Wave:
    before = evaluate(programme())
    return shift_wave(which, parse_duration(by), calendar=before.calendar)


def test_nothing_moves_between_a_plan_and_itself() -> None:
    comparison = between(programme(), programme())

    assert comparison.moved == ()
    assert (comparison.margins, comparison.deadlines) == ((), 0)
    assert (comparison.conflicts_new, comparison.conflicts_gone) == ((), ())


def test_a_wave_that_moves_takes_its_municipalities_with_it() -> None:
    placed = [("1516", "K13"), ("1517", "K13"), ("1520", "K14")]
    before = programme(K13, K14, placed=placed)
    after = programme(delayed(K13, "6mo"), K14, placed=placed)

    comparison = between(before, after)

    (k13,) = comparison.waves
    assert (k13.owner_id, k13.days) == ("K13", 183)
    assert comparison.municipalities == ("1516", "1517")
    # Three limits each, and project start is a milestone.
    assert comparison.deadlines == 6
    assert len(comparison.moved) == 1 + 2 * len(TEMPLATE.activities)


def test_the_wave_is_the_first_mover_of_all_that_hangs_on_it() -> None:
    trust = HealthTrust(code="HNT", wave="K13")
    before = programme(K13, trusts=[trust])
    after = programme(delayed(K13, "6mo"), trusts=[trust])

    dates = moved(between(before, after))

    assert dates["wave.K13"].because is None
    assert dates["wave.K13"].cause is None
    assert dates["1516.go-live"].because == "wave.K13"
    assert dates["1516.training"].because == "1516.cutover"
    assert dates["trust.HNT"].because == "wave.K13"
    causes = {it.cause for id, it in dates.items() if id != "wave.K13"}
    assert causes == {"wave.K13"}


def test_what_is_reported_late_is_the_first_mover_of_what_follows_go_live() -> None:
    done = report("training", ReportState.DONE, finish=window("2023-11-28"))
    soon = wave("K13", window("2023-12-10"))
    dates = moved(between(programme(soon), programme(soon, reports=[done])))

    # Go-live stays where it is planned, and can be on that day no more.
    assert set(dates) == {
        f"{NUMBER}.{it}" for it in ("training", "command-centre", "legacy-closed")
    }
    assert dates["1516.training"].cause is None
    assert dates["1516.command-centre"].because == "1516.training"
    assert dates["1516.legacy-closed"].because == "1516.command-centre"
    assert dates["1516.legacy-closed"].cause == "1516.training"


def test_a_municipality_that_changes_wave_moves_by_itself() -> None:
    before = programme(K13, K14, placed=[(NUMBER, "K13")])
    after = programme(K13, K14, placed=[(NUMBER, "K14")])

    comparison = between(before, after)
    dates = moved(comparison)

    assert comparison.waves == ()
    assert dates["1516.go-live"].cause is None
    assert dates["1516.go-live"].days == 158
    assert dates["1516.option-limit"].because == "1516.go-live"
    assert dates["1516.legacy-closed"].cause == "1516.go-live"


def test_what_leaves_the_plan_has_no_dates_after_it() -> None:
    comparison = between(programme(K13), programme(K13, placed=[(NUMBER, None)]))
    go_live = moved(comparison)["1516.go-live"]

    assert go_live.before == (day("2025-04-26"), day("2025-04-26"))
    assert (go_live.after, go_live.days, go_live.because) == (None, 0, None)
    assert comparison.margins == (ChangedMargin(NUMBER, 0, None),)


def test_what_comes_into_the_plan_had_no_dates_before() -> None:
    comparison = between(programme(K13, placed=[(NUMBER, None)]), programme(K13))
    go_live = moved(comparison)["1516.go-live"]

    assert go_live.before is None
    assert comparison.margins == (ChangedMargin(NUMBER, None, 0),)


def test_a_limit_that_somebody_names_moves_by_itself() -> None:
    named = deadline("option-limit", "2024-04-10")

    dates = moved(between(programme(), programme(deadlines=[named])))

    assert dates["1516.option-limit"].days == -16
    assert dates["1516.option-limit"].cause is None
    assert dates["1516.preproject"].cause == "1516.option-exercised"
    assert "1516.go-live" not in dates


def test_what_lets_go_of_a_date_has_moved_it() -> None:
    # Before, the wave's date asks for the option earlier than the letter does.
    letter = deadline("option-limit", "2024-06-15")

    def planned(wave: Wave) -> Snapshot:
        template = replace(
            TEMPLATE, links=(*TEMPLATE.links, edge("option-exercised", "training"))
        )
        tight = replace(
            template,
            activities=tuple(
                replace(it, duration=parse_duration("12mo"))
                if it.key == "training"
                else it
                for it in template.activities
            ),
        )
        return programme(wave, template=tight, deadlines=[letter])

    dates = moved(between(planned(K13), planned(delayed(K13, "6mo"))))
    exercised = dates["1516.option-exercised"]

    assert exercised.after == (day("2024-06-15"), day("2024-06-15"))
    assert (exercised.because, exercised.cause) == ("1516.training", "wave.K13")


def test_days_are_counted_on_the_finish_where_only_that_moved() -> None:
    longer = replace(
        TEMPLATE,
        activities=tuple(
            replace(it, duration=parse_duration("6w"))
            if it.key == "command-centre"
            else it
            for it in TEMPLATE.activities
        ),
    )

    dates = moved(between(programme(), programme(template=longer)))

    assert dates["1516.command-centre"].days == 14
    assert dates["1516.legacy-closed"].because == "1516.command-centre"
    assert dates["1516.legacy-closed"].cause == "1516.command-centre"


def test_two_that_hold_each_other_end_the_search_for_the_first_mover() -> None:
    # Both hang on the wave alone: one is as late as the other allows, which in
    # turn waits for it.
    def pair(first: Wave) -> Snapshot:
        template = replace(
            TEMPLATE,
            activities=(
                *TEMPLATE.activities,
                step("survey", "2w"),
                step("report", "1w", placing=SOON),
            ),
            links=(
                *TEMPLATE.links,
                edge("wave-go-live", "survey"),
                edge("survey", "report"),
            ),
        )
        return programme(first, template=template)

    dates = moved(between(pair(K13), pair(delayed(K13, "6mo"))))

    assert dates["1516.survey"].because == "1516.report"
    assert dates["1516.report"].because == "1516.survey"
    assert dates["1516.survey"].days == dates["1516.report"].days == 183
