"""A go-live is linked to its wave where it keeps the wave's day, and is held by it."""

import pytest

from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.project import Project, Span
from app.exchange.mspdi.wave_ties import tie_to_waves, untie_from_waves
from planning.calendars import norway
from planning.network import compile_network
from planning.schedule import Ends, build_schedule
from tests.networks import activity, day, link

PINNED = "2024-04-02"


def project(work: str) -> Project:
    return Project(
        name="Plan",
        start=day("2024-01-02"),
        calendar=norway(),
        activities=(
            activity("wave.K13", "0d", constraint="must-start-on", on=PINNED),
            activity("1516.training", work),
            activity(
                *("1516.go-live", "0d"),
                constraint="as-late-as-possible",
                deadline=PINNED,
                is_target=True,
            ),
        ),
        links=(link("1516.training", "1516.go-live"),),
        ends=Ends.OWN_FINISH,
    )


@pytest.mark.parametrize(("work", "is_tied"), [("4w", True), ("20w", False)])
def test_who_can_not_keep_the_day_is_named_and_keeps_the_deadline(
    work: str, is_tied: bool
) -> None:
    plain, losses = project(work), Losses()
    schedule = build_schedule(
        compile_network(plain.activities, plain.links),
        calendar=plain.calendar,
        start=plain.start,
        ends=plain.ends,
    )

    tied = tie_to_waves(plain, {"1516": "K13"}, schedule.activities, losses)

    assert (link("1516.go-live", "wave.K13") in tied.links) == is_tied
    assert (tied.activities[2].deadline is None) == is_tied
    told = [(it.kind, it.subjects) for it in losses.all()]
    assert told == ([] if is_tied else [("go-lives-held", ("1516.go-live",))])
    spans = {id: Span(at.start, at.finish) for id, at in schedule.activities.items()}
    again = untie_from_waves(tied, spans)
    assert (again.activities, again.links) == (plain.activities, plain.links)
