"""What the office says of recipients and of when they are reminded."""

import re
from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import (
    InputRequired,
    Length,
    Regexp,
    StopValidation,
    ValidationError,
)

from app.language import TONGUES
from app.scopes import read_scope
from app.store.recipients import Recipient, find_same

LONGEST_ROLE, LONGEST_EMAIL = 120, 254
MOST_DAYS, MOST_THRESHOLDS = 730, 10
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def in_plain_letters(_form: FlaskForm, field: StringField) -> None:
    """Not every mail server takes letters such as æ; say that it is this alone."""
    if not str(field.data).isascii():
        raise StopValidation(
            _(
                "An address can have the letters a–z alone. One with æ, ø or å has most"
                " often another form without them: ask whose it is."
            )
        )


class RecipientForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A role that is reminded."""

    role = StringField(
        _l("Role"),
        filters=[_one_line],
        validators=[
            InputRequired(_l("Write the role, for example the local project manager.")),
            Length(max=LONGEST_ROLE, message=_l("Write at most 120 characters.")),
        ],
    )
    email = StringField(
        _l("E-mail address"),
        filters=[_one_line],
        validators=[
            InputRequired(_l("Write the e-mail address.")),
            in_plain_letters,
            Length(
                max=LONGEST_EMAIL, message=_l("An e-mail address is shorter than that.")
            ),
            Regexp(
                re.compile(f"^(?:{EMAIL.pattern})$"),
                message=_l("Write one e-mail address alone, such as plan@example.org."),
            ),
        ],
    )
    language = SelectField(
        _l("Language of the e-mails"), choices=TONGUES, validate_choice=False
    )
    of = SelectField(_l("Whose deadlines"), validate_choice=False)
    is_active = BooleanField(_l("Gets e-mails"))

    def __init__(
        self,
        choices: Mapping[str, Mapping[str, str]],
        *,
        own_id: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._own_id = own_id
        self._known = {value for group in choices.values() for value in group}
        self.of.choices = {"": _("Choose"), **choices}

    def validate_of(self, field: SelectField) -> None:
        """One that the plan has, and not the line that asks for one."""
        if field.data not in self._known:
            raise ValidationError(
                _("Choose the programme, a municipality, a region or a wave.")
            )
        others = [it for it in find_same(self.entered) if it.id != self._own_id]
        if others:
            raise ValidationError(
                _(
                    "%(email)s is told of this already, as %(role)s. Change that one,"
                    " or choose somebody else’s deadlines.",
                    email=others[0].email,
                    role=others[0].role,
                )
            )

    def validate_language(self, field: SelectField) -> None:
        """One that the app speaks."""
        if field.data not in TONGUES:
            raise ValidationError(_("Choose one of the languages."))

    @property
    def entered(self) -> Recipient:
        """What was typed, once it has been found right."""
        scope = read_scope(str(self.of.data))
        return Recipient(
            role=str(self.role.data),
            email=str(self.email.data),
            language=str(self.language.data),
            scope_kind=scope.kind.value,
            scope_key=scope.key,
            is_active=bool(self.is_active.data),
        )


class DaysForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """How many days ahead people are reminded, as numbers with commas between."""

    days = StringField(_l("Days before a deadline"), filters=[_one_line])

    def validate_days(self, field: StringField) -> None:
        """At least one, each whole and not too many."""
        if not self.read:
            raise ValidationError(
                _("Write whole numbers from 0 to 730 with commas between: 180, 90, 30.")
            )
        if len(self.read) > MOST_THRESHOLDS:
            raise ValidationError(_("Write at most ten numbers."))

    @property
    def read(self) -> tuple[int, ...]:
        """The numbers; none where anything can't be read."""
        parts = [it for it in re.split(r"[\s,;]+", str(self.days.data or "")) if it]
        if not all(it.isascii() and it.isdigit() and len(it) < 5 for it in parts):
            return ()
        numbers = {int(it) for it in parts}
        return tuple(numbers) if numbers and max(numbers) <= MOST_DAYS else ()


class ButtonForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A button alone: try again, remove, stop."""
