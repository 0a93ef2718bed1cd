"""A second reckoning of the chains that explain dates, link by link."""

from itertools import pairwise

from planning.durations import Unit
from planning.evaluate import Evaluation
from planning.explanation import ChainLink, Explainer, Fact, FactKind, Reason, Side
from planning.network import LinkKind
from planning.programme import before_all
from planning.reports import read_report
from planning.rollout import Owner

FROM_START = {LinkKind.SS, LinkKind.SF}
TO_START = {LinkKind.FS, LinkKind.SS}


def find_wrong_chains(evaluation: Evaluation) -> list[str]:
    """Return what does not hold of the chain of any date of a programme."""
    explainer = Explainer(evaluation)
    return [
        f"{id}: {fault}"
        for id in evaluation.nodes
        for fault in find_faults(evaluation, explainer.explain(id).chain, id)
    ]


def find_faults(
    evaluation: Evaluation, chain: tuple[ChainLink, ...], id: str
) -> list[str]:
    """Return what does not hold of one chain."""
    faults = []
    if chain[0].id != id or chain[0].side is not Side.PLANNED:
        faults.append(f"begins with {chain[0].id}")
    for link in chain:
        at = evaluation.schedule.activities[link.id]
        is_planned = link.side is Side.PLANNED
        if is_planned and (link.start, link.finish) != (at.start, at.finish):
            faults.append(f"{link.id} is not where the schedule has it")
        if not at.done and length_of(evaluation, link) != link.finish:
            faults.append(f"{link.id} takes another time")
    for link, following in pairwise(chain):
        if link.fact is not None or link.neighbour != following.id:
            faults.append(f"{link.id} does not lead to {following.id}")
        elif reckoned(evaluation, link, following) != link.begin:
            faults.append(f"{link.id} is not reckoned from {following.id}")
    fact = chain[-1].fact
    if fact is None or fact.id != chain[-1].id:
        return [*faults, "ends in no fact of its own"]
    if day_of_fact(evaluation, fact, chain[-1]) != chain[-1].begin:
        faults.append(f"{fact} gives another day")
    return faults


def length_of(evaluation: Evaluation, link: ChainLink) -> int:
    """Return the day after what is left, from the day that it begins."""
    return evaluation.calendar.advance(link.begin, link.left)


def reckoned(evaluation: Evaluation, link: ChainLink, following: ChainLink) -> int:
    """Return the day that a date comes to, reckoned from the next of its chain."""
    calendar = evaluation.calendar
    match link.reason:
        case Reason.COUNTED_BACK:
            to_start = link.kind in TO_START
            day = following.start if to_start else following.finish
            day = calendar.retreat(day, link.lag)
            if link.kind not in FROM_START:
                day = calendar.retreat(day, link.left)
            return snapped(evaluation, link, day, back=True)
        case Reason.FOLLOWS:
            from_start = link.kind in FROM_START
            day = following.start if from_start else following.finish
            day = calendar.advance(day, link.lag)
            if link.kind not in TO_START:
                day = calendar.retreat(day - 1, link.left) + 1
            return snapped(evaluation, link, day)
        case Reason.FOLLOWS_WAVE:
            return following.start
        case _:
            assert link.id == following.id
            day = calendar.retreat(following.finish, link.left)
            return snapped(evaluation, link, day, back=True)


def snapped(
    evaluation: Evaluation, link: ChainLink, day: int, *, back: bool = False
) -> int:
    """Return the day on which work may begin; only working days are sought."""
    calendar = evaluation.calendar
    if link.left.unit is not Unit.WORKING_DAYS or link.left.is_zero:
        return day
    return calendar.snap_down(day) if back else calendar.snap_up(day)


def day_of_fact(evaluation: Evaluation, fact: Fact, link: ChainLink) -> int:
    """Return the day that a fact gives for the last of a chain."""
    status_date = evaluation.snapshot.status_date
    match fact.kind:
        case FactKind.REPORTED_DONE:
            return day_of_report(evaluation, fact, link)
        case FactKind.REPORTED_STARTED | FactKind.REPORTED_NOT_DONE:
            return snapped(evaluation, link, status_date)
        case FactKind.NAMED_DAY:
            return named_day(evaluation, fact, link)
        case FactKind.NOTHING_BEFORE:
            return snapped(evaluation, link, before_all(evaluation.snapshot))
        case _:
            return own_day(evaluation, fact)


def own_day(evaluation: Evaluation, fact: Fact) -> int:
    """Return the day of a wave, a trust or a date of the programme."""
    snapshot, node = evaluation.snapshot, evaluation.nodes[fact.id]
    if fact.kind is FactKind.WAVE_DATE:
        assert node.owner is Owner.WAVE
        return evaluation.reckonings[node.owner_id].day
    if fact.kind is FactKind.TRUST_ACTUAL:
        (trust,) = (it for it in snapshot.trusts if it.code == node.owner_id)
        assert trust.actual is not None
        return trust.actual.start
    (found,) = (it for it in snapshot.plan.milestones if it.key == node.key)
    return found.window.start


def named_day(evaluation: Evaluation, fact: Fact, link: ChainLink) -> int:
    """Return the day that is named for a step; work is over when it ends."""
    number = evaluation.nodes[fact.id].owner_id
    (named,) = (
        it
        for it in evaluation.snapshot.deadlines
        if (it.municipality, it.activity) == (number, fact.key)
    )
    if link.left.is_zero:
        return named.day
    day = evaluation.calendar.retreat(named.day + 1, link.left)
    return snapped(evaluation, link, day, back=True)


def day_of_report(evaluation: Evaluation, fact: Fact, link: ChainLink) -> int:
    """Return when a step that is done began, as it is reported or counted back."""
    snapshot, node = evaluation.snapshot, evaluation.nodes[fact.id]
    (report,) = (
        it
        for it in snapshot.reports
        if (it.municipality, it.activity) == (node.owner_id, node.key)
    )
    (step,) = (it for it in snapshot.plan.template.activities if it.key == node.key)
    told = read_report(report, step, snapshot.status_date)
    # A milestone that has begun is over.
    assert link.finish in {told.finish, told.start}
    if told.start is not None:
        return told.start
    return evaluation.calendar.retreat(link.finish, step.duration)
