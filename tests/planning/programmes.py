"""Small programmes for the tests of the rollout.

Days are written as dates, durations as in the files. The template is short: the
four limits, what two of them govern, and enough work around go-live to have
something as late and something as soon as possible.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from planning.calendars import to_date, to_day
from planning.circumstances import (
    Acceptance,
    Binding,
    BindingKind,
    ClosedPeriod,
    Component,
    Decision,
    Outcome,
)
from planning.durations import parse_duration
from planning.snapshot import (
    ActivityKind,
    ExplicitDeadline,
    HealthTrust,
    Municipality,
    Placement,
    Placing,
    Plan,
    Precision,
    ProgrammeMilestone,
    Report,
    ReportState,
    Snapshot,
    Template,
    TemplateActivity,
    TemplateLink,
    Wave,
    Window,
    inclusive_window,
)

STATUS_DATE = "2023-11-30"
NUMBER = "1516"
CODE = "K13"


def day(text: str) -> int:
    """The day of an ISO date."""
    return to_day(date.fromisoformat(text))


def iso(value: int) -> str:
    """The ISO date of a day."""
    return to_date(value).isoformat()


def window(
    first: str, last: str | None = None, precision: Precision | None = None
) -> Window:
    """The days from the first to the last, both inside; one day where no last."""
    is_day = last is None or last == first
    return inclusive_window(
        date.fromisoformat(first),
        date.fromisoformat(last or first),
        precision or (Precision.DAY if is_day else Precision.WINDOW),
    )


def step(
    key: str,
    duration: str = "0d",
    *,
    kind: ActivityKind = ActivityKind.WORK,
    placing: Placing = Placing.AS_LATE_AS_POSSIBLE,
    holders_only: bool = False,
) -> TemplateActivity:
    """A template activity; a limit or milestone where it says so."""
    return TemplateActivity(
        key=key,
        kind=kind,
        duration=parse_duration(duration),
        placing=placing,
        option_holders_only=holders_only,
    )


def edge(
    predecessor: str, successor: str, lag: str = "0d", kind: str = "FS"
) -> TemplateLink:
    """A template link."""
    return TemplateLink(
        predecessor=predecessor,
        successor=successor,
        kind=kind,
        lag=parse_duration(lag),
    )


MILESTONE, LIMIT = ActivityKind.MILESTONE, ActivityKind.LIMIT
SOON = Placing.AS_SOON_AS_POSSIBLE

TEMPLATE = Template(
    activities=(
        step("project-start", kind=MILESTONE),
        step("preproject-agreed", kind=MILESTONE, holders_only=True),
        step("preproject-limit", kind=LIMIT, holders_only=True),
        step("preproject", "6mo", holders_only=True),
        step("withdrawal-limit", kind=LIMIT, holders_only=True),
        step("option-exercised", kind=MILESTONE, holders_only=True),
        step("option-limit", kind=LIMIT, holders_only=True),
        step("training", "10w"),
        step("cutover", "15wd"),
        step("go-live", kind=MILESTONE),
        step("command-centre", "4w", placing=SOON),
        step("legacy-closed", kind=MILESTONE, placing=SOON),
    ),
    links=(
        edge("project-start", "go-live", "19mo"),
        edge("preproject-limit", "go-live", "18mo"),
        edge("withdrawal-limit", "go-live", "13mo"),
        edge("option-limit", "go-live", "12mo"),
        edge("preproject-agreed", "go-live", "18mo"),
        edge("option-exercised", "go-live", "12mo"),
        edge("preproject-agreed", "preproject"),
        edge("preproject", "option-exercised"),
        edge("project-start", "training"),
        edge("training", "cutover"),
        edge("cutover", "go-live"),
        edge("go-live", "command-centre"),
        edge("wave-go-live", "command-centre"),
        edge("command-centre", "legacy-closed"),
    ),
)


def wave(
    code: str = CODE,
    planned: Window | None = None,
    *,
    actual: Window | None = None,
    set_day: str | None = None,
) -> Wave:
    """A wave of that window; its place in the row is the number in its code."""
    return Wave(
        code=code,
        sequence=int("".join(filter(str.isdigit, code))),
        window=planned,
        actual=actual,
        set_day=None if set_day is None else day(set_day),
    )


def report(
    activity: str,
    state: ReportState,
    *,
    municipality: str = NUMBER,
    start: Window | None = None,
    finish: Window | None = None,
    remaining: str | None = None,
) -> Report:
    """What somebody said of one activity."""
    return Report(
        municipality=municipality,
        activity=activity,
        state=state,
        start=start,
        finish=finish,
        remaining=None if remaining is None else parse_duration(remaining),
    )


def deadline(
    activity: str, text: str, *, municipality: str = NUMBER
) -> ExplicitDeadline:
    """A last day that a letter names."""
    return ExplicitDeadline(municipality=municipality, activity=activity, day=day(text))


def decision(
    outcome: str, first: str, last: str | None = None, *, municipality: str = NUMBER
) -> Decision:
    """What a council decided, some day from the first to the last."""
    return Decision(
        municipality=municipality,
        outcome=Outcome(outcome),
        first=day(first),
        last=day(last or first),
    )


def binding(*members: str, key: str = "joint") -> Binding:
    """Municipalities that wish to go together."""
    return Binding(key=key, kind=BindingKind.JOINT_WISH, members=members)


def programme(
    *waves: Wave,
    placed: Sequence[tuple[str, str | None]] = ((NUMBER, CODE),),
    municipalities: Iterable[Municipality] = (),
    trusts: Sequence[HealthTrust] = (),
    template: Template = TEMPLATE,
    milestones: Sequence[ProgrammeMilestone] = (),
    reports: Sequence[Report] = (),
    deadlines: Sequence[ExplicitDeadline] = (),
    decisions: Sequence[Decision] = (),
    bindings: Sequence[Binding] = (),
    closed_periods: Sequence[ClosedPeriod] = (),
    components: Sequence[Component] = (),
    acceptances: Sequence[Acceptance] = (),
    decided: Mapping[str, str] | None = None,
    status_date: str = STATUS_DATE,
) -> Snapshot:
    """One municipality in wave K13 of 26 April 2025, unless told otherwise.

    `decided` are the days that the municipalities were decided to go live.
    """
    return Snapshot(
        status_date=day(status_date),
        plan=Plan(
            name="current",
            waves=waves or (wave(CODE, window("2025-04-26")),),
            placements=tuple(
                _placement(number, code, decided or {}) for number, code in placed
            ),
            template=template,
            milestones=tuple(milestones),
        ),
        municipalities=tuple(municipalities)
        or tuple(Municipality(number=number) for number, _ in placed),
        trusts=tuple(trusts),
        reports=tuple(reports),
        deadlines=tuple(deadlines),
        decisions=tuple(decisions),
        bindings=tuple(bindings),
        closed_periods=tuple(closed_periods),
        components=tuple(components),
        acceptances=tuple(acceptances),
    )


def _placement(number: str, code: str | None, decided: Mapping[str, str]) -> Placement:
    then = decided.get(number)
    return Placement(
        municipality=number,
        wave=code,
        decided_day=None if then is None else day(then),
    )
