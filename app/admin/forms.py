"""The status date, and the price year."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from app.filters import long_date
from app.form_fields import DayField, SeenField, WholeNumberField

FIRST_PRICE_YEAR, LAST_PRICE_YEAR = 2000, 2100
WRONG_YEAR = _l("Write a year from 2000 to 2100, or leave it empty.")


class StatusDateForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """The day that the plan is seen from.

    `recorded` is the last thing that is said to have happened, and its day.
    """

    seen = SeenField()
    day = DayField(_l("Status date"), validators=[InputRequired(_l("Give a day."))])

    def __init__(
        self, *, today: date, recorded: tuple[str, date] | None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self._today = today
        self._recorded = recorded

    def validate_day(self, field: DayField) -> None:
        if field.data is None:
            return
        if field.data > self._today:
            raise ValidationError(
                _(
                    "The day has not come yet: today is %(day)s. What is known can’t be"
                    " of a later day.",
                    day=long_date(self._today),
                )
            )
        if self._recorded is not None and field.data < self._recorded[1]:
            what, day = self._recorded
            raise ValidationError(
                _(
                    "“%(what)s” is recorded on %(day)s. The status date can’t lie"
                    " before that: give that day or a later one.",
                    what=what,
                    day=long_date(day),
                )
            )


class PriceYearForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """The year whose prices the sums are in; empty where it is not known."""

    seen = SeenField()
    year = WholeNumberField(
        _l("Price year"),
        validators=[
            Optional(),
            NumberRange(FIRST_PRICE_YEAR, LAST_PRICE_YEAR, WRONG_YEAR),
        ],
    )
