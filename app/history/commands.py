"""Taking a change back; the history itself is never changed."""

from app.access import User, require
from app.store import undoing
from app.store.tables import ChangeRow


def undo(change: ChangeRow, *, by: User) -> ChangeRow:
    """Restore what a change replaced, as a change of its own."""
    require(by, "history.undo")
    return undoing.undo(change, by=by)
