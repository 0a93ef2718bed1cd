"""What the money of a municipality is told from, gathered from plan and rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.language import language
from app.municipalities import money_queries
from app.municipalities.money_choice import LoanChoice, read_loan
from app.municipalities.money_told import Told
from app.provenance import get_sources
from app.store import results
from app.store.names import names_for
from planning.evaluate import Evaluation
from planning.finance.alternatives import Alternative, list_alternatives
from planning.finance.cashflow import End, loan_terms
from planning.finance.loans import LoanTerms
from planning.finance.projection import Projection
from planning.finance.projections import estimates_of, project_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A projection with the loan looked at, and the ways to go beside it."""

    told: Told
    choice: LoanChoice
    alternatives: tuple[Alternative, ...]


def gather(number: str, arguments: Mapping[str, str]) -> Gathered | None:
    """All that the page of a municipality's money is told from; None without a date.

    `arguments` may ask for another loan than the one assumed.
    """
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    if number not in evaluation.projections:
        return None
    choice, projection = choose_loan(evaluation, number, arguments)
    return Gathered(
        told=Told(
            evaluation=evaluation,
            projection=projection,
            estimates=estimates_of(evaluation.snapshot),
            names=names_for(plan, language()),
            figures=money_queries.list_figures(),
            own=money_queries.list_own_figures(number),
            assumed=money_queries.list_assumptions(),
            sources=get_sources(),
        ),
        choice=choice,
        alternatives=find_alternatives(evaluation, number, choice),
    )


def find_alternatives(
    evaluation: Evaluation, number: str, choice: LoanChoice
) -> tuple[Alternative, ...]:
    """The ways to go with the loan that is looked at, kept by revision."""
    snapshot = evaluation.snapshot
    key = ("alternatives", snapshot.plan.name, number, snapshot.revision, choice.terms)
    found: tuple[Alternative, ...] | None = results.results().find(key)
    if found is None:
        found = list_alternatives(
            snapshot,
            number,
            calendar=evaluation.calendar,
            loan=choice.terms if choice.is_own else None,
        )
        results.results().keep(key, found)
    return found


def choose_loan(
    evaluation: Evaluation, number: str, arguments: Mapping[str, str]
) -> tuple[LoanChoice, Projection]:
    """The loan that is asked for, and the projection with it."""
    planned = evaluation.projections[number]
    assumed = loan_terms(planned.inputs, evaluation.snapshot.money.assumptions)
    choice = read_loan(arguments, assumed)
    if not choice.is_own:
        return choice, planned
    return choice, project_with(evaluation, number, choice.terms)


def project_with(
    evaluation: Evaluation, number: str, loan: LoanTerms, *, end: End = End.LIKELY
) -> Projection:
    """The projection of a municipality that has a date, with another loan.

    `end` takes every sum at that end of its range.
    """
    snapshot = evaluation.snapshot
    own = tuple(it for it in snapshot.municipalities if it.number == number)
    found = project_programme(
        replace(snapshot, municipalities=own),
        evaluation.schedule,
        estimates=estimates_of(snapshot),
        loan=loan,
        end=end,
    )
    return found[number]
