"""Days, whole numbers and revisions as people and browsers type them."""

from datetime import date

import pytest
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict
from wtforms import Form

from app.form_fields import (
    DayField,
    FormTooOldError,
    SeenField,
    WholeNumberField,
    read_day,
    unit_choices,
)


class AnyForm(Form):
    """One field of each kind."""

    day = DayField("Day")
    number = WholeNumberField("Number")
    seen = SeenField()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024-04-01", date(2024, 4, 1)),
        ("1.4.2024", date(2024, 4, 1)),
        ("01.04.2024", date(2024, 4, 1)),
        ("1. 4. 2024", date(2024, 4, 1)),
        ("1/4/2024", date(2024, 4, 1)),
        ("31.4.2024", None),
        ("29.2.2023", None),
        ("1.4.24", None),
        ("april", None),
        ("2024-13-01", None),
        ("0000-01-01", None),
    ],
)
def test_a_day_is_read_as_it_is_written(typed, day):
    assert read_day(typed) == day


def test_what_is_no_day_stays_and_is_told(app):
    with app.test_request_context(), force_locale("en_GB"):
        form = AnyForm(MultiDict({"day": "31.4.2024"}))
        assert not form.validate()
        assert form.day.errors == ["“31.4.2024” is no day. Write it as 1.4.2024."]
        assert 'value="31.4.2024"' in form.day()


def test_nothing_typed_is_nothing(app):
    with app.test_request_context():
        form = AnyForm(MultiDict({"day": " ", "number": ""}))
        assert form.validate()
        assert (form.day.data, form.number.data) == (None, None)


@pytest.mark.parametrize(
    ("typed", "number"), [("8", 8), (" 12 ", 12), ("-3", -3), ("007", 7)]
)
def test_a_whole_number_is_read(app, typed, number):
    with app.test_request_context():
        assert AnyForm(MultiDict({"number": typed})).number.data == number


@pytest.mark.parametrize("typed", ["1.5", "1e3", "--1", "-", "ten", "-" + "1" * 20])
def test_what_is_no_whole_number_is_told(app, typed):
    with app.test_request_context(), force_locale("en_GB"):
        form = AnyForm(MultiDict({"number": typed}))
        assert not form.validate()
        assert form.number.errors == [f"“{typed}” is no whole number."]


def test_a_number_that_is_too_large_is_told_with_the_largest(app):
    with app.test_request_context(), force_locale("en_GB"):
        form = AnyForm(MultiDict({"number": "9" * 20}))
        assert not form.validate()
        told = "That number is too large: give at most 999999999."
        assert form.number.errors == [told]


@pytest.mark.parametrize(("typed", "revision"), [("1", 1), ("0", 0)])
def test_a_revision_is_one_that_there_has_been(app, typed, revision):
    with app.test_request_context():
        assert AnyForm(MultiDict({"seen": typed})).seen.revision == revision


@pytest.mark.parametrize("typed", ["", "-1", "x", "2", "9" * 30, "٣"])
def test_any_other_revision_is_refused(app, typed):
    with app.test_request_context(), pytest.raises(FormTooOldError):
        _ = AnyForm(MultiDict({"seen": typed})).seen.revision


def test_what_is_told_of_a_long_text_is_short(app):
    with app.test_request_context(), force_locale("en_GB"):
        form = AnyForm(MultiDict({"day": "x" * 20_000}))
        assert not form.validate()
        assert form.day.errors == [f"“{'x' * 100}…” is no day. Write it as 1.4.2024."]


def test_every_unit_of_a_duration_can_be_chosen(app):
    with app.test_request_context():
        assert [value for value, _label in unit_choices()] == ["d", "wd", "w", "mo"]
