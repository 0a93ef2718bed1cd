"""The state of a plan: what an evaluation comes to, without its network."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from planning.calendars import MONTHS
from planning.capacity import Load, capacity
from planning.evaluate import Evaluation
from planning.finance.projection import Projection, Sourced
from planning.rollout import GO_LIVE, programme_id
from planning.schedule import ScheduledActivity
from planning.snapshot import (
    HealthTrust,
    Municipality,
    Report,
    ReportState,
    Snapshot,
    Wave,
    Window,
)
from planning.state import (
    MilestoneState,
    MoneyState,
    MonthLoad,
    MunicipalityState,
    PlanState,
    StepDates,
    Sum,
    TrustState,
    WaveState,
    known_window,
)

SUMS = ("investment", "platform", "legacy", "benefit", "project")


def plan_state(evaluation: Evaluation) -> PlanState:
    """What an evaluation comes to, without the network that it came from."""
    snapshot = evaluation.snapshot
    capacities = capacity(snapshot, evaluation.schedule)
    waves = {it.code: it for it in snapshot.plan.waves}
    return PlanState(
        plan=snapshot.plan.name,
        status_date=snapshot.status_date,
        revision=snapshot.revision,
        waves=tuple(_wave(it) for it in snapshot.plan.waves),
        trusts={it.code: _trust(it, waves) for it in snapshot.trusts},
        municipalities=_municipalities(evaluation, waves),
        milestones=dict(_milestones(evaluation)),
        conflicts=tuple(replace(it, mend=None) for it in evaluation.conflicts),
        loads={key: _months(it) for key, it in capacities.loads.items()},
    )


def _wave(wave: Wave) -> WaveState:
    reckoning = wave.reckoning
    return WaveState(
        code=wave.code,
        sequence=wave.sequence,
        aliases=wave.aliases,
        window=wave.window,
        set_day=wave.set_day,
        actual=wave.actual,
        day=None if reckoning is None else reckoning.day,
        cost_day=None if reckoning is None else reckoning.cost_day,
        because=None if reckoning is None else reckoning.because,
    )


def _known(wave: Wave | None) -> Window | None:
    if wave is None:
        return None
    return known_window(wave.actual, wave.set_day, wave.window)


def _trust(trust: HealthTrust, waves: Mapping[str, Wave]) -> TrustState:
    known = trust.actual or _known(waves.get(trust.wave or ""))
    return TrustState(
        wave=trust.wave,
        go_live=None if known is None else known.start,
        known=known,
        is_live=trust.actual is not None,
    )


def _municipalities(
    evaluation: Evaluation, waves: Mapping[str, Wave]
) -> dict[str, MunicipalityState]:
    snapshot = evaluation.snapshot
    wave_of = {it.municipality: it.wave for it in snapshot.plan.placements}
    reported = dict(_reported(snapshot))
    return {
        it.number: _municipality(
            evaluation,
            it,
            wave=waves.get(wave_of.get(it.number) or ""),
            reported=reported.get(it.number),
        )
        for it in snapshot.municipalities
    }


def _reported(snapshot: Snapshot) -> Iterator[tuple[str, Window | None]]:
    """When those went live that are reported to have."""

    def is_live(report: Report) -> bool:
        return report.activity == GO_LIVE and report.state is ReportState.DONE

    for report in filter(is_live, snapshot.reports):
        yield report.municipality, report.finish or report.start


def _municipality(
    evaluation: Evaluation,
    it: Municipality,
    *,
    wave: Wave | None,
    reported: Window | None,
) -> MunicipalityState:
    margin = evaluation.margins.get(it.number)
    projection = evaluation.projections.get(it.number)
    prefix = len(it.number) + 1
    return MunicipalityState(
        region=it.region,
        trust=it.trust,
        wave=None if wave is None else wave.code,
        go_live=evaluation.go_live(it.number),
        known=reported or _known(wave),
        is_live=evaluation.is_live(it.number),
        earliest=None if margin is None else margin.earliest,
        margin_days=None if margin is None else margin.days,
        dates={
            at.id[prefix:]: _step(evaluation, at)
            for at in evaluation.activities_of(it.number)
        },
        limits=evaluation.limits(it.number),
        money=None if projection is None else _money(projection),
    )


def _step(evaluation: Evaluation, at: ScheduledActivity) -> StepDates:
    kind = evaluation.nodes[at.id].kind
    return StepDates(at.start, at.finish, kind, at.done, at.presumed)


def _money(projection: Projection) -> MoneyState:
    return MoneyState(
        provenance=projection.provenance,
        price_years=projection.inputs.prices,
        sums={name: _sum(getattr(projection.inputs, name)) for name in SUMS},
        npv_year=projection.first_averaged - 1,
        first_averaged=projection.first_averaged,
        last_averaged=projection.last_averaged,
        summary=projection.summary,
        favourable=projection.favourable,
        unfavourable=projection.unfavourable,
        years=projection.years,
    )


def _sum(figure: Sourced) -> Sum:
    return Sum(figure.likely, figure.low, figure.high, figure.basis)


def _milestones(evaluation: Evaluation) -> Iterator[tuple[str, MilestoneState]]:
    for it in evaluation.snapshot.plan.milestones:
        at = evaluation.schedule.activities[programme_id(it.key)]
        yield (
            it.key,
            MilestoneState(
                window=it.window,
                start=at.start,
                finish=at.finish,
                is_phase=it.is_phase,
                is_done=it.is_done,
            ),
        )


def _months(load: Load) -> tuple[MonthLoad, ...]:
    return tuple(
        MonthLoad(MONTHS[it], load.total(it), load.there_is.get(it))
        for it in sorted(load.asked)
    )
