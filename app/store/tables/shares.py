"""Shares: who may own them, what is announced, the ledger, the annex, the board.

The rows of the ledger are added and never changed: see `capture.KEPT_FOR_GOOD`.
"""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, Ore, Provenance, UtcDateTime, refers_to


class ShareOwnerRow(Provenance, Base):
    """Somebody who has, or may come to have, shares.

    A municipality is called as it is; its key is its number.
    """

    __tablename__ = "share_owner"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200), default="")
    municipality: Mapped[str | None] = mapped_column(refers_to("municipality.number"))
    organisation_number: Mapped[str] = mapped_column(String(9), default="")
    is_public: Mapped[bool] = mapped_column(default=True)
    use_agreement_on: Mapped[date | None]
    cooperation_joined_on: Mapped[date | None]


class AnnouncedChangeRow(Provenance, Base):
    """A sale or a redemption that is announced before it is entered in the ledger.

    The entry that carries it out names it: see `ShareEntryRow.announced_id`. Without
    a price it is par, without a day of the board the first possible meeting.
    """

    __tablename__ = "announced_change"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    seller: Mapped[str] = mapped_column(refers_to("share_owner.key"))
    buyer: Mapped[str] = mapped_column(refers_to("share_owner.key"))
    shares: Mapped[int | None]
    ranges: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    price: Mapped[Decimal | None] = mapped_column(Ore)
    planned_on: Mapped[date]
    notice_on: Mapped[date | None]
    due_on: Mapped[date | None]
    board_on: Mapped[date | None]
    declined_on: Mapped[date | None]
    case_number: Mapped[str] = mapped_column(String(80), default="")
    given_up_on: Mapped[date | None]


class ShareEntryRow(Provenance, Base):
    """One entry of the ledger; `ranges` are pairs of share numbers, both inside.

    An issue has no seller; a correction says only which entry it strikes out. What
    was announced first is named by the entry that carries it out.
    """

    __tablename__ = "share_entry"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    day: Mapped[date]
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seller: Mapped[str | None] = mapped_column(refers_to("share_owner.key"))
    buyer: Mapped[str | None] = mapped_column(refers_to("share_owner.key"))
    ranges: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    share_class: Mapped[str] = mapped_column(String(20), default="")
    price: Mapped[Decimal | None] = mapped_column(Ore)
    due_on: Mapped[date | None]
    board_on: Mapped[date | None]
    notice_on: Mapped[date | None]
    declined_on: Mapped[date | None]
    case_number: Mapped[str] = mapped_column(String(80), default="")
    corrects: Mapped[int | None] = mapped_column(refers_to("share_entry.number"))
    announced_id: Mapped[int | None] = mapped_column(refers_to("announced_change.id"))


class ShareAnnexRow(Provenance, Base):
    """How many shares a municipality buys when it uses its option: annex 1."""

    __tablename__ = "share_annex"
    __table_args__ = (UniqueConstraint("municipality"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    shares: Mapped[int]


class BoardMeetingRow(Provenance, Base):
    """A day on which the board of the company meets."""

    __tablename__ = "board_meeting"
    __table_args__ = (UniqueConstraint("day"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
