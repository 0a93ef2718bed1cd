"""Dates that were not agreed to as conflicts, and the moves that fit the answer."""

from dataclasses import replace

import pytest

from planning.binding_dates import binding_dates
from planning.circumstances import ClosedPeriod
from planning.conflicts import Conflict, Kind, Mend, MendKind, Severity
from planning.conflicts.closed_periods import can_keep
from planning.conflicts.going_there import can_all_keep
from planning.conflicts.survey import survey_plan
from planning.evaluate import evaluate
from planning.proposals import GO_LIVE, GO_LIVE_LAST, Answer, Proposal, Verdict
from planning.snapshot import HealthTrust, ReportState, Snapshot, Wave
from tests.planning.programmes import (
    STATUS_DATE,
    day,
    decision,
    programme,
    report,
    wave,
    window,
)

MUNICIPALITY, TRUST = "municipality.1516", "trust.HMR"
K13, K14 = wave("K13", window("2026-04-26")), wave("K14", window("2026-10-25"))
PLACED = (("1516", "K13"), ("1517", "K13"))
KINDS = {Kind.PROPOSAL_REJECTED, Kind.PROPOSAL_COUNTERED, Kind.PROPOSAL_UNANSWERED}
REJECTED = Answer(Verdict.REJECTED)


def asked(
    *waves: Wave,
    answer: Answer | None = None,
    body: str = MUNICIPALITY,
    was: str = "2025-11-01",
    answer_by: str = STATUS_DATE,
    **given: object,
) -> Snapshot:
    """A municipality, and one more, of which the first was asked about K13's day."""
    snapshot = programme(*(waves or (K13, K14)), **{"placed": PLACED, **given})
    evaluation = evaluate(snapshot)
    bound = binding_dates(snapshot, evaluation.schedule, evaluation.calendar)
    proposal = Proposal(
        id=7,
        body=body,
        was=((GO_LIVE, day(was)),),
        becomes=bound[body].dates,
        answer_by=day(answer_by),
        answer=answer,
    )
    return replace(snapshot, proposals=((proposal,),))


def countered(text: str) -> Answer:
    return Answer(Verdict.COUNTERED, day(text))


def find(snapshot: Snapshot) -> Conflict | None:
    found = [it for it in evaluate(snapshot).conflicts if it.kind in KINDS]
    assert len(found) < 2
    return found[0] if found else None


def told(snapshot: Snapshot) -> Conflict:
    found = find(snapshot)
    assert found is not None
    return found


def test_what_is_open_or_accepted_is_no_conflict():
    assert find(asked()) is None
    assert find(asked(answer=Answer(Verdict.ACCEPTED))) is None
    assert find(programme(K13, placed=PLACED)) is None


def test_past_the_deadline_it_warns_and_leads_to_the_answer():
    found = told(asked(answer_by="2023-11-20"))
    assert (found.kind, found.severity) == (Kind.PROPOSAL_UNANSWERED, Severity.WARNING)
    assert found.days == 10
    assert found.concerns == (MUNICIPALITY, "wave.K13")
    assert dict(found.values)["answer-by"] == "2023-11-20"
    assert found.mend == Mend(MendKind.ENTER_ANSWER, "7")


def test_what_was_rejected_is_an_error_with_the_way_back():
    found = told(asked(answer=REJECTED))
    assert (found.kind, found.severity) == (Kind.PROPOSAL_REJECTED, Severity.ERROR)
    assert found.days == day("2026-04-26") - day("2025-11-01")
    assert dict(found.values) == {
        "planned": "2026-04-26",
        "agreed": "2025-11-01",
        "along": "1",
    }
    assert found.mend == Mend(MendKind.SET_WAVE_DAY, "K13", "2025-11-01")


@pytest.mark.parametrize(
    ("text", "severity", "days"),
    [("2026-05-03", Severity.ERROR, 7), ("2026-04-19", Severity.WARNING, 7)],
)
def test_another_date_says_by_how_much_and_whether_it_can_be_kept(text, severity, days):
    found = told(asked(answer=countered(text)))
    assert found.kind is Kind.PROPOSAL_COUNTERED
    assert (found.severity, found.days) == (severity, days)
    assert found.mend == Mend(MendKind.SET_WAVE_DAY, "K13", text)


def test_another_wave_of_that_very_day_goes_first():
    found = told(asked(answer=countered("2026-10-25")))
    assert found.mend == Mend(MendKind.MOVE_TO_WAVE, "K14", "1516")
    assert "along" not in dict(found.values)


def test_who_has_left_has_nothing_left_to_agree_to():
    # The day that it was decided with is reckoned anew where a move is looked for.
    decided = {"1516": "2026-04-26"}
    before = asked(answer=countered("2026-10-25"), decided=decided)
    gone = replace(before, decisions=(decision("left", "2023-06-01"),))

    assert find(before) is not None
    assert [it.kind for it in evaluate(gone).conflicts] == [Kind.COUNCIL_DECLINED]


def test_no_mend_leads_into_a_closed_period_or_the_past():
    closed = [ClosedPeriod(key="may", first=(5, 1), last=(5, 31))]
    assert (
        told(asked(answer=countered("2026-05-03"), closed_periods=closed)).mend is None
    )
    assert told(asked(answer=REJECTED, was="2023-10-01")).mend is None


