"""What the economy page tells, gathered from plan and rows.

What does not depend on the reader's choice is kept by revision and language, so
that looking around costs no new reckoning.
"""

from collections.abc import Mapping

from app.economy import queries
from app.economy.choice import filter_parts, filter_rows, read_choice
from app.economy.exports import economy_csv
from app.economy.method import method_part
from app.economy.pages import (
    EconomyPage,
    ProgrammePart,
    programme_part,
    tables_part,
)
from app.economy.table import sort_ranked
from app.how_dated import HowDated
from app.language import language
from app.store.names import Names, names_for
from app.store.results import current_plan, evaluation, results, revision
from app.store.tables import PlanRow
from app.votes import list_voted


def gather_page(arguments: Mapping[str, str]) -> EconomyPage:
    """The page as the query of its address asks for it."""
    plan = current_plan()
    names = names_for(plan, language())
    computed = evaluation(plan)
    choice = read_choice(arguments)
    programme = get_programme(plan, names)
    filters = filter_parts(
        computed,
        choice,
        names,
        regions=[row.key for row in queries.list_regions()],
        trusts=[row.code for row in queries.list_named_trusts()],
    )
    rows = queries.list_municipalities()
    return EconomyPage(
        programme=programme,
        tables=tables_part(computed, programme, rows, choice, filters),
    )


def gather_file(arguments: Mapping[str, str]) -> bytes:
    """The table in the same choice and order, as a file."""
    plan = current_plan()
    names = names_for(plan, language())
    choice = read_choice(arguments)
    programme = get_programme(plan, names)
    rows = queries.list_municipalities()
    computed = evaluation(plan)
    found = [
        programme.ranked[row.number] for row in filter_rows(computed, rows, choice)
    ]
    ordered, how_dated = sort_ranked(found, choice), HowDated(computed)
    return economy_csv(ordered, rows, names, how_dated, list_voted())


def get_programme(plan: PlanRow, names: Names) -> ProgrammePart:
    """The programme in all, kept by revision and language."""
    key = ("economy", plan.id, revision(), language())
    found: ProgrammePart | None = results().find(key)
    if found is None:
        computed = evaluation(plan)
        found = programme_part(
            computed,
            names,
            queries.list_municipalities(),
            regions=[row.key for row in queries.list_regions()],
            method=method_part(
                computed,
                names,
                sums=queries.list_municipal_sums(),
                budget=queries.list_budget(),
            ),
            voted=list_voted(),
        )
        results().keep(key, found)
    return found
