"""What a user says of a fact, of a decision and of its points, as typed.

What is refused keeps what was typed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from app.commitment_words import kind_texts
from app.decision_fields import FIRST_DAY, LONGEST_NAME, one_line
from app.entered_forms import NotedForm, SeenForm
from app.filters import long_date
from app.rights.entries import FactEntry
from app.when import When, WhenField
from planning.rights.chain import OF_HOLDERS, FactKind

Choices = Sequence[tuple[str, str]]
Refusal = Callable[[FactEntry], str]
NONE_CHOSEN = ("", _l("Choose"))
GIVE_DATE = _l("Say when it was: a day, a month or a year.")


class DatedForm(SeenForm):
    """Something that has happened, with the number of its case."""

    when = WhenField(_l("When"), validators=[InputRequired(GIVE_DATE)])
    case_number = StringField(
        _l("Case number (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_NAME, message=_l("Write at most 80 characters."))
        ],
    )

    def __init__(self, *, status_date: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._status_date = status_date

    @property
    def happened(self) -> When:
        """When it was, of a form that holds."""
        when: When | None = self.when.when
        if when is None:
            raise ValueError("the form does not hold")
        return when

    def validate_when(self, field: WhenField) -> None:
        when = field.when
        if when is None:
            return
        if when.last > self._status_date:
            raise ValidationError(
                _(
                    "It can’t have happened after the status date, %(day)s. Give the"
                    " day itself, or move the status date first.",
                    day=long_date(self._status_date),
                )
            )
        if when.first < FIRST_DAY:
            raise ValidationError(
                _(
                    "Nothing of this is from before %(day)s. Look at the year.",
                    day=long_date(FIRST_DAY),
                )
            )


class FactForm(DatedForm, NotedForm):
    """A fact of the chain."""

    kind = SelectField(
        _l("What happened"), validators=[DataRequired(_l("Choose what happened."))]
    )

    def __init__(self, *, holds_option: bool, refuse: Refusal, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._refuse = refuse
        self.kind.choices = [NONE_CHOSEN, *kind_choices(holds_option)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field, then whether it can be beside the other facts."""
        if not super().validate(extra_validators):
            return False
        refusal = self._refuse(self.entry)
        if refusal:
            self.when.errors = [*self.when.errors, refusal]
        return not refusal

    @property
    def entry(self) -> FactEntry:
        """What a form that holds says."""
        return FactEntry(
            kind=FactKind(self.kind.data),
            when=self.happened,
            case_number=self.case_number.data or "",
            note=self.noted,
        )


def kind_choices(holds_option: bool) -> Choices:
    """The facts that there can be of a municipality; the founder holds no option."""
    texts: Mapping[str, str] = kind_texts()
    return [
        (key, text)
        for key, text in texts.items()
        if holds_option or FactKind(key) not in OF_HOLDERS
    ]
