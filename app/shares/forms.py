"""What a user enters in the ledger of shares, as typed.

What is refused keeps what was typed. Whether an entry can be is for the engine to say:
see `refusals`.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length, ValidationError
from wtforms.widgets import HiddenInput

from app.decision_fields import one_line
from app.entered_forms import NotedForm
from app.filters import long_date
from app.form_fields import DayField, WholeNumberField
from app.money_fields import AmountField
from app.share_days import ShareDayField, refuse_far
from app.share_numbers import NumbersField, refuse_other_number
from planning.rights.ledger import EntryKind

LONGEST_CASE, LONGEST_CLASS = 80, 20
Option = tuple[str, str]


class EntryForm(NotedForm):
    """What every entry says: its day, its case, and a note."""

    kind: EntryKind
    day = DayField(
        _l("Takes effect on"), validators=[InputRequired(_l("Give the day."))]
    )
    case_number = StringField(
        _l("Case number (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_CASE, message=_l("Write at most 80 characters."))
        ],
    )

    def __init__(self, *, status_date: date, **kwargs: Any) -> None:
        super().__init__(note_before={}, **kwargs)
        self._status_date = status_date

    def validate_day(self, field: DayField) -> None:
        if field.data is None:
            return
        if field.data > self._status_date:
            raise ValidationError(
                _(
                    "The register tells what has happened: give a day up to the status"
                    " date, %(day)s.",
                    day=long_date(self._status_date),
                )
            )
        refuse_far(field.data)


class CorrectionForm(EntryForm):
    """That an entry is struck out, and why."""

    kind = EntryKind.CORRECTION
    day = DayField(_l("Struck out on"), validators=[InputRequired(_l("Give the day."))])

    def validate_note(self, field: StringField) -> None:
        if not (field.data or "").strip():
            raise ValidationError(_("Say why the entry is struck out."))


class SharesForm(EntryForm):
    """Who gets shares, at which price."""

    buyer = SelectField(_l("Who gets them"))
    price = AmountField(
        _l("Price of a share (kroner)"),
        validators=[InputRequired(_l("Give the sum in kroner."))],
    )

    def __init__(self, *, owners: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.buyer.choices = list(owners)
        if "seller" in self:
            self["seller"].choices = list(owners)

    def validate_price(self, field: AmountField) -> None:
        if field.data is not None and field.data <= Decimal(0):
            raise ValidationError(_("A share reads more than nothing."))


class IssueForm(SharesForm):
    """Shares that there have not been before."""

    kind = EntryKind.ISSUE
    numbers = NumbersField(
        _l("Share numbers"), validators=[InputRequired(_l("Give the numbers."))]
    )
    share_class = StringField(
        _l("Class of shares (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_CLASS, message=_l("Write at most 20 characters."))
        ],
    )


class NoticedForm(SharesForm):
    """What is told of shares that change hands, and when it is treated.

    `announced` is what it carries out, where that was entered before.
    """

    announced = WholeNumberField(widget=HiddenInput())
    seller = SelectField(_l("From"))
    notice_on = ShareDayField(_l("Written notice given on"))
    due_on = ShareDayField(_l("Payment due on"))
    board_on = ShareDayField(_l("Treated by the board on"))


class TransferForm(NoticedForm):
    """Shares that are sold: so many, or these."""

    kind = EntryKind.TRANSFER
    shares = WholeNumberField(_l("Number of shares"))
    numbers = NumbersField(_l("Share numbers (optional)"))

    def validate_shares(self, field: WholeNumberField) -> None:
        if field.data is not None and field.data < 1:
            raise ValidationError(_("Give a number from 1."))

    def validate_numbers(self, field: NumbersField) -> None:
        wanted = self.shares.data
        if wanted is None and not field.ranges and not field.errors:
            raise ValidationError(_("Say how many shares, or which numbers."))
        refuse_other_number(wanted, field.ranges)


class RedemptionForm(NoticedForm):
    """All shares of one who leaves."""

    kind = EntryKind.REDEMPTION
    declined_on = ShareDayField(_l("Trondheim declined on (where the company redeems)"))
