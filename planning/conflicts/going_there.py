"""Whether a municipality can go live with another wave."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from planning.conflicts.survey import Survey
from planning.programme import schedule_programme
from planning.rollout import GO_LIVE, activity_id
from planning.schedule import Schedule
from planning.snapshot import Placement, Wave, Window


def can_go(survey: Survey, number: str, day: int) -> bool:
    """Whether a municipality can move to go live that day.

    An earlier day than its own will do while the first thing that is counted back
    from it is still ahead, or where it is no earlier than the day that was decided:
    the plan of then had begun in time.
    """
    if survey.bears(number, day):
        return True
    decided = survey.decided_days.get(number)
    if decided is None or day < decided:
        return False
    return _earliest(survey, number, day) <= day


def can_all_keep(survey: Survey, numbers: Iterable[str], day: int) -> bool:
    """Whether several can go live that day with the wave that they are in.

    Those whose dates have to be reckoned anew are reckoned together.
    """
    decided, uncertain = survey.decided_days, []
    for number in numbers:
        margin = survey.margins.get(number)
        if margin is not None and day >= margin.planned:
            if day < margin.earliest:
                return False
        elif not survey.bears(number, day):
            if number not in decided or day < decided[number]:
                return False
            uncertain.append(number)
    if not uncertain:
        return True
    activities = schedule_there(survey, uncertain, day).activities
    ids = (activity_id(number, GO_LIVE) for number in uncertain)
    return all(activities[id].early_start <= day for id in ids)


def _earliest(survey: Survey, number: str, day: int) -> int:
    """The first day for its go-live by what is reported, if it is planned for a day.

    What is silent is presumed to go as that plan has it, and not as the one that it
    has now.
    """
    schedule = schedule_there(survey, (number,), day)
    return schedule.activities[activity_id(number, GO_LIVE)].early_start


def schedule_there(survey: Survey, numbers: Collection[str], day: int) -> Schedule:
    """The dates of some municipalities, if they are planned to go live on a day."""
    snapshot = survey.snapshot
    wave = Wave(code="there", sequence=0, window=Window(day, day + 1))
    plan = replace(
        snapshot.plan,
        waves=(wave,),
        placements=tuple(
            Placement(municipality=number, wave=wave.code) for number in numbers
        ),
        milestones=(),
    )
    only = (each for each in snapshot.municipalities if each.number in numbers)
    alone = replace(snapshot, plan=plan, municipalities=tuple(only), trusts=())
    return schedule_programme(alone, calendar=survey.calendar).schedule
