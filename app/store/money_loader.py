"""Rows to what projections rest on: sums of municipalities, and assumptions.

Sums in rows are kroner and turn into øre here. What a source gives twice counts
once; sums of other kinds, and of the programme, are for reading alone.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, select

from app.extensions import db
from app.store.tables import (
    AssumptionRow,
    MoneyFigureRow,
    MoneyPartRow,
    OwnFigureRow,
)
from planning.money import to_ore
from planning.money_facts import (
    Assumptions,
    Basis,
    DebtService,
    Figure,
    FigureKind,
    LoanKind,
    MoneyFacts,
    Part,
)

BASES = {"documented": Basis.DOCUMENTED, "derived": Basis.DERIVED}


def load_money() -> MoneyFacts:
    """All sums that projections rest on, and what is assumed besides."""
    return MoneyFacts(
        figures=(*_documented(), *_decided()), assumptions=load_assumptions()
    )


def load_assumptions() -> Assumptions:
    """What every projection assumes; what no row says is as the engine has it."""
    rows = db.session.execute(select(AssumptionRow.key, AssumptionRow.value))
    return read_assumptions(dict(rows.tuples().all()))


def read_assumptions(values: Mapping[str, str]) -> Assumptions:
    """Assumptions from their texts, as rows and fixtures hold them.

    Raises:
        ValueError: where a text is not of its kind.
    """
    read: dict[str, Any] = {
        "discount_rate": Decimal,
        "loan_rate": Decimal,
        "loan_term_years": int,
        "loan_kind": LoanKind,
        "depreciation_years": int,
        "benefit_ramp_months": int,
        "after_programme_months": int,
    }
    return Assumptions(**{key: read[key](values[key]) for key in read if key in values})


def own_figure_key(municipality: str, kind: str) -> str:
    """What the engine knows a sum by that a municipality has decided itself."""
    return f"own.{municipality}.{kind}"


def _documented() -> tuple[Figure, ...]:
    """What sources give; the rows of one sum are its parts."""
    rows = db.session.execute(
        select(
            MoneyFigureRow.key,
            MoneyFigureRow.municipality,
            MoneyFigureRow.kind,
            MoneyFigureRow.amount,
            MoneyFigureRow.confidence,
            MoneyFigureRow.term_years,
            MoneyFigureRow.price_year,
            MoneyFigureRow.debt_service,
            MoneyPartRow.year.label("part_year"),
            MoneyPartRow.amount.label("part_amount"),
        )
        .outerjoin(MoneyPartRow, MoneyPartRow.figure == MoneyFigureRow.key)
        .where(
            MoneyFigureRow.municipality.is_not(None),
            MoneyFigureRow.amount.is_not(None),
            MoneyFigureRow.kind.in_(list(FigureKind)),
            MoneyFigureRow.confidence.in_(list(BASES)),
            MoneyFigureRow.same_as == "",
        )
        .order_by(MoneyFigureRow.key, MoneyPartRow.year)
    )
    by_key: dict[str, list[Row[Any]]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    return tuple(_figure(parts) for parts in by_key.values())


def _figure(rows: list[Row[Any]]) -> Figure:
    row = rows[0]
    return Figure(
        key=row.key,
        municipality=row.municipality,
        kind=FigureKind(row.kind),
        ore=to_ore(row.amount),
        basis=BASES[row.confidence],
        parts=tuple(_parts(rows)),
        term_years=row.term_years,
        price_year=row.price_year,
        debt_service=_debt_service(row.debt_service),
    )


def _parts(rows: Iterable[Row[Any]]) -> Iterable[Part]:
    return (
        Part(row.part_year, to_ore(row.part_amount))
        for row in rows
        if row.part_year is not None
    )


def _decided() -> tuple[Figure, ...]:
    """What municipalities have decided themselves."""
    rows = db.session.execute(
        select(
            OwnFigureRow.municipality,
            OwnFigureRow.kind,
            OwnFigureRow.amount,
            OwnFigureRow.price_year,
            OwnFigureRow.debt_service,
        ).order_by(OwnFigureRow.municipality, OwnFigureRow.kind)
    )
    return tuple(
        Figure(
            key=own_figure_key(row.municipality, row.kind),
            municipality=row.municipality,
            kind=FigureKind(row.kind),
            ore=to_ore(row.amount),
            basis=Basis.DECIDED,
            price_year=row.price_year,
            debt_service=_debt_service(row.debt_service),
        )
        for row in rows
    )


def _debt_service(text: str) -> DebtService:
    return DebtService(text) if text else DebtService.NOT_SAID
