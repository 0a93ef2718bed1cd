"""What a user asks of the waves, as typed, and what is wrong with it.

A form is given the facts that it checks against; what it refuses keeps what was
typed. Codes are read in capital letters or small, aliases too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, ValidationError

from app.form_fields import DayField, SeenField, shortened
from app.go_live import wave_go_live
from app.store.names import Names
from app.store.sorting import sort_key
from app.waves.choice import LIVE, PLANNED
from app.waves.rules import (
    is_called,
    refuse_dating,
    refuse_day,
    refuse_joining,
    refuse_shift,
    refuse_window,
)
from planning.calendars import to_date, to_day
from planning.durations import Duration, Unit
from planning.evaluate import Evaluation
from planning.snapshot import Wave

Option = tuple[str, str]
WITHOUT = ""
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


class FilterForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """Which municipalities the board shows; anything may be asked for."""

    class Meta:
        csrf = False

    text = StringField(_l("Name or number"))
    region = SelectField(_l("Region"), validate_choice=False)
    trust = SelectField(_l("Hospital trust"), validate_choice=False)
    status = SelectField(_l("Status"), validate_choice=False)

    def __init__(
        self, *, regions: Iterable[Option], trusts: Iterable[Option], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        everything = ("", _("All"))
        self.region.choices = [everything, *regions]
        self.trust.choices = [everything, *trusts]
        self.status.choices = [
            everything,
            (LIVE, _("Live")),
            (PLANNED, _("Planned")),
        ]


def filter_form(
    evaluation: Evaluation, names: Names, given: MultiDict[str, str]
) -> FilterForm:
    """The filters of the board, as the address has them."""
    municipalities = evaluation.snapshot.municipalities
    regions = {it.region for it in municipalities if it.region is not None}
    trusts = {it.trust for it in municipalities if it.trust is not None}
    return FilterForm(
        regions=named(regions, names.region),
        trusts=named(trusts, names.trust),
        formdata=given,
    )


def named(keys: Iterable[str], name: Callable[[str], str]) -> list[Option]:
    """Choices by their names, in the order of the alphabet."""
    return sorted(
        ((key, name(key)) for key in keys), key=lambda choice: sort_key(choice[1])
    )


class MoveForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """The wave that a municipality is to be in, or none."""

    wave = SelectField(_l("Move to"), validate_choice=False)
    seen = SeenField()

    def __init__(self, waves: Sequence[Wave], refusal: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._waves = waves
        self._refusal = refusal
        self.wave.choices = [
            *((wave.code, dated_name(wave)) for wave in waves if not wave.is_live),
            (WITHOUT, _("Without a wave")),
        ]

    def validate_wave(self, field: SelectField) -> None:
        """Only a wave that is still planned, or none."""
        if self._refusal:
            raise ValidationError(self._refusal)
        typed = (field.data or "").strip().upper()
        chosen = next((it for it in self._waves if is_called(it, typed)), None)
        if typed and chosen is None:
            raise ValidationError(
                _(
                    "There is no wave called “%(typed)s”. Choose one of the list.",
                    typed=shortened(field.data),
                )
            )
        if chosen is not None and (refusal := refuse_joining(chosen)):
            raise ValidationError(refusal)
        field.data = chosen.code if chosen is not None else WITHOUT
        if field.data == field.object_data:
            raise ValidationError(self._is_there_already(field.data))

    def _is_there_already(self, code: str) -> str:
        if code == WITHOUT:
            return _("It is without a wave already. Choose a wave.")
        return _("It is in %(wave)s already. Choose another wave.", wave=code)


def dated_name(wave: Wave) -> str:
    """K14, oktober–november 2025."""
    return _("%(wave)s, %(date)s", wave=wave.code, date=wave_go_live(wave).shown)


class DayForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """The day on which a wave goes live."""

    day = DayField(_l("Day of go-live"), validators=[InputRequired(_l("Give a day."))])
    seen = SeenField()

    def __init__(self, status_date: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._status_date = status_date

    @property
    def chosen(self) -> date:
        """The day of a form that holds."""
        return self.day.data or date.min

    def validate_day(self, field: DayField) -> None:
        """A day that can be planned."""
        check_day(field, self._status_date)


class ClearForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """That a wave follows its window again."""

    seen = SeenField()


class WindowForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """The first and the last day on which a wave may go live."""

    first = DayField(_l("First day"), validators=[InputRequired(_l("Give a day."))])
    last = DayField(_l("Last day"), validators=[InputRequired(_l("Give a day."))])
    seen = SeenField()

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

    `refusal` says why the wave can't be dated at all.
    """

    code: str
    refusal: str
    is_sent: bool
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
        is_sent=sent is not None,
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
