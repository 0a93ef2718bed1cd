"""What councils have voted, in words: prices, and how it stands to the reckoning.

An estimate stays one beside a vote: what is more or less than it is "about" so much,
and whether the vote lies within its range is said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flask_babel import gettext as _

from app.filters import years as years_text
from app.money_words import (
    UNSURE,
    about_text,
    column_text,
    cost_basis,
    money_text,
    ranged_text,
    rounded_text,
    weakest,
)
from planning.finance.projection import Projection
from planning.finance.voted import (
    Apart,
    Compared,
    OneOff,
    Prices,
    Purpose,
    Reckoned,
    ReckonedYears,
    Standing,
    Vote,
    sum_by_prices,
)
from planning.money import KRONE, round_to_krone
from planning.money_facts import Basis

PURPOSES = (Purpose.INVESTMENT, Purpose.RUNNING, Purpose.OTHER)
"""The columns of a file; what is not said stands with the others."""


def price_year_text(price_year: int | None) -> str:
    """The price year of a vote, or that the decision does not say it."""
    if price_year is None:
        return _("price year not known")
    return _("prices of %(year)s", year=price_year)


def price_years_text(votes: Sequence[Vote]) -> str:
    """The price years of several; that sums were not added is said beside them."""
    years = sum_by_prices(votes)
    told = ", ".join(price_year_text(it) for it in years)
    mixed = any(len(sum_by_prices(it)) > 1 for it in by_purpose(votes).values())
    return _("%(prices)s: not added", prices=told) if mixed else told


def sums_text(votes: Iterable[Vote]) -> str:
    """What is voted in all; sums in the prices of different years stand apart."""
    sums = sum_by_prices(votes)
    if list(sums) in ([], [None]):
        return _sum_text(sums[None]) if sums else ""
    told = (
        _("%(sum)s (%(prices)s)", sum=_sum_text(ore), prices=price_year_text(year))
        for year, ore in sums.items()
    )
    return ", ".join(told)


def _sum_text(ore: int) -> str:
    return column_text(ore, is_estimate=False)


def voted_heading(purpose: Purpose) -> str:
    """The heading of a column of sums in kroner."""
    return {
        Purpose.INVESTMENT: _("Voted for investment, NOK"),
        Purpose.RUNNING: _("Voted for running costs, NOK"),
    }.get(purpose, _("Voted for other things or not said, NOK"))


def voted_cells(votes: Sequence[Vote]) -> tuple[int | str | None, ...]:
    """Whole kroner by what they are voted for, then in which prices."""
    found = by_purpose(votes)
    sums = [sum_by_prices(found.get(it, ())) for it in PURPOSES]
    cells = (
        round_to_krone(next(iter(it.values()))) // KRONE if len(it) == 1 else None
        for it in sums
    )
    return (*cells, price_years_text(votes))


def purpose_basis(projection: Projection, compared: Compared) -> Basis:
    """How what a vote stands beside is known."""
    inputs = projection.inputs
    if compared.purpose is Purpose.INVESTMENT:
        return inputs.investment.basis
    cost = cost_basis(projection)
    flows = (it for it in projection.years if it.year == compared.year)
    has_project = any(it.project for it in flows)
    return weakest((cost, inputs.project.basis)) if has_project else cost


def reckoned_text(reckoned: Reckoned, basis: Basis) -> str:
    """What is reckoned, with its range and as an estimate where it is one."""
    if basis not in UNSURE and reckoned.has_range:
        # A documented total that can be read in two ways.
        return ranged_text(reckoned.likely, reckoned.low, reckoned.high)
    return about_text(reckoned.likely, reckoned.low, reckoned.high, basis)


def standing_text(it: Compared, reckoned: ReckonedYears | None, basis: Basis) -> str:
    """How a vote stands to what is reckoned, or why it is not compared."""
    if it.apart is not None or it.reckoned is None:
        return _apart_text(it, reckoned)
    if not it.reckoned.high:
        return _nothing_text(it, reckoned)
    unsure = basis in UNSURE or it.reckoned.has_range
    found = _difference_text(it.difference, is_about=unsure)
    if not unsure:
        return found
    return _("%(difference)s, %(range)s", difference=found, range=_range_text(it))


def one_off_text(it: OneOff, basis: Basis) -> str:
    """The investment in all, voted and reckoned; a difference where there is one."""
    told = {
        "voted": ", ".join(map(_sum_text, it.votes.values())),
        "reckoned": reckoned_text(it.reckoned, basis),
    }
    if it.voted is None:
        return _(
            "The investment in all: %(voted)s voted, %(reckoned)s reckoned.", **told
        )
    return _(
        "The investment in all: %(voted)s voted, %(reckoned)s reckoned; %(standing)s.",
        standing=_one_off_standing(it, it.voted, basis),
        **told,
    )


def _one_off_standing(it: OneOff, voted: int, basis: Basis) -> str:
    if not it.is_in_same_prices:
        return _difference_text(voted - it.reckoned.likely, is_about=True)
    compared = Compared(
        year=it.years[-1],
        purpose=Purpose.INVESTMENT,
        price_year=next(iter(it.votes)),
        voted=voted,
        reckoned=it.reckoned,
    )
    return standing_text(compared, None, basis)


def one_off_doubts(it: OneOff) -> Iterator[str]:
    """What keeps the two sums from being alike."""
    if not it.is_for_same_years and it.reckoned_years:
        yield _(
            "It is voted for %(voted)s and reckoned for %(reckoned)s.",
            voted=years_text(it.years[0], it.years[-1]),
            reckoned=years_text(it.reckoned_years[0], it.reckoned_years[-1]),
        )
    if it.voted is None:
        yield _("The votes are in the prices of several years and are not added.")
    elif not it.is_in_same_prices:
        yield _(
            "The prices are not the same (voted: %(voted)s; reckoned: %(reckoned)s):"
            " the difference is as the figures stand, and not exact.",
            voted=price_year_text(next(iter(it.votes))),
            reckoned=", ".join(map(price_year_text, it.prices)),
        )


def _difference_text(ore: int, *, is_about: bool) -> str:
    if not ore:
        return _("as much as is reckoned")
    told = rounded_text(abs(ore)) if is_about else money_text(abs(ore))
    if is_about:
        told = _("about %(sum)s", sum=told)
    if ore > 0:
        return _("%(sum)s more than is reckoned", sum=told)
    return _("%(sum)s less than is reckoned", sum=told)


def _range_text(it: Compared) -> str:
    if it.reckoned is None or not it.reckoned.has_range:
        return _("which rests on one case and has no range")
    return {
        Standing.BELOW: _("below the whole range"),
        Standing.WITHIN: _("within the range"),
        Standing.ABOVE: _("above the whole range"),
    }[it.standing or Standing.WITHIN]


def _nothing_text(it: Compared, reckoned: ReckonedYears | None) -> str:
    """That nothing is reckoned for the year, and for which years something is."""
    found = () if reckoned is None else reckoned.years_of(it.purpose)
    if not found:
        return _("nothing is reckoned for this year")
    return _(
        "nothing is reckoned for this year, but for %(years)s",
        years=years_text(found[0], found[-1]),
    )


def _apart_text(it: Compared, reckoned: ReckonedYears | None) -> str:
    match it.apart:
        case Apart.OTHER:
            return _("not compared: no such cost is reckoned")
        case Apart.NOT_RECKONED:
            return _(
                "not compared: nothing is reckoned, for a date or a cost is missing"
            )
        case Apart.OTHER_PRICES:
            return _prices_apart(
                it.price_year, () if reckoned is None else reckoned.prices
            )
        case Apart.BEYOND:
            last = 0 if reckoned is None else reckoned.last
            return _("not compared: the reckoning ends in %(year)s", year=last)
        case _:
            return _("not compared: investment or running costs is not said")


def _prices_apart(voted: int | None, reckoned: Prices) -> str:
    unknown = _("a year that is not known")
    told = ", ".join(unknown if it is None else str(it) for it in reckoned)
    if voted is None:
        return _(
            "not compared: reckoned in the prices of %(years)s, and the decision does"
            " not say its price year",
            years=told,
        )
    return _(
        "not compared: voted in the prices of %(year)s, reckoned in those of %(years)s",
        year=voted,
        years=told,
    )


def by_purpose(votes: Iterable[Vote]) -> Mapping[Purpose, tuple[Vote, ...]]:
    """The votes by what they are for; what is not said is with the others."""
    found: dict[Purpose, tuple[Vote, ...]] = {}
    for it in votes:
        is_told = it.purpose in {Purpose.INVESTMENT, Purpose.RUNNING}
        key = it.purpose if is_told else Purpose.OTHER
        found[key] = (*found.get(key, ()), it)
    return found
