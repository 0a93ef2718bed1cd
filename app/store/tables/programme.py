"""The programme itself: its status date, its sources, the revision of it all."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import Provenance, Texts, texts_column

PROGRAMME_ID = 1


class ProgrammeRow(Base):
    """The one programme of an installation; every write raises its revision."""

    __tablename__ = "programme"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    status_date: Mapped[date]
    price_year: Mapped[int | None]
    revision: Mapped[int] = mapped_column(default=0)


class ProgrammeFactRow(Provenance, Base):
    """A rule or figure of the programme as a whole, as its source prints it."""

    __tablename__ = "programme_fact"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    value: Mapped[str] = mapped_column(String(400), default="")


class SourceRow(Base):
    """A document or public page that facts are taken from."""

    __tablename__ = "source"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    title: Mapped[Texts] = texts_column()
    date_text: Mapped[str] = mapped_column(String(200), default="")
    kind: Mapped[str] = mapped_column(String(40), default="")
    reference: Mapped[str] = mapped_column(String(1000), default="")
    licence: Mapped[str] = mapped_column(String(200), default="")


class KeyFigureRow(Provenance, Base):
    """A figure of the programme at a date, shown with that date."""

    __tablename__ = "key_figure"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    names: Mapped[Texts] = texts_column()
    value: Mapped[int]
    out_of: Mapped[int | None]
    unit: Mapped[Texts] = texts_column()
    dated_text: Mapped[str] = mapped_column(String(100), default="")
    dated_first: Mapped[date | None]
    dated_last: Mapped[date | None]


class ListItemRow(Provenance, Base):
    """An entry of one of the programme's lists: a risk, a goal, a service …"""

    __tablename__ = "list_item"

    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    parent: Mapped[str] = mapped_column(String(80), default="")
    names: Mapped[Texts] = texts_column()
    texts: Mapped[Texts] = texts_column()
