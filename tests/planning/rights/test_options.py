"""Options: whose they are, what moves them, how they stand, what a change does.

The wave of 26 April 2025 closes the option on 26 April 2024 and the right to withdraw
on 26 March 2024.
"""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import norway
from planning.circumstances import Decision
from planning.compare import compare
from planning.durations import parse_duration
from planning.evaluate import evaluate
from planning.rights.options import (
    OptionRight,
    OptionState,
    Trigger,
    find_option,
    options_of,
)
from planning.rights.reopened import ChangedRights, changed_rights
from planning.snapshot import (
    ExplicitDeadline,
    Municipality,
    Report,
    ReportState,
    Snapshot,
    Template,
)
from tests.planning.programmes import (
    CODE,
    NUMBER,
    STATUS_DATE,
    TEMPLATE,
    deadline,
    decision,
    iso,
    programme,
    report,
    wave,
    window,
)

OTHER = "1517"
LAGS = {"preproject-limit": "18mo", "withdrawal-limit": "13mo", "option-limit": "12mo"}
WITHDRAWN = decision("withdrawn", "2023-10-10")
AGAIN = decision("option-exercised", "2023-11-10")
REPORTED = report("option-exercised", ReportState.DONE, finish=window("2023-09-14"))
VOTED = decision("option-exercised", "2023-09-01", "2023-09-30")


