"""A file asked what it would change: read, compared, and tried out."""

from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app.access import User
from app.exchange.imports.applying import RIGHTS, Given, apply_changes
from app.exchange.imports.changes import Compared, Misfit, PlanChange
from app.exchange.imports.comparing import compare_with_plan
from app.exchange.imports.of_names import renamed_tasks
from app.exchange.imports.rules import with_rules
from app.exchange.imports.since import tell_apart
from app.exchange.imports.since_texts import Sides, since_texts
from app.exchange.imports.texts import misfit_text, plan_change_text
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.of_programme import programme_project
from app.exchange.mspdi.project import Origin
from app.exchange.mspdi.reading import Read
from app.extensions import db
from app.store import results
from app.store.errors import ClashError
from app.store.names import LOCALES, Names, names_for
from app.store.rewinding import find_past
from app.store.tables import ChangeRow, PlanRow
from app.store.trial import Trial, try_out
from planning.evaluate import Evaluation


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a file would change in a plan, and what would come of it.

    Whoever may not change the plan is told what would change, and no more. Where
    others have changed the same since the file was written, `clash` says who: the
    file would be refused, and nothing would come of it. `since` is what the plan itself
    has changed, and the file has not.
    """

    plan: PlanRow
    origin: Origin
    given: Given
    compared: Compared
    trial: Trial | None
    clash: ClashError | None
    since: tuple[str, ...]
    revision: int

    @property
    def is_behind(self) -> bool:
        """Whether the plan has been changed since the file was written."""
        return self.origin.revision != self.revision


def refuse_foreign(read: Read) -> str:
    """Say why a file can't be imported; it can be scheduled all the same."""
    if read.project.origin is None:
        return _(
            "This file was not written from a plan here: its tasks can’t be told to be"
            " steps of municipalities. It can be scheduled, and not be imported."
        )
    if find_plan(read.project.origin.plan) is None:
        return _(
            "This file was written from a plan called “%(plan)s”, which is not here."
            " It can be scheduled, and not be imported.",
            plan=read.project.origin.plan,
        )
    return ""


def find_plan(name: str) -> PlanRow | None:
    """The plan of a name."""
    return db.session.scalar(select(PlanRow).where(PlanRow.name == name))


def ask(read: Read, file: str, names: Names, *, plan: PlanRow, by: User) -> Answer:
    """What would come of a file; nothing is written."""
    origin = read.project.origin
    assert origin is not None  # noqa: S101 - what has none was refused
    past = find_past(plan, origin.revision)
    evaluation = results.evaluation(plan)
    compared = _compared(read, names, evaluation)
    told: tuple[str, ...] = ()
    if past is not None and origin.revision != evaluation.snapshot.revision:
        then = past.evaluation
        compared = tell_apart(compared, _compared(read, names, then))
        told = since_texts(compared.since, Sides(then, evaluation, names, read))
    known = (*_tongues(plan), *(() if past is None else past.names))
    renamed = renamed_tasks(read.project, evaluation.nodes, known)
    compared = replace(compared, misfits=(*compared.misfits, *renamed))
    compared = with_rules(compared, evaluation, names)
    given = Given(file=file, seen=origin.revision)
    trial, clash = _tried(plan, compared, given, by)
    return Answer(
        plan=plan,
        origin=origin,
        given=given,
        compared=compared,
        trial=trial,
        clash=clash,
        since=told,
        revision=evaluation.snapshot.revision,
    )


def _tongues(plan: PlanRow) -> tuple[Names, ...]:
    return tuple(names_for(plan, language) for language in LOCALES)


def _compared(read: Read, names: Names, evaluation: Evaluation) -> Compared:
    """What a file says otherwise than a plan, or the part of it that the file is."""
    origin = read.project.origin
    planned = programme_project(
        evaluation,
        names,
        Losses(),
        title=read.project.name,
        municipality=(origin and origin.municipality) or None,
        wave=(origin and origin.wave) or None,
    )
    return compare_with_plan(read, planned, evaluation)


def _tried(
    plan: PlanRow, compared: Compared, given: Given, by: User
) -> tuple[Trial | None, ClashError | None]:
    """What would come of it, or who was first."""
    if not all(map(by.may, RIGHTS)):
        return None, None
    try:
        return try_out(
            plan, lambda: apply_changes(plan, compared.changes, given, by=by)
        ), None
    except ClashError as error:
        return None, error


def take(answer: Answer, *, by: User) -> ChangeRow | None:
    """Write what a file changes."""
    return apply_changes(answer.plan, answer.compared.changes, answer.given, by=by)


def answer_document(answer: Answer, names: Names) -> dict[str, Any]:
    """The same as JSON has it."""
    return {
        "plan": answer.plan.name,
        "revision": answer.revision,
        "written_from": answer.origin.revision,
        "would_be_refused": answer.clash is not None,
        "changed_since": list(answer.since),
        "changes": [_change(it, names) for it in answer.compared.changes],
        "misfits": [_misfit(it, names) for it in answer.compared.misfits],
    }


def _change(change: PlanChange, names: Names) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "target": change.target,
        "before": dict(change.before),
        "after": dict(change.after),
        "text": plan_change_text(change, names),
    }


def _misfit(misfit: Misfit, names: Names) -> dict[str, Any]:
    return {
        "kind": misfit.kind,
        "subject": misfit.subject,
        "text": misfit_text(misfit, names),
    }
