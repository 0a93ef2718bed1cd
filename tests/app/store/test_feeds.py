"""Addresses that calendars ask by, on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store import feeds, results
from app.store.backup import backup, restore
from app.store.tables import FeedRow
from tests.app.conftest import NOON


def make(by: str = "office"):
    return feeds.make_feed(
        by=by, scope_kind="wave", scope_key="K13", language="nb", label=""
    )


def test_a_feed_is_found_by_its_secret_and_by_its_maker_until_it_is_revoked(any_plan):
    first, second = make(), make()
    assert first.token != second.token
    assert feeds.find_feed_by_token(first.token).id == first.id
    assert feeds.find_feed(first.id, "office").made_at == NOON
    assert [it.id for it in feeds.list_feeds("office")] == [second.id, first.id]
    revision = results.revision()

    feeds.revoke_feed(first.id, "office")

    assert feeds.find_feed_by_token(first.token) is None
    assert feeds.find_feed(first.id, "office") is None
    assert [it.id for it in feeds.list_feeds("office")] == [second.id]
    assert results.revision() == revision


def test_nobody_revokes_or_finds_what_another_made(any_plan):
    made = make(by="council")
    feeds.revoke_feed(made.id, "office")
    assert feeds.find_feed(made.id, "office") is None
    assert feeds.find_feed_by_token(made.token) is not None


@pytest.mark.parametrize("token", ["", "x", "æøå\U0001f30a", "x" * 5000])
def test_a_secret_that_opens_nothing_finds_nothing(plan, token):
    make()
    assert feeds.find_feed_by_token(token) is None


def test_a_reading_is_kept_to_the_hour(any_app, any_plan):
    token = make().token
    for minutes, kept in ((0, 0), (59, 0), (60, 60)):
        at = NOON + timedelta(minutes=minutes)
        any_app.config["BOLGEPLAN_CLOCK"] = lambda at=at: at
        feeds.note_read(feeds.find_feed_by_token(token))
        read = feeds.find_feed_by_token(token).last_read_at
        assert read == NOON + timedelta(minutes=kept)


def test_a_backup_keeps_the_addresses(plan, tmp_path):
    token = make().token
    backup(tmp_path / "all.backup")
    feeds.revoke_feed(db.session.scalar(select(FeedRow.id)), "office")
    restore(tmp_path / "all.backup", replace=True)
    assert feeds.find_feed_by_token(token) is not None
