"""Which changes are in effect: an undone one is not, until its undo is undone."""

from collections.abc import Iterable


class Undone:
    """Knows what was undone by what; an undo may have been undone itself."""

    def __init__(self, undoings: Iterable[tuple[int, int]]) -> None:
        """Take pairs of ids: the change that undid, and the one that it undid."""
        self._undone_by: dict[int, int] = {}
        # What undoes comes later than what it undoes: the last ones are in effect.
        for undoing, undone in sorted(undoings, reverse=True):
            if undoing not in self._undone_by:
                self._undone_by[undone] = undoing

    def by(self, change_id: int) -> int | None:
        """Return what has undone a change, unless it was done again since."""
        return self._undone_by.get(change_id)
