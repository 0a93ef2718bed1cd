"""Column types and groups of columns that several tables share.

Money is whole øre in an integer column. A date that is not known to the day is
kept as its first and last day, inclusive, with its precision.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, Dialect, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

Texts = dict[str, str]
"""A text in every language it is known in: {"nb": …, "en": …}."""


class Ore(TypeDecorator[Decimal]):
    """Kroner as exact decimals in code, whole øre at rest."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        if value is None:
            return None
        ore = Decimal(value) * 100
        if ore != ore.to_integral_value():
            raise ValueError(f"{value} kroner is not a whole number of øre")
        return int(ore)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 100


class Provenance:
    """Where a row's facts come from and how sure they are."""

    source: Mapped[str] = mapped_column(String(200), default="")
    reference: Mapped[str] = mapped_column(String(1000), default="")
    confidence: Mapped[str] = mapped_column(String(20), default="")
    note: Mapped[str] = mapped_column(String(2000), default="")


class PlannedWindow:
    """A planned date with its precision; both days are inside."""

    window_first: Mapped[date | None]
    window_last: Mapped[date | None]
    precision: Mapped[str] = mapped_column(String(20), default="")


class ActualWindow:
    """When it happened, as exactly as it is known; both days are inside."""

    actual_first: Mapped[date | None]
    actual_last: Mapped[date | None]
    actual_precision: Mapped[str] = mapped_column(String(20), default="")


def texts_column() -> Mapped[Texts]:
    """A column for a text in several languages."""
    return mapped_column(JSON, default=dict)
