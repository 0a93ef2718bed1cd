"""Projects for tests of files: drawn networks with calendars, names and baselines."""

from hypothesis import strategies as st

from app.exchange.mspdi.calendar_elements import CalendarNames
from app.exchange.mspdi.project import Baseline, Origin, Project, Span
from tests.networks import givens

NAMES = CalendarNames(
    norway="Norway",
    every_day="Every day",
    other="Calendar",
    day_off="Day off",
    working_day="Working day",
)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """A network that anything may be true of."""
    drawn = draw(givens(most=6))
    ids = [each.id for each in drawn.activities]
    starts = st.integers(drawn.start - 100, drawn.start + 400)
    spans = {id: draw(starts) for id in ids if draw(st.booleans())}
    origin = Origin(plan="current", revision=draw(st.integers(0, 9)), wave="K13")
    return Project(
        name="Plan",
        start=drawn.start,
        calendar=drawn.calendar,
        activities=drawn.activities,
        links=drawn.links,
        status_date=drawn.status_date,
        ends=drawn.ends,
        names={id: f"Step <{id}> & more" for id in ids},
        presumed=frozenset(id for id in ids if draw(st.booleans())),
        baselines=(
            Baseline(
                number=draw(st.integers(0, 10)),
                spans={
                    id: Span(start, start + draw(st.integers(0, 50)))
                    for id, start in spans.items()
                },
            ),
        )
        if spans
        else (),
        origin=draw(st.none() | st.just(origin)),
    )
