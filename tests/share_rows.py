"""Rows of a share register, beside the owners that the fixtures load."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app.extensions import Base
from app.store.tables import (
    AnnouncedChangeRow,
    BoardMeetingRow,
    ShareAnnexRow,
    ShareEntryRow,
)

FOUNDER, TRUST, COMPANY = "5001", "helse-midt-norge", "helseplattformen"


def share_entry_row(number: int = 1, **given: Any) -> ShareEntryRow:
    """The founder was issued the first hundred shares."""
    values = {
        "kind": "issue",
        "day": date(2019, 3, 1),
        "entered_at": datetime(2023, 12, 1, 12, tzinfo=UTC),
        "buyer": FOUNDER,
        "ranges": [[1, 100]],
        "share_class": "A",
        "price": Decimal(1000),
        **given,
    }
    return ShareEntryRow(number=number, **values)


def announced_row(**given: Any) -> AnnouncedChangeRow:
    """The founder is to sell twenty shares to the trust."""
    values = {
        "kind": "transfer",
        "seller": FOUNDER,
        "buyer": TRUST,
        "shares": 20,
        "planned_on": date(2024, 2, 1),
        "notice_on": date(2023, 11, 20),
        "due_on": date(2024, 2, 10),
        "confidence": "entered",
        **given,
    }
    return AnnouncedChangeRow(**values)


def share_rows() -> list[Base]:
    """One row of each table that the fixtures have none of."""
    return [
        announced_row(),
        share_entry_row(),
        ShareAnnexRow(municipality="1516", shares=20, confidence="entered"),
        BoardMeetingRow(day=date(2023, 12, 15), confidence="entered"),
    ]
