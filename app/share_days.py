"""Days that are entered of shares: none that nobody means."""

from datetime import date

from flask_babel import gettext as _
from wtforms.validators import ValidationError

from app.filters import long_date

EARLIEST, LATEST = date(2015, 1, 1), date(2060, 12, 31)


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