def test_the_mend_is_agreed_to():
    snapshot = asked(answer=countered("2026-05-03"))
    later = replace(K13, set_day=day("2026-05-03"))
    plan = replace(snapshot.plan, waves=(later, K14))
    assert find(replace(snapshot, plan=plan)) is None


def test_who_is_live_is_asked_no_more():
    done = report("go-live", ReportState.DONE, start=window("2023-11-01"))
    assert find(asked(answer=REJECTED, reports=[done])) is None


def test_a_trust_is_bound_as_well():
    trusts = (HealthTrust(code="HMR", wave="K13"),)
    found = told(asked(answer=countered("2026-10-25"), body=TRUST, trusts=trusts))
    assert found.concerns == (TRUST, "wave.K13")
    assert found.mend == Mend(MendKind.MOVE_TRUST, "K14", "HMR")


@pytest.mark.parametrize(
    "text", ["2025-01-06", "2025-11-01", "2026-04-26", "2026-06-01"]
)
def test_several_can_keep_what_each_of_them_can(text):
    late = report("training", ReportState.STARTED, start=window("2023-11-01"))
    decided = {"1516": "2025-11-01", "1517": "2025-11-01"}
    snapshot = asked(reports=[late], decided=decided)
    it = evaluate(snapshot)
    survey = survey_plan(snapshot, it.nodes, it.network, it.schedule, it.margins)
    numbers = ("1516", "1517")
    each = all(can_keep(survey, number, day(text)) for number in numbers)
    assert can_all_keep(survey, numbers, day(text)) == each


@pytest.mark.parametrize("text", ["2024-12-02", "2025-03-03", "2025-04-26"])
@pytest.mark.parametrize("state", [ReportState.DONE, ReportState.NOT_DONE])
def test_who_was_decided_for_then_is_reckoned_as_of_then(text, state):
    decided = {"1516": "2024-11-01", "1517": "2024-11-01"}
    reports = [report("project-start", state, start=window("2023-06-01"))]
    if state is ReportState.NOT_DONE:
        reports = [report("project-start", state)]
    spring = wave("K13", window("2025-04-26"))
    snapshot = programme(spring, placed=PLACED, decided=decided, reports=reports)
    it = evaluate(snapshot)
    survey = survey_plan(snapshot, it.nodes, it.network, it.schedule, it.margins)
    numbers = ("1516", "1517")
    each = all(can_keep(survey, number, day(text)) for number in numbers)
    assert can_all_keep(survey, numbers, day(text)) == each


def test_a_body_that_keeps_its_day_and_rejects_its_limits_is_not_moved():
    found = told(asked(answer=REJECTED, was="2026-04-26"))
    assert found.mend is None


def test_a_wave_that_the_body_cannot_keep_is_no_mend():
    early = wave("K12", window("2024-01-15"))
    found = told(asked(early, K13, answer=countered("2024-01-15")))
    assert found.mend is None


def test_a_window_is_told_with_both_its_ends():
    summer = wave("K13", window("2026-05-01", "2026-06-30"))
    snapshot = asked(summer, K14, answer=REJECTED)
    spring = ((GO_LIVE, day("2026-03-01")), (GO_LIVE_LAST, day("2026-04-30")))
    chain = (replace(snapshot.proposals[0][0], was=spring),)
    found = told(replace(snapshot, proposals=(chain,)))
    assert dict(found.values) == {
        "planned": "2026-05-01",
        "planned-last": "2026-06-30",
        "agreed": "2026-03-01",
        "agreed-last": "2026-04-30",
        "along": "1",
    }


@pytest.mark.parametrize(
    ("last", "kind"),
    [("2026-03-31", MendKind.MOVE_TO_WAVE), ("2026-05-31", MendKind.SET_WAVE_DAY)],
)
def test_a_wave_whose_window_ends_later_than_agreed_is_no_mend(last, kind):
    there = wave("K12", window("2026-03-01", last))
    snapshot = asked(there, K13, answer=REJECTED)
    spring = ((GO_LIVE, day("2026-03-01")), (GO_LIVE_LAST, day("2026-04-30")))
    chain = (replace(snapshot.proposals[0][0], was=spring),)
    mend = told(replace(snapshot, proposals=(chain,))).mend
    assert mend is not None
    assert mend.kind is kind


def test_what_was_said_before_holds_for_a_date_that_is_proposed_later():
    snapshot = asked(answer=countered("2026-10-26"))
    (said,) = snapshot.proposals[0]
    open_now = replace(said, id=8, answer=None)
    before = replace(said, becomes=((GO_LIVE, day("2026-01-01")),))
    found = told(replace(snapshot, proposals=((before, open_now),)))
    assert found.kind is Kind.PROPOSAL_COUNTERED
    assert found.days == day("2026-10-26") - day("2026-04-26")


def test_who_is_taken_out_of_its_wave_and_says_no_is_to_be_placed():
    snapshot = asked(answer=REJECTED)
    chain = (replace(snapshot.proposals[0][0], becomes=()),)
    plan = replace(snapshot.plan, placements=snapshot.plan.placements[1:])
    found = told(replace(snapshot, plan=plan, proposals=(chain,)))
    assert found.concerns == (MUNICIPALITY,)
    assert dict(found.values) == {"agreed": "2025-11-01"}
    assert found.mend == Mend(MendKind.GIVE_WAVE, "1516")
