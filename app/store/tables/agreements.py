"""Agreements with parties and annexes, files by their checksum, and letters.

A file is added beside the history and never taken away: its content is in no change.
"""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, Provenance, UtcDateTime, refers_to


class AgreementRow(Provenance, Base):
    """An agreement, or one version of it: `replaces_id` is the version before.

    `title` is as it stands on the paper. It is valid from the day that it was signed
    where `valid_from` says nothing, and for good where `valid_to` says nothing.
    """

    __tablename__ = "agreement"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(200))
    version: Mapped[str] = mapped_column(String(40), default="")
    signed_first: Mapped[date | None]
    signed_last: Mapped[date | None]
    precision: Mapped[str] = mapped_column(String(20), default="")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    notice_months: Mapped[int | None]
    case_number: Mapped[str] = mapped_column(String(80), default="")
    replaces_id: Mapped[int | None] = mapped_column(refers_to("agreement.id"))


class AgreementPartyRow(Base):
    """Who has signed: a municipality, or somebody else by name."""

    __tablename__ = "agreement_party"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(refers_to("agreement.id"), index=True)
    municipality: Mapped[str | None] = mapped_column(refers_to("municipality.number"))
    party: Mapped[str] = mapped_column(String(200), default="")


class StoredFileRow(Base):
    """A file as it was sent; the same content is here once, by its SHA-256."""

    __tablename__ = "stored_file"

    checksum: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    added_by: Mapped[str] = mapped_column(String(80))


class AgreementAnnexRow(Base):
    """A file that belongs to an agreement."""

    __tablename__ = "agreement_annex"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(refers_to("agreement.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    checksum: Mapped[str] = mapped_column(refers_to("stored_file.checksum"))


class LetterRow(Base):
    """A letter that was made; one made again keeps its number.

    It is on what was announced, or on an entry that was made without that.
    """

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("share_entry", "receiver"),
        Index("ix_letter_announced_id", "announced_id", "receiver", unique=True),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    share_entry: Mapped[int | None] = mapped_column(refers_to("share_entry.number"))
    announced_id: Mapped[int | None] = mapped_column(refers_to("announced_change.id"))
    receiver: Mapped[str] = mapped_column(refers_to("share_owner.key"))
    language: Mapped[str] = mapped_column(String(10))
    checksum: Mapped[str] = mapped_column(refers_to("stored_file.checksum"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(String(80))
