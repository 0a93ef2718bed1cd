"""The writes on the template: its steps and links.

What is edited is marked as entered, and no longer leans on the source of what it
replaces. A step that goes takes its links with it.
"""

from collections.abc import Iterable

from app.access import User, require
from app.extensions import db
from app.keys import new_key
from app.rollout.filling import (
    Dependence,
    Ends,
    Step,
    dependence_of,
    fill_link,
    fill_step,
    names_of_ends,
    plain_link,
    put_phases,
    step_of,
)
from app.rollout.queries import list_activities, list_links_of
from app.store.tables import ChangeRow, PlanRow, TemplateActivityRow, TemplateLinkRow
from app.store.writing import writing
from planning.rollout import WAVE_GO_LIVE
from planning.snapshot import ActivityKind, TemplateLink


def add_activity(
    plan: PlanRow, step: Step, kind: ActivityKind, ends: Ends, *, by: User
) -> ChangeRow | None:
    """Add a step, linked to others where that is asked for."""
    require(by, "template.edit")
    steps = list_activities(plan)
    taken = {it.key for it in steps} | {WAVE_GO_LIVE}
    key = new_key(step.names, taken, nameless="step")
    before = next((it for it in steps if it.key == ends.after), None)
    position = max((it.position for it in steps), default=0) + 1
    with writing(
        plan, by=by, what="template.activity-added", values={"names": step.names}
    ) as write:
        row = TemplateActivityRow(plan_id=plan.id, key=key, kind=kind.value)
        row.position = position if before is None else before.position
        fill_step(row, step)
        db.session.add(row)
        if ends.after:
            db.session.add(plain_link(plan, ends.after, key))
        if ends.before:
            db.session.add(plain_link(plan, key, ends.before))
        db.session.flush()
        put_phases(plan)
    return write.change


def change_activity(
    plan: PlanRow,
    row: TemplateActivityRow,
    step: Step,
    *,
    by: User,
    seen: int | None = None,
) -> ChangeRow | None:
    """Change what a step is called, how long it takes, how it is placed."""
    require(by, "template.edit")
    with writing(
        plan,
        by=by,
        what="template.activity-changed",
        values={"names": step.names},
        seen=seen,
        touches=[("template_activity", str(row.id))],
    ) as write:
        if step != step_of(row):
            fill_step(row, step)
    return write.change


def remove_activity(
    plan: PlanRow,
    row: TemplateActivityRow,
    bridges: Iterable[TemplateLink],
    *,
    by: User,
    seen: int | None = None,
) -> ChangeRow | None:
    """Take a step away, and every link that it has; `bridges` stand for them."""
    require(by, "template.edit")
    links = list_links_of(plan, row.key)
    with writing(
        plan,
        by=by,
        what="template.activity-removed",
        values={"names": row.names},
        seen=seen,
        touches=[
            ("template_activity", str(row.id)),
            *(("template_link", str(link.id)) for link in links),
        ],
    ) as write:
        for gone in (*links, row):
            db.session.delete(gone)
        for link in bridges:
            db.session.add(plain_link(plan, link.predecessor, link.successor))
        db.session.flush()
        put_phases(plan)
    return write.change


def add_link(
    plan: PlanRow, predecessor: str, successor: str, said: Dependence, *, by: User
) -> ChangeRow | None:
    """Let a step depend on another."""
    require(by, "template.edit")
    with writing(
        plan,
        by=by,
        what="template.link-added",
        values=names_of_ends(plan, predecessor, successor),
    ) as write:
        row = plain_link(plan, predecessor, successor)
        fill_link(row, said)
        db.session.add(row)
        db.session.flush()
        put_phases(plan)
    return write.change


def change_link(
    plan: PlanRow,
    row: TemplateLinkRow,
    said: Dependence,
    *,
    by: User,
    seen: int | None = None,
) -> ChangeRow | None:
    """Change how a step depends on another."""
    require(by, "template.edit")
    with writing(
        plan,
        by=by,
        what="template.link-changed",
        values=names_of_ends(plan, row.predecessor, row.successor),
        seen=seen,
        touches=[("template_link", str(row.id))],
    ) as write:
        if said != dependence_of(row):
            fill_link(row, said)
    return write.change


def remove_link(
    plan: PlanRow, row: TemplateLinkRow, *, by: User, seen: int | None = None
) -> ChangeRow | None:
    """Let a step depend on another no longer."""
    require(by, "template.edit")
    with writing(
        plan,
        by=by,
        what="template.link-removed",
        values=names_of_ends(plan, row.predecessor, row.successor),
        seen=seen,
        touches=[("template_link", str(row.id))],
    ) as write:
        db.session.delete(row)
        db.session.flush()
        put_phases(plan)
    return write.change
