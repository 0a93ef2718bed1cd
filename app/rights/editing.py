"""The forms on facts and decisions, each with its page."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from app.filters import plain_text
from app.language import language
from app.rights import queries
from app.rights.decision_forms import DecisionForm
from app.rights.entries import FactEntry, point_entry
from app.rights.fact_rules import refuse_fact
from app.rights.following import when_decided
from app.rights.forms import FactForm, kind_choices
from app.rights.reports import when_of
from app.store import results
from app.store.commitments import facts_of
from app.store.names import names_for
from app.store.tables import CommitmentFactRow, DecisionRow, MunicipalityRow
from planning.rights.chain import Origin

CONTRACT = "contract"
"""The milestone of the programme before which nobody can be live."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form on its page; without an id it adds something new.

    `is_gone` says that what was to be changed has been removed since.
    """

    number: str
    name: str
    id: int | None
    form: Any
    is_sourced: bool = False
    is_gone: bool = False


def fact_page(row: MunicipalityRow, fact: CommitmentFactRow | None) -> FormPage:
    """The form on a fact, as it is or as it was sent."""
    given: dict[str, Any] = {"seen": results.revision()}
    if fact is not None:
        given |= {
            "kind": fact.kind,
            "when": when_of(fact),
            "case_number": fact.case_number,
            "note": plain_text(fact.note),
        }
    form = FactForm(
        holds_option=row.holds_option,
        refuse=partial(_refuse_fact, row, None if fact is None else fact.id),
        status_date=results.programme().status_date,
        note_before={} if fact is None else fact.note,
        data=given,
    )
    id = None if fact is None else fact.id
    return FormPage(number=row.number, name=row.name, id=id, form=form)


def _refuse_fact(row: MunicipalityRow, own: int | None, entry: FactEntry) -> str:
    """Why a fact can't be beside the others of its municipality."""
    milestones = results.evaluation(results.current_plan()).snapshot.plan.milestones
    is_own = {(Origin.FACT, own)}
    return refuse_fact(
        entry,
        [it for it in queries.list_facts(row.number) if it.id != own],
        [it for it in facts_of(row.number) if (it.origin, it.key) not in is_own],
        contract=next(
            (it.window.start for it in milestones if it.key == CONTRACT), None
        ),
    )


def decision_page(row: MunicipalityRow, decision: DecisionRow | None) -> FormPage:
    """The form on a decision, as it is or as it was sent."""
    plan = results.current_plan()
    names = names_for(plan, language())
    given: dict[str, Any] = {"seen": results.revision()}
    if decision is not None:
        given |= _said(decision)
    form = DecisionForm(
        kinds=kind_choices(row.holds_option),
        limits=[(key, names.activity(key)) for key in queries.list_limits(plan)],
        status_date=results.programme().status_date,
        data=given,
    )
    return FormPage(
        number=row.number,
        name=row.name,
        id=None if decision is None else decision.id,
        form=form,
        is_sourced=decision is not None and bool(decision.source),
    )


def _said(row: DecisionRow) -> dict[str, Any]:
    """What a row says, as the fields of its form."""
    points = (point_entry(it) for it in queries.list_points([row.id]))
    columns = (
        "body",
        "amendments",
        "conditions",
        "result",
        "votes_for",
        "votes_against",
        "case_number",
    )
    return {
        **{name: getattr(row, name) for name in columns},
        "motion": row.motion or plain_text(row.texts),
        "when": when_decided(row),
        "finality": row.finality or "final",
        "points": [
            {
                "text": it.text,
                "creates": it.creates,
                "fact_kind": it.fact_kind,
                "activity": it.activity,
                "day": it.day,
                "year": it.year,
                "amount": it.amount,
                "purpose": it.purpose,
                "price_year": it.price_year,
            }
            for it in points
        ],
    }
