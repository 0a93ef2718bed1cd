"""Money: what projections assume, sums in parts, what municipalities have decided."""

from decimal import Decimal

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, Ore, Provenance, refers_to


class AssumptionRow(Provenance, Base):
    """What no source settles and every projection needs.

    `value` is text, as the field of `planning.money_facts.Assumptions` with the
    name of the key reads it: a rate is 0.04, a number of years or months is 15.
    """

    __tablename__ = "assumption"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    value: Mapped[str] = mapped_column(String(80))


class MoneyPartRow(Base):
    """What of a sum falls due in one calendar year."""

    __tablename__ = "money_part"

    figure: Mapped[str] = mapped_column(refers_to("money_figure.key"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    amount: Mapped[Decimal] = mapped_column(Ore)


class OwnFigureRow(Provenance, Base):
    """A sum that a municipality has decided itself; it beats every other.

    Kinds are those of `planning.money_facts.FigureKind`; `debt_service` says of a
    yearly total whether the loan is in it, and is empty for other kinds.
    """

    __tablename__ = "own_figure"
    __table_args__ = (UniqueConstraint("municipality", "kind"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    kind: Mapped[str] = mapped_column(String(40))
    amount: Mapped[Decimal] = mapped_column(Ore)
    price_year: Mapped[int | None]
    debt_service: Mapped[str] = mapped_column(String(20), default="")
    reason: Mapped[str] = mapped_column(String(500), default="")
