"""Values at rest and in the history."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from app.extensions import db
from app.store.rows import plain, read_row, rich_value, row_key, table_named
from app.store.tables import ChangeRow, ListItemRow, MoneyFigureRow
from tests.builders import wave_row


def figure(amount: object) -> MoneyFigureRow:
    return MoneyFigureRow(
        key="X", entity_kind="state", entity="x", kind="x", amount=amount
    )


def test_sums_are_exact(any_plan):
    db.session.add(figure(Decimal("1234567.89")))
    db.session.flush()
    db.session.expire_all()
    assert db.session.get(MoneyFigureRow, "X").amount == Decimal("1234567.89")
    kept = db.session.scalar(text("SELECT amount FROM money_figure WHERE key = 'X'"))
    assert kept == 123_456_789


def test_a_part_of_the_smallest_coin_is_refused(plan):
    db.session.add(figure(Decimal("0.001")))
    with pytest.raises(StatementError, match="hundredths"):
        db.session.flush()


def change(at: datetime) -> ChangeRow:
    return ChangeRow(revision=9, at=at, by="x", by_name="x", what="x")


def test_an_instant_is_the_same_everywhere(any_plan):
    summer = timezone(timedelta(hours=2))
    db.session.add(change(datetime(2023, 7, 1, 0, 30, tzinfo=summer)))
    db.session.flush()
    db.session.expire_all()
    at = db.session.scalars(select(ChangeRow.at)).one()
    assert at == datetime(2023, 6, 30, 22, 30, tzinfo=UTC)
    assert at.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(plan):
    db.session.add(change(datetime(2023, 7, 1, 0, 30)))  # noqa: DTZ001 - the point
    with pytest.raises(StatementError, match="time zone"):
        db.session.flush()


def test_a_row_is_known_by_all_parts_of_its_key(plan):
    row = db.session.scalars(select(ListItemRow)).first()
    key = row_key(row)
    assert key == f"{row.kind}.{row.key}"
    assert read_row(table_named("list_item"), key)["names"] == row.names
    assert read_row(table_named("list_item"), "risk.nothing") is None


def test_a_row_that_is_not_written_has_no_key(plan):
    with pytest.raises(ValueError, match="no key"):
        row_key(wave_row(plan.id))


def test_values_go_to_json_and_back():
    money = table_named("money_figure").c
    at = datetime(2023, 7, 1, tzinfo=UTC)
    values = {"amount": Decimal("5.5"), "day": date(2023, 7, 1), "at": at, "n": None}
    written = plain(values)
    assert written == {
        "amount": "5.5",
        "day": "2023-07-01",
        "at": "2023-07-01T00:00:00+00:00",
        "n": None,
    }
    assert rich_value(money.amount, written["amount"]) == Decimal("5.5")
    assert rich_value(table_named("deadline").c.day, "2023-07-01") == values["day"]
    assert rich_value(table_named("change").c.at, written["at"]) == at
    assert rich_value(money.amount, None) is None
    assert rich_value(money.key, "E01") == "E01"
