"""The ways that a municipality can go, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from app.alternative_words import alternative_text
from app.filters import long_date
from app.money_words import UNSURE, result_basis
from app.municipalities.money_ranges import as_told, break_even_years, ranged, shares
from app.municipalities.money_told import Told
from planning.finance.alternatives import Alternative, AlternativeName


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
        else ranged(one, lambda it: it.average_annual.net, basis, is_signed=True),
        npv="–" if stays else ranged(one, lambda it: it.npv, basis, is_signed=True),
        break_even_year="–" if stays else as_told(break_even_years(own), basis),
        share="–" if stays else as_told(shares(one), basis),
        is_own=one.name is AlternativeName.AS_PLANNED,
        is_estimate=not stays and basis in UNSURE,
    )


def when_text(one: Alternative) -> str:
    """In which wave and from which day its costs count."""
    if one.go_live is None:
        return _("no go-live")
    day = long_date(one.go_live)
    return _("%(wave)s, %(day)s", wave=one.wave, day=day) if one.wave else day


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
