"""What a programme office enters of rights: shares, and when councils meet.

The ledger is one of a company that could be: no source has the numbers of shares.
"""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import select

from app.extensions import db
from app.store.tables import (
    BoardMeetingRow,
    MeetingRuleRow,
    MunicipalityRow,
    ShareAnnexRow,
    ShareEntryRow,
    ShareOwnerRow,
)
from tests.addresses import NUMBER, make_meeting_rules
from tests.share_rows import announced_row

FOUNDER, COMPANY = "5001", "helseplattformen"
FOUNDED, JOINED = date(2019, 3, 1), date(2019, 4, 1)
ISSUED, BOUGHT, PAR = 10_000, 100, Decimal(1000)
ENTERED_AT = datetime(2023, 11, 30, 12, tzinfo=UTC)
ENTERED = "entered"
LAST, THURSDAY, JULY = -1, 3, "7"
BOARD_MEETINGS = tuple(date(2024, month, 15) for month in range(1, 13))


def enter_rights() -> None:
    """Enter a sale to each municipality, and when each council meets."""
    municipalities = db.session.scalars(
        select(MunicipalityRow.number).order_by(MunicipalityRow.number)
    ).all()
    buyers = [it for it in municipalities if it != FOUNDER]
    for number in buyers:
        _enter_owner(number)
    db.session.flush()
    db.session.add(_issue())
    for place, number in enumerate(buyers):
        _enter_sale(number, place)
    db.session.add(announced_row())
    make_meeting_rules()
    for number in municipalities:
        if number != NUMBER:
            db.session.add(_calendar(number))
    for day in BOARD_MEETINGS:
        db.session.add(BoardMeetingRow(day=day, confidence=ENTERED))
    db.session.commit()


def _issue() -> ShareEntryRow:
    return ShareEntryRow(
        number=1,
        kind="issue",
        day=FOUNDED,
        entered_at=ENTERED_AT,
        buyer=FOUNDER,
        ranges=[[1, ISSUED]],
        share_class="A",
        price=PAR,
    )


def _enter_owner(number: str) -> None:
    """A municipality has joined, and has a number in the annex."""
    owner = db.session.get(ShareOwnerRow, number)
    if owner is None:
        owner = ShareOwnerRow(key=number, kind="municipality", municipality=number)
        db.session.add(owner)
    owner.use_agreement_on = owner.cooperation_joined_on = JOINED
    db.session.add(ShareAnnexRow(municipality=number, shares=BOUGHT))


def _enter_sale(number: str, place: int) -> None:
    """The founder sells to a municipality, a day after it sold to the one before."""
    first = place * BOUGHT + 1
    db.session.add(
        ShareEntryRow(
            number=place + 2,
            kind="transfer",
            day=date(2020, 1, 1) + timedelta(days=place),
            entered_at=ENTERED_AT,
            seller=FOUNDER,
            buyer=number,
            ranges=[[first, first + BOUGHT - 1]],
            price=PAR,
        )
    )


def _calendar(number: str) -> MeetingRuleRow:
    return MeetingRuleRow(
        municipality=number,
        body="council",
        weekday=THURSDAY,
        nth=LAST,
        months_out=JULY,
        from_day=date(2023, 1, 1),
        confidence=ENTERED,
    )
