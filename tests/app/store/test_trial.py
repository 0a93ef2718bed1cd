"""Trying changes out: the same as doing them, and nothing is left behind."""

from datetime import date

import pytest
from flask import current_app
from flask.ctx import RequestContext
from sqlalchemy import func, select

from app.extensions import db
from app.language import language
from app.moved import moved_part, tried_part
from app.store import results
from app.store.errors import ClashError
from app.store.names import names_for
from app.store.tables import ChangeRow, WaveRow
from app.store.trial import try_out
from app.waves import commands

LATER = date(2025, 10, 1)


def wave() -> WaveRow:
    return db.session.scalars(select(WaveRow).where(WaveRow.code == "K13")).one()


def a_request() -> RequestContext:
    return current_app.test_request_context()


def count_changes() -> int:
    return db.session.scalar(select(func.count(ChangeRow.id)))


def test_what_is_tried_is_not_written(any_plan, office):
    revision, day = results.revision(), wave().set_day
    trial = try_out(
        any_plan, lambda: commands.set_day(any_plan, wave(), LATER, by=office)
    )
    assert trial.change is not None
    assert trial.change.id is None
    assert (results.revision(), wave().set_day, count_changes()) == (revision, day, 0)


def test_what_is_tried_is_what_comes_of_it(any_plan, office):
    def command() -> ChangeRow | None:
        return commands.set_day(any_plan, wave(), LATER, by=office)

    names = names_for(any_plan, language())
    trial = try_out(any_plan, command)
    tried = tried_part(trial, names)
    tried_moves, tried_items = trial.change.moved, len(trial.change.items)
    change = command()
    assert (change.moved, len(change.items)) == (tried_moves, tried_items)
    assert results.evaluation(any_plan).schedule == trial.after.schedule
    with a_request():
        done = moved_part(change, names, user=office)
    assert (tried.sentence, tried.money, tried.conflicts, tried.presumed) == (
        done.sentence,
        done.money,
        done.conflicts,
        done.presumed,
    )
    assert (tried.undo_url, tried.list_url) == ("", "")


def test_the_answers_that_are_kept_are_those_of_the_plan(any_plan, office):
    before = results.evaluation(any_plan)
    trial = try_out(
        any_plan, lambda: commands.set_day(any_plan, wave(), LATER, by=office)
    )
    assert trial.before == before
    assert results.evaluation(any_plan) == before
    assert trial.after.schedule != before.schedule


def test_a_trial_that_changes_nothing_says_so(any_plan, office):
    commands.set_day(any_plan, wave(), LATER, by=office)
    trial = try_out(
        any_plan, lambda: commands.set_day(any_plan, wave(), LATER, by=office)
    )
    assert trial.change is None
    assert trial.after == trial.before
    told = tried_part(trial, names_for(any_plan, language()))
    assert told.kind == "info"


def test_a_trial_is_refused_as_the_command_is(any_plan, office):
    seen = results.revision()
    commands.set_day(any_plan, wave(), LATER, by=office)
    with pytest.raises(ClashError):
        try_out(
            any_plan,
            lambda: commands.set_day(
                any_plan, wave(), date(2025, 11, 3), by=office, seen=seen
            ),
        )
    assert commands.set_day(any_plan, wave(), date(2025, 11, 3), by=office) is not None


def test_what_goes_wrong_in_a_trial_leaves_the_next_write_alone(any_plan, office):
    def fail() -> None:
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        try_out(any_plan, fail)
    assert commands.set_day(any_plan, wave(), LATER, by=office).id is not None
