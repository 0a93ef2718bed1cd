"""A task as an activity: how long, when at the earliest, how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.exchange.mspdi.amounts import read_amount
from app.exchange.mspdi.clock import Clock
from app.exchange.mspdi.codes import (
    CONSTRAINT_KINDS,
    DAYS,
    DURATION,
    ELAPSED,
    FORMATS,
    MARKS,
    OF_FINISH,
    PROGRESS,
)
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.outline import Row
from app.exchange.mspdi.own_texts import (
    AS_PLANNED,
    CALENDAR,
    NO_FINISH,
    NO_START,
    NOT_DONE,
    REMAINING,
    TARGET,
    read_amount_text,
    read_marks,
)
from app.exchange.mspdi.project import Span
from app.exchange.mspdi.read_calendars import Found
from planning.calendars import Calendar
from planning.durations import ZERO, Duration, DurationError, Unit, parse_duration
from planning.network import Activity, Constraint, ConstraintKind

ALL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What holds for all tasks of a file."""

    clock: Clock
    minutes_a_day: int
    calendars: Mapping[int, Found]
    own_calendar: int | None
    losses: Losses


class TaskReader:
    """Reads one task; `texts` are our own fields of it, where the file has any."""

    def __init__(self, row: Row, texts: Mapping[int, str], setting: Setting) -> None:
        self._row = row
        self._at = row.fields
        self._texts = texts
        self._setting = setting
        self._marks = read_marks(texts.get(MARKS, ""))
        self._progress = read_marks(texts.get(PROGRESS, ""))
        self.span = self._span()

    def activity(self, id: str) -> Activity:
        """The activity that a task is."""
        duration = self._duration("Duration", self._texts.get(DURATION, ""))
        start, finish, remaining = self._reported(duration)
        return Activity(
            id=id,
            duration=duration,
            constraint=self._constraint(duration),
            deadline=self._deadline(duration),
            actual_start=start,
            actual_finish=finish,
            remaining=remaining,
            is_target=TARGET in self._marks,
            calendar=self._calendar(duration),
        )

    @property
    def minutes_a_day(self) -> int:
        """How many minutes of work a day of the task has."""
        found = self._found()
        return self._setting.minutes_a_day if found is None else found.minutes_a_day

    def _found(self) -> Found | None:
        setting = self._setting
        own = self._at.whole("CalendarUID")
        known = setting.calendars.get(-1 if own is None else own)
        if known is None and setting.own_calendar is not None:
            known = setting.calendars.get(setting.own_calendar)
        return known

    def _calendar(self, duration: Duration) -> Calendar | None:
        """The task's own calendar, where its days are counted on it."""
        if self._texts:
            marked = self._marks.get(CALENDAR, "")
            if marked.isdigit():
                found = self._setting.calendars.get(int(marked))
                return None if found is None else found.calendar
            if DURATION in self._texts and self._is_as_written():
                return None
        number = self._at.whole("CalendarUID")
        if number is None or number in {-1, self._setting.own_calendar}:
            return None
        found = self._setting.calendars.get(number)
        if found is None:
            self._setting.losses.note("unknown-calendars", self._row.name)
            return None
        return found.calendar if duration.unit is Unit.WORKING_DAYS else None

    def _is_as_written(self) -> bool:
        minutes = self._at.minutes("Duration") or 0
        return read_amount_text(self._texts.get(DURATION, ""), minutes) is not None

    def _span(self) -> Span | None:
        start, finish = self._at.moment("Start"), self._at.moment("Finish")
        if start is None or finish is None:
            return None
        clock = self._setting.clock
        return Span(clock.start(start), clock.finish(finish))

    def _duration(self, tag: str, text: str) -> Duration:
        minutes = self._at.minutes(tag) or 0
        kept = read_amount_text(text, minutes)
        if kept is not None:
            return kept
        if minutes < 0:
            self._report(tag, "negative-duration", text=self._at.text(tag))
            return ZERO
        format = self._at.whole("DurationFormat") or DAYS  # noqa: A001 - its name there
        if format not in FORMATS:
            self._report("DurationFormat", "bad-format", number=format)
            return ZERO
        try:
            amount = read_amount(minutes, format, minutes_a_day=self.minutes_a_day)
        except ValueError:
            self._report(tag, "bad-amount", text=self._at.text(tag))
            return ZERO
        if amount.is_rounded:
            self._setting.losses.note("rounded-durations", self._row.name)
        changed = self._changed_unit(amount.duration, text)
        return amount.duration if changed is None else changed

    def _report(self, tag: str, kind: str, **values: object) -> None:
        self._at.check.report(f"{self._at.place}/{tag}", kind, **values)

    def _changed_unit(self, duration: Duration, text: str) -> Duration | None:
        """Our own step with other days than we wrote: counted as it was before."""
        try:
            unit = parse_duration(text.partition("=")[0]).unit
        except DurationError:
            return None
        if unit is Unit.WORKING_DAYS or duration.is_zero:
            return duration
        if unit is Unit.WEEKS and duration.amount % 7 == 0:
            return Duration(duration.amount // 7, unit)
        return Duration(duration.amount)

    def _constraint(self, duration: Duration) -> Constraint | None:
        if self._at.flag("Manual"):
            return self._manual()
        number = self._at.whole("ConstraintType") or 0
        kind = CONSTRAINT_KINDS.get(number)
        if kind is None:
            if number:
                self._at.check.report(self._at.place, "bad-constraint", number=number)
            return None
        if kind is ConstraintKind.AS_LATE_AS_POSSIBLE:
            return Constraint(kind=kind)
        moment = self._at.moment("ConstraintDate")
        if moment is None:
            self._setting.losses.note("dateless-constraints", self._row.name)
            return None
        clock = self._setting.clock
        day = clock.finish(moment) if kind in OF_FINISH else clock.start(moment)
        return Constraint(kind=kind, day=day)

    def _manual(self) -> Constraint | None:
        """A task that stays where somebody put it."""
        if self.span is None:
            self._setting.losses.note("manual-dateless", self._row.name)
            return None
        self._setting.losses.note("manual", self._row.name)
        return Constraint(kind=ConstraintKind.MUST_START_ON, day=self.span.start)

    def _deadline(self, duration: Duration) -> int | None:
        """The first day after; of a milestone of ours, the last day it may have."""
        moment = self._at.moment("Deadline")
        if moment is None:
            return None
        if self._texts and duration.is_zero:
            # A day that is typed in Microsoft Project means the end of it.
            return moment.toordinal()
        return self._setting.clock.finish(moment)

    def _reported(
        self, duration: Duration
    ) -> tuple[int | None, int | None, Duration | None]:
        """What is known: the start, the finish, and what is left."""
        at, clock, marks = self._at, self._setting.clock, self._progress
        began, over = at.moment("ActualStart"), at.moment("ActualFinish")
        percent = at.whole("PercentComplete") or 0
        if not 0 <= percent <= ALL:
            self._report("PercentComplete", "bad-percent", number=percent)
        start = None if began is None else clock.start(began)
        finish = None if over is None else clock.finish(over)
        if start is None and percent > 0 and self.span is not None:
            start = self.span.start
        if finish is None and percent >= ALL and self.span is not None:
            finish = self.span.finish
        if finish is not None:
            left = _left(marks.get(REMAINING, ""))
            begun = None if NO_START in marks else start
            return begun, None if NO_FINISH in marks else finish, left
        if start is None:
            return None, None, _left(marks.get(NOT_DONE, ""))
        return start, None, self._left(duration)

    def _left(self, duration: Duration) -> Duration | None:
        minutes = self._at.minutes("RemainingDuration")
        if minutes is None:
            return None
        if read_amount_text(self._progress.get(AS_PLANNED, ""), minutes) is not None:
            return None
        kept = read_amount_text(self._progress.get(REMAINING, ""), minutes)
        if kept is not None:
            return kept
        # Of our own step, what is left is counted as the whole is.
        elapsed = duration.unit is not Unit.WORKING_DAYS and bool(self._texts)
        length = self._duration("RemainingDuration", "")
        is_elapsed = (self._at.whole("DurationFormat") or DAYS) in ELAPSED
        if elapsed and not is_elapsed:
            return Duration(length.amount)
        return length


def _left(text: str) -> Duration | None:
    try:
        return parse_duration(text.partition("=")[0])
    except DurationError:
        return None
