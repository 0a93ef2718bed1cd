"""Proposals are kept with the change that makes them, on both databases."""

from datetime import date

from sqlalchemy import select

from app.extensions import db
from app.store import overlay, results, scenarios
from app.store.adopting import Agreed, adopt
from app.store.baselines import Details
from app.store.proposals import load_chains
from app.store.tables import (
    ChangeRow,
    CommitmentFactRow,
    PlacementRow,
    ProposalAnswerRow,
    ProposalRow,
    ReportRow,
    ScenarioRow,
    TemplateLinkRow,
    WaveRow,
)
from app.store.trial import try_out
from app.store.undoing import undo
from app.store.writing import writing
from planning.proposals import OPEN_STATES, State, state_of
from tests.builders import ULSTEIN

BODY = f"municipality.{ULSTEIN}"
DETAILS = Details(
    name="Før",
    why="Vedtatt.",
    decided_by="Styringsgruppen",
    case_number="23/77",
    decided_on=date(2023, 12, 1),
)
OCTOBER, NOVEMBER = date(2025, 10, 1), date(2025, 11, 3)


def wave(code: str = "K13") -> WaveRow:
    return db.session.scalars(select(WaveRow).where(WaveRow.code == code)).one()


def rows(body: str | None = None) -> list[ProposalRow]:
    found = db.session.scalars(select(ProposalRow).order_by(ProposalRow.id))
    return [it for it in found if body in (None, it.body)]


def move_wave(plan, day: date | None, *, by, code: str = "K13") -> ChangeRow:
    told = {"wave": code, "day": None if day is None else day.isoformat()}
    with writing(plan, by=by, what="waves.date-set", values=told) as write:
        wave(code).set_day = day
    return write.change


def answer(plan, proposal_id: int, verdict: str, *, by, day=None) -> ChangeRow:
    with writing(plan, by=by, what="proposals.answered") as write:
        db.session.add(
            ProposalAnswerRow(
                proposal_id=proposal_id,
                verdict=verdict,
                day=day,
                given_in="letter",
                answered_on=date(2023, 11, 30),
            )
        )
    return write.change


def open_bodies() -> list[str]:
    today = results.programme().status_date.toordinal()
    return [
        body
        for body, chain in load_chains().items()
        for at, it in enumerate(chain)
        if state_of(it, is_last=at == len(chain) - 1, today=today) in OPEN_STATES
    ]


def states(body: str = BODY) -> list[State]:
    today = results.programme().status_date.toordinal()
    chain = load_chains([body])[body]
    last = len(chain) - 1
    return [
        state_of(it, is_last=at == last, today=today) for at, it in enumerate(chain)
    ]


def test_the_programme_begins_without_proposals(plan):
    assert rows() == []


def test_a_wave_that_moves_is_proposed_to_everybody_in_it(any_plan, office):
    change = move_wave(any_plan, OCTOBER, by=office)
    found = rows()
    assert len(found) == 9
    assert {it.change_id for it in found} == {change.id}
    (ulstein,) = rows(BODY)
    assert ulstein.was["go-live"] == "2025-04-01"
    assert ulstein.becomes["go-live"] == "2025-10-01"
    assert ulstein.becomes["option-limit"] == "2024-10-01"
    assert (ulstein.made_on, ulstein.answer_by) == (
        date(2023, 11, 30),
        date(2023, 12, 30),
    )


def leave(plan, *, by) -> ChangeRow:
    day = date(2023, 5, 1)
    with writing(plan, by=by, what="rights.fact-recorded") as write:
        db.session.add(
            CommitmentFactRow(
                municipality=ULSTEIN,
                kind="left",
                happened_first=day,
                happened_last=day,
                precision="day",
                confidence="entered",
            )
        )
    return write.change


def test_who_leaves_is_asked_no_more_and_for_nothing_new(plan, office):
    move_wave(plan, OCTOBER, by=office)
    left = leave(plan, by=office)
    (ulstein,) = rows(BODY)
    assert (ulstein.closing, ulstein.closed_by) == ("withdrawn", left.id)
    move_wave(plan, NOVEMBER, by=office)
    assert len(rows(BODY)) == 1
    assert len(rows()) == 9 + 8
    undo(left, by=office)
    _closed, anew = rows(BODY)
    assert (anew.was["go-live"], anew.becomes["go-live"]) == (
        "2025-04-01",
        "2025-11-03",
    )


def test_that_somebody_has_not_left_after_all_moves_no_date(plan, office):
    undo(leave(plan, by=office), by=office)
    assert rows() == []


