"""Activities as tasks, and links as what a task waits for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.exchange.mspdi.amounts import Lag, days_of, minutes_text, read_lag, write_lag
from app.exchange.mspdi.calendar_elements import Calendars
from app.exchange.mspdi.clock import finish_text, start_text
from app.exchange.mspdi.codes import (
    AS_SOON_AS_POSSIBLE,
    CONSTRAINT_TYPES,
    DAYS,
    LINK_TYPES,
    MARKS,
    MINUTES_A_DAY,
    OF_FINISH,
    PROGRESS,
)
from app.exchange.mspdi.codes import DURATION as DURATION_FIELD
from app.exchange.mspdi.codes import ID as ID_FIELD
from app.exchange.mspdi.elements import branch, leaves
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.own_texts import (
    CALENDAR,
    PASSES,
    PRESUMED,
    TARGET,
    OwnLink,
    write_amount,
    write_links,
    write_marks,
)
from app.exchange.mspdi.progress_elements import Standing, standing_of
from app.exchange.mspdi.project import Baseline, Project, Span
from planning.calendars import Calendar
from planning.durations import Unit
from planning.network import Activity, Link, LinkKind
from planning.schedule import CriticalBy, ScheduledActivity
from planning.thresholds import Criticality


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a task stands in the outline."""

    uid: int
    name: str
    level: int
    number: str


class Tasks:
    """Writes the activities of a project, one after the other."""

    def __init__(
        self,
        project: Project,
        schedule: Mapping[str, ScheduledActivity],
        calendars: Calendars,
        uids: Mapping[str, int],
        losses: Losses,
    ) -> None:
        self._project = project
        self._schedule = schedule
        self._calendars = calendars
        self._uids = uids
        self._losses = losses
        self._activities = {each.id: each for each in project.activities}
        self._links: dict[str, list[Link]] = {}
        for link in project.links:
            self._links.setdefault(link.successor, []).append(link)

    def write(self, id: str, place: Place) -> Iterator[str]:
        """One task, in the order of elements that the format asks for."""
        activity, at = self._activities[id], self._schedule[id]
        calendar = self._calendars.of(activity)
        minutes = days_of(at.start, at.finish, calendar) * MINUTES_A_DAY
        standing = standing_of(
            activity, at, calendar, minutes, self._project.status_date
        )
        self._note(activity, standing)
        links = self._links.get(id, [])
        lags = [self._lag(link, calendar) for link in links]
        yield from branch(
            "Task",
            heading(place, Span(at.start, at.finish), minutes),
            leaves(("Estimated", False), ("Milestone", activity.is_milestone)),
            leaves(("Summary", False), ("Critical", self._is_critical(at))),
            _passes(at),
            standing.elements(),
            self._constraint(activity),
            *map(self._predecessor, links, lags),
            self._texts(activity, minutes, standing, zip(links, lags, strict=True)),
            *(self._baseline(each, id, calendar) for each in self._project.baselines),
        )

    def _is_critical(self, at: ScheduledActivity) -> bool:
        """Whether it is, here; noted where float alone says otherwise."""
        project = self._project
        by_float = not at.done and at.total_float <= slack_limit(project.criticality)
        status_date = project.status_date
        is_past = status_date is not None and at.early_finish <= status_date
        is_passing = is_past or at.id in project.passing
        name = project.name_of(at.id)
        if project.origin is None:
            return at.critical
        if by_float and is_passing:
            self._losses.note("critical-past", name)
        elif by_float != at.critical and not is_passing:
            self._losses.note("critical-path", name)
        return at.critical and not is_passing

    def _note(self, activity: Activity, standing: Standing) -> None:
        name = self._project.name_of(activity.id)
        if activity.duration.unit is Unit.MONTHS and not activity.is_milestone:
            self._losses.note("months", name)
        if standing.loss:
            self._losses.note(standing.loss, name)
        if activity.id in self._project.presumed:
            self._losses.note("presumed", name)

    def _lag(self, link: Link, calendar: Calendar) -> Lag:
        own = link.calendar or self._project.calendar
        is_exact = own is calendar
        lag = write_lag(link.lag, on_own_calendar=is_exact, days=self._waits(link))
        if link.lag.unit is Unit.MONTHS and not link.lag.is_zero:
            self._losses.note("month-lags", self._project.name_of(link.successor))
        elif lag.format != DAYS and link.lag.unit is Unit.WORKING_DAYS:
            self._losses.note("working-lags", self._project.name_of(link.successor))
        return lag

    def _waits(self, link: Link) -> int:
        """How many days the lag is, counted from the end that sets the other."""
        before, after = self._schedule[link.predecessor], self._schedule[link.successor]
        calendar = link.calendar or self._project.calendar
        if self._activities[link.predecessor].is_as_late_as_possible:
            to_start = link.kind in {LinkKind.FS, LinkKind.SS}
            day = after.start if to_start else after.finish
            return day - calendar.retreat(day, link.lag)
        from_finish = link.kind in {LinkKind.FS, LinkKind.FF}
        day = before.finish if from_finish else before.start
        return calendar.advance(day, link.lag) - day

    def _predecessor(self, link: Link, lag: Lag) -> Iterator[str]:
        yield from branch(
            "PredecessorLink",
            leaves(
                ("PredecessorUID", self._uids[link.predecessor]),
                ("Type", LINK_TYPES[link.kind]),
                ("CrossProject", False),
                ("LinkLag", lag.tenths),
                ("LagFormat", lag.format),
            ),
        )

    def _constraint(self, activity: Activity) -> Iterator[str]:
        constraint, deadline = activity.constraint, activity.deadline
        kind = None if constraint is None else constraint.kind
        day = None if constraint is None else constraint.day
        takes_time = not activity.is_milestone
        moment = None
        if day is not None:
            moment = start_text(day)
            if kind in OF_FINISH:
                moment = finish_text(day, takes_time=takes_time)
        limit = None
        if deadline is not None:
            limit = finish_text(deadline, takes_time=takes_time)
        yield from leaves(
            ("ConstraintType", CONSTRAINT_TYPES[kind] if kind else AS_SOON_AS_POSSIBLE),
            ("CalendarUID", self._calendars.task_number(activity)),
            ("ConstraintDate", moment),
            ("Deadline", limit),
            ("IgnoreResourceCalendar", True),
        )

    def _texts(
        self,
        activity: Activity,
        minutes: int,
        standing: Standing,
        links: Iterator[tuple[Link, Lag]],
    ) -> Iterator[str]:
        texts = {
            ID_FIELD: activity.id,
            DURATION_FIELD: write_amount(activity.duration, minutes),
            PROGRESS: write_marks(standing.marks),
            MARKS: write_marks(self._marks(activity)),
            **write_links(self._own_links(links)),
        }
        for field, text in texts.items():
            if text:
                pairs = leaves(("FieldID", field), ("Value", text))
                yield from branch("ExtendedAttribute", pairs)

    def _marks(self, activity: Activity) -> dict[str, str]:
        marks = {}
        if activity.id in self._project.presumed:
            marks[PRESUMED] = ""
        if activity.is_target:
            marks[TARGET] = ""
        if activity.id in self._project.passing:
            marks[PASSES] = ""
        if activity.calendar is not None:
            marks[CALENDAR] = str(self._calendars.number(activity.calendar))
        return marks

    def _own_links(self, links: Iterator[tuple[Link, Lag]]) -> Iterator[OwnLink]:
        """Those whose lag can't be read again from what is written."""
        for link, lag in links:
            before = self._activities[link.predecessor].duration
            read = read_lag(lag, minutes_a_day=MINUTES_A_DAY, before=before)
            if read.duration != link.lag or link.calendar is not None:
                own = link.calendar
                number = None if own is None else self._calendars.number(own)
                uid = self._uids[link.predecessor]
                yield OwnLink(uid, link.kind, link.lag, number, lag.tenths)

    def _baseline(
        self, baseline: Baseline, id: str, calendar: Calendar
    ) -> Sequence[str]:
        span = baseline.spans.get(id)
        if span is None:
            return ()
        minutes = days_of(span.start, span.finish, calendar) * MINUTES_A_DAY
        pairs = leaves(
            ("Number", baseline.number),
            ("Start", start_text(span.start)),
            ("Finish", finish_text(span.finish, takes_time=span.finish > span.start)),
            ("Duration", minutes_text(minutes)),
            ("DurationFormat", DAYS),
            ("EstimatedDuration", False),
        )
        return tuple(branch("Baseline", pairs))


