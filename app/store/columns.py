"""Column types and groups of columns that several tables share.

Money is whole øre in an integer column. A date that is not known to the day is
kept as its first and last day, inclusive, with its precision.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

TONGUES: Final = ("nb", "nn", "en")
"""The languages of texts, in the order in which one stands in for another."""

Texts = dict[str, str]
"""A text in every language it is known in: {"nb": …, "nn": …, "en": …}."""

NEVER_AGAIN: Final = {"sqlite_autoincrement": True}
"""For tables with a history: the number of a row that has gone is not reused."""


def refers_to(target: str) -> ForeignKey:
    """A reference that a write may leave dangling until it commits."""
    return ForeignKey(target, deferrable=True)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in code, in UTC at rest on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        instant: datetime = value
        if instant.tzinfo is None:
            raise ValueError(f"{instant} does not say in which time zone it is")
        return instant.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        # SQLite keeps no zone: what was written there was in UTC.
        instant: datetime = value
        aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
        return aware.astimezone(UTC)


class Hundredths(TypeDecorator[Decimal]):
    """Numbers as exact decimals in code, whole hundredths at rest."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        return None if value is None else hundredths(Decimal(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 100


class Ore(Hundredths):
    """Kroner as exact decimals in code, whole øre at rest."""

    cache_ok = True


def hundredths(value: Decimal) -> int:
    """How many hundredths a number is; one with more decimals is refused."""
    whole = value * 100
    if whole != whole.to_integral_value():
        raise ValueError(f"{value} is not a whole number of hundredths")
    return int(whole)


class Provenance:
    """Where a row's facts come from, how sure they are, and what to know of them."""

    source: Mapped[str] = mapped_column(String(200), default="")
    reference: Mapped[str] = mapped_column(String(1000), default="")
    confidence: Mapped[str] = mapped_column(String(20), default="")
    note: Mapped[Texts] = mapped_column(JSON, default=dict)


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


def find_tongue(texts: Mapping[str, str], language: str) -> str:
    """Return the language that a text is told in: the one asked for, or the next."""
    return next((each for each in (language, *TONGUES, *texts) if texts.get(each)), "")


def texts_column() -> Mapped[Texts]:
    """A column for a text in several languages."""
    return mapped_column(JSON, default=dict)
