"""What did not fit, on the way out or in: values that sentences are made from."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_SUBJECTS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A kind of thing that was lost, how often, and where."""

    kind: str
    count: int
    subjects: tuple[str, ...] = ()


class Losses:
    """Collects losses in the order in which their kinds are met."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._subjects: dict[str, dict[str, None]] = {}

    def note(self, kind: str, *subjects: str) -> None:
        """Keep that something did not fit once more; a subject is named once."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        self._subjects.setdefault(kind, {}).update(dict.fromkeys(subjects))

    def all(self) -> tuple[Loss, ...]:
        """Every kind once, with the first of its subjects."""
        return tuple(
            Loss(
                kind=kind,
                count=count,
                subjects=tuple(self._subjects[kind])[:MOST_SUBJECTS],
            )
            for kind, count in self._counts.items()
            if count
        )


def kinds_of(losses: Iterable[Loss]) -> frozenset[str]:
    """Which kinds there are."""
    return frozenset(loss.kind for loss in losses)
