"""Answers that are kept, and never stale."""

import pytest
from sqlalchemy import select, text

from app.extensions import db
from app.store import database, results
from app.store.errors import DatabaseError
from app.store.results import Results
from app.store.tables import WaveRow
from app.store.writing import writing
from tests.builders import plan_row


def test_an_answer_is_computed_once(plan):
    assert results.evaluation(plan) is results.evaluation(plan)


def test_a_write_gives_a_new_answer_that_is_kept(plan, office):
    before = results.evaluation(plan)
    wave = db.session.scalar(select(WaveRow).where(WaveRow.code == "K13"))
    with writing(plan, by=office, what="test"):
        wave.printed = "soon"
    after = results.evaluation(plan)
    assert after is not before
    assert after.snapshot.revision == before.snapshot.revision + 1 == 2


def test_what_another_process_writes_is_seen(app, plan, make_app):
    before = results.evaluation(plan)
    db.session.rollback()
    with db.engine.begin() as other:
        other.execute(text("UPDATE wave SET window_last = '2025-04-30' "
                           "WHERE code = 'K13'"))  # fmt: skip
        other.execute(text("UPDATE programme SET revision = revision + 1"))
    after = results.evaluation(plan)
    assert after.snapshot.revision == 2
    assert after.snapshot != before.snapshot


def test_two_plans_have_answers_of_their_own(plan, office):
    with writing(plan, by=office, what="test"):
        other = plan_row()
        db.session.add(other)
    assert results.evaluation(other).snapshot.plan.name == "what-if"
    assert results.evaluation(plan).snapshot.plan.name == "current"


def test_what_was_not_used_for_longest_is_forgotten():
    kept = Results(kept=2)
    kept.keep("a", 1)
    kept.keep("b", 2)
    assert kept.find("a") == 1
    kept.keep("c", 3)
    assert kept.find("b") is None
    assert (kept.find("a"), kept.find("c")) == (1, 3)
    kept.forget()
    assert kept.find("a") is None


def test_a_database_without_facts_says_so(empty_url, make_app):
    with make_app(empty_url).app_context():
        database.upgrade()
        for ask in (results.programme, results.current_plan, results.revision):
            with pytest.raises(DatabaseError) as refused:
                ask()
            assert refused.value.kind == "no-plan"


def test_a_database_without_a_plan_says_so(plan):
    db.session.execute(text("UPDATE plan SET kind = 'baseline'"))
    with pytest.raises(DatabaseError):
        results.current_plan()
