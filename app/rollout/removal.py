"""What becomes of the plan when a step of the template is taken away.

What followed a step after go-live follows what the step itself followed, or it would
be counted back from go-live. The other dates are told before anybody agrees to them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask_babel import gettext as _
from flask_babel import ngettext

from app.rollout.rules import FS, RECKONED_FROM, after_go_live, examples
from app.store.names import Names
from planning.durations import ZERO
from planning.evaluate import Evaluation
from planning.programme import schedule_programme
from planning.rollout import activity_id
from planning.snapshot import Template, TemplateLink


@dataclass(frozen=True, slots=True)
class Need:
    """What depends on a step being there, and where that is changed."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Removal:
    """Why a step stays, if it does; else what goes with it, in sentences."""

    keeps: str
    needs: tuple[Need, ...]
    what_goes: tuple[str, ...]


def bridges(template: Template, key: str) -> tuple[TemplateLink, ...]:
    """The links that hold together what a step after go-live has held together."""
    ends = {(link.predecessor, link.successor) for link in template.links}
    if key not in after_go_live(ends):
        return ()
    pairs = {
        (before.predecessor, after.successor): None
        for before in template.links
        for after in template.links
        if before.successor == key and after.predecessor == key
    }
    return tuple(
        TemplateLink(predecessor=before, successor=after, kind=FS, lag=ZERO)
        for before, after in pairs
        if (before, after) not in ends
    )


def without_step(template: Template, key: str) -> Template:
    """The template once a step is removed."""
    links = (it for it in template.links if key not in {it.predecessor, it.successor})
    return Template(
        activities=tuple(it for it in template.activities if it.key != key),
        links=(*links, *bridges(template, key)),
    )


def told_before_removal(
    evaluation: Evaluation, key: str, names: Names
) -> tuple[str, ...]:
    """What goes and what moves if a step is removed."""
    template = evaluation.snapshot.plan.template
    moved = tuple(_moved(evaluation, without_step(template, key)))
    told = [
        _("The step goes from every municipality, and its dependences with it."),
        *(_moved_text(names.activity(it), days) for it, days in moved),
    ]
    if bridges(template, key):
        told.append(_("What came after it then comes after what it followed itself."))
    if RECKONED_FROM & {it for it, _days in moved}:
        told.append(
            _("Costs and benefits follow from these dates, and change with them.")
        )
    return (*told, _("It can be undone."))


def _moved(evaluation: Evaluation, template: Template) -> Iterator[tuple[str, int]]:
    """The steps that move, each by as much as it does where it moves the most."""
    snapshot = evaluation.snapshot
    shown = examples(snapshot)
    after = schedule_programme(
        replace(
            snapshot,
            plan=replace(snapshot.plan, template=template),
            municipalities=shown,
        ),
        calendar=evaluation.calendar,
    ).schedule.activities
    before = evaluation.schedule.activities
    for step in template.activities:
        ids = [activity_id(it.number, step.key) for it in shown]
        days = [
            after[id].start - before[id].start
            for id in ids
            if id in before and id in after and not _is_over(evaluation, id)
        ]
        most = max(days, key=abs, default=0)
        if most:
            yield step.key, most


def _is_over(evaluation: Evaluation, id: str) -> bool:
    """Whether a date is a fact, or was passed by who is live."""
    at = evaluation.schedule.activities[id]
    number = evaluation.nodes[id].owner_id
    is_past = at.finish <= evaluation.snapshot.status_date
    return at.done or (is_past and evaluation.is_live(number))


def _moved_text(name: str, days: int) -> str:
    if days < 0:
        return ngettext(
            "“%(name)s” comes up to %(num)d day earlier.",
            "“%(name)s” comes up to %(num)d days earlier.",
            -days,
            name=name,
        )
    return ngettext(
        "“%(name)s” comes up to %(num)d day later.",
        "“%(name)s” comes up to %(num)d days later.",
        days,
        name=name,
    )
