"""What municipalities pay together, and the keys by which it is shared."""

from datetime import date
from decimal import Decimal

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, Ore, Provenance


class CostKeyRow(Provenance, Base):
    """A key in whole percent that come to 100; without a last day it is for good.

    Of several that hold on a day the one that began last counts.
    """

    __tablename__ = "cost_key"
    __table_args__ = (UniqueConstraint("from_day"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    from_day: Mapped[date]
    to_day: Mapped[date | None]
    by_population: Mapped[int]
    by_equal: Mapped[int]
    by_holding: Mapped[int]


class SharedCostRow(Provenance, Base):
    """What all the municipalities pay together in one calendar year."""

    __tablename__ = "shared_cost"
    __table_args__ = (UniqueConstraint("year"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    amount: Mapped[Decimal] = mapped_column(Ore)
    price_year: Mapped[int | None]
