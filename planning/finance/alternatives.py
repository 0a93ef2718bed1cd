"""What else a municipality can do, side by side, by the same engine.

As planned; the next wave that has a date; some months after the last wave; staying
with today's systems, which everything is reckoned against and is therefore nothing.
Who is live has no other date. Each alternative is scheduled anew for the one
municipality, so that limits, stabilisation and closing follow its own go-live.

All are measured by the same calendar years, those of the loan as planned, and their
present values are at the end of the same year: see `same_years`. Days are ordinals,
amounts are øre.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from planning.calendars import Calendar
from planning.errors import DateOutOfRangeError
from planning.finance.cashflow import End, year_of
from planning.finance.estimates import Estimates
from planning.finance.loans import LoanTerms
from planning.finance.projection import Averages, Projection, Summary
from planning.finance.projections import estimates_of, project_programme
from planning.finance.same_years import measure
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


NOTHING = Summary(
    average_annual=Averages(cost=0, legacy_saved=0, benefit=0, net=0),
    npv=0,
    break_even_year=None,
    break_even_benefit_share=None,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way to go and what comes of it.

    `wave` is the code of the plan's wave, if it is one. `go_live` is the day that
    costs count from. `summary` is over the years of the plan, `favourable` and
    `unfavourable` the same at the ends of the ranges; None where nothing has a range.
    Who stays with today's systems has no projection, no date and no difference.
    """

    name: AlternativeName
    wave: str = ""
    go_live: int | None = None
    investment_year: int | None = None
    summary: Summary = NOTHING
    favourable: Summary | None = None
    unfavourable: Summary | None = None
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
        return _reckon(placed, number, wave, estimates, calendar=calendar, loan=loan)

    own = _own_wave(snapshot, number)
    planned = None if own is None else reckon(own)
    if planned is None:
        return ()
    outcomes = [(AlternativeName.AS_PLANNED, planned)]
    if not planned.is_live:
        others = _other_waves(snapshot, planned.wave)
        outcomes += [(name, it) for name, wave in others if (it := reckon(wave))]
    rate = snapshot.money.assumptions.discount_rate
    return (*(_alternative(name, it, planned, rate) for name, it in outcomes), STAY)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One municipality reckoned in one wave, at every end of its ranges."""

    wave: Wave
    ends: Mapping[End, Projection]
    is_live: bool

    @property
    def projection(self) -> Projection:
        return self.ends[End.LIKELY]


def _reckon(
    placed: Snapshot,
    number: str,
    wave: Wave,
    estimates: Estimates,
    *,
    calendar: Calendar,
    loan: LoanTerms | None,
) -> _Outcome | None:
    """One municipality in one wave; None where no dates or money come of it."""
    try:
        schedule = schedule_programme(placed, calendar=calendar).schedule
    except DateOutOfRangeError:
        # Nobody plans for when no calendar is known: it is no alternative.
        return None
    found = {
        end: project_programme(
            placed, schedule, estimates=estimates, loan=loan, end=end
        )
        for end in End
    }
    if number not in found[End.LIKELY]:
        return None
    is_live = schedule.activities[activity_id(number, GO_LIVE)].done
    return _Outcome(wave, {end: it[number] for end, it in found.items()}, is_live)


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
    name: AlternativeName, outcome: _Outcome, planned: _Outcome, rate: Decimal
) -> Alternative:
    """What comes of one, measured by the years of the plan."""
    found = outcome.projection
    measured = {
        end: measure(it, planned.ends[end], rate) for end, it in outcome.ends.items()
    }
    has_range = found.favourable is not None
    return Alternative(
        name=name,
        wave=outcome.wave.code,
        go_live=found.go_live,
        investment_year=year_of(found.go_live),
        summary=measured[End.LIKELY],
        favourable=measured[End.FAVOURABLE] if has_range else None,
        unfavourable=measured[End.UNFAVOURABLE] if has_range else None,
        projection=found,
    )
