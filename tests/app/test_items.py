"""What a change touched is told in words, whichever table and field it was."""

from datetime import UTC, datetime

import pytest
from flask_babel import force_locale
from sqlalchemy import select

from app.extensions import db
from app.item_fields import FIELDS, FieldTexts, join_days
from app.item_values import value_text
from app.items import SUBJECTS, item_lines
from app.store.capture import AUDITED
from app.store.errors import ItemChange
from app.store.names import names_for
from app.store.tables import (
    ChangeItemRow,
    ChangeRow,
    PlacementRow,
    ReportRow,
    SharedCostRow,
    WaveRow,
)
from app.store.writing import writing
from tests.agreement_rows import annex_row, stored_file_row
from tests.builders import (
    accepted_conflict_row,
    council_rows,
    deadline_row,
    employee_count_row,
    meeting_row,
    meeting_rule_row,
    own_figure_row,
    proposal_answer_row,
    proposal_row,
    report_row,
    supply_row,
    threshold_row,
)
from tests.share_rows import share_rows

# What names a row and is never changed by anybody.
KEYS = {"activity", "id", "key", "municipality", "number", "plan_id", "revision"}
KEYS |= {"proposal_id", "search_key", "sort_key"}
ROLLOUT = "When the platform arrives: waves and dates, Helseplattformen AS"
POPULATION = "Population by municipality and age, table 07459, Statistics Norway"
TABLES = sorted(model.__tablename__ for model in AUDITED)


@pytest.fixture
def names(plan):
    with force_locale("en_GB"):
        yield names_for(plan, "en")


def test_every_audited_table_has_words_for_its_rows():
    assert set(TABLES) == set(SUBJECTS) == set(FIELDS)


@pytest.mark.parametrize("table", TABLES)
def test_every_field_of_an_audited_table_has_a_name(app, table):
    with app.test_request_context():
        texts = FieldTexts()
        columns = db.metadatas[None].tables[table].columns.keys()
        nameless = [
            name
            for name in columns
            if name not in KEYS and texts.of(table, name) == name
        ]
    # Names that are the same in English.
    same = {"confidence", "county", "duration", "kind", "latitude", "longitude"}
    same |= {"name", "note", "outcome", "precision", "region", "series", "source"}
    same |= {"track", "code", "concerns", "reason", "value"}
    same |= {"party", "title", "version"}
    same |= {"activity", "amendments", "conditions", "motion", "result", "text", "year"}
    assert set(nameless) <= same


def add_annex():
    file = stored_file_row()
    db.session.add(file)
    db.session.flush()
    db.session.add(annex_row(file))


def add_proposal():
    change = ChangeRow(
        revision=100, at=datetime.now(UTC), by="office", by_name="Office", what="moved"
    )
    db.session.add(change)
    db.session.flush()
    proposal = proposal_row(change.id)
    db.session.add(proposal)
    db.session.flush()
    db.session.add(proposal_answer_row(proposal.id))
    db.session.flush()


@pytest.mark.parametrize("table", TABLES)
def test_a_row_of_every_table_is_told_by_a_name(plan, names, table):
    model = next(model for model in AUDITED if model.__tablename__ == table)
    # What the fixtures have none of.
    db.session.add(deadline_row(plan.id))
    db.session.add(own_figure_row())
    db.session.add_all([supply_row(), employee_count_row()])
    db.session.add_all([meeting_row(), meeting_rule_row()])
    db.session.add(accepted_conflict_row(plan.id))
    db.session.add(threshold_row())
    db.session.add(SharedCostRow(year=2025, amount=1000))
    add_annex()
    db.session.add_all(share_rows())
    db.session.add_all(council_rows())
    add_proposal()
    first = db.session.scalars(select(model)).first()
    key = str(db.inspect(first).identity[0])
    item = ItemChange(table=table, row_key=key, field="note", before="", after="New")
    (line,) = item_lines([item], names)
    assert line.subject
    assert line.subject != key
    assert (line.field, line.before, line.after) == ("note", "", "New")


def test_a_wave_is_told_by_its_code_and_not_its_number(names):
    wave = db.session.scalar(select(WaveRow).where(WaveRow.code == "K14"))
    placement = db.session.scalar(
        select(PlacementRow).where(PlacementRow.municipality == "1516")
    )
    item = ItemChange(
        table="placement",
        row_key=str(placement.id),
        field="wave_id",
        before=99999,
        after=wave.id,
    )
    (line,) = item_lines([item], names)
    assert (line.subject, line.before, line.after) == (
        "Ulstein",
        "a wave that is gone",
        "K14",
    )


