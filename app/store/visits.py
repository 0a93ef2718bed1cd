"""When users were last here: what has changed since is new to them.

A visit ends when its user has not looked at the overview for half an hour. What
was new when it began stays new until then, or until the user says that it has been
seen. A visit is kept by a request of its own, which the page sends when it has been
opened or its user presses a button: looking at a page changes nothing, whoever asks
for it. It is no change of the plan: it raises no revision and has no history.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import func, select

from app.extensions import db
from app.store.engine import begin_writing
from app.store.tables import ChangeRow, LastVisitRow

AWAY = timedelta(minutes=30)
BEFORE = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Visit:
    """All up to `seen` has been seen; what came after `since` is new to the visit."""

    seen: datetime
    since: datetime | None = None


def find_visit(key: str) -> Visit | None:
    """The visit that a user is on, or would begin by looking now; None at the first."""
    last = _last_visit(key)
    return None if last is None else next_visit(last, _now())


def note_visit(key: str, *, revision: int) -> None:
    """Keep that a user looks at the overview, as it was at a revision."""
    _keep(key, revision, is_all_seen=False)


def mark_seen(key: str, *, revision: int) -> None:
    """Keep that a user knows all that had happened at a revision."""
    _keep(key, revision, is_all_seen=True)


def next_visit(last: Visit | None, now: datetime) -> Visit:
    """What a visit becomes with a look at a moment: the same one, or a new one."""
    if last is None:
        return Visit(now)
    if now - last.seen >= AWAY:
        return Visit(now, last.seen)
    return Visit(max(now, last.seen), last.since)


def _keep(key: str, revision: int, *, is_all_seen: bool) -> None:
    """Take a turn like any write, so that no change falls between two looks."""
    begin_writing(db.session)
    try:
        visit = next_visit(_last_visit(key), _seen_until(revision))
        since = visit.seen if is_all_seen else visit.since
        db.session.merge(LastVisitRow(key=key, seen=visit.seen, since=since))
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def _seen_until(revision: int) -> datetime:
    """The moment that a page of a revision shows: before what was changed since."""
    first = db.session.scalar(
        select(func.min(ChangeRow.at)).where(ChangeRow.revision > revision)
    )
    return _now() if first is None else first - BEFORE


def _last_visit(key: str) -> Visit | None:
    row = db.session.get(LastVisitRow, key)
    return None if row is None else Visit(row.seen, row.since)


def _now() -> datetime:
    now: datetime = current_app.config["BOLGEPLAN_CLOCK"]()
    return now
