"""Links of the template: what a step waits for, the same in every municipality."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.exchange.imports.changes import ChangeKind, Misfit, PlanChange
from app.exchange.mspdi.project import Project
from planning.evaluate import Evaluation
from planning.network import Link
from planning.rollout import GO_LIVE, WAVE_GO_LIVE, Owner

Pair = tuple[str, str]


class Wait(NamedTuple):
    """How one step waits for another."""

    kind: str
    lag: str


Waits = dict[Pair, dict[str, Counter[Wait]]]


def compare_links(
    project: Project, planned: Project, evaluation: Evaluation
) -> Iterator[PlanChange | Misfit]:
    """Links that are others than in the plan, told once for all municipalities."""
    file, plan = _waits(project), _waits(planned)
    written = {
        (it.predecessor, it.successor) for it in evaluation.snapshot.plan.template.links
    }
    is_whole = planned.origin is not None and planned.origin.is_whole
    for pair in {**plan, **file}:
        before, after = plan.get(pair, {}), file.get(pair, {})
        numbers = [it for it in {**before, **after} if before.get(it) != after.get(it)]
        if not numbers or _follows_wave(pair, file, plan):
            continue
        change = _change(pair, before, after) if is_whole else None
        if change is None or pair not in written:
            for number in numbers:
                subject = f"{number}.{pair[1]}"
                yield Misfit(kind="link", subject=subject, of=">".join(pair))
        else:
            yield change


def _waits(project: Project) -> Waits:
    """Who waits how, by the ends of the link and by municipality."""
    found: Waits = {}
    for link in project.links:
        number, _dot, key = link.successor.partition(".")
        pair = (_before(link, number), key)
        if number in set(Owner) or not key or not pair[0]:
            continue
        at = found.setdefault(pair, {}).setdefault(number, Counter())
        at[Wait(link.kind.value, str(link.lag))] += 1
    return found


def _before(link: Link, number: str) -> str:
    """The key of the predecessor; of a wave, its go-live, whichever wave it is."""
    owner, _dot, key = link.predecessor.partition(".")
    if owner == Owner.WAVE:
        return WAVE_GO_LIVE
    return key if owner == number else ""


def _follows_wave(pair: Pair, file: Waits, plan: Waits) -> bool:
    """Whatever waits for go-live waits for the wave in the same way by itself."""
    own = (GO_LIVE, pair[1])
    return pair[0] == WAVE_GO_LIVE and file.get(own) != plan.get(own)


def _change(
    pair: Pair,
    before: Mapping[str, Counter[Wait]],
    after: Mapping[str, Counter[Wait]],
) -> PlanChange | None:
    """The one other way in which all wait; None where they differ."""
    if before.keys() != after.keys():
        return None
    was = {frozenset(it.items()) for it in before.values()}
    now = {frozenset(it.items()) for it in after.values()}
    if len(was) != 1 or len(now) != 1:
        return None
    (old,), (new,) = was, now
    if len(old) != 1 or len(new) != 1:
        return None
    ((said, _count),), ((says, _again),) = old, new
    return PlanChange(
        kind=ChangeKind.LINK,
        target=">".join(pair),
        before=said._asdict(),
        after=says._asdict(),
    )
