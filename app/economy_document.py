"""The JSON of `economy`: keys and shapes that scripts rely on.

Amounts are whole kroner. A cost is positive in a cost's field; `net` is positive
where the municipality is better off than with today's systems. Days are ISO dates.
"""

from typing import Any

from app.four_year_plan import four_year_plan
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.finance.alternatives import Alternative, list_alternatives
from planning.finance.minimum import check_instalments
from planning.finance.projection import (
    Inputs,
    Projection,
    Sourced,
    Summary,
    YearFlow,
)
from planning.money import KRONE
from planning.money_facts import Assumptions

INPUTS = ("investment", "platform", "legacy", "benefit", "project")


def economy_document(evaluation: Evaluation, number: str, name: str) -> dict[str, Any]:
    """The projection of one municipality that has a date, and its alternatives."""
    projection = evaluation.projections[number]
    assumptions = evaluation.snapshot.money.assumptions
    return {
        "municipality": number,
        "name": name,
        "plan": evaluation.snapshot.plan.name,
        "status_date": iso(evaluation.snapshot.status_date),
        "prices": "nominal" if projection.inputs.price_year is None else "fixed",
        "price_year": projection.inputs.price_year,
        "price_years": list(projection.inputs.price_years),
        "provenance": projection.provenance.value,
        "investment": kroner(projection.inputs.investment.likely),
        **summary_document(projection.summary),
        "discount_rate": float(assumptions.discount_rate),
        "npv_at_end_of": projection.first_averaged - 1,
        **dates_document(evaluation, projection),
        **range_documents(projection),
        "inputs": inputs_document(projection.inputs),
        "loan": loan_document(projection),
        "years": [year_document(it) for it in projection.years],
        "four_year_plan": plan_document(projection, evaluation.snapshot.status_date),
        "minimum_instalment": minimum_documents(projection, assumptions),
        "alternatives": [
            alternative_document(it)
            for it in list_alternatives(
                evaluation.snapshot, number, calendar=evaluation.calendar
            )
        ],
    }


def summary_document(summary: Summary) -> dict[str, Any]:
    """The key figures, at one end of the ranges or by one reading."""
    average = summary.average_annual
    return {
        "average_annual": {
            "cost": kroner(average.cost),
            "legacy_saved": kroner(average.legacy_saved),
            "benefit": kroner(average.benefit),
            "net": kroner(average.net),
        },
        "break_even_benefit_share": share(summary.break_even_benefit_share),
        "npv": kroner(summary.npv),
        "break_even_year": summary.break_even_year,
    }


def dates_document(evaluation: Evaluation, projection: Projection) -> dict[str, Any]:
    """The wave, the day that costs count from, and the years of the averages."""
    return {
        "wave": evaluation.wave_of(projection.municipality),
        "go_live": iso(projection.go_live),
        "legacy_closed": iso(projection.legacy_closed),
        "benefits_from": iso(projection.benefits_from),
        "first_averaged": projection.first_averaged,
        "last_averaged": projection.last_averaged,
    }


def range_documents(projection: Projection) -> dict[str, Any]:
    """The key figures at both ends, and by both readings, where there are any."""
    best, worst = projection.favourable, projection.unfavourable
    return {
        "ranges": None
        if best is None or worst is None
        else {
            "favourable": summary_document(best),
            "unfavourable": summary_document(worst),
        },
        "readings": [
            {
                "name": it.name.value,
                "platform": kroner(it.platform.likely),
                **summary_document(it.summary),
            }
            for it in projection.readings
        ],
    }


def inputs_document(inputs: Inputs) -> dict[str, Any]:
    """What it is reckoned from, each figure with its basis and range."""
    return {
        "population": inputs.population,
        "is_extrapolated": inputs.is_extrapolated,
        **{name: sourced_document(getattr(inputs, name)) for name in INPUTS},
    }


def sourced_document(figure: Sourced) -> dict[str, Any]:
    """One figure; `per_inhabitant` is low, likely, high."""
    rates = figure.per_inhabitant
    return {
        "likely": kroner(figure.likely),
        "low": kroner(figure.low),
        "high": kroner(figure.high),
        "basis": figure.basis.value,
        "figures": list(figure.figures),
        "per_inhabitant": None if rates is None else [kroner(it) for it in rates],
    }


def loan_document(projection: Projection) -> dict[str, Any]:
    """How the investment is paid, and what the loan costs in all."""
    years, terms = projection.years, projection.loan
    return {
        "kind": terms.kind.value,
        "rate": float(terms.rate_per_year),
        "term_years": terms.years,
        "drawn": kroner(sum(it.loan_drawn for it in years)),
        "interest_total": kroner(sum(it.interest for it in years)),
    }


def year_document(flow: YearFlow) -> dict[str, int]:
    """One calendar year; `balance` is what is left of the loan at its end."""
    return {
        "year": flow.year,
        "investment": kroner(flow.investment),
        "loan_drawn": kroner(flow.loan_drawn),
        "interest": kroner(flow.interest),
        "instalment": kroner(flow.instalment),
        "project": kroner(flow.project),
        "platform": kroner(flow.platform),
        "legacy": kroner(flow.legacy),
        "legacy_saved": kroner(flow.legacy_saved),
        "benefit": kroner(flow.benefit),
        "net": kroner(flow.net),
        "balance": kroner(flow.balance),
    }


def plan_document(projection: Projection, status_date: int) -> dict[str, Any]:
    """What the economic plan to be adopted next is told, year by year."""
    plan = four_year_plan(projection, status_date)
    return {
        "years": [
            {
                "year": it.year,
                "cost": kroner(it.cost),
                "legacy_saved": kroner(it.legacy_saved),
                "benefit": kroner(it.benefit),
                "net": kroner(it.net),
            }
            for it in plan.years
        ],
        "net": kroner(plan.net),
    }


def minimum_documents(
    projection: Projection, assumptions: Assumptions
) -> list[dict[str, Any]]:
    """What the law asks of the loan each year, as if it were the only one."""
    years = check_instalments(
        projection, depreciation_years=assumptions.depreciation_years
    )
    return [
        {
            "year": it.year,
            "minimum": kroner(it.minimum),
            "instalment": kroner(it.instalment),
            "is_met": it.is_met,
        }
        for it in years
    ]


def alternative_document(alternative: Alternative) -> dict[str, Any]:
    """One way to go; all are measured by the same calendar years."""
    found, day = alternative.summary, alternative.go_live
    best, worst = alternative.favourable, alternative.unfavourable
    return {
        "name": alternative.name.value,
        "average_annual_net": kroner(found.average_annual.net),
        "npv": kroner(found.npv),
        "wave": alternative.wave or None,
        "go_live": None if day is None else iso(day),
        "investment_year": alternative.investment_year,
        "break_even_year": found.break_even_year,
        "break_even_benefit_share": share(found.break_even_benefit_share),
        "favourable_net": best and kroner(best.average_annual.net),
        "unfavourable_net": worst and kroner(worst.average_annual.net),
    }


def iso(day: int) -> str:
    """A day of the engine as files have it."""
    return to_date(day).isoformat()


def kroner(ore: int) -> int:
    """Whole kroner: a projection has no others."""
    return ore // KRONE


def share(value: float | None) -> float | None:
    """A share with as many decimals as anybody can read."""
    return None if value is None else round(value, 4)
