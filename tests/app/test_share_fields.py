"""What every form on shares asks of its days and numbers."""

import pytest
from flask import Flask
from flask_babel import force_locale
from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.validators import ValidationError

from app.share_days import ShareDayField
from app.share_numbers import read_ranges, refuse_other_number


class DayForm(Form):
    day = ShareDayField("Day")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", []),
        ("2015-01-01", []),
        ("31.12.2060", []),
        ("2014-12-31", ["See whether the year is right"]),
        ("0204-02-15", ["See whether the year is right"]),
        ("31.2.2024", ["is no day"]),
    ],
)
def test_a_day_that_nobody_means_is_refused(
    app: Flask, typed: str, told: list[str]
) -> None:
    with app.test_request_context(), force_locale("en_GB"):
        form = DayForm(MultiDict({"day": typed}))
        assert form.validate() is not bool(told)
        errors = [str(it) for it in form.day.errors]
    assert len(errors) == len(told)
    assert all(part in error for part, error in zip(told, errors, strict=True))


def test_numbers_are_as_many_as_is_said(app: Flask) -> None:
    with app.test_request_context(), force_locale("en_GB"):
        ranges = read_ranges("1–10, 21")
        for wanted in (None, 11):
            refuse_other_number(wanted, ranges)
        refuse_other_number(5, ())
        with pytest.raises(ValidationError, match="These are 11 shares"):
            refuse_other_number(10, ranges)
