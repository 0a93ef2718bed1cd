"""The shared cost reckoned with and without a step, from plan and rows.

A year whose sum is entered has that; the others have what all of them are estimated
to pay for the platform by the plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.cost_split import queries
from app.cost_split.choice import Choice, read_choice
from app.cost_split.filling import ASSUMED, key_of
from app.store import results
from app.store.names import Names, names_for
from app.store.tables import CostKeyRow, SharedCostRow
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.money import to_ore
from planning.rights.cost_keys import Cost, CostKey, keys_of_year
from planning.rights.resplit import (
    Resplit,
    Step,
    Way,
    estimated_costs,
    members_of,
    resplit,
    resplit_recorded,
)

YEARS = 12
NOBODY = Step(numbers=frozenset(), way=Way.DECLINES)


@dataclass(frozen=True, slots=True)
class YearCost:
    """What is shared in a year, and the row that says so, if one does."""

    year: int
    cost: Cost
    row: SharedCostRow | None

    @property
    def is_estimate(self) -> bool:
        return self.row is None or self.row.confidence == ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the page is made from; nobody acts where no step was asked for."""

    evaluation: Evaluation
    names: Names
    choice: Choice
    keys: Sequence[CostKeyRow]
    costs: Sequence[SharedCostRow]
    years: Mapping[int, YearCost]
    shared: Resplit

    @property
    def year(self) -> int:
        """The year looked at: the one asked for, or the one it makes most of."""
        if self.choice.year in self.years:
            return int(self.choice.year or 0)
        lost = self.lost_by_year()
        return min(self.years, key=lambda year: (-abs(lost[year]), year))

    def lost_by_year(self) -> dict[int, int]:
        """What those who act pay less in each year."""
        shared = self.shared
        years = shared.before.years
        gone = [it for it in shared.gone if it in shared.before.paid]
        changes = [shared.changes(number) for number in gone]
        return {
            year: -sum(of_one[at] for of_one in changes)
            for at, year in enumerate(years)
        }

    def key_rows(self, year: int) -> list[CostKeyRow]:
        """The keys that hold in a year, the first of them first."""
        rows = {key_of(row): row for row in self.keys}
        return [rows[it] for it in keys_of_year(tuple(rows), year)]

    def is_estimate(self, year: int) -> bool:
        """Whether the sums of a year are no surer than an assumption."""
        is_assumed = any(it.confidence == ASSUMED for it in self.key_rows(year))
        return is_assumed or self.years[year].is_estimate

    def is_unknown(self, year: int) -> bool:
        """Whether nothing of a year can be shared."""
        at = self.shared.before.years.index(year)
        unshared = self.shared.before.unshared[at]
        return 0 < unshared == self.years[year].cost.ore


def gather(
    arguments: Mapping[str, str],
    language: str,
) -> Found:
    """Reckon what the address asks for."""
    plan = results.current_plan()
    evaluation = results.evaluation(plan)
    rows, costs = queries.list_keys(), queries.list_costs()
    left = queries.left_days(evaluation)
    choice = read_choice(arguments, evaluation, left)
    years = _years(evaluation, costs)
    return Found(
        evaluation=evaluation,
        names=names_for(plan, language),
        choice=choice,
        keys=rows,
        costs=costs,
        years=years,
        shared=_share(evaluation, choice, years, [key_of(it) for it in rows], left),
    )


def _years(
    evaluation: Evaluation, costs: Sequence[SharedCostRow]
) -> dict[int, YearCost]:
    """From the year of the status date on, each with its sum."""
    first = to_date(evaluation.snapshot.status_date).year
    estimated = estimated_costs(evaluation, range(first, first + YEARS))
    entered = {row.year: row for row in costs}
    return {
        year: YearCost(year, Cost(to_ore(entered[year].amount)), entered[year])
        if year in entered
        else YearCost(year, cost, None)
        for year, cost in estimated.items()
    }


def _share(
    evaluation: Evaluation,
    choice: Choice,
    years: Mapping[int, YearCost],
    keys: Sequence[CostKey],
    left: Mapping[str, int],
) -> Resplit:
    holdings = queries.holdings(evaluation.snapshot.status_date)
    members = members_of(evaluation, holdings=holdings, left=left)
    sums = {year: it.cost for year, it in years.items()}
    if choice.is_recorded:
        return resplit_recorded(sums, members, keys, choice.recorded)
    return resplit(sums, members, keys, choice.step or NOBODY)
