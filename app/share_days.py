"""Days that are entered of shares: none that nobody means."""

from datetime import date

from flask_babel import gettext as _
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from app.filters import long_date
from app.form_fields import DayField

EARLIEST, LATEST = date(2015, 1, 1), date(2060, 12, 31)


class ShareDayField(DayField):
    """A day that something of shares is told of."""

    def post_validate(self, form: BaseForm, validation_stopped: bool) -> None:
        if not validation_stopped:
            refuse_far(self.data)


def refuse_far(day: date | None) -> None:
    """Refuse a day that is a slip of the keyboard.

    Raises:
        ValidationError: with the days that can be.
    """
    if day is not None and not EARLIEST <= day <= LATEST:
        raise ValidationError(
            _(
                "Give days from %(first)s to %(last)s. See whether the year is right.",
                first=long_date(EARLIEST),
                last=long_date(LATEST),
            )
        )
