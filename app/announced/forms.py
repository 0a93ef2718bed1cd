"""What a user announces, as typed; what is refused keeps what was typed.

Whether it can be is for the engine to say. What is not known yet is left empty.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from app.decision_fields import one_line
from app.entered_forms import NotedForm, SeenForm
from app.form_fields import WholeNumberField
from app.money_fields import AmountField
from app.share_days import ShareDayField
from app.share_numbers import NumbersField, refuse_other_number
from app.store.columns import Texts
from planning.calendars import to_day
from planning.rights.announced import AnnouncedChange
from planning.rights.ledger import EntryKind

LONGEST_CASE, MOST_SHARES = 80, 10_000_000
CHOOSE = _l("Choose one.")
Option = tuple[str, str]


class AnnouncedForm(NotedForm):
    """Who, at which price, and the days that are known."""

    kind: EntryKind
    seller = SelectField(_l("From"), validators=[InputRequired(CHOOSE)])
    buyer = SelectField(_l("Who gets them"), validators=[InputRequired(CHOOSE)])
    price = AmountField(_l("Price of a share in kroner (optional)"))
    notice_on = ShareDayField(_l("Written notice is sent on (optional)"))
    due_on = ShareDayField(_l("Payment due on (optional)"))
    day = ShareDayField(
        _l("Planned to take effect on"), validators=[InputRequired(_l("Give the day."))]
    )
    board_on = ShareDayField(_l("Treated by the board on (optional)"))
    case_number = StringField(
        _l("Case number (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_CASE, message=_l("Write at most 80 characters."))
        ],
    )

    def __init__(
        self, *, owners: Iterable[Option], note_before: Texts, **kwargs: Any
    ) -> None:
        super().__init__(note_before=note_before, **kwargs)
        named = [("", _("choose")), *owners]
        self.seller.choices = self.buyer.choices = named

    def announced(self, id: int = 0) -> AnnouncedChange:
        """What a form that holds says."""
        return AnnouncedChange(
            id=id,
            kind=self.kind,
            seller=self.seller.data,
            buyer=self.buyer.data,
            day=_day(self.day.data) or 0,
            shares=self["shares"].data if "shares" in self else None,
            ranges=self["numbers"].ranges if "numbers" in self else (),
            price=self.price.data,
            due=_day(self.due_on.data),
            board=_day(self.board_on.data),
            notice=_day(self.notice_on.data),
            declined=_day(self["declined_on"].data) if "declined_on" in self else None,
            case_number=self.case_number.data or "",
        )

    def validate_price(self, field: AmountField) -> None:
        if field.data is not None and field.data <= Decimal(0):
            raise ValidationError(_("A share reads more than nothing."))


class SaleForm(AnnouncedForm):
    """Shares that are to be sold: so many, or these."""

    kind = EntryKind.TRANSFER
    shares = WholeNumberField(_l("Number of shares (optional)"), most=MOST_SHARES)
    numbers = NumbersField(_l("Share numbers (optional)"))

    def validate_shares(self, field: WholeNumberField) -> None:
        if field.data is not None and not 1 <= field.data <= MOST_SHARES:
            raise ValidationError(
                _("Give a number from 1 to %(most)s.", most=MOST_SHARES)
            )

    def validate_numbers(self, field: NumbersField) -> None:
        refuse_other_number(self.shares.data, field.ranges)


class LeavingForm(AnnouncedForm):
    """All shares of one who leaves."""

    kind = EntryKind.REDEMPTION
    declined_on = ShareDayField(_l("Trondheim declined on (where the company redeems)"))


class GiveUpForm(SeenForm):
    """That nothing comes of it, since when."""

    given_up_on = ShareDayField(
        _l("Given up on"), validators=[InputRequired(_l("Give the day."))]
    )


def _day(value: date | None) -> int | None:
    return None if value is None else to_day(value)
