"""What a user reports of a step, and the day that is named for a limit."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from app.filters import long_date
from app.form_fields import DayField, SeenField, WholeNumberField, unit_choices
from planning.durations import Duration, Unit
from planning.snapshot import ReportState

# Further back than this before the status date is a slip of the keyboard.
YEARS_BACK = 20
LONGEST = 999
WRONG_AMOUNT = _l("Write a whole number from 0 to 999.")


class ReportForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """Done, started or not done; dates that do not belong to the state are ignored."""

    seen = SeenField()
    state = RadioField(
        _l("How far has it come?"),
        validators=[DataRequired(_l("Choose one of the answers."))],
    )
    start = DayField(_l("Started on"))
    finish = DayField(_l("Done on"))
    left = WholeNumberField(
        _l("How much is left"),
        validators=[
            Optional(),
            NumberRange(0, LONGEST, WRONG_AMOUNT),
        ],
    )
    unit = SelectField(_l("Unit"), default=Unit.WEEKS.value)

    def __init__(
        self,
        *,
        status_date: date,
        has_duration: bool,
        waits: bool = False,
        **kwargs: Any,
    ) -> None:
        """`waits` says that the step comes after a go-live not yet reported."""
        super().__init__(**kwargs)
        self._waits = waits
        self._status_date = status_date
        self.state.choices = state_choices(has_duration)
        self.unit.choices = unit_choices()

    @property
    def remaining(self) -> Duration | None:
        """What is left, if it was said."""
        if self.left.data is None:
            return None
        return Duration(self.left.data, Unit(self.unit.data))

    def validate_state(self, field: RadioField) -> None:
        if self._waits and field.data in {ReportState.DONE, ReportState.STARTED}:
            raise ValidationError(
                _(
                    "This comes after go-live, and the go-live is not reported. The"
                    " programme office reports that first."
                )
            )

    def validate_start(self, field: DayField) -> None:
        if self.state.data == ReportState.STARTED:
            self._check(field, _("Say on which day it started."))
        elif self.state.data == ReportState.DONE and field.data is not None:
            self._check(field, "")

    def validate_finish(self, field: DayField) -> None:
        if self.state.data != ReportState.DONE:
            return
        self._check(field, _("Say on which day it was done."))
        start, finish = self.start.data, field.data
        if start is not None and finish is not None and finish < start:
            raise ValidationError(
                _(
                    "It can’t be done before it started, on %(day)s.",
                    day=long_date(start),
                )
            )

    def _check(self, field: DayField, missing: str) -> None:
        """Refuse a day that did not come, or can’t be meant."""
        if field.process_errors:
            return
        if field.data is None:
            raise ValidationError(missing)
        if field.data > self._status_date:
            raise ValidationError(
                _(
                    "The day lies after the status date, %(day)s. Move the status"
                    " date first, or give an earlier day.",
                    day=long_date(self._status_date),
                )
            )
        if is_too_far_back(field.data, self._status_date):
            raise ValidationError(too_far_back())


class DeadlineForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """The last day that an agreement or a letter names for a limit."""

    seen = SeenField()
    day = DayField(_l("Last day"), validators=[InputRequired(_l("Give the last day."))])
    note = StringField(
        _l("Where it is agreed"),
        validators=[Length(max=500, message=_l("Write at most 500 characters."))],
    )

    def __init__(
        self, *, go_live: date | None, status_date: date, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self._go_live = go_live
        self._status_date = status_date

    def validate_day(self, field: DayField) -> None:
        if field.data is None:
            return
        if is_too_far_back(field.data, self._status_date):
            raise ValidationError(too_far_back())
        if self._go_live is not None and field.data > self._go_live:
            raise ValidationError(
                _(
                    "The limit would lie after go-live on %(day)s. Give an earlier"
                    " day.",
                    day=long_date(self._go_live),
                )
            )
        if is_too_far_back(self._status_date, field.data):
            raise ValidationError(
                _("The day lies too far ahead. See whether the year is right.")
            )


def is_too_far_back(day: date, from_day: date) -> bool:
    """Whether a day is so long ago that it can’t be meant."""
    return from_day - day > timedelta(days=366 * YEARS_BACK)


def too_far_back() -> str:
    """What is said of such a day."""
    return _("The day lies too far back. See whether the year is right.")


def state_choices(has_duration: bool) -> Sequence[tuple[str, str]]:
    """The answers; a milestone happens or does not, and never starts."""
    choices = [(ReportState.DONE.value, _("Done"))]
    if has_duration:
        choices.append((ReportState.STARTED.value, _("Started, not done")))
    choices.append((ReportState.NOT_DONE.value, _("Not done")))
    return choices
