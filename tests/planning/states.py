"""Small states of the plan for the tests that compare them."""

from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import Limit
from planning.finance.projection import Averages, Provenance, Summary, YearFlow
from planning.money_facts import Basis
from planning.snapshot import Window
from planning.state import (
    MoneyState,
    MonthLoad,
    MunicipalityState,
    PlanState,
    Sum,
    TrustState,
    WaveState,
)
from tests.planning.programmes import day, window

SPRING = window("2025-04-01", "2025-05-31")
AUTUMN = window("2025-10-01", "2025-11-30")


def money(
    investment: int = 100,
    *,
    net: int = 10,
    npv: int = 50,
    npv_year: int = 2025,
    price_year: int | None = None,
    basis: Basis = Basis.DOCUMENTED,
) -> MoneyState:
    """The money of one municipality, in øre."""
    sums = ("investment", "platform", "legacy", "benefit", "project")
    one = Sum(investment, investment, investment, basis)
    return MoneyState(
        provenance=Provenance.DOCUMENTED,
        price_years=(price_year,),
        sums=dict.fromkeys(sums, one),
        npv_year=npv_year,
        first_averaged=npv_year + 1,
        last_averaged=npv_year + 10,
        summary=Summary(
            average_annual=Averages(cost=0, legacy_saved=0, benefit=net, net=net),
            npv=npv,
            break_even_year=None,
            break_even_benefit_share=None,
        ),
        years=(YearFlow(year=npv_year, benefit=net),),
    )


def placed(
    wave: str | None = "K1",
    known: Window | None = SPRING,
    *,
    limit: str = "2024-04-01",
    margin: int | None = 5,
    kroner: MoneyState | None = None,
    is_live: bool = False,
) -> MunicipalityState:
    """A municipality of the region north and the trust HNT."""
    return MunicipalityState(
        region="north",
        trust="HNT",
        wave=wave,
        go_live=None if known is None else known.start,
        known=known,
        is_live=is_live,
        margin_days=margin,
        limits=(Limit("option-limit", day(limit), day(limit)),),
        money=kroner,
    )


def plan(
    municipalities: dict[str, MunicipalityState],
    *,
    waves: dict[str, Window | None] | None = None,
    conflicts: tuple[Conflict, ...] = (),
    loads: dict[str, tuple[MonthLoad, ...]] | None = None,
) -> PlanState:
    """A state with the waves that it is told of."""
    windows = {"K1": SPRING, "K2": AUTUMN} if waves is None else waves
    return PlanState(
        plan="current",
        status_date=day("2023-11-30"),
        revision=1,
        waves=tuple(
            WaveState(code=code, sequence=place, window=it)
            for place, (code, it) in enumerate(windows.items(), start=1)
        ),
        trusts={"HNT": TrustState(wave="K1", go_live=None, known=None, is_live=False)},
        municipalities=municipalities,
        conflicts=conflicts,
        loads=loads or {},
    )


def conflict(*concerns: str, severity: Severity = Severity.ERROR) -> Conflict:
    """Something wrong with those."""
    return Conflict(kind=Kind.DEADLINE_MISSED, severity=severity, concerns=concerns)
