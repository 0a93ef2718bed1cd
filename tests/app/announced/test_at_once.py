"""Two who enter the same announcement at once: one of them does, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal

from app.extensions import db
from app.shares.commands import EntryRefused, enter
from app.store.announced import find_announced
from app.store.names import names_for
from app.store.results import current_plan
from app.store.shares import read_register
from app.store.tables import BoardMeetingRow, ShareOwnerRow
from app.store.writing import writing
from planning.calendars import to_day
from planning.rights.announced import as_entry, carried_out_by
from tests.share_rows import COMPANY, FOUNDER, announced_row, share_entry_row

DAY = date(2021, 6, 20)
NOW = datetime(2023, 12, 1, 12, tzinfo=UTC)


def test_one_announcement_is_entered_once(any_app, office):
    days = {"planned_on": DAY, "notice_on": DAY, "due_on": DAY}
    with any_app.app_context(), writing(None, by=office, what="shares.issued"):
        planned = announced_row(buyer=COMPANY, price=Decimal(1000), **days)
        db.session.add_all([planned, share_entry_row(), BoardMeetingRow(day=DAY)])
        founder = db.session.get_one(ShareOwnerRow, FOUNDER)
        founder.cooperation_joined_on = founder.use_agreement_on = DAY

    def carry_out(_turn: int) -> str:
        with any_app.app_context():
            register = read_register()
            entry = as_entry(register.ledger, register.rules, find_announced(1))
            names = names_for(current_plan(), "en")
            try:
                enter(entry, {}, names, by=office, at=NOW)
            except EntryRefused as refused:
                return refused.refusals[-1].kind.value
            return "entered"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(carry_out, [1, 2])) == ["announced-done", "entered"]
    with any_app.app_context():
        ledger = read_register().ledger
        assert [it.number for it in ledger] == [1, 2]
        done = carried_out_by(ledger, 1)
        assert done is not None
        assert (done.shares, done.day) == (20, to_day(DAY))
