"""What stands side by side: the readings of a total, and the alternatives."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from app.filters import long_date
from app.money_words import (
    UNSURE,
    break_even_text,
    estimate_text,
    result_basis,
    share_text,
)
from app.municipalities.money_ranges import as_told, break_even_years, ends, shares
from app.municipalities.money_told import Told
from planning.finance.alternatives import Alternative, AlternativeName
from planning.finance.projection import Reading, ReadingName, Sourced
from planning.money_facts import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One kind of figure, with its value on each side."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsPart:
    """Both readings of a documented yearly total."""

    total: str
    headings: tuple[str, ...]
    rows: tuple[SideRow, ...]
    is_estimate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeLine:
    """One way to go and what comes of it."""

    name: str
    explanation: str
    when: str
    investment_year: str
    net: str
    npv: str
    break_even_year: str
    share: str
    is_own: bool
    is_estimate: bool


def readings_part(told: Told) -> ReadingsPart | None:
    """Both readings side by side; None where the total can be read in one way."""
    readings = told.projection.readings
    if not readings:
        return None
    basis = result_basis(told.inputs)
    included = readings[0].platform.figures[0]
    rows = (
        (
            _("Running the platform a year"),
            [_platform(it) for it in readings],
        ),
        (
            _("Cost a year, with the loan"),
            [_plain(it.summary.average_annual.cost) for it in readings],
        ),
        (
            _("Left over a year"),
            [_result(it.summary.average_annual.net, basis) for it in readings],
        ),
        (
            _("Present value in all"),
            [_result(it.summary.npv, basis) for it in readings],
        ),
        (
            _("Has paid for itself"),
            [
                as_told(break_even_text(it.summary.break_even_year), basis)
                for it in readings
            ],
        ),
        (
            _("Of the benefit must come true"),
            [
                as_told(share_text(it.summary.break_even_benefit_share), basis)
                for it in readings
            ],
        ),
    )
    return ReadingsPart(
        total=told.figure_line(included)[1],
        headings=tuple(reading_text(it.name) for it in readings),
        rows=tuple(
            SideRow(label=label, values=tuple(values)) for label, values in rows
        ),
        is_estimate=basis in UNSURE,
    )


def reading_text(name: ReadingName) -> str:
    """How a yearly total is read."""
    return {
        ReadingName.DEBT_SERVICE_INCLUDED: _("Interest and instalments are in it"),
        ReadingName.DEBT_SERVICE_EXCLUDED: _("Interest and instalments come on top"),
    }[name]


def _platform(reading: Reading) -> str:
    sourced: Sourced = reading.platform
    return estimate_text(sourced.likely, sourced.low, sourced.high, sourced.basis)


def _plain(ore: int) -> str:
    return estimate_text(ore, ore, ore, Basis.DERIVED)


def _result(ore: int, basis: Basis) -> str:
    return estimate_text(ore, ore, ore, basis, is_signed=True)


def alternative_lines(
    told: Told, alternatives: Iterable[Alternative]
) -> tuple[AlternativeLine, ...]:
    """Every alternative with its figures."""
    return tuple(_line(told, it) for it in alternatives)


def _line(told: Told, one: Alternative) -> AlternativeLine:
    own = told.projection if one.projection is None else one.projection
    basis = result_basis(own.inputs)
    stays = one.name is AlternativeName.STAY
    return AlternativeLine(
        name=alternative_text(one.name),
        explanation=explanation_text(told, one),
        when=when_text(one),
        investment_year=str(one.investment_year or "–"),
        net=_("nothing: all else is compared with it")
        if stays
        else net_text(one, basis),
        npv="–" if stays else npv_text(told, one, basis),
        break_even_year="–" if stays else as_told(break_even_years(own), basis),
        share="–" if stays else as_told(shares(own), basis),
        is_own=one.name is AlternativeName.AS_PLANNED,
        is_estimate=not stays and basis in UNSURE,
    )


def net_text(one: Alternative, basis: Basis) -> str:
    """The average net of an alternative with its range."""
    found = (one.favourable_net, one.unfavourable_net, one.average_annual_net)
    sums = sorted(it for it in found if it is not None)
    return estimate_text(
        one.average_annual_net, sums[0], sums[-1], basis, is_signed=True
    )


def npv_text(told: Told, one: Alternative, basis: Basis) -> str:
    """The present value with its range, at the end of the year planned for all."""
    low, high = one.npv, one.npv
    if one.projection is not None:
        later = (one.investment_year or 0) - told.go_live_year
        factor = (1 + told.assumptions.discount_rate) ** -later
        found = ends(one.projection, lambda it: it.npv)
        low, high = (int(Decimal(it) * factor) for it in found)
    return estimate_text(one.npv, low, high, basis, is_signed=True)


def when_text(one: Alternative) -> str:
    """In which wave and from which day its costs count."""
    if one.go_live is None:
        return _("no go-live")
    day = long_date(one.go_live)
    return _("%(wave)s, %(day)s", wave=one.wave, day=day) if one.wave else day


def alternative_text(name: AlternativeName) -> str:
    """What an alternative is called."""
    return {
        AlternativeName.AS_PLANNED: _("As planned"),
        AlternativeName.LATER_WAVE: _("A later wave"),
        AlternativeName.AFTER_PROGRAMME: _("After the programme"),
        AlternativeName.STAY: _("Stay with today’s systems"),
    }[name]


def explanation_text(told: Told, one: Alternative) -> str:
    """What it means to go that way."""
    if one.name is AlternativeName.AS_PLANNED:
        return _("As the plan stands now.")
    if one.name is AlternativeName.LATER_WAVE:
        return _("The next wave that has a date.")
    if one.name is AlternativeName.AFTER_PROGRAMME:
        return _(
            "%(months)s months after the last wave.",
            months=told.assumptions.after_programme_months,
        )
    return _("Nothing is bought, nothing is saved: what the others are measured by.")
