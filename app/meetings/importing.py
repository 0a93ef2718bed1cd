"""Meetings of a file against those that are known: what would come in.

What was read is told before it is written, and comes back in the form that applies
it: one meeting a line, as "1516 council 2025-03-27".
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from planning.rights.meetings import Body

MOST_MEETINGS = 3000
EARLIEST, LATEST = date(2015, 1, 1), date(2060, 12, 31)
Key = tuple[str, str, date]


@dataclass(frozen=True, slots=True, order=True)
class NewMeeting:
    """A meeting that a file has."""

    municipality: str
    day: date
    body: str

    @property
    def key(self) -> Key:
        return self.municipality, self.body, self.day


@dataclass(frozen=True, slots=True)
class Refused:
    """A line of a file that can't be read, and why, as a sentence with the mend."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says; each meeting once."""

    meetings: tuple[NewMeeting, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is new, and what is there already."""

    new: tuple[NewMeeting, ...]
    there: tuple[NewMeeting, ...]


def compare(meetings: Iterable[NewMeeting], known: Collection[Key]) -> Compared:
    """Part what is new from what is there, in order."""
    found = sorted(set(meetings))
    return Compared(
        new=tuple(it for it in found if it.key not in known),
        there=tuple(it for it in found if it.key in known),
    )


def as_lines(meetings: Iterable[NewMeeting]) -> str:
    """Meetings as a form carries them."""
    return "\n".join(
        f"{it.municipality} {it.body} {it.day.isoformat()}" for it in meetings
    )


def from_lines(text: str, numbers: Collection[str]) -> tuple[NewMeeting, ...] | None:
    """The meetings again; None where somebody has written other ones."""
    lines = text.split("\n") if text else []
    if len(lines) > MOST_MEETINGS:
        return None
    found = [_from_line(it.strip(), numbers) for it in lines]
    kept = tuple(it for it in found if it is not None)
    return kept if len(kept) == len(found) else None


def _from_line(line: str, numbers: Collection[str]) -> NewMeeting | None:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] not in numbers or parts[1] not in set(Body):
        return None
    try:
        day = date.fromisoformat(parts[2])
    except ValueError:
        return None
    if not EARLIEST <= day <= LATEST:
        return None
    return NewMeeting(parts[0], day, parts[1])
