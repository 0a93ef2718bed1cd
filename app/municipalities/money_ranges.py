"""Results with the range between their favourable and their unfavourable end."""

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol

from flask_babel import gettext as _

from app.filters import number, percent
from app.money_units import stretch
from app.money_words import (
    UNSURE,
    about_text,
    break_even_text,
    estimate_text,
    share_text,
)
from planning.finance.projection import Projection, Summary
from planning.money_facts import Basis


class Ranged(Protocol):
    """A result at its likely and at both ends, where these differ."""

    @property
    def summary(self) -> Summary: ...

    @property
    def favourable(self) -> Summary | None: ...

    @property
    def unfavourable(self) -> Summary | None: ...


def averaged_text(projection: Projection) -> str:
    """The years that averages cover."""
    first, last = projection.first_averaged, projection.last_averaged
    if first == last:
        return _("in %(year)s", year=first)
    return _("average of %(first)s–%(last)s", first=first, last=last)


def ranged(
    found: Ranged,
    value: Callable[[Summary], int],
    basis: Basis,
    *,
    is_signed: bool = False,
) -> str:
    """A result with its range, as sure as it is."""
    low, high = ends(found, value)
    likely = value(found.summary)
    return estimate_text(likely, low, high, basis, is_signed=is_signed)


def about(
    found: Ranged,
    value: Callable[[Summary], int],
    basis: Basis,
    *,
    is_signed: bool = False,
) -> str:
    """The same where a mark beside it says how it is known."""
    low, high = ends(found, value)
    return about_text(value(found.summary), low, high, basis, is_signed=is_signed)


def ends(found: Ranged, value: Callable[[Summary], int]) -> tuple[int, int]:
    """The lower and the higher of both ends; the likely twice without a range."""
    if found.favourable is None or found.unfavourable is None:
        likely = value(found.summary)
        return likely, likely
    low, high = sorted((value(found.favourable), value(found.unfavourable)))
    return low, high


def break_even_years(projection: Projection) -> str:
    """The year, and those of both ends where they differ."""
    text = break_even_text(projection.summary.break_even_year)
    if projection.favourable is None or projection.unfavourable is None:
        return text
    first = projection.favourable.break_even_year
    last = projection.unfavourable.break_even_year
    if first is None or first == last:
        return text
    if last is None:
        return _("%(year)s (%(first)s at the earliest)", year=text, first=first)
    return f"{text} ({stretch(str(first), str(last))})"


def shares(found: Ranged) -> str:
    """The share, and those of both ends where they differ."""
    text = share_text(found.summary.break_even_benefit_share)
    if found.favourable is None or found.unfavourable is None:
        return text
    low = found.favourable.break_even_benefit_share
    high = found.unfavourable.break_even_benefit_share
    if low is None or high is None or low == high:
        return text
    least = number(round(Decimal(low) * 100))
    return f"{text} ({stretch(least, percent(high))})"


def as_told(text: str, basis: Basis) -> str:
    """A figure that is no sum, told as the estimate that it is."""
    if basis is Basis.ONE_CASE:
        return _("estimate from one case: %(sum)s", sum=text)
    return _("estimate: %(sum)s", sum=text) if basis is Basis.ESTIMATED else text


def about_figure(text: str, basis: Basis) -> str:
    """The same where a mark beside it says how it is known; words are not "about"."""
    is_figure = text[:1].isdigit()
    return _("about %(sum)s", sum=text) if is_figure and basis in UNSURE else text