@pytest.mark.parametrize(
    ("table", "field", "value", "text"),
    [
        ("template_link", "predecessor", "training", "Training"),
        ("template_link", "successor", "go-live", "Go-live"),
        (
            "wave",
            "source",
            "helseplattformen-rollout ssb-07459",
            f"{ROLLOUT}; {POPULATION}",
        ),
        ("wave", "source", "nobody-knows", "nobody-knows"),
        ("wave", "source", "", ""),
        ("wave", "reference", "line 267", "line 267"),
        ("wave", "reference", "lines 1-2 and 4 ; line 7", "lines 1–2, 4; line 7"),
        ("milestone", "after", "pre-project", "Pre-project of the programme"),
        ("component", "needed_by", "training", "Training"),
        ("binding_member", "binding_id", 1, "Joint introduction in Namdal"),
        ("binding_member", "binding_id", 99, "a binding that is gone"),
    ],
)
def test_keys_are_told_by_what_they_stand_for(names, table, field, value, text):
    row = db.session.execute(select(db.metadatas[None].tables[table].c.id)).first()
    key = str(row[0])
    item = ItemChange(table=table, row_key=key, field=field, before=value, after=None)
    (line,) = item_lines([item], names)
    assert (line.before, line.after) == (text, "")


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [("loan_rate", "0.045", "4.5%"), ("loan_term_years", "20", "20 years")],
)
def test_an_assumption_is_told_as_what_it_is(names, key, value, text):
    item = ItemChange(
        table="assumption", row_key=key, field="value", before=value, after=None
    )
    (line,) = item_lines([item], names)
    assert (line.before, line.after) == (text, "")


def test_a_source_is_told_in_the_language_of_the_reader(plan):
    key = str(db.session.scalar(select(WaveRow.id)))
    items = [
        ItemChange(table="wave", row_key=key, field=field, before=value, after="")
        for field, value in (
            ("source", "slides-programme-status-2023"),
            ("reference", "line 267"),
            ("confidence", "derived"),
        )
    ]
    with force_locale("nb_NO"):
        source, place, confidence = item_lines(items, names_for(plan, "nb"))
    assert source.before.startswith("Lysbilder om programstatus")
    assert place.before == "linje 267"
    assert confidence.before == "utledet"


def test_what_is_gone_is_told_as_the_history_last_saw_it(plan, office, names):
    with writing(plan, by=office, what="municipalities.reported"):
        db.session.add(report_row("training", "not-done"))
    with writing(plan, by=office, what="municipalities.report-withdrawn"):
        row = db.session.scalar(
            select(ReportRow).where(ReportRow.activity == "training")
        )
        db.session.delete(row)
    items = db.session.scalars(select(ChangeItemRow)).all()
    lines = [line for item in items for line in item_lines([item], names)]
    assert [line.subject for line in lines] == ["Ulstein: Training"] * 2
    assert [(line.before, line.after) for line in lines] == [
        ("", "not done"),
        ("not done", ""),
    ]


def test_what_nobody_remembers_is_gone(names):
    item = ItemChange(table="wave", row_key="999", field="code", before="A", after="B")
    assert item_lines([item], names)[0].subject == "Gone"


def test_first_and_last_day_are_one_date(app):
    with app.test_request_context(), force_locale("en_GB"):
        joined = join_days(
            {
                "window_first": ("2025-04-01", "2025-05-10"),
                "window_last": ("2025-05-31", "2025-05-10"),
                "precision": ("window", "day"),
            }
        )
    assert list(joined) == ["window"]
    assert joined["window"][1] == "10 May 2025"
    assert joined["window"][0].startswith("April")


def test_month_and_day_are_one_day_of_every_year(app):
    changed = {
        "first_month": (None, 12),
        "first_day": (None, 20),
        "last_month": (2, 1),
        "last_day": (29, 6),
    }
    with app.test_request_context(), force_locale("en_GB"):
        assert join_days(changed) == {
            "first": ("", "20 December"),
            "last": ("29 February", "6 January"),
        }
        assert join_days({"last_day": (6, 7)}) == {"last_day": (6, 7)}


def test_one_end_alone_stays_as_it_is():
    change = {"window_last": ("2025-05-31", "2025-06-30")}
    assert join_days(change) == change
    assert join_days({"precision": ("day", "month")}) == {"precision": ("day", "month")}


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("day", "2024-02-15", "15 February 2024"),
        ("duration", "7mo", "7 months"),
        ("remaining", "10wd", "10 working days"),
        ("holds_option", True, "yes"),
        ("is_done", False, "no"),
        ("names", {"nb": "Opplæring", "en": "Training"}, "Training"),
        ("provenance", {"trust": {"source": "x"}}, "noted"),
        ("placing", "alap", "as late as possible"),
        ("kind", "FS", "finish to start"),
        ("phase", "after", "after go-live"),
        ("state", "not-done", "not done"),
        ("confidence", "entered", "entered"),
        ("precision", "half_year", "half-year"),
        ("outcome", "waits", "Waits"),
        ("population", 8797, "8797"),
        ("note", None, ""),
        ("note", "", ""),
        ("kind", "new-kind", "new-kind"),
        ("kind", "shared-it-company", "shared IT company"),
        ("kind", "annual-gain", "Yearly gain"),
        ("amount", "18500000", "NOK 18,500,000"),
        ("amount", "0.50", "NOK 0.50"),
        ("debt_service", "included", "interest and instalments included"),
        ("first_month", 7, "July"),
        ("first_day", 31, "31"),
        ("numbers", "warning;12", "noted"),
        ("decided_day", "2025-04-01", "1 April 2025"),
    ],
)
def test_values_are_told_as_people_read_them(app, field, value, text):
    with app.test_request_context(), force_locale("en_GB"):
        assert value_text(field, value) == text
