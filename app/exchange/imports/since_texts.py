"""What the plan has changed since a file was written: one line a step, link or date.

Steps and links belong to the template, and are told once, whoever they change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.exchange.imports.changes import ChangeKind, Misfit, PlanChange
from app.exchange.imports.texts import (
    depends_text,
    plan_change_text,
    subject_text,
    takes_text,
    told_text,
)
from app.exchange.mspdi.reading import Read
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.nodes import Owner
from planning.snapshot import TemplateLink

Pair = tuple[str, str]

OF_TEMPLATE = frozenset({"one-duration", "part-duration", "link", "typed-date"})
OF_TASKS = frozenset({"new-task", "missing-task"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The plan that a file was written from, and as it is now."""

    then: Evaluation
    now: Evaluation
    names: Names
    read: Read

    def step(self, key: str) -> str:
        """What a step is called; one that is gone, as the file has it."""
        if key in self.names.activities:
            return self.names.activity(key)
        found = self.read.project.names.items()
        return next((name for id, name in found if id.endswith(f".{key}")), key)


def since_texts(found: Sequence[PlanChange | Misfit], sides: Sides) -> tuple[str, ...]:
    """What the plan has changed, as far as a file shows it."""
    if not found:
        return ()
    lines = (
        *_steps(sides),
        *_links(sides),
        *_municipalities(found, sides),
        *_others(found, sides),
    )
    return tuple(dict.fromkeys(lines))


def _steps(sides: Sides) -> Iterator[str]:
    then, now = (
        {it.key: it for it in side.snapshot.plan.template.activities}
        for side in (sides.then, sides.now)
    )
    for key in (it for it in now if it not in then):
        yield _("“%(activity)s” was added to the template", activity=sides.step(key))
    for key in (it for it in then if it not in now):
        step = sides.step(key)
        yield _("“%(activity)s” was removed from the template", activity=step)
    for key in (it for it in now if it in then):
        before, after = then[key].duration, now[key].duration
        if before != after:
            yield takes_text(sides.step(key), before, after)


def _links(sides: Sides) -> Iterator[str]:
    then, now = _by_pair(sides.then), _by_pair(sides.now)
    for pair in {**then, **now}:
        before, after = then.get(pair), now.get(pair)
        ends = {"predecessor": sides.step(pair[0]), "successor": sides.step(pair[1])}
        if before is None:
            yield _(
                "“%(successor)s” now depends on “%(predecessor)s” in the template",
                **ends,
            )
        elif after is None:
            yield _(
                "“%(successor)s” no longer depends on “%(predecessor)s” in the"
                " template",
                **ends,
            )
        elif before != after:
            yield depends_text(tuple(ends.values()), before, after)


def _by_pair(side: Evaluation) -> Mapping[Pair, TemplateLink]:
    links = side.snapshot.plan.template.links
    return {(it.predecessor, it.successor): it for it in links}


def _municipalities(
    found: Sequence[PlanChange | Misfit], sides: Sides
) -> Iterator[str]:
    """Who has got a date since, or has one no more."""
    misfits = [it for it in found if isinstance(it, Misfit) and it.kind in OF_TASKS]
    ids = [it.of or it.subject for it in misfits]
    for owner in sorted({id.partition(".")[0] for id in ids} - set(Owner)):
        was = owner in sides.then.activities_by_municipality
        if was == (owner in sides.now.activities_by_municipality):
            continue
        name = sides.names.municipality(owner)
        if was:
            yield _(
                "%(municipality)s has no date in the plan any more", municipality=name
            )
        else:
            yield _("%(municipality)s has got a date in the plan", municipality=name)


def _others(found: Sequence[PlanChange | Misfit], sides: Sides) -> Iterator[str]:
    for it in found:
        if isinstance(it, PlanChange):
            if it.kind is ChangeKind.REPORT:
                yield _(
                    "%(what)s: %(after)s; the file has: %(before)s",
                    what=sides.names.node(it.target),
                    after=told_text(it.before),
                    before=told_text(it.after),
                )
            elif it.kind not in {ChangeKind.DURATION, ChangeKind.LINK}:
                back = PlanChange(
                    kind=it.kind, target=it.target, before=it.after, after=it.before
                )
                yield plan_change_text(back, sides.names)
        elif it.kind == "status-date":
            yield _("The status date was moved")
        elif it.kind not in OF_TEMPLATE | OF_TASKS:
            subject = subject_text(it.subject, sides.names)
            yield _("%(subject)s was changed", subject=subject)
