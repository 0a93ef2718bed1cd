"""When a wave is to go live, as typed, and what is wrong with it.

A form is given the facts that it checks against; what it refuses keeps what was
typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import IntegerField, SelectField, SubmitField
from wtforms.validators import InputRequired, ValidationError

from app.form_fields import DayField, SeenField
from app.waves.board_field import BoardField
from app.waves.rules import (
    refuse_dating,
    refuse_day,
    refuse_shift,
    refuse_window,
)
from planning.calendars import to_date, to_day
from planning.durations import Duration, Unit
from planning.snapshot import Wave

LATER, EARLIER = "later", "earlier"
LONGEST = 600


class AmountField(IntegerField):
    """A whole number from one, and not more than anybody plans ahead."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        self.data = int(typed) if typed.isascii() and typed.isdigit() else None
        if self.data is None or not 1 <= self.data <= LONGEST:
            self.data = None
            raise ValueError(
                _("Give a whole number from 1 to %(longest)s.", longest=LONGEST)
            )


class DayForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """The day on which a wave goes live."""

    day = DayField(_l("Day of go-live"), validators=[InputRequired(_l("Give a day."))])
    seen = SeenField()
    tries = SubmitField(name="try")

    def __init__(self, status_date: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._status_date = status_date

    @property
    def chosen(self) -> date:
        """The day of a form that holds."""
        return self.day.data or date.min

    @property
    def is_possible(self) -> bool:
        """Whether the day that stands in it can be planned."""
        try:
            check_day(self.day, self._status_date)
        except ValidationError:
            return False
        return True

    def validate_day(self, field: DayField) -> None:
        """A day that can be planned."""
        check_day(field, self._status_date)


class ClearForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """That a wave follows its window again."""

    seen = SeenField()
    tries = SubmitField(name="try")


class WindowForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """The first and the last day on which a wave may go live."""

    first = DayField(_l("First day"), validators=[InputRequired(_l("Give a day."))])
    last = DayField(_l("Last day"), validators=[InputRequired(_l("Give a day."))])
    seen = SeenField()
    tries = SubmitField(name="try")

    def __init__(self, status_date: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._status_date = status_date

    @property
    def chosen(self) -> tuple[date, date]:
        """Both days of a form that holds."""
        return self.first.data or date.min, self.last.data or date.min

    def validate_first(self, field: DayField) -> None:
        """A day that can be planned."""
        check_day(field, self._status_date)

    def validate_last(self, field: DayField) -> None:
        """A day that can be planned, and makes a window with the first."""
        check_day(field, self._status_date)
        if self.first.data and field.data:
            refusal = refuse_window(self.first.data, field.data)
            if refusal:
                raise ValidationError(refusal)


class ShiftForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """How far to move a wave, or all that are planned."""

    amount = AmountField(
        _l("How far"), validators=[InputRequired(_l("Give a whole number."))]
    )
    unit = SelectField(_l("Unit"), default=Unit.MONTHS.value)
    direction = SelectField(_l("Direction"), default=LATER)
    seen = SeenField()
    board = BoardField()
    tries = SubmitField(name="try")

    def __init__(self, moving: Sequence[Wave], status_date: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._moving = moving
        self._status_date = status_date
        self.unit.choices = [
            (Unit.MONTHS.value, _("months")),
            (Unit.WEEKS.value, _("weeks")),
            (Unit.DAYS.value, _("days")),
        ]
        self.direction.choices = [(LATER, _("later")), (EARLIER, _("earlier"))]

    @property
    def by(self) -> Duration:
        """How far, with a minus for earlier."""
        sign = -1 if self.direction.data == EARLIER else 1
        return Duration(sign * (self.amount.data or 0), Unit(self.unit.data))

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field, and then where it all would come to stand."""
        if not super().validate(extra_validators):
            return False
        refusal = self._refusal()
        if refusal:
            self.amount.errors = [refusal]
        return not refusal

    def _refusal(self) -> str:
        if not any(wave.reckoning for wave in self._moving):
            return _("There is no planned date to move.")
        refusals = (
            refuse_shift(wave, self.by, status_date=self._status_date)
            for wave in self._moving
        )
        return next(filter(None, refusals), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForms:
    """The forms that date one wave; at most one of them has been sent.

    `refusal` says why the wave can't be dated at all; `sent` names the form that was
    sent, if any was.
    """

    code: str
    refusal: str
    sent: str
    day: DayForm
    clear: ClearForm
    window: WindowForm
    shift: ShiftForm
    has_day: bool


def date_forms(
    wave: Wave, *, status_date: int, seen: int, sent: str | None = None
) -> DateForms:
    """The forms as they stand, or one of them (`day`, `clear` …) as it was sent."""

    def given(name: str, **data: Any) -> dict[str, Any]:
        # A form reads what was posted unless it is told that it was another one.
        other: dict[str, Any] = {} if name == sent else {"formdata": None}
        return {"data": {"seen": seen, **data}, **other}

    window = wave.window
    first = None if window is None else to_date(window.start)
    last = None if window is None else to_date(window.last)
    day = None if wave.set_day is None else to_date(wave.set_day)
    return DateForms(
        code=wave.code,
        refusal=refuse_dating(wave),
        sent=sent or "",
        day=DayForm(status_date, **given("day", day=day)),
        clear=ClearForm(**given("clear")),
        window=WindowForm(status_date, **given("window", first=first, last=last)),
        shift=ShiftForm([wave], status_date, **given("shift")),
        has_day=wave.set_day is not None,
    )


def check_day(field: DayField, status_date: int) -> None:
    """Refuse a day that can't be planned; what is no day has been refused."""
    if field.data is None:
        return
    refusal = refuse_day(to_day(field.data), status_date=status_date)
    if refusal:
        raise ValidationError(refusal)
