"""What a user says of keys and shared costs, as typed."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from app.cost_split.filling import CostEntry, Entry, KeyEntry
from app.entered_forms import NotedForm
from app.form_fields import DayField, WholeNumberField
from app.money_fields import AmountField
from planning.rights.cost_keys import WHOLE

EARLIEST_YEAR, LATEST_YEAR = 2015, 2060
GIVE_PERCENT = _l("Give a number from 0 to 100.")
GIVE_YEAR = _l("Give a year from 2015 to 2060.")


def percent_field(label: str) -> WholeNumberField:
    """A field of whole percent; nothing typed is refused."""
    return WholeNumberField(
        label,
        default=0,
        validators=[
            InputRequired(GIVE_PERCENT),
            NumberRange(min=0, max=WHOLE, message=GIVE_PERCENT),
        ],
    )


class EntryForm(NotedForm):
    """Whether it is assumed, and where it is from; every form has it."""

    is_assumed = BooleanField(_l("It is an assumption"))

    @property
    def entry(self) -> Entry:
        """What a form that holds says."""
        raise NotImplementedError


class KeyForm(EntryForm):
    """By what a cost is shared, and from when; `taken` are the others’ first days."""

    from_day = DayField(
        _l("Holds from"), validators=[InputRequired(_l("Give the first day."))]
    )
    to_day = DayField(_l("Holds to (optional)"), validators=[Optional()])
    by_population = percent_field(_l("By population, percent"))
    by_equal = percent_field(_l("Equally, percent"))
    by_holding = percent_field(_l("By shares held, percent"))

    def __init__(self, *, taken: Iterable[date], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._taken = frozenset(taken)

    @property
    def entry(self) -> KeyEntry:
        return KeyEntry(
            from_day=self.from_day.data or date.min,
            to_day=self.to_day.data,
            by_population=self.by_population.data or 0,
            by_equal=self.by_equal.data or 0,
            by_holding=self.by_holding.data or 0,
            is_assumed=bool(self.is_assumed.data),
            note=self.noted,
        )

    def validate_from_day(self, field: DayField) -> None:
        day = field.data or date.min
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise ValidationError(_("Give a day from 2015 to 2060."))
        if day in self._taken:
            raise ValidationError(
                _("Another key holds from that day. Change that one, or another day.")
            )

    def validate_to_day(self, field: DayField) -> None:
        first, last = self.from_day.data, field.data
        if first is not None and last is not None and last < first:
            raise ValidationError(_("The last day can’t be before the first."))

    def validate_by_holding(self, field: WholeNumberField) -> None:
        given = (self.by_population.data, self.by_equal.data, field.data)
        parts = [it for it in given if it is not None]
        if len(parts) < len(given) or sum(parts) == WHOLE:
            return
        raise ValidationError(
            _(
                "The three parts come to %(sum)s percent. They have to come to 100.",
                sum=sum(parts),
            )
        )


class CostForm(EntryForm):
    """What all pay together in a year; `taken` are the years that are entered."""

    year = WholeNumberField(
        _l("Year"),
        validators=[
            InputRequired(GIVE_YEAR),
            NumberRange(min=EARLIEST_YEAR, max=LATEST_YEAR, message=GIVE_YEAR),
        ],
    )
    amount = AmountField(
        _l("What all pay together, in kroner"),
        validators=[InputRequired(_l("Give a sum; 0 for nothing."))],
    )
    price_year = WholeNumberField(
        _l("Price year (optional)"),
        validators=[
            Optional(),
            NumberRange(min=EARLIEST_YEAR, max=LATEST_YEAR, message=GIVE_YEAR),
        ],
    )

    def __init__(self, *, taken: Iterable[int], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._taken = frozenset(taken)

    @property
    def entry(self) -> CostEntry:
        return CostEntry(
            year=self.year.data or 0,
            amount=self.amount.data or Decimal(0),
            price_year=self.price_year.data,
            is_assumed=bool(self.is_assumed.data),
            note=self.noted,
        )

    def validate_year(self, field: WholeNumberField) -> None:
        if field.data in self._taken:
            raise ValidationError(
                _("That year has a sum already. Change that one, or give another year.")
            )

    def validate_amount(self, field: AmountField) -> None:
        if field.data is not None and field.data != field.data.to_integral_value():
            raise ValidationError(_("Give whole kroner."))
