"""What a scenario is called, and what it is for."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

LONGEST_NAME = 80
LONGEST_NOTE = 1000


def one_line(text: str | None) -> str:
    """What was typed, on one line and without blanks around it."""
    return " ".join((text or "").split())


def trimmed(text: str | None) -> str:
    """What was typed, without blanks around it."""
    return (text or "").strip()


def name_field(**kwargs: Any) -> StringField:
    """The name of a scenario."""
    return StringField(
        _l("Name"),
        filters=[one_line],
        validators=[
            DataRequired(_l("Give the scenario a name.")),
            Length(max=LONGEST_NAME, message=_l("Write at most 80 characters.")),
        ],
        **kwargs,
    )


class NameForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A name that the user has given no other scenario; `used` are in small letters."""

    name = name_field()

    def __init__(self, used: frozenset[str] = frozenset(), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._used = used

    def validate_name(self, field: StringField) -> None:
        if (field.data or "").casefold() in self._used:
            raise ValidationError(
                _(
                    "You have a scenario called “%(name)s” already. Give this one "
                    "another name.",
                    name=field.data,
                )
            )


class ScenarioForm(NameForm):
    """A name and, if wanted, a note."""

    note = TextAreaField(
        _l("What it is to find out"),
        filters=[trimmed],
        validators=[
            Length(max=LONGEST_NOTE, message=_l("Write at most 1,000 characters."))
        ],
    )


class CopyForm(NameForm):
    """What a copy is called."""

    name = name_field(id="copy-name")


class KeptForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """What the user was told that the plan has now, and lets the scenario replace."""

    told = HiddenField(validators=[Length(max=64)])
