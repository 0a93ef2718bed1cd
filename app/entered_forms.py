"""What forms of entries and their pages have in common: headings, names, a note.

What is refused keeps what was typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from app.form_fields import SeenField
from app.store.columns import Texts
from app.typed_text import as_written, typed_texts

LONGEST_NAME, LONGEST_TEXT = 120, 1000
GIVE_NAME = _l("Give it a name.")
TOO_LONG = _l("Write at most 120 characters.")
TEXT_TOO_LONG = _l("Write at most 1000 characters.")


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTexts:
    """The headings and explanations of the pages of one kind.

    Where something has a name, that is the heading of its page in place of `change`.
    """

    add: str
    change: str = ""
    about: str
    save: str
    remove: str
    what_goes: str


class SeenForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """The state that was looked at."""

    seen = SeenField()


class NamedForm(SeenForm):
    """A name in bokmål at least; `taken` are those of the others in each language."""

    name_nb = StringField(
        _l("Name in bokmål"),
        validators=[
            InputRequired(GIVE_NAME),
            Length(max=LONGEST_NAME, message=TOO_LONG),
        ],
    )
    name_nn = StringField(
        _l("Name in nynorsk (optional)"),
        validators=[Length(max=LONGEST_NAME, message=TOO_LONG)],
    )
    name_en = StringField(
        _l("Name in English (optional)"),
        validators=[Length(max=LONGEST_NAME, message=TOO_LONG)],
    )

    def __init__(self, *, taken: Mapping[str, Iterable[str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._taken = {
            tongue: {name.casefold() for name in names if name}
            for tongue, names in taken.items()
        }

    @property
    def names(self) -> Texts:
        """The name in the languages that it was given in."""
        return typed_texts(nb=self.name_nb, nn=self.name_nn, en=self.name_en)

    def validate_name_nb(self, field: StringField) -> None:
        if not (field.data or "").strip():
            raise ValidationError(str(GIVE_NAME))
        self._refuse_taken("nb", field)

    def validate_name_nn(self, field: StringField) -> None:
        self._refuse_taken("nn", field)

    def validate_name_en(self, field: StringField) -> None:
        self._refuse_taken("en", field)

    def _refuse_taken(self, tongue: str, field: StringField) -> None:
        if (field.data or "").strip().casefold() in self._taken[tongue]:
            raise ValidationError(_("Another one has that name already."))


class NotedForm(SeenForm):
    """A note; `note_before` is it as it stands, in its own language."""

    note = TextAreaField(
        _l("Source or note"),
        validators=[Length(max=LONGEST_TEXT, message=TEXT_TOO_LONG)],
    )

    def __init__(self, *, note_before: Texts, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._note_before = note_before

    @property
    def noted(self) -> Texts:
        """The note in the language that it was written in."""
        return as_written(self._note_before, self.note.data or "")
