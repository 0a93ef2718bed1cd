"""What else a municipality can do, side by side, by the same engine.

As planned; the next wave that has a date; some months after the last wave; staying
with today's systems, which everything is reckoned against and is therefore nothing.
Who is live has no other date. Each alternative is scheduled anew for the one
municipality, so that limits, stabilisation and closing follow its own go-live.

Each runs over the years of its own loan. So that they can be compared, all present
values are at the end of the same year: the one that the municipality goes live in
as planned. Days are ordinals, amounts are øre.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from planning.calendars import Calendar
from planning.errors import DateOutOfRangeError
from planning.finance.cashflow import year_of
from planning.finance.loans import LoanTerms
from planning.finance.projection import Projection, Summary
from planning.finance.projections import estimates_of, project_programme
from planning.finance.summary import present_value
from planning.finance.timing import months_after
from planning.programme import schedule_programme
from planning.rollout import GO_LIVE, activity_id
from planning.snapshot import Placement, Snapshot, Wave


class AlternativeName(StrEnum):
    """What a municipality can do; the values stand in files."""

    AS_PLANNED = "as-planned"
    LATER_WAVE = "later-wave"
    AFTER_PROGRAMME = "after-programme"
    STAY = "stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way to go and what comes of it.

    `wave` is the code of the plan's wave, if it is one. `go_live` is the day that
    costs count from. `favourable_net` and `unfavourable_net` are the average net at
    the ends of the ranges; None where nothing has a range. Who stays with today's
    systems has no projection, no date and no difference.
    """

    name: AlternativeName
    wave: str = ""
    go_live: int | None = None
    investment_year: int | None = None
    average_annual_net: int = 0
    favourable_net: int | None = None
    unfavourable_net: int | None = None
    npv: int = 0
    break_even_year: int | None = None
    break_even_benefit_share: float | None = None
    projection: Projection | None = None


STAY = Alternative(name=AlternativeName.STAY)


def list_alternatives(
    snapshot: Snapshot,
    number: str,
    *,
    calendar: Calendar,
    loan: LoanTerms | None = None,
) -> tuple[Alternative, ...]:
    """The alternatives of one municipality; none where it has no date.

    One whose dates lead out of the calendar is left out. `loan` is looked at in
    place of the assumed one.
    """
    estimates, alone = estimates_of(snapshot), _alone(snapshot, number)

    def reckon(wave: Wave) -> _Outcome | None:
        placed = _placed(alone, number, wave)
        try:
            schedule = schedule_programme(placed, calendar=calendar).schedule
        except DateOutOfRangeError:
            # Nobody plans for when no calendar is known: it is no alternative.
            return None
        found = project_programme(placed, schedule, estimates=estimates, loan=loan)
        if number not in found:
            return None
        is_live = schedule.activities[activity_id(number, GO_LIVE)].done
        return _Outcome(wave, found[number], is_live)

    own = _own_wave(snapshot, number)
    planned = None if own is None else reckon(own)
    if planned is None:
        return ()
    outcomes = [(AlternativeName.AS_PLANNED, planned)]
    if not planned.is_live:
        others = _other_waves(snapshot, planned.wave)
        outcomes += [(name, it) for name, wave in others if (it := reckon(wave))]
    year = year_of(planned.projection.go_live)
    rate = snapshot.money.assumptions.discount_rate
    return (*(_alternative(name, it, year, rate) for name, it in outcomes), STAY)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One municipality reckoned in one wave."""

    wave: Wave
    projection: Projection
    is_live: bool


def _own_wave(snapshot: Snapshot, number: str) -> Wave | None:
    placed = {it.municipality: it.wave for it in snapshot.plan.placements}
    return next(
        (wave for wave in snapshot.plan.waves if wave.code == placed.get(number)), None
    )


def _alone(snapshot: Snapshot, number: str) -> Snapshot:
    """What concerns one municipality; the programme's own dates do not."""
    return replace(
        snapshot,
        plan=replace(snapshot.plan, milestones=()),
        municipalities=tuple(
            it for it in snapshot.municipalities if it.number == number
        ),
        trusts=(),
        reports=tuple(it for it in snapshot.reports if it.municipality == number),
        deadlines=tuple(it for it in snapshot.deadlines if it.municipality == number),
    )


def _placed(snapshot: Snapshot, number: str, wave: Wave) -> Snapshot:
    placement = Placement(municipality=number, wave=wave.code)
    plan = replace(snapshot.plan, waves=(wave,), placements=(placement,))
    return replace(snapshot, plan=plan)


def _other_waves(
    snapshot: Snapshot, own: Wave
) -> Iterator[tuple[AlternativeName, Wave]]:
    """The next wave that is to come, and a day of its own after the last of all."""
    dated = {it.code: it.reckoning for it in snapshot.plan.waves}
    known = {code: at for code, at in dated.items() if at is not None}
    later = [
        wave
        for wave in snapshot.plan.waves
        if wave.code in known
        and not wave.is_live
        and known[wave.code].day > known[own.code].day
    ]
    if later:
        first = min(later, key=lambda wave: known[wave.code].day)
        yield AlternativeName.LATER_WAVE, first
    last = max(at.cost_day for at in known.values())
    months = snapshot.money.assumptions.after_programme_months
    day = months_after(last, months)
    yield AlternativeName.AFTER_PROGRAMME, Wave(code="", sequence=0, set_day=day)


def _alternative(
    name: AlternativeName, outcome: _Outcome, year: int, rate: Decimal
) -> Alternative:
    """What comes of one; its present value is at the end of `year`."""
    found = outcome.projection
    return Alternative(
        name=name,
        wave=outcome.wave.code,
        go_live=found.go_live,
        investment_year=year_of(found.go_live),
        average_annual_net=found.summary.average_annual.net,
        favourable_net=_net(found.favourable),
        unfavourable_net=_net(found.unfavourable),
        npv=present_value(
            [flow.net_before_financing for flow in found.years],
            years_before=year - found.years[0].year,
            rate=rate,
        ),
        break_even_year=found.summary.break_even_year,
        break_even_benefit_share=found.summary.break_even_benefit_share,
        projection=found,
    )


def _net(summary: Summary | None) -> int | None:
    return None if summary is None else summary.average_annual.net
