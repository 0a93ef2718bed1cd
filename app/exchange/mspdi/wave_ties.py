"""Go-lives that follow their wave in a file, as they do in the plan.

In the plan the wave's day is the deadline of each go-live. A deadline in a file stays
where it is when somebody moves the wave; a link from go-live to the wave does not, and
says the same: no later than the wave. What is counted back from go-live follows it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.project import Project, Span
from planning.network import Activity, ConstraintKind, Link, LinkKind
from planning.nodes import GO_LIVE, Owner, activity_id, wave_id
from planning.schedule import ScheduledActivity

Scheduled = Mapping[str, ScheduledActivity]


def tie_to_waves(
    project: Project, wave_of: Mapping[str, str], schedule: Scheduled, losses: Losses
) -> Project:
    """The project with links to the waves for deadlines.

    A go-live that comes after the day of its wave would push the wave: it keeps its
    deadline, and is named among the losses.
    """
    there = {it.id for it in project.activities}
    tied: dict[str, str] = {}
    for number, code in wave_of.items():
        own, wave = activity_id(number, GO_LIVE), wave_id(code)
        if not {own, wave} <= there:
            continue
        at, day = schedule[own], schedule[wave].start
        if max(at.start, at.early_start) <= day:
            tied[own] = wave
        else:
            losses.note("go-lives-held", project.name_of(own))
    return replace(
        project,
        activities=tuple(
            replace(it, deadline=None) if it.id in tied else it
            for it in project.activities
        ),
        links=(
            *project.links,
            *(Link(predecessor=own, successor=wave) for own, wave in tied.items()),
        ),
    )


def untie_from_waves(project: Project, stored: Mapping[str, Span]) -> Project:
    """The project with the day of the wave as a deadline wherever a link says so.

    A deadline that somebody has given a go-live besides stays theirs.
    """
    activities = {it.id: it for it in project.activities}
    links = [it for it in project.links if _is_tie(it)]
    days = dict(_days(links, activities, stored))
    tied = {it.predecessor: it.successor for it in links if it.successor in days}
    return replace(
        project,
        activities=tuple(
            replace(it, deadline=days[tied[it.id]])
            if it.id in tied and it.deadline is None
            else it
            for it in project.activities
        ),
        links=tuple(
            it
            for it in project.links
            if not (_is_tie(it) and tied.get(it.predecessor) == it.successor)
        ),
        tied={own: wave.partition(".")[2] for own, wave in tied.items()},
    )


def _is_tie(link: Link) -> bool:
    is_plain = link.kind is LinkKind.FS and link.lag.is_zero
    _number, _dot, key = link.predecessor.partition(".")
    return is_plain and key == GO_LIVE and link.successor.startswith(f"{Owner.WAVE}.")


def _days(
    links: list[Link], activities: Mapping[str, Activity], stored: Mapping[str, Span]
) -> Iterator[tuple[str, int]]:
    """The day that each wave has in the file."""
    for id in {it.successor: None for it in links}:
        wave = activities[id]
        day = pinned_day(wave) if wave.actual_start is None else wave.actual_start
        if day is None and id in stored:
            day = stored[id].start
        if day is not None:
            yield id, day


def pinned_day(wave: Activity) -> int | None:
    """The day that the go-live of a wave is pinned to, if it is."""
    constraint = wave.constraint
    if constraint is None:
        return None
    if constraint.kind is ConstraintKind.FINISH_NO_EARLIER_THAN:
        return None
    return constraint.day
