"""What is told of a decision that freezes the plan: who, which case, when, and why."""

from datetime import date, datetime
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import to_user_timezone
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.filters import long_date
from app.form_fields import DayField, SeenField, shortened
from app.store.baselines import Details, find_named

LONGEST_NAME, LONGEST_BODY, LONGEST_WHY = 80, 200, 1000
# Older than any plan that is dated here: what is before it is mistyped.
FIRST_DAY = date(2010, 1, 1)
TOO_LONG_WHY = _l("Write at most 1000 characters.")


def one_line(text: str | None) -> str:
    """What was typed, on one line and without blanks around it."""
    return " ".join((text or "").split())


def trimmed(text: str | None) -> str:
    """What was typed, without blanks around it."""
    return (text or "").replace("\r\n", "\n").strip()


class DecisionForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """The name of a baseline and the decision behind it, and the state looked at."""

    seen = SeenField()
    name = StringField(
        _l("Name of the baseline"),
        filters=[one_line],
        validators=[
            DataRequired(_l("Give the baseline a name.")),
            Length(max=LONGEST_NAME, message=_l("Write at most 80 characters.")),
        ],
    )
    decided_by = StringField(
        _l("Decided by"),
        filters=[one_line],
        validators=[
            DataRequired(_l("Say which body or role decided it.")),
            Length(max=LONGEST_BODY, message=_l("Write at most 200 characters.")),
        ],
    )
    case_number = StringField(
        _l("Case number"),
        filters=[one_line],
        validators=[
            DataRequired(_l("Give the number of the case.")),
            Length(max=LONGEST_NAME, message=_l("Write at most 80 characters.")),
        ],
    )
    decided_on = DayField(
        _l("Decided on"),
        validators=[InputRequired(_l("Give the day of the decision."))],
    )
    why = TextAreaField(
        _l("Why"),
        filters=[trimmed],
        validators=[
            DataRequired(_l("Say why in a sentence or two.")),
            Length(max=LONGEST_WHY, message=TOO_LONG_WHY),
        ],
    )

    def validate_name(self, field: StringField) -> None:
        name = field.data or ""
        if find_named(name) is not None:
            raise ValidationError(
                _(
                    "There is a baseline called “%(name)s” already. Give this one "
                    "another name.",
                    name=shortened(name),
                )
            )

    def validate_decided_on(self, field: DayField) -> None:
        wrong = "" if field.data is None else day_refusal(field.data)
        if wrong:
            raise ValidationError(wrong)

    def details(self, **given: Any) -> Details:
        """What a form that holds says."""
        return Details(
            name=self.name.data or "",
            why=self.why.data or "",
            decided_by=self.decided_by.data or "",
            case_number=self.case_number.data or "",
            decided_on=self.decided_on.data or today(),
            **given,
        )


def day_refusal(day: date) -> str:
    """Why nothing can have been decided on a day, in a sentence; empty where it can."""
    if day > today():
        return _("A decision can’t have been made after today.")
    if day < FIRST_DAY:
        return _(
            "A decision can’t be from before %(day)s. Look at the year.",
            day=long_date(FIRST_DAY),
        )
    return ""


def today() -> date:
    """The day by the clock on the wall."""
    now: datetime = current_app.config["BOLGEPLAN_CLOCK"]()
    return to_user_timezone(now).date()
