"""When users were last here: what has changed since is new to them.

A visit ends when its user has not looked at the overview for half an hour. What
was new when it began stays new until then, or until the user says that it has been
seen. A visit is kept by a request of its own, which the page sends when it has been
opened or its user presses a button: looking at a page changes nothing, whoever asks
for it. It is no change of the plan: it raises no revision and has no history.

What is new is told by revisions, which only grow. The times say when a visit began
and how long it lasts; a clock that goes back makes nothing old or new.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from flask import current_app

from app.extensions import db
from app.store import results
from app.store.engine import begin_writing
from app.store.tables import LastVisitRow

AWAY = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Visit:
    """All up to `seen` has been seen; what came after `since` is new to the visit.

    The revisions say the same exactly; the first visit of all has nothing before it.
    """

    seen: datetime
    seen_revision: int
    since: datetime | None = None
    since_revision: int | None = None


def find_visit(key: str) -> Visit | None:
    """The visit that a user is on, or would begin by looking now; None at the first."""
    last = _last_visit(key)
    return None if last is None else next_visit(last, _now(), results.revision())


def note_visit(key: str, *, revision: int) -> None:
    """Keep that a user looks at the overview, as it was at a revision."""
    _keep(key, revision, is_all_seen=False)


def mark_seen(key: str, *, revision: int) -> None:
    """Keep that a user knows all that had happened at a revision."""
    _keep(key, revision, is_all_seen=True)


def next_visit(last: Visit | None, now: datetime, revision: int) -> Visit:
    """What a visit becomes with a look at a moment: the same one, or a new one."""
    if last is None:
        return Visit(now, revision)
    # A clock that was far ahead does not make a visit last until it is there again.
    if abs(now - last.seen) >= AWAY:
        seen_revision = max(revision, last.seen_revision)
        return Visit(now, seen_revision, last.seen, last.seen_revision)
    return replace(
        last,
        seen=max(now, last.seen),
        seen_revision=max(revision, last.seen_revision),
    )


def _keep(key: str, revision: int, *, is_all_seen: bool) -> None:
    """Take a turn like any write, so that no change falls between two looks."""
    begin_writing(db.session)
    try:
        visit = next_visit(_last_visit(key), _now(), revision)
        if is_all_seen:
            visit = replace(visit, since=visit.seen, since_revision=visit.seen_revision)
        db.session.merge(LastVisitRow(key=key, **asdict(visit)))
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def _last_visit(key: str) -> Visit | None:
    row = db.session.get(LastVisitRow, key)
    if row is None:
        return None
    return Visit(row.seen, row.seen_revision, row.since, row.since_revision)


def _now() -> datetime:
    now: datetime = current_app.config["BOLGEPLAN_CLOCK"]()
    return now
