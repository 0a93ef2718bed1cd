"""Own sums are kept alike on both databases."""

from decimal import Decimal

from app.economy_figures import commands
from app.economy_figures.commands import OwnFigure
from app.economy_figures.queries import find_own_figure
from app.store import results
from planning.money_facts import FigureKind


def test_an_own_sum_is_kept_to_the_ore(any_plan, office):
    said = OwnFigure(
        amount=Decimal("99999999999.99"), price_year=None, debt_service="", reason="Sak"
    )
    kind = FigureKind.INVESTMENT
    seen = results.revision()
    commands.set_figure(any_plan, "1516", kind, said, by=office, seen=seen)
    row = find_own_figure("1516", kind)
    assert row is not None
    assert row.amount == said.amount
    inputs = results.evaluation(any_plan).projections["1516"].inputs
    assert inputs.investment.likely == 100_000_000_000_00
