"""The share ledger is only added to: no update, no deletion, no undo of an entry."""

import pytest

from app.extensions import db
from app.store.errors import UndoRefused
from app.store.shares import read_register, share_register
from app.store.tables import ChangeRow, ShareEntryRow
from app.store.undoing import undo
from app.store.writing import writing
from tests.share_rows import COMPANY, FOUNDER, TRUST, share_entry_row


@pytest.fixture
def entered(any_plan, office) -> ChangeRow:
    values = {"buyer": "Trondheim", "shares": 100}
    with writing(None, by=office, what="shares.issued", values=values) as write:
        db.session.add(share_entry_row())
    assert write.change is not None
    return write.change


def first() -> ShareEntryRow:
    return db.session.get_one(ShareEntryRow, 1)


def test_an_entry_is_never_changed(entered, office):
    with (
        pytest.raises(TypeError, match="only added to"),
        writing(None, by=office, what="test"),
    ):
        first().ranges = [[1, 90]]
    assert first().ranges == [[1, 100]]


def test_an_entry_is_never_taken_away(entered, office):
    with (
        pytest.raises(TypeError, match="only added to"),
        writing(None, by=office, what="test"),
    ):
        db.session.delete(first())
    with pytest.raises(UndoRefused, match="kept"):
        undo(entered, by=office)
    assert first().ranges == [[1, 100]]


def test_the_register_is_read_as_it_was_entered(entered):
    (entry,) = share_register().ledger
    assert (entry.number, entry.buyer, entry.seller) == (1, FOUNDER, "")
    assert [(it.first, it.last) for it in entry.ranges] == [(1, 100)]
    rules = read_register().rules
    assert set(rules.owners) == {FOUNDER, TRUST, COMPANY}
    assert [it.key for it in rules.owners.values() if it.is_founder] == [FOUNDER]
    assert not rules.annex
