"""A file read as a project: what it schedules, and what of it did not fit.

A file of our own is read as the plan that it was written from: our ids, months,
and what was reported. Of any other file the numbers of its tasks are the ids.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from app.exchange.checking import Checker, NetworkFileError, ProblemError
from app.exchange.mspdi.clock import EVENING, MORNING, Clock
from app.exchange.mspdi.codes import (
    ALIASES,
    ID,
    MARKS,
    MINUTES_A_DAY,
    MINUTES_ELAPSED,
)
from app.exchange.mspdi.fields import Fields, one_line
from app.exchange.mspdi.foreign import note_foreign
from app.exchange.mspdi.losses import Loss, Losses
from app.exchange.mspdi.outline import Row, Rows, read_rows
from app.exchange.mspdi.own_texts import PASSES, PRESUMED, read_marks
from app.exchange.mspdi.parsing import MOST_BYTES, parse
from app.exchange.mspdi.project import Baseline, Line, Project, Span
from app.exchange.mspdi.read_calendars import read_calendars
from app.exchange.mspdi.read_links import Ends, read_links_of
from app.exchange.mspdi.read_origin import Told, read_origin
from app.exchange.mspdi.read_tasks import Setting, TaskReader
from app.exchange.mspdi.wave_ties import untie_from_waves
from planning.calendars import norway
from planning.network import Activity, Link
from planning.thresholds import Criticality

OWN_ALIAS = ALIASES[ID][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a file holds: the project, the dates that stand in it, what is lost.

    `is_own` says that it was written here; `copied` are tasks that have the id of
    another one, as a copy in Microsoft Project does.
    """

    project: Project
    stored: Mapping[str, Span]
    losses: tuple[Loss, ...]
    is_own: bool = False
    copied: tuple[str, ...] = ()


def read_project(content: bytes, name: str, *, most: int = MOST_BYTES) -> Read:
    """Read a file; `name` is what its errors call it.

    Raises:
        NetworkFileError: with everything that is wrong.
    """
    check = Checker()
    try:
        root = parse(content, check, most=most)
    except ProblemError as error:
        raise NetworkFileError(name, (error.problem,)) from error
    read = _Reader(root, name).read()
    if check.problems or read is None:
        raise NetworkFileError(name, tuple(check.problems))
    return read


