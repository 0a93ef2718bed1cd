"""Who has withdrawn, gives notice or has left: what the plan makes of it."""

from planning.conflicts import Kind, Severity
from planning.evaluate import evaluate
from planning.rights.facts import FactKind
from planning.rights.options import OptionState, find_option
from planning.rights.ways_out import WayOut, released, standing_reports, ways_out
from planning.snapshot import Municipality, ReportState, Snapshot, Window
from tests.planning.programmes import (
    CODE,
    NUMBER,
    day,
    decision,
    iso,
    programme,
    report,
    wave,
    window,
)

EXERCISED = report("option-exercised", ReportState.DONE, finish=window("2023-10-12"))
SIGNED = report("service-agreement", ReportState.DONE, finish=window("2023-10-20"))
TAUGHT = report("training", ReportState.DONE, finish=window("2023-10-20"))
WITHDRAWN = decision("withdrawn", "2023-11-01")
LEFT = decision("left", "2023-06-01")
NOTICE = decision("notice-given", "2023-01-15")
AGAIN = decision("option-exercised", "2023-11-10")


def way_out(snapshot: Snapshot) -> WayOut | None:
    return ways_out(snapshot).get(NUMBER)


def test_a_withdrawal_undoes_the_reports_that_rest_on_the_option() -> None:
    told = (EXERCISED, SIGNED, TAUGHT)

    after = standing_reports(told, (WITHDRAWN,), day("2023-11-01"))
    before = standing_reports(told, (WITHDRAWN,), day("2023-10-31"))
    anew = standing_reports(told, (WITHDRAWN, AGAIN), day("2023-11-30"))

    # To take the option up anew does not sign the agreement of before anew.
    assert after == anew == (TAUGHT,)
    assert before == told


def test_the_exercise_that_stands_is_told_and_not_the_one_taken_back() -> None:
    found = find_option(
        evaluate(programme(reports=(EXERCISED,), decisions=(WITHDRAWN, AGAIN))), NUMBER
    )

    assert found is not None
    assert found.state is OptionState.TAKEN_UP
    assert found.taken_up == Window(day("2023-11-10"), day("2023-11-11"))


def test_whoever_has_withdrawn_can_take_the_option_up_until_its_limit() -> None:
    found = find_option(
        evaluate(programme(reports=(EXERCISED,), decisions=(WITHDRAWN,))), NUMBER
    )

    assert found is not None
    assert found.state is OptionState.WITHDRAWN
    assert found.taken_up is None
    assert (found.can_withdraw, found.can_exercise) == (False, True)
    assert found.way_out is not None
    assert found.way_out.has_withdrawn


def test_who_has_left_has_no_limits_and_is_asked_for_nothing() -> None:
    evaluation = evaluate(programme(decisions=(LEFT,)))
    found = find_option(evaluation, NUMBER)

    assert found is not None
    assert (found.state, found.limits) == (OptionState.LEFT, ())
    (told,) = evaluation.conflicts
    assert (told.kind, told.severity) == (Kind.COUNCIL_DECLINED, Severity.WARNING)
    assert told.values[0] == ("outcome", "left")
    assert told.mend is None
    assert (
        evaluate(programme(placed=[(NUMBER, None)], decisions=(LEFT,))).conflicts == ()
    )


def test_no_step_binds_who_has_left() -> None:
    evaluation = evaluate(programme(decisions=(LEFT,)))
    stays = evaluate(programme(decisions=(decision("left", "2023-12-01"),)))

    assert evaluation.wave_of(NUMBER) == CODE
    assert evaluation.go_live(NUMBER) is None
    assert (evaluation.activities_of(NUMBER), evaluation.margins) == ((), {})
    assert evaluation.projections == {}
    assert stays.go_live(NUMBER) is not None


def test_a_wave_takes_nobody_along_who_left_before_its_day() -> None:
    went = wave(actual=window("2023-10-01"))
    early = programme(went, decisions=(LEFT,))
    late = programme(went, decisions=(decision("left", "2023-10-15"),))
    not_yet = report("go-live", ReportState.NOT_DONE)

    assert released(early) == {NUMBER}
    assert released(late) == frozenset()
    assert released(programme(reports=(not_yet,), decisions=(LEFT,))) == {NUMBER}
    assert released(programme()) == frozenset()


def test_who_was_live_and_has_left_is_told_of_by_the_option_alone() -> None:
    live = report("go-live", ReportState.DONE, finish=window("2022-11-12"))
    evaluation = evaluate(programme(reports=(live,), decisions=(LEFT,)))
    found = find_option(evaluation, NUMBER)

    assert found is not None
    assert found.state is OptionState.LEFT
    assert evaluation.conflicts == ()


def test_a_notice_runs_out_after_twelve_months_and_of_the_founder_after_36() -> None:
    running = way_out(programme(decisions=(NOTICE,), status_date="2024-01-14"))
    over = way_out(programme(decisions=(NOTICE,), status_date="2024-01-15"))
    founder = way_out(
        programme(
            municipalities=[Municipality(number=NUMBER, holds_option=False)],
            decisions=(NOTICE,),
            status_date="2024-01-15",
        )
    )

    assert running is not None
    assert running.is_leaving
    assert running.ends
    assert iso(running.ends) == "2024-01-15"
    end = day("2024-01-15")
    assert over == WayOut(FactKind.LEFT, Window(end, end + 1), is_counted=True)
    assert founder is not None
    assert founder.ends
    assert iso(founder.ends) == "2026-01-15"


def test_to_take_the_option_up_anew_ends_that_it_left() -> None:
    assert way_out(programme(decisions=(LEFT, AGAIN))) is None
    assert way_out(programme(decisions=(AGAIN,))) is None


def test_a_notice_past_the_days_there_are_has_no_end() -> None:
    late = decision("notice-given", "2100-06-01")

    found = way_out(programme(decisions=(late,), status_date="2100-07-01"))

    assert found is not None
    assert found.is_leaving
    assert found.ends is None
