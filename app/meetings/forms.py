"""What a user says of meetings, as typed; what is refused keeps what was typed."""

from collections.abc import Collection
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from flask_wtf.file import (  # type: ignore[import-untyped]  # has no types
    FileField,
    FileRequired,
)
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    SelectMultipleField,
)
from wtforms.validators import InputRequired, Optional, ValidationError

from app.entered_forms import NotedForm
from app.form_fields import DayField, WholeNumberField
from app.meeting_words import body_texts, month_choices, nth_texts, weekday_texts
from app.meetings.filling import Entry, LeadEntry, MeetingEntry, RuleEntry
from app.meetings.importing import EARLIEST, LATEST
from planning.rights.meetings import Body

MOST_DAYS = 120
MONTHS_OF_YEAR = 12
GIVE_DAY = _l("Give the day.")
GIVE_DAYS = _l("Give the number of days; 0 for none.")
Taken = Collection[tuple[str, date]]


class EntryForm(NotedForm):
    """A body, what is said of when it meets, and where that is from."""

    body = SelectField(_l("Who meets"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.body.choices = list(body_texts().items())

    @property
    def entry(self) -> Entry:
        """What a form that holds says."""
        raise NotImplementedError


class MeetingForm(EntryForm):
    """A meeting; `taken` are the bodies and days of the others."""

    day = DayField(_l("Day"), validators=[InputRequired(GIVE_DAY)])

    def __init__(self, *, taken: Taken, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._taken = taken

    @property
    def entry(self) -> MeetingEntry:
        return MeetingEntry(
            body=self.body.data, day=self.day.data or EARLIEST, note=self.noted
        )

    def validate_day(self, field: DayField) -> None:
        refuse_far(field.data)
        if (self.body.data, field.data) in self._taken:
            raise ValidationError(_("That meeting is entered already."))


class RuleForm(EntryForm):
    """The nth weekday of every month, less some months, from a day on."""

    nth = SelectField(_l("Which one of the month"), coerce=int)
    weekday = SelectField(_l("Day of the week"), coerce=int)
    months_out = SelectMultipleField(_l("Months without a meeting"), coerce=int)
    from_day = DayField(_l("From"), validators=[InputRequired(GIVE_DAY)])
    to_day = DayField(_l("To and including (optional)"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.nth.choices = list(nth_texts().items())
        self.weekday.choices = list(weekday_texts().items())
        self.months_out.choices = month_choices()

    @property
    def entry(self) -> RuleEntry:
        return RuleEntry(
            body=self.body.data,
            weekday=self.weekday.data,
            nth=self.nth.data,
            months_out=frozenset(self.months_out.data or ()),
            from_day=self.from_day.data or EARLIEST,
            to_day=self.to_day.data,
            note=self.noted,
        )

    def validate_months_out(self, field: SelectMultipleField) -> None:
        if len(set(field.data or ())) >= MONTHS_OF_YEAR:
            raise ValidationError(_("Leave at least one month with a meeting."))

    def validate_from_day(self, field: DayField) -> None:
        refuse_far(field.data)

    def validate_to_day(self, field: DayField) -> None:
        refuse_far(field.data)
        first = self.from_day.data
        if field.data is not None and first is not None and field.data < first:
            raise ValidationError(_("The last day can’t be before the first."))


class LeadForm(NotedForm):
    """How long a case takes, in days."""

    publication_days = WholeNumberField(
        _l("Days that the papers are public before a meeting"),
        validators=[InputRequired(GIVE_DAYS)],
    )
    committee = SelectField(_l("Committee that hears the case before the council"))
    committee_days = WholeNumberField(
        _l("Days from the committee to the council, at the least"),
        validators=[InputRequired(GIVE_DAYS)],
    )
    notice_days = WholeNumberField(
        _l("Days from the vote until the decision has arrived"),
        validators=[InputRequired(GIVE_DAYS)],
    )
    is_assumed = BooleanField(_l("It is an assumption"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        committees = [it for it in body_texts().items() if it[0] != Body.COUNCIL]
        self.committee.choices = [("", _("None")), *committees]

    @property
    def entry(self) -> LeadEntry:
        return LeadEntry(
            publication_days=self.publication_days.data or 0,
            notice_days=self.notice_days.data or 0,
            committee=self.committee.data,
            committee_days=self.committee_days.data or 0,
            is_assumed=bool(self.is_assumed.data),
            note=self.noted,
        )

    def validate_publication_days(self, field: WholeNumberField) -> None:
        _refuse_long(field)

    def validate_committee_days(self, field: WholeNumberField) -> None:
        _refuse_long(field)

    def validate_notice_days(self, field: WholeNumberField) -> None:
        _refuse_long(field)


class ImportForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A file, and what it is about where it does not say."""

    file = FileField(_l("File"), validators=[FileRequired(_l("Choose a file."))])
    municipality = SelectField(
        _l("Municipality, where the file names none"), validators=[Optional()]
    )
    body = SelectField(_l("Who meets, where the file does not say"))

    def __init__(self, *, municipalities: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.municipality.choices = [("", _("As in the file")), *municipalities]
        self.body.choices = [("", _("As in the file")), *body_texts().items()]


class ApplyForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """What was read, to be written now."""

    meetings = HiddenField()
    name = HiddenField()
    municipality = HiddenField()


def refuse_far(day: date | None) -> None:
    """Refuse a day that can only be a slip of the keyboard."""
    if day is not None and not EARLIEST <= day <= LATEST:
        raise ValidationError(
            _(
                "Give a day from %(first)s to %(last)s. See whether the year is right.",
                first=EARLIEST.year,
                last=LATEST.year,
            )
        )


def _refuse_long(field: WholeNumberField) -> None:
    if field.data is not None and not 0 <= field.data <= MOST_DAYS:
        raise ValidationError(_("Give a number from 0 to %(most)s.", most=MOST_DAYS))