def option(
    *,
    go_live: str = "2025-04-26",
    status_date: str = STATUS_DATE,
    reports: tuple[Report, ...] = (),
    deadlines: tuple[ExplicitDeadline, ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> OptionRight:
    snapshot = plan(go_live, status_date, reports, deadlines, decisions)
    (found,) = options_of(evaluate(snapshot))
    return found


def plan(
    go_live: str,
    status_date: str = STATUS_DATE,
    reports: tuple[Report, ...] = (),
    deadlines: tuple[ExplicitDeadline, ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> Snapshot:
    return programme(
        wave(CODE, window(go_live)),
        reports=reports,
        deadlines=deadlines,
        decisions=decisions,
        status_date=status_date,
    )


def days(of: OptionRight) -> dict[str, str]:
    return {it.key: iso(it.day) for it in of.limits}


def test_its_limits_are_counted_back_from_go_live() -> None:
    found = option()

    assert (found.holder, found.wave) == (NUMBER, CODE)
    assert days(found) == {
        "preproject-limit": "2023-10-26",
        "option-limit": "2024-04-26",
        "withdrawal-limit": "2024-03-26",
    }
    assert {it.trigger for it in found.limits} == {Trigger.GO_LIVE}
    assert found.days_left == 148
    assert found.regret_on_last_day is not None
    assert found.regret_on_last_day.days == -31


def test_indre_fosen_could_withdraw_until_thirteen_months_before_autumn_2022() -> None:
    found = option(go_live="2022-09-01", status_date="2020-11-30")

    assert days(found)["withdrawal-limit"] == "2021-08-01"


def test_a_named_day_beats_the_derived_one_and_both_are_kept() -> None:
    named = option(deadlines=(deadline("option-limit", "2024-05-30"),)).exercise
    of_the_step = option(deadlines=(deadline("option-exercised", "2024-04-20"),))

    assert named is not None
    assert (iso(named.day), iso(named.derived_day)) == ("2024-05-30", "2024-04-26")
    assert (named.trigger, named.difference) == (Trigger.NAMED, 34)
    assert of_the_step.exercise is not None
    assert of_the_step.exercise.difference == -6


def test_how_it_stands_follows_from_the_facts() -> None:
    states = {
        "open": option(),
        "closing": option(status_date="2024-01-27"),
        "last day": option(status_date="2024-04-26"),
        "passed": option(status_date="2024-04-27"),
        "voted": option(decisions=(VOTED,)),
        "introduced": option(
            decisions=(decision("introduction-decided", "2023-09-01"),)
        ),
        "reported": option(reports=(report("option-exercised", ReportState.DONE),)),
        "withdrawn": option(decisions=(VOTED, WITHDRAWN)),
        "reported before": option(reports=(REPORTED,), decisions=(WITHDRAWN,)),
        "voted anew": option(decisions=(WITHDRAWN, AGAIN)),
        "live": option(
            go_live="2023-11-01",
            reports=(report("go-live", ReportState.DONE, finish=window("2023-11-01")),),
        ),
        "to come": option(decisions=(decision("option-exercised", "2023-12-01"),)),
    }

    assert {name: it.state.value for name, it in states.items()} == {
        "open": "open",
        "closing": "closing",
        "last day": "closing",
        "passed": "passed",
        "voted": "taken-up",
        "introduced": "taken-up",
        "reported": "taken-up",
        "withdrawn": "withdrawn",
        "reported before": "withdrawn",
        "voted anew": "taken-up",
        "live": "live",
        "to come": "open",
    }
    assert states["voted"].taken_up == window("2023-09-01", "2023-09-30")
    assert [states[it].can_withdraw for it in ("voted", "open")] == [True, False]


def test_a_vote_of_a_month_left_what_its_last_day_left() -> None:
    # From 30 September to 26 March.
    left = option(decisions=(VOTED,)).regret_of_vote
    assert left is not None
    assert left.days == 178
    assert option().regret_of_vote is None
    assert option(decisions=(VOTED, WITHDRAWN)).regret_of_vote is None


def test_what_is_reported_tells_when_before_what_is_decided() -> None:
    found = option(decisions=(VOTED,), reports=(REPORTED,))

    assert found.taken_up == window("2023-09-14")


def test_who_sells_holds_none_and_who_has_no_date_has_no_limits() -> None:
    snapshot = programme(
        placed=[(NUMBER, None), (OTHER, CODE)],
        municipalities=[
            Municipality(number=NUMBER),
            Municipality(number=OTHER, holds_option=False),
        ],
    )
    evaluation = evaluate(snapshot)

    (undated,) = options_of(evaluation)

    assert (undated.state, undated.limits) == (OptionState.UNDATED, ())
    assert (undated.days_left, undated.regret_on_last_day) == (None, None)
    assert find_option(evaluation, NUMBER) == undated
    assert find_option(evaluation, OTHER) is None


def test_without_a_limit_for_it_nobody_can_withdraw() -> None:
    gone = "withdrawal-limit"
    template = Template(
        activities=tuple(it for it in TEMPLATE.activities if it.key != gone),
        links=tuple(it for it in TEMPLATE.links if it.predecessor != gone),
    )

    (found,) = options_of(evaluate(programme(template=template)))

    assert found.state is OptionState.OPEN
    assert (found.withdrawal, found.regret_on_last_day) == (None, None)
    assert not found.can_withdraw


@settings(max_examples=30, deadline=None)
@given(st.dates(date.fromisoformat("2023-01-01"), date.fromisoformat("2028-12-31")))
def test_every_derived_limit_moves_as_its_wave_moves(go_live: date) -> None:
    named = deadline("preproject-limit", "2023-11-01")

    found = option(go_live=str(go_live), deadlines=(named,))

    for limit in found.limits:
        counted = norway().retreat(found.go_live or 0, parse_duration(LAGS[limit.key]))
        assert limit.derived_day == counted
        is_named = limit.key == "preproject-limit"
        assert limit.day == (named.day if is_named else counted)


def test_a_later_wave_opens_the_option_again_and_an_earlier_one_ends_it() -> None:
    early, late = (evaluate(plan(it)) for it in ("2024-11-01", "2025-04-26"))

    assert changed_rights(early, late) == ChangedRights(
        moved=(NUMBER,), options_reopened=(NUMBER,)
    )
    assert compare(late, early).rights == ChangedRights(
        moved=(NUMBER,), options_lapsed=(NUMBER,)
    )


def test_whoever_has_voted_may_withdraw_again_when_the_wave_slips() -> None:
    early, late = (
        evaluate(plan(it, decisions=(VOTED,))) for it in ("2024-11-01", "2025-04-26")
    )

    assert changed_rights(early, late).withdrawals_reopened == (NUMBER,)
    assert changed_rights(late, early).withdrawals_lapsed == (NUMBER,)
    assert changed_rights(late, late) == ChangedRights()


def test_what_is_used_has_not_lapsed() -> None:
    before = evaluate(plan("2025-04-26"))
    after = evaluate(plan("2025-04-26", decisions=(VOTED,)))

    assert changed_rights(before, after) == ChangedRights()
