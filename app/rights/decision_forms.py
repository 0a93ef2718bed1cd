"""What a user says of a decision and of its points, as typed.

A point that nothing is typed of is none. One more row is only shown, nothing is
saved by it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from app.commitment_words import (
    CARRIED,
    body_texts,
    creates_texts,
    finality_texts,
    purpose_choices,
    result_texts,
)
from app.decision_fields import trimmed
from app.form_fields import DayField, WholeNumberField
from app.money_fields import AmountField
from app.rights.entries import COUNCIL, DecisionEntry, PointEntry
from app.rights.forms import NONE_CHOSEN, Choices, DatedForm
from app.rights.point_rules import refuse_point, refuse_votes

ROWS, MOST_ROWS = 3, 30
LONGEST_MOTION, LONGEST_POINT = 4000, 1000
MOTION_TOO_LONG = _l("Write at most 4000 characters.")
POINT_TOO_LONG = _l("Write at most 1000 characters.")
NO_VOTES = _l("Write how many voted, as a number from 0 to 999.")
VOTES = [Optional(), NumberRange(0, 999, NO_VOTES)]


class PointForm(Form):
    """One point; the fields of what it does not create say nothing."""

    text = TextAreaField(
        _l("What the point says"),
        filters=[trimmed],
        validators=[Length(max=LONGEST_POINT, message=POINT_TOO_LONG)],
    )
    creates = SelectField(_l("What it creates"), default="nothing")
    fact_kind = SelectField(_l("Which fact"), default="")
    activity = SelectField(_l("Which deadline"), default="")
    day = DayField(_l("Last day"))
    year = WholeNumberField(_l("Budget year"))
    amount = AmountField(_l("Amount in kroner"))
    purpose = SelectField(_l("What the sum is for"), default="")
    price_year = WholeNumberField(_l("Price year (optional)"))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed of the point."""
        return not self.text.data and self.creates.data == "nothing"

    @property
    def entry(self) -> PointEntry:
        """What a point that holds says, and nothing of what does not belong to it."""
        creates = self.creates.data
        has_day = creates in ("deadline", "task")
        return PointEntry(
            text=self.text.data or "",
            creates=creates,
            fact_kind=self.fact_kind.data if creates == "fact" else "",
            activity=self.activity.data if creates == "deadline" else "",
            day=self.day.data if has_day else None,
            year=self.year.data if creates == "budget" else None,
            amount=self.amount.data if creates == "budget" else None,
            purpose=self.purpose.data if creates == "budget" else "",
            price_year=self.price_year.data if creates == "budget" else None,
        )


class DecisionForm(DatedForm):
    """A motion, what came of it, and its points."""

    body = SelectField(_l("Who voted"))
    motion = TextAreaField(
        _l("Motion"),
        filters=[trimmed],
        validators=[
            DataRequired(_l("Write what was voted on.")),
            Length(max=LONGEST_MOTION, message=MOTION_TOO_LONG),
        ],
    )
    amendments = TextAreaField(
        _l("Amendments (optional)"),
        filters=[trimmed],
        validators=[Length(max=LONGEST_MOTION, message=MOTION_TOO_LONG)],
    )
    result = RadioField(
        _l("Result"), validators=[DataRequired(_l("Say what came of the vote."))]
    )
    conditions = TextAreaField(
        _l("Conditions of the postponement (optional)"),
        filters=[trimmed],
        validators=[Length(max=LONGEST_MOTION, message=MOTION_TOO_LONG)],
    )
    votes_for = WholeNumberField(_l("Votes for (optional)"), validators=VOTES)
    votes_against = WholeNumberField(_l("Votes against (optional)"), validators=VOTES)
    finality = RadioField(_l("Provisional or final"), default="final")
    points = FieldList(FormField(PointForm), min_entries=ROWS, max_entries=MOST_ROWS)

    def __init__(self, *, kinds: Choices, limits: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.body.choices = list(body_texts().items())
        self.result.choices = list(result_texts().items())
        self.finality.choices = list(finality_texts().items())
        self._kinds, self._limits = kinds, limits
        for point in self.points:
            self._give_choices(point.form)

    def add_row(self) -> None:
        """Show one more empty row."""
        if len(self.points) < MOST_ROWS:
            self.points.append_entry()
            self._give_choices(self.points[-1].form)

    def _give_choices(self, point: PointForm) -> None:
        point.creates.choices = list(creates_texts().items())
        point.purpose.choices = purpose_choices()
        point.fact_kind.choices = [NONE_CHOSEN, *self._kinds]
        point.activity.choices = [NONE_CHOSEN, *self._limits]

    @property
    def entry(self) -> DecisionEntry:
        """What a form that holds says."""
        return DecisionEntry(
            when=self.happened,
            body=self.body.data,
            motion=self.motion.data or "",
            amendments=self.amendments.data or "",
            conditions=self.conditions.data or "",
            result=self.result.data,
            votes_for=self.votes_for.data,
            votes_against=self.votes_against.data,
            finality=self.finality.data if self.result.data in CARRIED else "",
            case_number=self.case_number.data or "",
            points=tuple(it.entry for it in self._filled()),
        )

    def _filled(self) -> Iterator[PointForm]:
        return (it.form for it in self.points if not it.form.is_empty)

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field, then the votes against the result, then each point."""
        holds = super().validate(extra_validators)
        refusal = refuse_votes(
            self.result.data or "", self.votes_for.data, self.votes_against.data
        )
        if refusal:
            self.votes_against.errors = [*self.votes_against.errors, refusal]
        points_hold = [self._holds(it) for it in self._filled()]
        return bool(holds) and not refusal and all(points_hold)

    def _holds(self, point: PointForm) -> bool:
        """Whether a point has what it needs; what it lacks is said by its field."""
        name, refusal = refuse_point(point.entry, is_council=self.body.data == COUNCIL)
        if refusal:
            field = point[name]
            field.errors = [*field.errors, refusal]
        return not refusal

    @property
    def faults(self) -> Mapping[str, str]:
        """What is wrong, by the id of its field."""
        found = {
            field.id: str(message)
            for field in self
            if field is not self.points
            for message in field.errors
        }
        for position, point in enumerate(self.points, start=1):
            for field in point.form:
                for message in field.errors:
                    found[field.id] = _(
                        "Point %(num)s: %(what)s", num=position, what=message
                    )
        return found
