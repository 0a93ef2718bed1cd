"""What a user says of bindings, closed periods and components, as typed.

What is refused keeps what was typed.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import (
    BooleanField,
    SelectField,
    SelectMultipleField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, ValidationError

from app.entered_forms import LONGEST_TEXT, TEXT_TOO_LONG, NamedForm, NotedForm
from app.form_fields import DayField, WholeNumberField, shortened
from app.preconditions.filling import (
    BindingEntry,
    ComponentEntry,
    Entry,
    PeriodEntry,
)
from app.preconditions.rules import (
    refuse_day,
    refuse_expected,
    refuse_members,
    refuse_periods,
    refuse_state,
)
from app.preconditions.words import (
    MonthDay,
    Option,
    binding_kind_choices,
    month_choices,
)
from app.typed_text import as_written
from planning.snapshot import Precision

GIVE_DAY = _l("Give the day as a number.")


class EntryForm(NamedForm, NotedForm):
    """What all three have: a name, a note, and the state that was looked at."""

    @property
    def entry(self) -> Entry:
        """What a form that holds says."""
        raise NotImplementedError


class MembersField(SelectMultipleField):
    """Municipalities, of those that there are."""

    def pre_validate(self, _form: FlaskForm) -> None:
        known = {value for value, *_rest in self.iter_choices()}
        unknown = sorted(set(self.data or ()) - known)
        if unknown:
            raise ValidationError(
                _(
                    "There is no municipality %(number)s. Choose from the list.",
                    number=shortened(unknown[0]),
                )
            )


class BindingForm(EntryForm):
    """Which municipalities want to go together, and why."""

    kind = SelectField(_l("Why they go together"))
    members = MembersField(_l("Municipalities"))

    def __init__(self, *, municipalities: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind.choices = binding_kind_choices()
        self.members.choices = list(municipalities)

    @property
    def entry(self) -> BindingEntry:
        return BindingEntry(
            names=self.names,
            kind=self.kind.data,
            members=frozenset(self.members.data or ()),
            note=self.noted,
        )

    def validate_members(self, field: SelectMultipleField) -> None:
        if refusal := refuse_members(len(set(field.data or ()))):
            raise ValidationError(refusal)


class PeriodForm(EntryForm):
    """Days of every year; `others` are the other closed periods."""

    first_day = WholeNumberField(_l("First day"), validators=[InputRequired(GIVE_DAY)])
    first_month = SelectField(_l("Month of the first day"))
    last_day = WholeNumberField(_l("Last day"), validators=[InputRequired(GIVE_DAY)])
    last_month = SelectField(_l("Month of the last day"))
    is_council_recess = BooleanField(_l("The councils don’t meet then either"))

    def __init__(
        self, *, others: Iterable[tuple[MonthDay, MonthDay]], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self._others = tuple(others)
        self.first_month.choices = self.last_month.choices = month_choices()

    @property
    def entry(self) -> PeriodEntry:
        return PeriodEntry(
            names=self.names,
            first=self.first,
            last=self.last,
            is_council_recess=bool(self.is_council_recess.data),
            note=self.noted,
        )

    @property
    def first(self) -> MonthDay:
        """Month and day of the first day."""
        return int(self.first_month.data), self.first_day.data or 0

    @property
    def last(self) -> MonthDay:
        """Month and day of the last day."""
        return int(self.last_month.data), self.last_day.data or 0

    def validate_first_day(self, field: WholeNumberField) -> None:
        self._refuse_day(field, self.first_month)

    def validate_last_day(self, field: WholeNumberField) -> None:
        self._refuse_day(field, self.last_month)

    def _refuse_day(self, field: WholeNumberField, month: SelectField) -> None:
        names = dict(month_choices())
        if field.data is None or month.data not in names:
            return
        refusal = refuse_day(int(month.data), field.data, names[month.data])
        if refusal:
            raise ValidationError(refusal)

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field, and then whether a year has a day left."""
        if not super().validate(extra_validators):
            return False
        refusal = refuse_periods((*self._others, (self.first, self.last)))
        if refusal:
            self.form_errors.append(refusal)
        return not refusal


class ComponentForm(EntryForm):
    """What is known of a national component.

    `before` is the entry as it stands: days that are kept stay as exact as they were.
    """

    about = TextAreaField(
        _l("What it is"), validators=[Length(max=LONGEST_TEXT, message=TEXT_TOO_LONG)]
    )
    needed_by = SelectField(_l("Needed by the step"))
    expected_first = DayField(_l("Expected, first possible day"))
    expected_last = DayField(_l("Expected, last possible day"))
    is_late = BooleanField(_l("Reported late"))
    is_delivered = BooleanField(_l("Delivered"))

    def __init__(
        self,
        *,
        steps: Iterable[Option],
        before: ComponentEntry | None,
        status_date: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._before = before
        self._status_date = status_date
        self.needed_by.choices = list(steps)

    @property
    def expected(self) -> tuple[date | None, date | None]:
        """The days it is expected between; one day alone is both."""
        first, last = self.expected_first.data, self.expected_last.data
        return first or last, last or first

    @property
    def entry(self) -> ComponentEntry:
        about_before = {} if self._before is None else self._before.texts
        return ComponentEntry(
            names=self.names,
            texts=as_written(about_before, self.about.data or ""),
            needed_by=self.needed_by.data,
            expected=self.expected,
            precision=self._precision(),
            is_late=bool(self.is_late.data),
            is_delivered=bool(self.is_delivered.data),
            note=self.noted,
        )

    def _precision(self) -> str:
        first, last = self.expected
        if self._before is not None and self._before.expected == (first, last):
            return self._before.precision
        if first is None:
            return ""
        return Precision.DAY if first == last else Precision.WINDOW

    def validate_expected_last(self, _field: DayField) -> None:
        first, last = self.expected
        if first is None or last is None:
            return
        if refusal := refuse_expected(first, last, self._status_date):
            raise ValidationError(refusal)

    def validate_is_delivered(self, field: BooleanField) -> None:
        refusal = refuse_state(
            is_late=bool(self.is_late.data),
            is_delivered=bool(field.data),
            first=self.expected[0],
            status_date=self._status_date,
        )
        if refusal:
            raise ValidationError(refusal)