class _Reader:
    """Reads a file from its top to its links."""

    def __init__(self, root: Fields, name: str) -> None:
        self._root = root
        self._name = name
        self._losses = Losses()
        self._is_own = any(
            at.whole("FieldID") == ID and at.text("Alias") == OWN_ALIAS
            for at in root.all("ExtendedAttributes", "ExtendedAttribute")
        )
        self._rows = read_rows(root, self._losses)
        self._setting = self._settings()
        self._texts = {uid: self._own_texts(it) for uid, it in self._work()}
        self._ids, self._copied = self._name_all()

    def read(self) -> Read | None:
        """Everything; None where there is nothing to schedule."""
        if not self._ids:
            self._root.check.report(self._root.place, "no-tasks")
            return None
        readers = {
            uid: TaskReader(row, self._texts[uid], self._setting)
            for uid, row in self._work()
        }
        activities = {uid: it.activity(self._ids[uid]) for uid, it in readers.items()}
        stored = {self._ids[uid]: it.span for uid, it in readers.items() if it.span}
        links = tuple(self._links(activities, readers))
        note_foreign(self._root, self._rows, self._losses, is_own=self._is_own)
        told = read_origin(self._own_mark())
        start = self._start(told, stored)
        if start is None:
            return None
        project = self._project(activities, links, told, start)
        if project.origin is not None:
            project = untie_from_waves(project, stored)
        return Read(
            project=project,
            stored=stored,
            losses=self._losses.all(),
            is_own=self._is_own,
            copied=self._copied,
        )

    def _work(self) -> Iterator[tuple[int, Row]]:
        for uid, row in self._rows.by_uid.items():
            if row.is_active and not row.is_heading:
                yield uid, row

    def _settings(self) -> Setting:
        root, losses = self._root, self._losses
        morning = _time(root.text("DefaultStartTime")) or MORNING
        evening = _time(root.text("DefaultFinishTime")) or EVENING
        clock = Clock(lambda: losses.note("rounded-dates"), morning, evening)
        return Setting(
            clock=clock,
            minutes_a_day=self._minutes_a_day(),
            calendars=read_calendars(root, losses),
            own_calendar=root.whole("CalendarUID"),
            losses=losses,
        )

    def _minutes_a_day(self) -> int:
        found = self._root.whole("MinutesPerDay")
        if found is None:
            return MINUTES_A_DAY
        if 0 < found <= MINUTES_ELAPSED:
            return found
        place = f"{self._root.place}/MinutesPerDay"
        self._root.check.report(place, "bad-minutes", number=found)
        return MINUTES_A_DAY

    def _own_texts(self, row: Row) -> dict[int, str]:
        if not self._is_own:
            return {}
        return texts_of(row.fields)

    def _own_mark(self) -> str:
        own = self._rows.project
        return texts_of(own).get(ID, "") if own is not None and self._is_own else ""

    def _name_all(self) -> tuple[dict[int, str], tuple[str, ...]]:
        """The id of every task: ours, or the number that the file gives it."""
        ids: dict[int, str] = {}
        taken: set[str] = set()
        copied = []
        for uid, row in self._work():
            id = self._texts[uid].get(ID) or str(uid)
            if id in taken:
                copied.append(row.name)
                id = f"#{uid}"
            taken.add(id)
            ids[uid] = id
        return ids, tuple(copied)

    def _links(
        self, activities: Mapping[int, Activity], readers: Mapping[int, TaskReader]
    ) -> Iterator[Link]:
        ends = Ends(
            rows=self._rows,
            activities=activities,
            calendars=self._setting.calendars,
            own_calendar=self._setting.own_calendar,
            losses=self._losses,
        )
        for uid, row in self._rows.by_uid.items():
            if row.is_active:
                reader = readers.get(uid)
                texts = self._texts.get(uid, {})
                minutes = (
                    self._setting.minutes_a_day
                    if reader is None
                    else reader.minutes_a_day
                )
                yield from read_links_of(row, texts, ends, minutes)

    def _start(self, told: Told, stored: Mapping[str, Span]) -> int | None:
        """When the project begins: what it says, else its first task."""
        moment = self._root.moment("StartDate")
        if moment is not None:
            day = self._setting.clock.start(moment)
            return told.start if told.written_start == day else day
        if not stored:
            self._root.check.report(self._root.place, "no-start")
            return None
        return min(it.start for it in stored.values())

    def _status_date(self, activities: Mapping[int, Activity]) -> int | None:
        """The status date of a file, unless something is reported after it."""
        moment = self._root.moment("StatusDate")
        if moment is None:
            return None
        day = moment.toordinal()
        for at in activities.values():
            is_later = (at.actual_start or 0) > day or (at.actual_finish or 0) > day + 1
            if is_later and not self._is_own:
                self._losses.note("status-date")
                return None
        return day

    def _marked(self, mark: str) -> frozenset[str]:
        """The ids of all tasks that have a mark of ours."""
        marks = {uid: read_marks(it.get(MARKS, "")) for uid, it in self._texts.items()}
        return frozenset(
            self._ids[uid] for uid, found in marks.items() if mark in found
        )

    def _criticality(self, told: Told) -> Criticality:
        """What is critical in a file of ours; in others, what has no slack."""
        if told.origin is None:
            return Criticality()
        most = max(0, self._root.whole("CriticalSlackLimit") or 0)
        return Criticality(critical_by=told.critical_by, critical_float=most)

    def _project(
        self,
        activities: Mapping[int, Activity],
        links: tuple[Link, ...],
        told: Told,
        start: int | None,
    ) -> Project:
        root, rows, ids = self._root, self._rows, self._ids
        found = self._setting.calendars.get(self._setting.own_calendar or 0)
        if found is None:
            self._losses.note("no-calendar")
        elif not found.calendar.working_days:
            root.check.report(root.place, "no-working-day", name=found.name)
        return Project(
            name=one_line(root.text("Title") or root.text("Name")) or self._name,
            start=start or 0,
            calendar=norway() if found is None else found.calendar,
            activities=tuple(activities.values()),
            links=links,
            status_date=self._status_date(activities),
            ends=told.ends,
            names={ids[uid]: row.name for uid, row in self._work()},
            outline=tuple(
                Line(row.level, row.name, ids.get(uid))
                for uid, row in rows.by_uid.items()
                if row.is_active
            ),
            presumed=self._marked(PRESUMED),
            passing=self._marked(PASSES),
            criticality=self._criticality(told),
            baselines=tuple(read_baselines(rows, ids, self._setting.clock)),
            origin=told.origin,
        )


def read_baselines(
    rows: Rows, ids: Mapping[int, str], clock: Clock
) -> Iterator[Baseline]:
    """The dates of earlier plans, by their number."""
    found: dict[int, dict[str, Span]] = {}
    for uid, id in ids.items():
        for at in rows.by_uid[uid].fields.all("Baseline"):
            start, finish = at.moment("Start"), at.moment("Finish")
            if start is not None and finish is not None:
                span = Span(clock.start(start), clock.finish(finish))
                found.setdefault(at.whole("Number") or 0, {})[id] = span
    for number in sorted(found):
        yield Baseline(number=number, spans=found[number])


def texts_of(at: Fields) -> dict[int, str]:
    """The text fields of a task that are ours."""
    found = {}
    for each in at.all("ExtendedAttribute"):
        field = each.whole("FieldID")
        if field is not None and field in ALIASES:
            found[field] = each.text("Value")
    return found


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None