def slack_limit(criticality: Criticality) -> int:
    """Up to how many days of slack a task is critical, to who knows slack alone."""
    if criticality.critical_by is CriticalBy.LONGEST_PATH:
        return 0
    return criticality.critical_float


def heading(place: Place, span: Span, minutes: int) -> Iterator[str]:
    """What every task begins with, whether it is an activity or a heading."""
    yield from leaves(
        ("UID", place.uid),
        ("ID", place.uid),
        ("Name", place.name),
        ("Active", True),
        ("Manual", False),
        ("Type", 1),
        ("IsNull", False),
        ("WBS", place.number),
        ("OutlineNumber", place.number),
        ("OutlineLevel", place.level),
        ("Priority", 500),
        ("Start", start_text(span.start)),
        ("Finish", finish_text(span.finish, takes_time=span.finish > span.start)),
        ("Duration", minutes_text(minutes)),
        ("DurationFormat", DAYS),
    )


def _passes(at: ScheduledActivity) -> Iterator[str]:
    takes_time = at.early_finish > at.early_start
    yield from leaves(
        ("EarlyStart", start_text(at.early_start)),
        ("EarlyFinish", finish_text(at.early_finish, takes_time=takes_time)),
        ("LateStart", start_text(at.late_start)),
        ("LateFinish", finish_text(at.late_finish, takes_time=takes_time)),
    )
