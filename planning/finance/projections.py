"""The projections of a whole plan: a snapshot and its schedule made money."""

from planning.finance.cashflow import End, at_end, project_economy
from planning.finance.estimates import Estimates, derive_estimates, prepare_inputs
from planning.finance.loans import LoanTerms
from planning.finance.projection import Projection
from planning.finance.timing import find_timing
from planning.schedule import Schedule
from planning.snapshot import Municipality, Reckoning, Snapshot


def estimates_of(snapshot: Snapshot) -> Estimates:
    """What the documented cases of a snapshot say."""
    populations = {it.number: it.population for it in snapshot.municipalities}
    return derive_estimates(snapshot.money, populations)


def project_programme(
    snapshot: Snapshot,
    schedule: Schedule,
    *,
    estimates: Estimates | None = None,
    loan: LoanTerms | None = None,
    end: End = End.LIKELY,
) -> dict[str, Projection]:
    """The projection of every municipality that has a date, by number.

    `estimates` are those of another snapshot, where this one holds a part of it;
    `loan` is what somebody looks at in place of the loan assumed; `end` takes every
    sum at that end of its range.
    """
    rates = estimates or estimates_of(snapshot)
    reckonings = _reckonings(snapshot)
    projections = (
        _project(
            municipality,
            schedule,
            reckonings[municipality.number],
            estimates=rates,
            loan=loan,
            end=end,
        )
        for municipality in snapshot.municipalities
        if municipality.number in reckonings
    )
    return {it.municipality: it for it in projections if it is not None}


def _reckonings(snapshot: Snapshot) -> dict[str, Reckoning]:
    """The days of the wave of each municipality that is in a dated one."""
    dated = {
        wave.code: wave.reckoning
        for wave in snapshot.plan.waves
        if wave.reckoning is not None
    }
    return {
        at.municipality: dated[at.wave]
        for at in snapshot.plan.placements
        if at.wave in dated
    }


def _project(
    municipality: Municipality,
    schedule: Schedule,
    reckoning: Reckoning,
    *,
    estimates: Estimates,
    loan: LoanTerms | None,
    end: End,
) -> Projection | None:
    timing = find_timing(
        municipality.number,
        schedule,
        reckoning,
        ramp_months=estimates.assumptions.benefit_ramp_months,
    )
    if timing is None:
        return None
    number = municipality.number
    inputs = prepare_inputs(number, municipality.population, estimates)
    if end is not End.LIKELY:
        inputs = at_end(inputs, end)
    return project_economy(number, inputs, timing, estimates.assumptions, loan)
