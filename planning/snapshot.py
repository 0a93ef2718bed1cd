"""Everything the engine is given: the programme as frozen values.

Days are ordinals (`calendars.to_day`), windows are half-open. Nothing here has a
language: names and sentences belong to the screens. Codes of waves belong to a
plan and are no identifiers across plans.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from planning.calendars import to_day
from planning.capacity_facts import CapacityFacts
from planning.circumstances import (
    Acceptance,
    Binding,
    ClosedPeriod,
    Component,
    Decision,
)
from planning.durations import Duration
from planning.lag_calendars import LagCalendar
from planning.money_facts import MoneyFacts
from planning.proposals import Proposal
from planning.thresholds import Thresholds


class Precision(StrEnum):
    """How exactly a date is known; what is not a day is never shown as one."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    SEASON = "season"
    YEAR = "year"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `start` up to, not including, `end`."""

    start: int
    end: int
    precision: Precision = Precision.WINDOW

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a window needs a day: [{self.start}, {self.end})")

    @property
    def last(self) -> int:
        """The last day inside, as it is shown."""
        return self.end - 1

    @property
    def is_day(self) -> bool:
        return self.end - self.start == 1


def inclusive_window(
    first: date, last: date, precision: Precision = Precision.WINDOW
) -> Window:
    """The one door from dates as people write them (last day included)."""
    return Window(to_day(first), to_day(last) + 1, precision)


class Because(StrEnum):
    """Why a wave is reckoned with a certain day."""

    ACTUAL = "actual"
    ACTUAL_FIRST_DAY = "actual-first-day"
    SET_BY_OFFICE = "set-by-office"
    PLANNED_DAY = "planned-day"
    FIRST_DAY_OF_WINDOW = "first-day-of-window"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The days that stand for a wave: limits from one, costs from the other."""

    day: int
    cost_day: int
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One deployment wave of one plan; `is_entered` where a person gave the window."""

    code: str
    sequence: int
    aliases: tuple[str, ...] = ()
    window: Window | None = None
    set_day: int | None = None
    actual: Window | None = None
    is_entered: bool = False

    @property
    def reckoning(self) -> Reckoning | None:
        """Limits count from a window's first day and costs from its last.

        What happened beats a day that the office set, and that beats the window.
        """
        if self.actual is not None:
            because = Because.ACTUAL if self.actual.is_day else Because.ACTUAL_FIRST_DAY
            return Reckoning(self.actual.start, self.actual.last, because)
        if self.set_day is not None:
            return Reckoning(self.set_day, self.set_day, Because.SET_BY_OFFICE)
        if self.window is None:
            return None
        because = (
            Because.PLANNED_DAY if self.window.is_day else Because.FIRST_DAY_OF_WINDOW
        )
        return Reckoning(self.window.start, self.window.last, because)

    @property
    def is_live(self) -> bool:
        return self.actual is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One municipality in one wave of the plan, or in none.

    `decided_day` is the go-live that the plan reckoned with as it was decided;
    None where no decided plan had the municipality.
    """

    municipality: str
    wave: str | None = None
    decided_day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality; `number` is the official four digits.

    The one that sells the shares holds no option.
    """

    number: str
    region: str | None = None
    trust: str | None = None
    population: int = 0
    holds_option: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthTrust:
    """A hospital trust, which goes live in a wave too."""

    code: str
    wave: str | None = None
    actual: Window | None = None


class ActivityKind(StrEnum):
    """What a template activity is."""

    MILESTONE = "milestone"
    LIMIT = "limit"
    PHASE = "phase"
    WORK = "work"


class Placing(StrEnum):
    """Counted back from go-live, or forward from what came before."""

    AS_LATE_AS_POSSIBLE = "alap"
    AS_SOON_AS_POSSIBLE = "asap"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateActivity:
    """One step of the rollout that every municipality goes through.

    `is_sourced` where a source or a person says how long it takes.
    """

    key: str
    kind: ActivityKind
    duration: Duration
    placing: Placing = Placing.AS_LATE_AS_POSSIBLE
    option_holders_only: bool = False
    is_sourced: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLink:
    """An edge of the template; `wave-go-live` stands for the wave's milestone.

    Working days of the lag are counted on the calendar of that name.
    """

    predecessor: str
    successor: str
    kind: str
    lag: Duration
    calendar: LagCalendar = LagCalendar.WORKING_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The rollout of one municipality, tied to its wave by `go-live`."""

    activities: tuple[TemplateActivity, ...]
    links: tuple[TemplateLink, ...]


class ReportState(StrEnum):
    """What somebody said of an activity; silence is no report."""

    DONE = "done"
    STARTED = "started"
    NOT_DONE = "not-done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The progress of one activity of one municipality.

    `told_by` is the origin of the fact that tells it where nobody has reported it.
    """

    municipality: str
    activity: str
    state: ReportState
    start: Window | None = None
    finish: Window | None = None
    remaining: Duration | None = None
    told_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplicitDeadline:
    """A limit that an agreement or a letter names; it beats the derived one.

    `day` is the last day on which the thing may be done; `is_entered` where a person
    named it and no document.
    """

    municipality: str
    activity: str
    day: int
    is_entered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeMilestone:
    """A date of the programme itself; a phase has a window of its own length."""

    key: str
    window: Window
    is_phase: bool = False
    is_done: bool = False
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Who goes in which wave, when, with what template."""

    name: str
    waves: tuple[Wave, ...]
    placements: tuple[Placement, ...]
    template: Template
    milestones: tuple[ProgrammeMilestone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One plan and the facts it rests on, at one revision.

    `proposals` are those to each body, oldest first. Only who can have turned the last
    one down, or be late with an answer, needs to be among them.
    """

    status_date: int
    plan: Plan
    municipalities: tuple[Municipality, ...]
    trusts: tuple[HealthTrust, ...] = ()
    reports: tuple[Report, ...] = ()
    deadlines: tuple[ExplicitDeadline, ...] = ()
    decisions: tuple[Decision, ...] = ()
    bindings: tuple[Binding, ...] = ()
    closed_periods: tuple[ClosedPeriod, ...] = ()
    components: tuple[Component, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    money: MoneyFacts = field(default_factory=MoneyFacts)
    capacity: CapacityFacts = field(default_factory=CapacityFacts)
    proposals: tuple[tuple[Proposal, ...], ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    revision: int = 0
