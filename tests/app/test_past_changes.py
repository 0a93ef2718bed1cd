"""Lists of changes leave out what is long, and read each change once."""

from flask_babel import force_locale
from sqlalchemy import event, select

from app.extensions import db
from app.past_changes import list_past_changes, writer_name
from app.store.tables import ChangeRow
from app.store.writing import writing
from tests.builders import report_row


def all_ids():
    return select(ChangeRow.id).order_by(ChangeRow.id.desc())


def report(plan, office, activity="planning-phase"):
    values = {"municipality": "1516", "activity": activity, "state": "not-done"}
    with writing(plan, by=office, what="municipalities.reported", values=values):
        db.session.add(report_row(activity, "not-done"))


def test_a_change_keeps_everything_but_its_long_lists(plan, office):
    report(plan, office)
    (change,) = list_past_changes(all_ids())
    row = db.session.scalars(select(ChangeRow)).one()
    assert change.what == "municipalities.reported"
    assert (change.at, change.by_name, change.values) == (
        row.at,
        row.by_name,
        row.values,
    )
    long = {"moved", "conflicts_stay", "money", "limits"}
    rest = {k: v for k, v in row.moved.items() if k not in long}
    assert {k: v for k, v in change.moved.items() if k not in long} == rest
    assert change.moved["conflicts_new"] == row.moved["conflicts_new"]
    assert "moved" not in change.moved


def test_a_change_keeps_how_many_stayed_and_the_money_in_all(plan, office):
    report(plan, office)
    row = db.session.scalars(select(ChangeRow)).one()
    in_all = {"municipalities": 1, "first": 2022, "last": 2037, "lines": {}}
    row.moved = {
        "conflicts_stay": [{}, {}],
        "money": {"municipalities": [{"municipality": "5054"}], "in_all": in_all},
    }
    db.session.commit()
    (change,) = list_past_changes(all_ids())
    assert change.moved == {
        "conflicts_stay": 2,
        "money": {"municipalities": [], "in_all": in_all},
    }


def test_a_change_keeps_the_limits_that_moved(plan, office):
    report(plan, office)
    row = db.session.scalars(select(ChangeRow)).one()
    days = {"before": ["2024-01-01"] * 2, "after": None}
    row.moved = {
        "moved": [
            {"id": "1516.option-limit", "kind": "limit", **days},
            {"id": "1516.training", "kind": "work", **days},
        ]
    }
    db.session.commit()
    (change,) = list_past_changes(all_ids())
    limits = {"1516.option-limit": (days["before"], None)}
    assert change.moved == {"limits": limits}


def test_what_an_older_change_counts_is_kept(plan, office):
    report(plan, office)
    row = db.session.scalars(select(ChangeRow)).one()
    row.moved = {"conflicts_stay": 3}
    db.session.commit()
    (change,) = list_past_changes(all_ids())
    assert change.moved == {"conflicts_stay": 3}


def test_changes_come_in_the_order_that_was_asked_for(plan, office):
    report(plan, office)
    report(plan, office, "training")
    assert [it.id for it in list_past_changes(all_ids())] == [2, 1]
    assert list_past_changes(all_ids().where(ChangeRow.id > 99)) == []


def test_a_role_of_the_demonstration_is_named_in_the_readers_language(app):
    with app.test_request_context(), force_locale("en_GB"):
        assert writer_name("demonstration.council", "Kommunestyre (demonstrasjon)") == (
            "Municipal council (demonstration)"
        )
        assert writer_name("demonstration.mayor", "Ordføreren") == "Ordføreren"
        assert writer_name("office", "Programkontoret") == "Programkontoret"


def test_a_document_is_read_once(plan, office):
    report(plan, office)
    list_past_changes(all_ids())
    seen = []
    event.listen(
        db.engine, "before_cursor_execute", lambda *given: seen.append(given[2])
    )
    list_past_changes(all_ids())
    assert seen
    assert not [sql for sql in seen if "moved" in sql]


def test_the_command_line_is_named_in_the_readers_language(app):
    with app.test_request_context(), force_locale("en_GB"):
        told = writer_name("command-line", "Kommandolinje (ola)")
        assert told == "Command line (ola)"
        assert writer_name("command-line", "Kommandolinje") == "Command line"