def test_undoing_withdraws_and_keeps_it(any_plan, office):
    change = move_wave(any_plan, OCTOBER, by=office)
    undone = undo(change, by=office)
    assert {(it.closing, it.closed_by) for it in rows()} == {("withdrawn", undone.id)}
    assert open_bodies() == []
    redone = undo(undone, by=office)
    assert states() == [State.WITHDRAWN, State.OPEN]
    assert rows(BODY)[-1].change_id == redone.id


def test_a_later_move_overtakes_and_moving_back_closes(any_plan, office):
    move_wave(any_plan, OCTOBER, by=office)
    move_wave(any_plan, NOVEMBER, by=office)
    assert states() == [State.OVERTAKEN, State.OPEN]
    assert rows(BODY)[-1].was["go-live"] == "2025-04-01"
    move_wave(any_plan, None, by=office)
    assert states() == [State.OVERTAKEN, State.BACK]


def test_what_is_accepted_binds_until_the_answer_is_taken_back(any_plan, office):
    move_wave(any_plan, OCTOBER, by=office)
    accepted = answer(any_plan, rows(BODY)[0].id, "accepted", by=office)
    moved = move_wave(any_plan, NOVEMBER, by=office)
    assert rows(BODY)[-1].was["go-live"] == "2025-10-01"
    undo(accepted, by=office)
    assert states() == [State.OVERTAKEN, State.OVERTAKEN, State.OPEN]
    assert rows(BODY)[-1].was["go-live"] == "2025-04-01"
    undo(moved, by=office)
    assert rows(BODY)[-1].becomes["go-live"] == "2025-10-01"
    undo(db.session.get_one(ChangeRow, 1), by=office)
    assert open_bodies() == []


def test_a_day_that_is_met_is_no_longer_proposed(any_plan, office):
    move_wave(any_plan, OCTOBER, by=office)
    answer(any_plan, rows(BODY)[0].id, "countered", by=office, day=NOVEMBER)
    move_wave(any_plan, NOVEMBER, by=office)
    assert states() == [State.COUNTERED]
    assert len(open_bodies()) == 8


def test_one_that_moves_is_asked_alone_and_also_where_it_has_no_wave(any_plan, office):
    where = PlacementRow.municipality == ULSTEIN
    with writing(any_plan, by=office, what="waves.moved"):
        db.session.scalars(select(PlacementRow).where(where)).one().wave_id = None
    assert [(it.body, it.becomes) for it in rows()] == [(BODY, {})]


def test_a_trust_is_asked_too(plan, office):
    move_wave(plan, OCTOBER, by=office, code="K12")
    assert [it.was for it in rows("trust.HNT")] != []
    day = "2025-10-01"
    assert rows("trust.HNT")[0].becomes == {"go-live": day, "go-live-last": day}


def test_a_limit_alone_is_proposed(plan, office):
    limit = TemplateLinkRow.predecessor == "option-limit"
    with writing(plan, by=office, what="template.changed"):
        db.session.scalars(select(TemplateLinkRow).where(limit)).one().lag = "11mo"
    (ulstein,) = rows(BODY)
    assert ulstein.was["go-live"] == ulstein.becomes["go-live"]
    assert ulstein.becomes["option-limit"] == "2024-05-01"


def test_a_scenario_proposes_nothing_until_it_is_adopted(any_plan, office):
    row = scenarios.make_scenario(
        any_plan.id, "Senere", "", owner=office.key, owner_name=office.name
    )
    overlay.open_scenario(row.id)
    try:
        move_wave(results.current_plan(), OCTOBER, by=office)
        move_wave(results.current_plan(), NOVEMBER, by=office)
    finally:
        overlay.leave_scenario()
    assert rows() == []
    version = db.session.get_one(ScenarioRow, row.id).version
    seen = results.revision(), version
    change = adopt(row.id, DETAILS, Agreed(), by=office, seen=seen)
    assert {it.change_id for it in rows()} == {change.id}
    assert len(rows()) == 9


def test_who_goes_live_is_asked_no_more(plan, office):
    move_wave(plan, OCTOBER, by=office)
    with writing(None, by=office, what="preconditions.reported"):
        results.programme().status_date = date(2025, 12, 1)
        db.session.add(
            ReportRow(
                municipality=ULSTEIN,
                activity="go-live",
                state="done",
                finish_first=OCTOBER,
                finish_last=OCTOBER,
                precision="day",
            )
        )
    assert states() == [State.LIVE]


def test_a_trial_and_other_changes_propose_nothing(any_plan, office):
    tried = try_out(any_plan, lambda: move_wave(any_plan, OCTOBER, by=office))
    assert tried.change is not None
    with writing(any_plan, by=office, what="waves.printed"):
        wave().printed = "another word"
    assert rows() == []
