"""When a user was last here, and what is new to them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.extensions import db
from app.store import results, visits
from app.store.tables import ChangeRow, LastVisitRow, WaveRow
from app.store.visits import AWAY, Visit, next_visit
from app.store.writing import writing
from tests.app.conftest import NOON

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock(any_app):
    """Return what sets the clock of the app."""

    def set_clock(at):
        any_app.config["BOLGEPLAN_CLOCK"] = lambda: at

    return set_clock


def change(by, day: date) -> ChangeRow:
    with writing(results.current_plan(), by=by, what="waves.date-set") as write:
        found = select(WaveRow).where(WaveRow.code == "K13")
        db.session.scalars(found).one().set_day = day
    return write.change


def look(key: str = "office") -> None:
    visits.note_visit(key, revision=results.revision())


def since(key: str = "office"):
    found = visits.find_visit(key)
    return None if found is None else found.since


def revision_since(key: str) -> int | None:
    found = visits.find_visit(key)
    return None if found is None else found.since_revision


def test_the_first_visit_has_nothing_before_it():
    assert next_visit(None, NOON, 3) == Visit(NOON, 3)


def test_half_an_hour_without_a_look_ends_a_visit():
    last = Visit(NOON, 3, NOON - timedelta(days=3), 1)
    just_before = NOON + AWAY - MINUTE
    assert next_visit(last, just_before, 4) == Visit(just_before, 4, last.since, 1)
    assert next_visit(last, NOON + AWAY, 4) == Visit(NOON + AWAY, 4, NOON, 3)


def test_a_visit_never_goes_back():
    last = Visit(NOON, 3, NOON - timedelta(days=3), 1)
    assert next_visit(last, NOON - MINUTE, 2) == last


def test_a_clock_that_goes_back_a_day_makes_nothing_old(any_plan, office, clock):
    look("council")
    clock(NOON - timedelta(days=1))
    change(office, date(2025, 10, 1))
    done = results.revision()
    assert revision_since("council") == done - 1
    visits.mark_seen("council", revision=done)
    assert revision_since("council") == done


def test_what_is_new_stays_new_during_the_visit_and_is_old_in_the_next(any_plan, clock):
    assert visits.find_visit("office") is None
    look()
    assert since() is None
    tomorrow = NOON + timedelta(days=1)
    clock(tomorrow)
    assert since() == NOON
    look()
    clock(tomorrow + 10 * MINUTE)
    assert since() == NOON
    look()
    clock(tomorrow + 30 * MINUTE)
    assert since() == NOON
    clock(tomorrow + 40 * MINUTE)
    assert since() == tomorrow + 10 * MINUTE


def test_looking_alone_keeps_nothing(any_plan, clock):
    look()
    clock(NOON + timedelta(days=1))
    assert since() == since() == NOON
    kept = db.session.get(LastVisitRow, "office")
    assert (kept.seen, kept.since) == (NOON, None)


def test_what_has_been_seen_is_new_no_more(any_plan, office, clock):
    look("council")
    clock(NOON + timedelta(days=1))
    done = change(office, date(2025, 10, 1))
    assert revision_since("council") < done.revision
    clock(NOON + timedelta(days=1, minutes=1))
    visits.mark_seen("council", revision=results.revision())
    assert revision_since("council") == done.revision


def test_a_change_that_the_page_did_not_show_is_still_new(any_plan, office, clock):
    look("council")
    shown = results.revision()
    clock(NOON + MINUTE)
    missed = change(office, date(2025, 10, 1))
    clock(NOON + 2 * MINUTE)
    visits.note_visit("council", revision=shown)
    clock(NOON + timedelta(days=1))
    assert revision_since("council") == shown < missed.revision


def test_each_has_a_visit_of_their_own(any_plan, clock):
    look("office")
    clock(NOON + timedelta(days=1))
    look("council")
    assert since("council") is None
    assert since("office") == NOON


def test_a_visit_is_no_change_of_the_plan(any_plan):
    before = results.revision()
    look()
    visits.mark_seen("office", revision=before)
    assert results.revision() == before
    assert db.session.scalar(select(func.count(ChangeRow.id))) == 0


def test_two_windows_at_once_keep_one_visit(any_app, any_plan):
    revision = results.revision()
    db.session.rollback()

    def look_once(_turn: int) -> None:
        with any_app.app_context():
            visits.note_visit("office", revision=revision)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(look_once, range(8)))
    assert db.session.scalar(select(func.count(LastVisitRow.key))) == 1


def test_a_visit_that_cannot_be_kept_leaves_nothing(any_plan, clock):
    clock(NOON.replace(tzinfo=None))
    with pytest.raises(Exception, match="time zone"):
        look()
    assert visits.find_visit("office") is None
