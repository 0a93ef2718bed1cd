"""Two who sell the same shares at once: one of them gets them, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal

from app.extensions import db
from app.shares.commands import EntryRefused, enter
from app.store.names import names_for
from app.store.results import current_plan
from app.store.shares import read_register
from app.store.tables import BoardMeetingRow, ShareOwnerRow
from app.store.writing import writing
from planning.calendars import to_day
from planning.rights.ledger import EntryKind, ShareEntry, holdings
from planning.rights.share_ranges import Range
from tests.share_rows import COMPANY, FOUNDER, share_entry_row

DAY = date(2021, 6, 20)
NOW = datetime(2023, 12, 1, 12, tzinfo=UTC)


def sale() -> ShareEntry:
    return ShareEntry(
        number=2,
        kind=EntryKind.TRANSFER,
        day=to_day(DAY),
        seller=FOUNDER,
        buyer=COMPANY,
        ranges=(Range(1, 60),),
        price=Decimal(1000),
        notice=to_day(DAY) - 10,
        due=to_day(DAY) + 10,
        board=to_day(DAY),
    )


def test_the_same_shares_are_sold_once(any_app, office):
    with any_app.app_context(), writing(None, by=office, what="shares.issued"):
        db.session.add_all([share_entry_row(), BoardMeetingRow(day=DAY)])
        founder = db.session.get_one(ShareOwnerRow, FOUNDER)
        founder.cooperation_joined_on = founder.use_agreement_on = DAY

    def sell(_turn: int) -> str:
        with any_app.app_context():
            names = names_for(current_plan(), "en")
            try:
                enter(sale(), {}, names, by=office, at=NOW)
            except EntryRefused as refused:
                return refused.refusals[0].kind.value
            return "sold"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(sell, [1, 2])) == ["seller-lacks", "sold"]
    with any_app.app_context():
        ledger = read_register().ledger
        assert [it.number for it in ledger] == [1, 2]
        owned = holdings(ledger, to_day(DAY))
        assert owned == {FOUNDER: (Range(61, 100),), COMPANY: (Range(1, 60),)}
