"""What a user says of capacity, as typed; what is refused keeps what was typed."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField
from wtforms.validators import InputRequired, ValidationError

from app.capacity.filling import (
    DemandEntry,
    EmployeesEntry,
    Entry,
    ResourceEntry,
    SupplyEntry,
)
from app.capacity.quantities import QuantityField
from app.capacity_words import bound_texts, per_texts, unit_texts
from app.entered_forms import NamedForm, NotedForm, SeenForm
from app.form_fields import DayField, WholeNumberField, unit_choices
from planning.capacity_facts import Bound
from planning.durations import Duration, Unit

MOST_EMPLOYEES = 50_000
LONGEST_SPAN = 120
EARLIEST, LATEST = date(2015, 1, 1), date(2060, 12, 31)
GIVE_AMOUNT = _l("Say how much; 0 for nothing.")
Option = tuple[str, str]


class EntryForm(SeenForm):
    """The state that was looked at; every form has it."""

    @property
    def entry(self) -> Entry:
        """What a form that holds says."""
        raise NotImplementedError


class NumberForm(NotedForm, EntryForm):
    """What is said of a number: whether it is assumed, and where it is from."""

    is_assumed = BooleanField(_l("It is an assumption"))


class ResourceForm(NamedForm, EntryForm):
    """Something that waves ask for."""

    unit = SelectField(_l("Counted in"))
    can_fail = BooleanField(_l("Too little of it is an error"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.unit.choices = list(unit_texts().items())

    @property
    def entry(self) -> ResourceEntry:
        return ResourceEntry(
            names=self.names, unit=self.unit.data, can_fail=bool(self.can_fail.data)
        )


class DemandForm(NumberForm):
    """How much every municipality asks for, and when."""

    resource_id = SelectField(_l("Resource"))
    quantity = QuantityField(_l("How much"), validators=[InputRequired(GIVE_AMOUNT)])
    per = SelectField(_l("By what"))
    bound = SelectField(_l("Asked for"))
    step = SelectField(_l("Which step"))
    length = WholeNumberField(_l("How long"))
    length_unit = SelectField(_l("Unit"))

    def __init__(
        self, *, resources: Iterable[Option], steps: Iterable[Option], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.resource_id.choices = list(resources)
        self.per.choices = list(per_texts().items())
        self.bound.choices = list(bound_texts().items())
        self.step.choices = list(steps)
        self.length_unit.choices = unit_choices()

    @property
    def entry(self) -> DemandEntry:
        is_step = self.bound.data == Bound.STEP
        span = Duration(self.length.data or 0, Unit(self.length_unit.data))
        return DemandEntry(
            resource_id=int(self.resource_id.data),
            quantity=self.quantity.data or Decimal(0),
            per=self.per.data,
            bound=self.bound.data,
            step=self.step.data if is_step else "",
            length="" if is_step else str(span),
            is_assumed=bool(self.is_assumed.data),
            note=self.noted,
        )

    def validate_length(self, field: WholeNumberField) -> None:
        if self.bound.data == Bound.STEP or field.errors:
            return
        if field.data is None or not 1 <= field.data <= LONGEST_SPAN:
            raise ValidationError(
                _(
                    "Say for how long, with a number from 1 to %(most)s.",
                    most=LONGEST_SPAN,
                )
            )


class SupplyForm(NumberForm):
    """How much there is, from when and for how long."""

    resource_id = SelectField(_l("Resource"))
    quantity = QuantityField(_l("How much"), validators=[InputRequired(GIVE_AMOUNT)])
    from_day = DayField(
        _l("From"), validators=[InputRequired(_l("Give the first day."))]
    )
    to_day = DayField(_l("To and including (optional)"))

    def __init__(self, *, resources: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.resource_id.choices = list(resources)

    @property
    def entry(self) -> SupplyEntry:
        return SupplyEntry(
            resource_id=int(self.resource_id.data),
            quantity=self.quantity.data or Decimal(0),
            from_day=self.from_day.data or EARLIEST,
            to_day=self.to_day.data,
            is_assumed=bool(self.is_assumed.data),
            note=self.noted,
        )

    def validate_from_day(self, field: DayField) -> None:
        _refuse_far(field.data)

    def validate_to_day(self, field: DayField) -> None:
        _refuse_far(field.data)
        first = self.from_day.data
        if field.data is not None and first is not None and field.data < first:
            raise ValidationError(_("The last day can’t be before the first."))


class EmployeesForm(NumberForm):
    """How many employees of a municipality will use the solution."""

    municipality = SelectField(_l("Municipality"))
    employees = WholeNumberField(
        _l("Employees who will use the solution"),
        validators=[InputRequired(_l("Give the number of employees."))],
    )

    def __init__(self, *, municipalities: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.municipality.choices = list(municipalities)

    @property
    def entry(self) -> EmployeesEntry:
        return EmployeesEntry(
            municipality=self.municipality.data,
            employees=self.employees.data or 0,
            is_assumed=bool(self.is_assumed.data),
            note=self.noted,
        )

    def validate_employees(self, field: WholeNumberField) -> None:
        if field.data is not None and not 1 <= field.data <= MOST_EMPLOYEES:
            raise ValidationError(
                _("Give a number from 1 to %(most)s.", most=MOST_EMPLOYEES)
            )


def _refuse_far(day: date | None) -> None:
    if day is not None and not EARLIEST <= day <= LATEST:
        raise ValidationError(
            _(
                "Give a day from %(first)s to %(last)s. See whether the year is right.",
                first=EARLIEST.year,
                last=LATEST.year,
            )
        )
