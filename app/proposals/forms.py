"""What the office enters of an answer, and of the time that is given for one."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from app.decision_fields import one_line, today, trimmed
from app.filters import long_date
from app.form_fields import DayField, SeenField, WholeNumberField
from app.proposal_words import channel_texts, verdict_texts
from app.proposals.commands import Entry
from planning.proposals import Verdict

LONGEST_CASE, LONGEST_REASON = 80, 1000
LONGEST_TIME = 365
EARLIEST, LATEST = date(2015, 1, 1), date(2060, 12, 31)


class AnswerForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """What a body answered; `proposed` is the go-live that it was asked about."""

    seen = SeenField()
    verdict = RadioField(
        _l("The answer"), validators=[InputRequired(_l("Choose what was answered."))]
    )
    day = DayField(_l("Go-live asked for instead"))
    reason = TextAreaField(
        _l("Reason"),
        filters=[trimmed],
        validators=[
            Length(max=LONGEST_REASON, message=_l("Write at most 1000 characters."))
        ],
    )
    given_in = SelectField(_l("Answered by"))
    case_number = StringField(
        _l("Case number (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_CASE, message=_l("Write at most 80 characters."))
        ],
    )
    answered_on = DayField(
        _l("Answered on"),
        validators=[InputRequired(_l("Give the day of the answer."))],
    )

    def __init__(
        self,
        *,
        proposed: date | None,
        made_on: date,
        entered_on: date,
        status_date: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.verdict.choices = list(verdict_texts().items())
        self.given_in.choices = list(channel_texts().items())
        self._proposed, self._made_on = proposed, made_on
        self._entered_on, self._status_date = entered_on, status_date

    @property
    def entry(self) -> Entry:
        """What a form that holds says."""
        countered = self.verdict.data == Verdict.COUNTERED
        return Entry(
            verdict=Verdict(self.verdict.data),
            day=self.day.data if countered else None,
            reason=self.reason.data or "",
            given_in=self.given_in.data,
            case_number=self.case_number.data or "",
            answered_on=self.answered_on.data or self._made_on,
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the other day too, which an empty field would be spared."""
        is_valid = bool(super().validate(extra_validators))
        is_missing = self.day.data is None and not self.day.errors
        if self.verdict.data == Verdict.COUNTERED and is_missing:
            self.day.errors = [_("Give the day that was asked for instead.")]
            return False
        return is_valid

    def validate_day(self, field: DayField) -> None:
        if self.verdict.data != Verdict.COUNTERED or field.data is None:
            return
        if field.data == self._proposed:
            raise ValidationError(
                _("That is the day that was proposed. Choose “accepted”.")
            )
        if not EARLIEST <= field.data <= LATEST:
            raise ValidationError(
                _(
                    "Give a day from %(first)s to %(last)s. See whether the year is"
                    " right.",
                    first=EARLIEST.year,
                    last=LATEST.year,
                )
            )

    def validate_reason(self, field: TextAreaField) -> None:
        is_asked = self.verdict.data in (Verdict.REJECTED, Verdict.COUNTERED)
        if is_asked and not field.data:
            raise ValidationError(_("Say why in a sentence or two."))

    def validate_answered_on(self, field: DayField) -> None:
        if field.data is None:
            return
        if field.data < self._made_on:
            raise ValidationError(
                _(
                    "It was proposed on %(day)s: it can’t have been answered before.",
                    day=long_date(self._made_on),
                )
            )
        if field.data > max(today(), self._made_on):
            raise ValidationError(_("It can’t have been answered after today."))
        if self._status_date < field.data < self._entered_on:
            raise ValidationError(
                _(
                    "It was entered on %(entered)s, when the status date was"
                    " %(made)s: give a day up to the status date, or from the day"
                    " it was entered.",
                    entered=long_date(self._entered_on),
                    made=long_date(self._made_on),
                )
            )


class TimeForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """Within how many days an answer is asked for."""

    seen = SeenField()
    answer_days = WholeNumberField(
        _l("Days to answer"),
        validators=[InputRequired(_l("Give a number of days."))],
    )

    def validate_answer_days(self, field: WholeNumberField) -> None:
        if field.data is not None and not 1 <= field.data <= LONGEST_TIME:
            raise ValidationError(
                _("Give a number from 1 to %(most)s.", most=LONGEST_TIME)
            )
