"""The writes of feeds: their maker's own, and nothing of the plan."""

from app.access import User, require
from app.scopes import Scope
from app.store import feeds
from app.store.feeds import NewFeed
from app.store.tables import FeedRow


def make_feed(scope: Scope, language: str, label: str, *, by: User) -> NewFeed:
    """Make an address for a calendar of one's own."""
    require(by, "plan.view")
    return feeds.make_feed(
        by=by.key,
        scope_kind=scope.kind,
        scope_key=scope.key,
        language=language,
        label=label,
    )


def revoke_feed(row: FeedRow, *, by: User) -> None:
    """Let the address open nothing any more."""
    require(by, "plan.view")
    feeds.revoke_feed(row.id, by.key)
