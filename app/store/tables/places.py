"""Who takes part: regions, hospital trusts, municipalities."""

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import ActualWindow, Provenance, refers_to


class RegionRow(Provenance, Base):
    """One of the working-group regions."""

    __tablename__ = "region"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    sort_key: Mapped[str] = mapped_column(String(200), default="")
    county: Mapped[str] = mapped_column(String(80), default="")


class TrustRow(Provenance, ActualWindow, Base):
    """A hospital trust; two are counted in the sources and not named."""

    __tablename__ = "trust"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(String(200), default="")


class MunicipalityRow(Base):
    """A municipality with its facts; `provenance` has one entry a fact.

    Keys of `provenance`: population, language, centre, position, trust, region,
    option; each {"source", "reference", "confidence", "note"}, the
    note in every language.
    """

    __tablename__ = "municipality"

    number: Mapped[str] = mapped_column(String(4), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    sort_key: Mapped[str] = mapped_column(String(200), index=True)
    search_key: Mapped[str] = mapped_column(String(200))
    county: Mapped[str] = mapped_column(String(80))
    population: Mapped[int]
    population_year: Mapped[int]
    language_form: Mapped[str] = mapped_column(String(20))
    centre: Mapped[str] = mapped_column(String(200))
    latitude: Mapped[float]
    longitude: Mapped[float]
    trust: Mapped[str | None] = mapped_column(refers_to("trust.code"))
    region: Mapped[str | None] = mapped_column(refers_to("region.key"))
    holds_option: Mapped[bool] = mapped_column(default=True)
    provenance: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
