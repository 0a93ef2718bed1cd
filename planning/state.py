"""What a plan comes to at one moment: all that two states are compared by.

A state holds results, no rows: what was planned for everybody, with the money, as it
was told on that day. It can be kept when the plan has moved on, and be laid beside
any other. `plan_state.py` makes one of an evaluation, `state_document.py` writes and
reads it. Days are ordinals and half-open, amounts are øre.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planning.conflicts import Conflict
from planning.evaluate import Limit
from planning.finance.projection import Provenance, Summary, YearFlow
from planning.money_facts import Basis
from planning.snapshot import ActivityKind, Because, Precision, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveState:
    """One wave; `day` and `cost_day` are None where it has no date."""

    code: str
    sequence: int
    aliases: tuple[str, ...] = ()
    window: Window | None = None
    set_day: int | None = None
    actual: Window | None = None
    day: int | None = None
    cost_day: int | None = None
    because: Because | None = None

    @property
    def is_live(self) -> bool:
        return self.actual is not None

    @property
    def known(self) -> Window | None:
        """When it goes live or did, no more exact than it is known."""
        return known_window(self.actual, self.set_day, self.window)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustState:
    """One hospital trust; `known` is no more exact than it is known."""

    wave: str | None
    go_live: int | None
    known: Window | None
    is_live: bool


@dataclass(frozen=True, slots=True)
class StepDates:
    """The planned dates of one step, and whether they are a fact.

    Done and not presumed is reported; presumed is held for done or begun by plan
    while nobody has reported on it.
    """

    start: int
    finish: int
    kind: ActivityKind
    is_done: bool = False
    is_presumed: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, between what it lies, and how it is known; without a range all are one."""

    likely: int
    low: int
    high: int
    basis: Basis = Basis.DOCUMENTED

    @property
    def has_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyState:
    """The key figures of one municipality, and what every year comes to.

    `price_years` are those of the sums: one, or several that differ; None is one
    that is not known. `sums` are what it is reckoned from, by the names of the inputs
    of a projection. NPV is at the end of `npv_year`.
    """

    provenance: Provenance
    price_years: tuple[int | None, ...]
    sums: Mapping[str, Sum]
    npv_year: int
    first_averaged: int
    last_averaged: int
    summary: Summary
    favourable: Summary | None = None
    unfavourable: Summary | None = None
    years: tuple[YearFlow, ...] = ()

    @property
    def investment(self) -> Sum:
        return self.sums["investment"]

    @property
    def told(self) -> tuple[int, int, int]:
        """What is told of it side by side: invested, net a year, present value."""
        net = self.summary.average_annual.net
        return self.investment.likely, net, self.summary.npv


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityState:
    """One municipality; `go_live` is None where it has no date.

    `known` says when it goes live no more exact than it is known. `dates` are those
    of every step of its template, `limits` the days by which something has to be
    done. `earliest` is the first day for go-live that the facts allow.
    """

    region: str | None
    trust: str | None
    wave: str | None
    go_live: int | None = None
    known: Window | None = None
    is_live: bool = False
    earliest: int | None = None
    margin_days: int | None = None
    dates: Mapping[str, StepDates] = field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    money: MoneyState | None = None

    @property
    def precision(self) -> Precision | None:
        """How exactly the go-live is known; None where there is none."""
        return None if self.known is None else self.known.precision


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneState:
    """A date of the programme; `window` is what is said of it."""

    window: Window
    start: int
    finish: int
    is_phase: bool = False
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """What is asked of a resource in a month, in part-days; None: not known.

    `first` is the first day of the month; `planning.capacity` says what a part is.
    """

    first: int
    asked: int
    there_is: int | None

    @property
    def over(self) -> int:
        """By how much too little there is; nothing where that is not known."""
        return 0 if self.there_is is None else max(0, self.asked - self.there_is)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """All that a plan comes to on its status date.

    Everybody is there, also who is in no wave: `municipalities` by number,
    `trusts` by code, `milestones` by key, `loads` by resource. Conflicts are those
    that are open and those that were accepted; what would mend them is not kept.
    """

    plan: str
    status_date: int
    revision: int
    waves: tuple[WaveState, ...] = ()
    trusts: Mapping[str, TrustState] = field(default_factory=dict)
    municipalities: Mapping[str, MunicipalityState] = field(default_factory=dict)
    milestones: Mapping[str, MilestoneState] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    loads: Mapping[str, tuple[MonthLoad, ...]] = field(default_factory=dict)

    def wave(self, code: str) -> WaveState | None:
        """The wave of a code, where there is one."""
        return next((it for it in self.waves if it.code == code), None)


def known_window(
    actual: Window | None, set_day: int | None, window: Window | None
) -> Window | None:
    """When a wave goes live: what happened beats the day set, and that the window."""
    if actual is None and set_day is not None:
        return Window(set_day, set_day + 1, Precision.DAY)
    return actual or window
