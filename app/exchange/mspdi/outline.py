"""The lines of a file's outline: which are work, which are headings, which nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.exchange.mspdi.fields import Fields, one_line
from app.exchange.mspdi.losses import Losses

MOST_TASKS = 250_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the file; `parent` is the number of the heading above it."""

    uid: int
    name: str
    level: int
    parent: int | None
    is_heading: bool
    is_active: bool
    fields: Fields


@dataclass(frozen=True, slots=True)
class Rows:
    """All lines by number, in their order; without the project's own."""

    by_uid: Mapping[int, Row]
    project: Fields | None
    _under: Mapping[int, list[Row]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        under: dict[int, list[Row]] = {}
        above: list[Row] = []
        for row in self.by_uid.values():
            while above and above[-1].level >= row.level:
                above.pop()
            if row.is_heading:
                above.append(row)
            else:
                for heading in above:
                    under.setdefault(heading.uid, []).append(row)
        object.__setattr__(self, "_under", under)

    def below(self, uid: int) -> list[Row]:
        """The lines of work under a heading, or the line itself."""
        row = self.by_uid[uid]
        return self._under.get(uid, []) if row.is_heading else [row]


def read_rows(project: Fields, losses: Losses) -> Rows:
    """The lines of a file; blank ones are left out."""
    own: Fields | None = None
    given: list[tuple[int, int, Fields]] = []
    seen: set[int] = set()
    for at in project.all("Tasks", "Task"):
        if at.flag("IsNull"):
            continue
        uid = _number(at)
        if uid is None:
            continue
        if uid in seen:
            at.check.report(at.place, "repeated-uid", uid=uid)
        elif uid == 0:
            own = at
        else:
            given.append((uid, at.whole("OutlineLevel") or 1, at))
        seen.add(uid)
        if len(seen) > MOST_TASKS:
            at.check.report(at.place, "too-many-tasks", most=MOST_TASKS)
            break
    rows = {row.uid: row for row in _rows(given)}
    for row in rows.values():
        if row.is_heading:
            _note_heading(row, losses)
        elif not row.is_active:
            losses.note("inactive", row.name)
    return Rows(rows, own)


def _number(at: Fields) -> int | None:
    """The number of a task; whatever is wrong with it is told by its name."""
    name = one_line(at.text("Name"))
    at.place = f"{at.place} “{name}”" if name else at.place
    uid = at.whole("UID")
    if uid is None and not at.text("UID"):
        at.check.report(at.place, "no-uid")
    return uid


def _rows(given: Sequence[tuple[int, int, Fields]]) -> Iterator[Row]:
    above: list[tuple[int, int]] = []
    asleep: set[int] = set()
    for place, (uid, level, at) in enumerate(given):
        while above and above[-1][1] >= level:
            above.pop()
        parent = above[-1][0] if above else None
        after = given[place + 1][1] if place + 1 < len(given) else 0
        if (at.has("Active") and not at.flag("Active")) or parent in asleep:
            asleep.add(uid)
        yield Row(
            uid=uid,
            name=one_line(at.text("Name")) or str(uid),
            level=level,
            parent=parent,
            is_heading=after > level or _is_said_heading(at),
            is_active=uid not in asleep,
            fields=at,
        )
        above.append((uid, level))


def _is_said_heading(at: Fields) -> bool:
    """A heading with nothing under it is work after all, unless it is a project's."""
    return at.flag("IsSubproject")


def _note_heading(row: Row, losses: Losses) -> None:
    """A heading has the dates of what is under it, and no bounds of its own."""
    at = row.fields
    if (at.whole("ConstraintType") or 0) or at.has("Deadline"):
        losses.note("heading-dates", row.name)
    if at.flag("Recurring"):
        losses.note("recurring", row.name)
    if at.flag("IsSubproject"):
        losses.note("subprojects", row.name)
    if at.flag("Manual"):
        losses.note("manual-headings", row.name)
