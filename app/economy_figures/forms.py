"""What a user says of assumptions and own sums, as typed, and what is wrong with it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from app.assumption_words import MONTHS, RATES, YEARS
from app.economy_figures.commands import ENTERED, OwnFigure
from app.economy_figures.words import debt_service_choices, loan_kind_choices
from app.filters import kroner, plain_text
from app.form_fields import SeenField, WholeNumberField
from app.money_fields import AmountField, PercentField
from app.store.columns import Texts
from app.store.tables import AssumptionRow
from app.typed_text import as_written
from planning.money_facts import DebtService, FigureKind

HIGHEST_RATE = Decimal("0.2")
LONGEST_YEARS = 50
LONGEST_MONTHS = 120
FIRST_PRICE_YEAR, LAST_PRICE_YEAR = 2000, 2100
LONGEST_NOTE, LONGEST_REASON = 1000, 500
WRONG_RATE = _l("Give a rate from 0 to 20 percent.")
WRONG_YEARS = _l("Give a whole number of years from 1 to 50.")
WRONG_MONTHS = _l("Give a whole number of months from 0 to 120.")
WRONG_MONTHS_AFTER = _l("Give a whole number of months from 1 to 120.")
WRONG_PRICE_YEAR = _l("Write a year from 2000 to 2100, or leave it empty.")
GIVE_REASON = _l("Say where the sum comes from.")


class AssumptionForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """An assumption with where it comes from; each kind has its own field.

    `note_before` is the note that the field showed.
    """

    seen = SeenField()
    note = TextAreaField(
        _l("Source or note"),
        validators=[
            Length(max=LONGEST_NOTE, message=_l("Write at most 1000 characters."))
        ],
    )

    def __init__(self, *, note_before: Texts, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._note_before = note_before

    @property
    def text(self) -> str:
        """The value as it is kept."""
        raise NotImplementedError

    @property
    def noted(self) -> Texts:
        """The note in the language that it was written in."""
        return as_written(self._note_before, self.note.data or "")


class RateForm(AssumptionForm):
    """A rate per year."""

    value = PercentField(
        _l("Percent a year"),
        validators=[
            InputRequired(WRONG_RATE),
            NumberRange(Decimal(0), HIGHEST_RATE, WRONG_RATE),
        ],
    )

    @property
    def text(self) -> str:
        rate = self.value.data or Decimal(0)
        return format(rate.normalize(), "f")


class YearsForm(AssumptionForm):
    """A number of years."""

    value = WholeNumberField(
        _l("Years"),
        validators=[
            InputRequired(WRONG_YEARS),
            NumberRange(1, LONGEST_YEARS, WRONG_YEARS),
        ],
    )

    @property
    def text(self) -> str:
        return str(self.value.data)


class MonthsForm(AssumptionForm):
    """A number of months, which may be none."""

    value = WholeNumberField(
        _l("Months"),
        validators=[
            InputRequired(WRONG_MONTHS),
            NumberRange(0, LONGEST_MONTHS, WRONG_MONTHS),
        ],
    )

    @property
    def text(self) -> str:
        return str(self.value.data)


class MonthsAfterForm(MonthsForm):
    """A number of months after something, at least one."""

    value = WholeNumberField(
        _l("Months"),
        validators=[
            InputRequired(WRONG_MONTHS_AFTER),
            NumberRange(1, LONGEST_MONTHS, WRONG_MONTHS_AFTER),
        ],
    )


class LoanKindForm(AssumptionForm):
    """How loans are paid back."""

    value = SelectField(_l("Kind of loan"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.value.choices = loan_kind_choices()

    @property
    def text(self) -> str:
        return str(self.value.data)


def assumption_form(row: AssumptionRow, *, seen: int) -> AssumptionForm:
    """The form on an assumption, as it is or as it was sent.

    What a source says of the value is no note on the one that replaces it.
    """
    note = row.note if row.confidence == ENTERED else {}
    given = {"seen": seen, "note": plain_text(note)}
    if row.key in RATES:
        return RateForm(data={**given, "value": Decimal(row.value)}, note_before=note)
    if row.key in {*YEARS, *MONTHS}:
        return _form_of_number(row.key)(
            data={**given, "value": int(row.value)}, note_before=note
        )
    return LoanKindForm(data={**given, "value": row.value}, note_before=note)


def _form_of_number(key: str) -> type[YearsForm] | type[MonthsForm]:
    if key in YEARS:
        return YearsForm
    return MonthsAfterForm if key == "after_programme_months" else MonthsForm


class FigureForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A sum of a municipality's own.

    `debt_service_sum` is what the loan costs a year, in kroner, where the investment
    is known: a total that holds it can't be smaller. `other_years` are the price
    years of the other sums: what is in different prices is not added.
    """

    seen = SeenField()
    amount = AmountField(
        _l("Sum in kroner"), validators=[InputRequired(_l("Give the sum."))]
    )
    price_year = WholeNumberField(
        _l("Price year"),
        validators=[
            Optional(),
            NumberRange(FIRST_PRICE_YEAR, LAST_PRICE_YEAR, WRONG_PRICE_YEAR),
        ],
    )
    debt_service = RadioField(
        _l("Is the loan in the yearly sum?"),
        validators=[DataRequired(_l("Choose one of the answers."))],
    )
    reason = TextAreaField(
        _l("Where the sum comes from"),
        validators=[
            InputRequired(GIVE_REASON),
            Length(max=LONGEST_REASON, message=_l("Write at most 500 characters.")),
        ],
    )

    def __init__(
        self,
        *,
        kind: FigureKind,
        debt_service_sum: Decimal | None,
        other_years: Sequence[int] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._debt_service_sum = debt_service_sum
        self._other_years = other_years
        if kind is FigureKind.ANNUAL_TOTAL:
            self.debt_service.choices = debt_service_choices()
        else:
            del self.debt_service

    @property
    def said(self) -> OwnFigure:
        """The sum of a form that holds."""
        return OwnFigure(
            amount=self.amount.data or Decimal(0),
            price_year=self.price_year.data,
            debt_service=self.debt_service.data if "debt_service" in self else "",
            reason=(self.reason.data or "").replace("\r\n", "\n").strip(),
        )

    def validate_price_year(self, field: WholeNumberField) -> None:
        others = [year for year in self._other_years if year != field.data]
        if field.data is not None and others:
            raise ValidationError(
                _(
                    "Another sum of the municipality is in the prices of %(year)s. Give"
                    " all its sums in the prices of the same year.",
                    year=others[-1],
                )
            )

    def validate_reason(self, field: TextAreaField) -> None:
        if not (field.data or "").strip():
            raise ValidationError(str(GIVE_REASON))

    def validate_debt_service(self, field: RadioField) -> None:
        loan, amount = self._debt_service_sum, self.amount.data
        if loan is None or amount is None or field.data != DebtService.INCLUDED:
            return
        if amount < loan:
            raise ValidationError(
                _(
                    "The loan for the investment alone comes to about %(sum)s a year:"
                    " a smaller sum can’t hold it.",
                    sum=kroner(loan),
                )
            )
