"""Addresses that calendars ask by: made, found by their secret, revoked.

A feed is its maker's own affair and no change of the plan: it raises no revision and
has no history. Of the secret only the SHA-256 is kept; it is 32 random bytes, so that
nothing slower is needed to keep it from being guessed.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import select

from app.extensions import db
from app.store.beside import now, writing_beside
from app.store.tables import FeedRow

TOKEN_BYTES = 32
LONGEST_TOKEN = 100
READ_KEPT_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed that was just made, and its secret, which is known now and never again."""

    id: int
    token: str


def make_feed(
    *, by: str, scope_kind: str, scope_key: str, language: str, label: str
) -> NewFeed:
    """Make an address for a user's calendar."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with writing_beside():
        row = FeedRow(
            token_hash=hash_of(token),
            scope_kind=scope_kind,
            scope_key=scope_key,
            language=language,
            made_by=by,
            label=label,
            made_at=now(),
        )
        db.session.add(row)
        db.session.flush()
        return NewFeed(row.id, token)


def list_feeds(by: str) -> Sequence[FeedRow]:
    """The feeds of a user that can be read, the newest first."""
    return db.session.scalars(
        select(FeedRow)
        .where(FeedRow.made_by == by, FeedRow.revoked_at.is_(None))
        .order_by(FeedRow.id.desc())
    ).all()


def find_feed(feed_id: int, by: str) -> FeedRow | None:
    """A feed of a user; none where it is another's or has been revoked."""
    return db.session.scalar(
        select(FeedRow).where(
            FeedRow.id == feed_id,
            FeedRow.made_by == by,
            FeedRow.revoked_at.is_(None),
        )
    )


def find_feed_by_token(token: str) -> FeedRow | None:
    """The feed that a secret opens; none where there is none, or it was revoked."""
    if len(token) > LONGEST_TOKEN:
        return None
    return db.session.scalar(
        select(FeedRow).where(
            FeedRow.token_hash == hash_of(token), FeedRow.revoked_at.is_(None)
        )
    )


def revoke_feed(feed_id: int, by: str) -> None:
    """Let nobody read a feed of a user any more."""
    with writing_beside():
        row = find_feed(feed_id, by)
        if row is not None:
            row.revoked_at = now()


def note_read(row: FeedRow) -> None:
    """Keep when a calendar last asked, to the hour: it may ask as often as it likes."""
    asked_at, last, feed_id = now(), row.last_read_at, row.id
    if last is not None and asked_at - last < READ_KEPT_EVERY:
        return
    with writing_beside():
        db.session.get_one(FeedRow, feed_id).last_read_at = asked_at


def hash_of(token: str) -> str:
    """What is kept of a secret."""
    return sha256(token.encode()).hexdigest()
