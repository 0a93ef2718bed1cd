"""What moved between two evaluations, and because of what.

Compared are the planned dates: what people see and act on. Days are counted on
the start, or on the finish where only that moved. Of who is live before and after,
what nobody reported and lies in the past is no plan any more, and is left out.

A conflict counts while it is open. One that was accepted and comes back with other
numbers is new; one that the office accepts has not gone: it is told as accepted.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from planning.conflicts import Conflict
from planning.evaluate import Evaluation
from planning.finance.delay import (
    MovedMoney,
    MovedMoneyInAll,
    money_in_all,
    moved_money,
)
from planning.pulls import find_pulls, first_mover
from planning.rights.reopened import ChangedRights, changed_rights
from planning.rollout import Node, Owner
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind

Dates = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDate:
    """One activity before and after; `before` or `after` is None if it is not there.

    `because` is the neighbour that pulled it along, `cause` the first that moved.
    """

    id: str
    owner: Owner
    owner_id: str
    key: str
    kind: ActivityKind
    before: Dates | None
    after: Dates | None
    days: int
    because: str | None
    cause: str | None


@dataclass(frozen=True, slots=True)
class ChangedMargin:
    """A municipality's margin in days before and after."""

    municipality: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Presumed:
    """How many steps are held for done or begun while nobody has reported on them.

    Counted are those of who is not live; `new` became so by the change.
    """

    before: int
    after: int
    new: int


@dataclass(frozen=True, slots=True)
class ChangedConflict:
    """A conflict that is open before and after, with other numbers."""

    before: Conflict
    after: Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that differs between two states of the plan.

    Every conflict that is open before or after stands in one of the five. `reckoned`
    are the municipalities whose money can be reckoned now and could not before,
    `no_longer_reckoned` those of the other way: they have a date, or had one.
    """

    presumed: Presumed
    moved: tuple[MovedDate, ...]
    margins: tuple[ChangedMargin, ...]
    conflicts_new: tuple[Conflict, ...]
    conflicts_gone: tuple[Conflict, ...]
    conflicts_accepted: tuple[Conflict, ...]
    conflicts_changed: tuple[ChangedConflict, ...]
    conflicts_stay: tuple[Conflict, ...]
    money: tuple[MovedMoney, ...]
    reckoned: tuple[str, ...]
    no_longer_reckoned: tuple[str, ...]
    rights: ChangedRights = field(default_factory=ChangedRights)

    @property
    def money_in_all(self) -> MovedMoneyInAll | None:
        return money_in_all(self.money)

    @property
    def waves(self) -> tuple[MovedDate, ...]:
        return tuple(it for it in self.moved if it.owner is Owner.WAVE)

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities that any date moved for, in their order."""
        owners = (it for it in self.moved if it.owner is Owner.MUNICIPALITY)
        return tuple(dict.fromkeys(it.owner_id for it in owners))

    @property
    def deadlines(self) -> int:
        """How many limits moved, came or went."""
        return sum(it.kind is ActivityKind.LIMIT for it in self.moved)


def compare(before: Evaluation, after: Evaluation) -> Comparison:
    """Every planned date, margin, conflict and sum of money that differs."""
    was, now = _open(before), _open(after)
    there = {conflict.identity: conflict for conflict in after.conflicts}
    gone = [it for key, it in was.items() if key not in now]
    both = [(was[key], it) for key, it in now.items() if key in was]
    return Comparison(
        presumed=_presumed(before, after),
        moved=_moved(before, after),
        margins=_changed_margins(before, after),
        conflicts_new=tuple(it for key, it in now.items() if key not in was),
        conflicts_gone=tuple(it for it in gone if it.identity not in there),
        conflicts_accepted=tuple(
            there[it.identity] for it in gone if it.identity in there
        ),
        conflicts_changed=tuple(
            ChangedConflict(old, it) for old, it in both if old.numbers != it.numbers
        ),
        conflicts_stay=tuple(it for old, it in both if old.numbers == it.numbers),
        money=moved_money(before.projections, after.projections),
        reckoned=_without(after.projections, before.projections),
        no_longer_reckoned=_without(before.projections, after.projections),
        rights=changed_rights(before, after),
    )


def _without(these: Iterable[str], those: Collection[str]) -> tuple[str, ...]:
    return tuple(number for number in these if number not in those)


def _open(evaluation: Evaluation) -> dict[tuple[str, tuple[str, ...]], Conflict]:
    return {it.identity: it for it in evaluation.conflicts if it.accepted is None}


def _presumed(before: Evaluation, after: Evaluation) -> Presumed:
    was, now = _presumed_ids(before), _presumed_ids(after)
    return Presumed(len(was), len(now), len(now - was))


def _presumed_ids(evaluation: Evaluation) -> set[str]:
    return {
        id
        for number in evaluation.activities_by_municipality
        if not evaluation.is_live(number)
        for id in evaluation.presumed(number)
    }


def _moved(before: Evaluation, after: Evaluation) -> tuple[MovedDate, ...]:
    was, now = before.schedule.activities, after.schedule.activities
    changed = {
        id: (_dates(was.get(id)), _dates(now.get(id)))
        for id in {**before.nodes, **after.nodes}
        if _dates(was.get(id)) != _dates(now.get(id))
        and not (_is_over(before, id) and _is_over(after, id))
    }
    pulls = find_pulls(before, after, changed)
    return tuple(
        _moved_date(
            after.nodes.get(id) or before.nodes[id],
            changed[id],
            because=pulls[id],
            cause=first_mover(id, pulls),
        )
        for id in changed
    )


def _is_over(evaluation: Evaluation, id: str) -> bool:
    """Whether a date was passed by who is live, or is not there; not a fact."""
    at = evaluation.schedule.activities.get(id)
    if at is None:
        return True
    node = evaluation.nodes[id]
    return (
        node.owner is Owner.MUNICIPALITY
        and evaluation.is_live(node.owner_id)
        and at.presumed
        and at.finish <= evaluation.snapshot.status_date
    )


def _moved_date(
    node: Node,
    dates: tuple[Dates | None, Dates | None],
    *,
    because: str | None,
    cause: str | None,
) -> MovedDate:
    was, now = dates
    return MovedDate(
        id=node.id,
        owner=node.owner,
        owner_id=node.owner_id,
        key=node.key,
        kind=node.kind,
        before=was,
        after=now,
        days=_days(was, now),
        because=because,
        cause=cause,
    )


def _dates(at: ScheduledActivity | None) -> Dates | None:
    return None if at is None else (at.start, at.finish)


def _days(was: Dates | None, now: Dates | None) -> int:
    if was is None or now is None:
        return 0
    return (now[0] - was[0]) or (now[1] - was[1])


def _changed_margins(
    before: Evaluation, after: Evaluation
) -> tuple[ChangedMargin, ...]:
    numbers = {**before.margins, **after.margins}
    pairs = (
        ChangedMargin(number, _margin_days(before, number), _margin_days(after, number))
        for number in numbers
    )
    return tuple(it for it in pairs if it.before != it.after)


def _margin_days(evaluation: Evaluation, number: str) -> int | None:
    margin = evaluation.margins.get(number)
    return None if margin is None else margin.days
