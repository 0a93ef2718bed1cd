"""What a user says of the template, as typed, and what is wrong with it.

A form is given what it checks against; `check` computes the template as it would be
and says why it can't be. What is refused keeps what was typed.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import (
    BooleanField,
    IntegerField,
    SelectField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, ValidationError

from app.form_fields import SeenField, unit_choices
from app.rollout.fields import WholeNumberField
from app.rollout.filling import Ends, Step
from app.rollout.rules import (
    refuse_amount,
    refuse_duration,
    refuse_placing,
)
from app.rollout.words import kind_choices, placing_choices
from app.typed_text import typed_texts
from planning.durations import Duration, Unit
from planning.snapshot import ActivityKind, Placing

Option = tuple[str, str]
NOTHING = ""
SHORT = Length(max=120, message=_l("Write at most 120 characters."))
NOT_LONGER = Length(max=1000, message=_l("Write at most 1000 characters."))


def required(message: str) -> InputRequired:
    """A validator that asks for an answer."""
    return InputRequired(message)


class ExplainedForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """How long, and why; steps and links have both."""

    amount = WholeNumberField(
        _l("How long"), validators=[required(_l("Give a whole number."))]
    )
    unit = SelectField(_l("Unit"), default=Unit.WEEKS.value)
    note_nb = TextAreaField(_l("Note in bokmål"), validators=[NOT_LONGER])
    note_nn = TextAreaField(_l("Note in nynorsk"), validators=[NOT_LONGER])
    note_en = TextAreaField(_l("Note in English"), validators=[NOT_LONGER])
    seen = SeenField()
    tries = SubmitField(name="try")

    def __init__(self, *, check: Callable[[Any], str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._check = check
        self.unit.choices = unit_choices()

    @property
    def length(self) -> Duration:
        """How long, of a form that has a number."""
        return Duration(self.amount.data or 0, Unit(self.unit.data))

    def offer(self, length: Duration | None) -> bool:
        """Fill in a length that is offered, where it is another and one can have it."""
        if length is None or length == self.length:
            return False
        was = self.amount.data, self.unit.data
        self.amount.data, self.unit.data = length.amount, length.unit.value
        if not (refuse_amount(length.amount, length.unit) or self.refuse_length()):
            return True
        self.amount.data, self.unit.data = was
        return False

    @property
    def explanation(self) -> dict[str, str]:
        """The note in the languages that it is written in."""
        return typed_texts(nb=self.note_nb, nn=self.note_nn, en=self.note_en)

    def validate_amount(self, field: IntegerField) -> None:
        """A number that this kind of thing can have."""
        if field.data is None or self.unit.data not in set(Unit):
            return
        # A duration of more than a century can't even be made.
        refusal = refuse_amount(field.data, Unit(self.unit.data))
        if refusal := refusal or self.refuse_length():
            raise ValidationError(refusal)

    def refuse_length(self) -> str:
        """Say why the thing can't take or wait so long."""
        raise NotImplementedError

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field, and then what would come of it all."""
        if not super().validate(extra_validators):
            return False
        refusal = self._check(self)
        if refusal:
            self.form_errors.append(refusal)
        return not refusal


class StepForm(ExplainedForm):
    """A step of the template; its kind stays as it is."""

    name_nb = StringField(
        _l("Name in bokmål"),
        validators=[
            required(_l("Give the step a name.")),
            SHORT,
        ],
    )
    name_nn = StringField(_l("Name in nynorsk (optional)"), validators=[SHORT])
    name_en = StringField(
        _l("Name in English"),
        validators=[
            required(_l("Give the step a name.")),
            SHORT,
        ],
    )
    placing = SelectField(_l("Placed"), default=Placing.AS_LATE_AS_POSSIBLE.value)
    holders_only = BooleanField(_l("Only for municipalities that hold an option"))

    def __init__(
        self,
        *,
        kind: ActivityKind,
        is_after: bool,
        taken: Mapping[str, Iterable[str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._kind = kind
        self._is_after = is_after
        self._taken = {
            language: {name.casefold() for name in names}
            for language, names in taken.items()
        }
        self.placing.choices = placing_choices()

    @property
    def step(self) -> Step:
        """The step of a form that holds."""
        return Step(
            names=typed_texts(nb=self.name_nb, nn=self.name_nn, en=self.name_en),
            duration=self.length,
            placing=Placing(self.placing.data),
            option_holders_only=bool(self.holders_only.data),
            explanation=self.explanation,
        )

    def validate_name_nb(self, field: StringField) -> None:
        self._refuse_nameless(field)
        self._refuse_taken("nb", field)

    def validate_name_nn(self, field: StringField) -> None:
        self._refuse_taken("nn", field)

    def validate_name_en(self, field: StringField) -> None:
        self._refuse_nameless(field)
        self._refuse_taken("en", field)

    def _refuse_nameless(self, field: StringField) -> None:
        if not (field.data or "").strip():
            raise ValidationError(_("Give the step a name."))

    def _refuse_taken(self, language: str, field: StringField) -> None:
        name = (field.data or "").strip()
        if name and name.casefold() in self._taken[language]:
            raise ValidationError(_("Another step has that name already."))

    def refuse_length(self) -> str:
        return refuse_duration(self.kind_of_step(), self.length)

    def validate_placing(self, field: SelectField) -> None:
        if field.data not in set(Placing):
            return
        refusal = refuse_placing(Placing(field.data), is_after=self.is_after())
        if refusal:
            raise ValidationError(refusal)

    def kind_of_step(self) -> ActivityKind:
        """What the step is."""
        return self._kind

    def is_after(self) -> bool:
        """Whether the step follows go-live."""
        return self._is_after


class NewStepForm(StepForm):
    """A step that is to be added, with what it waits for and what waits for it."""

    kind = SelectField(_l("Kind"), default=ActivityKind.WORK.value)
    after = SelectField(_l("Comes after"), default=NOTHING)
    before = SelectField(_l("Comes before"), default=NOTHING)

    def __init__(
        self, *, steps: Iterable[Option], after_go_live: Iterable[str], **kwargs: Any
    ) -> None:
        super().__init__(kind=ActivityKind.WORK, is_after=False, **kwargs)
        self._after_go_live = frozenset(after_go_live)
        self.kind.choices = kind_choices()
        options = [(NOTHING, _("Nothing in particular")), *steps]
        self.after.choices = self.before.choices = options

    @property
    def ends(self) -> Ends:
        """What the step is to be linked to."""
        return Ends(after=self.after.data or "", before=self.before.data or "")

    def kind_of_step(self) -> ActivityKind:
        """What the step is to be."""
        return ActivityKind(self.kind.data)

    def is_after(self) -> bool:
        """Whether the step is to follow go-live."""
        return self.after.data in self._after_go_live
