"""The plan as a file that other programs open, with what did not fit in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.exchange.mspdi.calendar_elements import CalendarNames
from app.exchange.mspdi.losses import Loss, Losses
from app.exchange.mspdi.of_programme import programme_project
from app.exchange.mspdi.project import Span
from app.exchange.mspdi.wave_ties import tie_to_waves
from app.exchange.mspdi.writing import write_project
from app.store.names import Names
from planning.evaluate import Evaluation

MOST_BASELINES = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The file, how much is in it, and what is not."""

    content: bytes
    activities: int
    links: int
    losses: tuple[Loss, ...]


def export_plan(
    evaluation: Evaluation,
    names: Names,
    *,
    title: str,
    municipality: str | None = None,
    wave: str | None = None,
    baselines: Sequence[Mapping[str, Span]] = (),
) -> Exported:
    """A plan, or one wave or municipality of it, as Microsoft Project's XML."""
    losses = Losses()
    project = programme_project(
        evaluation,
        names,
        losses,
        title=title,
        municipality=municipality,
        wave=wave,
        baselines=baselines[:MOST_BASELINES],
    )
    placements = evaluation.snapshot.plan.placements
    tied = tie_to_waves(
        project,
        {it.municipality: it.wave for it in placements if it.wave is not None},
        evaluation.schedule.activities,
        losses,
    )
    content = write_project(tied, evaluation.schedule, calendar_names(), losses)
    return Exported(
        content=content,
        activities=len(project.activities),
        links=len(project.links),
        losses=losses.all(),
    )


def calendar_names() -> CalendarNames:
    """What the calendars are called in the user's language."""
    return CalendarNames(
        norway=_("Norway"),
        every_day=_("Every day"),
        other=_("Calendar"),
        day_off=_("Public holiday"),
        working_day=_("Working day"),
    )
