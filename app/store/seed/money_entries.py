"""Records to rows: sums, their parts, what projections assume, the budget of 2018."""

from collections.abc import Iterator

from app.store.seed import money_shapes as shapes
from app.store.seed.entries import Entry, entry, languages, provenance
from app.store.seed.files import Files, Record
from app.store.tables import (
    AssumptionRow,
    BudgetLineRow,
    MoneyFigureRow,
    MoneyPartRow,
)

AS_WRITTEN = (
    "key",
    "entity_kind",
    "municipality",
    "entity",
    "kind",
    "precision_text",
    "period",
    "term_years",
    "price_year",
    "vat",
    "debt_service",
    "decided",
)


def money_entries(files: Files) -> Iterator[Entry]:
    """Every row of money; what is referred to comes first."""
    for record in files["money"]:
        yield _figure(record)
    for record in files["money_parts"]:
        yield entry(
            MoneyPartRow,
            shapes.MONEY_PARTS,
            record,
            figure=record["figure"],
            year=record["year"],
            amount=record["amount_nok"],
        )
    for position, record in enumerate(files["assumptions"], start=1):
        yield entry(
            AssumptionRow,
            shapes.ASSUMPTIONS,
            record,
            key=record["key"],
            position=position,
            value=record["value"],
            **provenance(record),
        )
    for record in files["budget_2018"]:
        yield _budget_line(record)


def _figure(record: Record) -> Entry:
    return entry(
        MoneyFigureRow,
        shapes.MONEY,
        record,
        amount=record["amount_nok"],
        includes=languages(record, "includes"),
        texts=languages(record, "text"),
        same_as=record["same_as"] or "",
        **{column: record[column] for column in AS_WRITTEN},
        **provenance(record),
    )


def _budget_line(record: Record) -> Entry:
    return entry(
        BudgetLineRow,
        shapes.BUDGET,
        record,
        key=record["key"],
        position=record["position"],
        names=languages(record, "name"),
        period_first=record["period_start"],
        period_last=record["period_end"],
        budget=record["budget_nok"],
        revised=record["revised_nok"],
        **provenance(record),
    )
