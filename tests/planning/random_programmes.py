"""Random programmes: four municipalities of two regions in up to four waves."""

from hypothesis import strategies as st

from planning.circumstances import ClosedPeriod, Component, Decision, Outcome
from planning.snapshot import (
    HealthTrust,
    Municipality,
    Placement,
    Plan,
    Report,
    ReportState,
    Snapshot,
    Wave,
    Window,
)
from tests.planning.programmes import LIMIT, TEMPLATE, binding, day

STATUS = day("2023-11-30")
CODES = ("K11", "K12", "K13", "K14")
NUMBERS = ("1511", "1512", "1513", "1514")
# What is reported after go-live, go-live is reported before.
KEYS = tuple(
    it.key
    for it in TEMPLATE.activities
    if it.kind is not LIMIT and it.key not in {"command-centre", "legacy-closed"}
)
JULY = ClosedPeriod(key="july", first=(7, 1), last=(7, 31))
CHRISTMAS = ClosedPeriod(key="christmas", first=(12, 20), last=(1, 6))

past = st.integers(STATUS - 600, STATUS)
ahead = st.integers(STATUS - 100, STATUS + 1200)


def single(at: int) -> Window:
    return Window(at, at + 1)


@st.composite
def waves(draw: st.DrawFn, code: str) -> Wave:
    """A wave that is live, planned for some days, or without a date."""
    sequence = CODES.index(code)
    if draw(st.integers(0, 5)) == 0:
        return Wave(code=code, sequence=sequence, actual=single(draw(past)))
    start, length = draw(ahead), draw(st.sampled_from([0, 1, 1, 30, 61]))
    window = Window(start, start + length) if length else None
    return Wave(code=code, sequence=sequence, window=window)


@st.composite
def reports(draw: st.DrawFn, number: str) -> list[Report]:
    """What is said of some steps; of a go-live only that it is over."""
    found = []
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True)):
        states = [ReportState.DONE] if key == "go-live" else list(ReportState)
        state = draw(st.sampled_from(states))
        at = single(draw(past)) if draw(st.booleans()) else None
        begun = state is ReportState.STARTED
        found.append(
            Report(
                municipality=number,
                activity=key,
                state=state,
                start=at if begun else None,
                finish=at if state is ReportState.DONE else None,
            )
        )
    return found


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """What some councils decided, as exactly as a day, a month or a year."""
    told = st.tuples(
        st.sampled_from(NUMBERS),
        st.sampled_from(list(Outcome)),
        past,
        st.integers(0, 364),
    )
    return [
        Decision(municipality=number, outcome=outcome, first=first, last=first + length)
        for number, outcome, first, length in draw(st.lists(told, max_size=4))
    ]


@st.composite
def placements(draw: st.DrawFn) -> list[Placement]:
    """Everybody in some wave or in none, decided for some day or for none."""
    codes, days = st.sampled_from([None, *CODES]), st.none() | ahead
    return [
        Placement(municipality=number, wave=draw(codes), decided_day=draw(days))
        for number in NUMBERS
    ]


@st.composite
def programmes(draw: st.DrawFn) -> Snapshot:
    """Four municipalities of two regions and trusts in up to four waves."""
    late = st.builds(
        Component,
        key=st.just("medicines"),
        needed_by=st.sampled_from(KEYS),
        expected=st.none() | ahead,
        is_late=st.booleans(),
    )
    trusts = [HealthTrust(code="HMR", wave=draw(st.sampled_from([None, *CODES])))]
    return Snapshot(
        status_date=STATUS,
        plan=Plan(
            name="current",
            waves=tuple(draw(waves(code)) for code in CODES),
            placements=tuple(draw(placements())),
            template=TEMPLATE,
        ),
        municipalities=tuple(
            Municipality(number=number, region=region, trust="HMR")
            for number, region in zip(NUMBERS, "aabb", strict=True)
        ),
        trusts=tuple(trusts),
        reports=tuple(it for number in NUMBERS for it in draw(reports(number))),
        decisions=tuple(draw(decisions())),
        bindings=(binding(*NUMBERS[:3]),),
        closed_periods=(JULY, CHRISTMAS),
        components=tuple(draw(st.lists(late, max_size=1))),
    )
