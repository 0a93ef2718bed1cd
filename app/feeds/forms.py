"""What a new feed is of, its language and what its maker calls it."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import SelectField, StringField
from wtforms.validators import Length, ValidationError

from app.language import TONGUES

LONGEST_LABEL = 100


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


class FeedForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A new feed."""

    of = SelectField(_l("Whose dates"), validate_choice=False)
    language = SelectField(
        _l("Language of the calendar"),
        choices=TONGUES,
        validate_choice=False,
    )
    label = StringField(
        _l("Your own note"),
        filters=[_one_line],
        validators=[
            Length(max=LONGEST_LABEL, message=_l("Write at most 100 characters."))
        ],
    )

    def __init__(self, choices: Mapping[str, Mapping[str, str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._known = {value for group in choices.values() for value in group}
        self.of.choices = {"": _("Choose"), **choices}

    def validate_of(self, field: SelectField) -> None:
        """One that the plan has, and not the line that asks for one."""
        if field.data not in self._known:
            raise ValidationError(_("Choose a municipality, a region or a wave."))

    def validate_language(self, field: SelectField) -> None:
        """One that the app speaks."""
        if field.data not in TONGUES:
            raise ValidationError(_("Choose one of the languages."))


class RevokeForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """That nobody is to read a feed any more."""
