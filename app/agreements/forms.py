"""What a user says of an agreement and of an annex, as typed.

What is refused keeps what was typed; a file has to be chosen anew.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from flask_wtf.file import (  # type: ignore[import-untyped]  # has no types
    FileField,
    FileRequired,
)
from wtforms import SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from app.agreement_words import kind_texts
from app.agreements.entries import AgreementEntry
from app.decision_fields import FIRST_DAY, one_line
from app.entered_forms import NotedForm
from app.file_types import TYPES, file_name, find_type
from app.filters import long_date, number
from app.form_fields import DayField, WholeNumberField, shortened
from app.when import When, WhenField
from planning.rights.agreements import AgreementKind

LONGEST_TITLE, LONGEST_VERSION, LONGEST_CASE = 200, 40, 80
LONGEST_NOTICE = 240
MEGABYTE = 1024 * 1024
Choices = Sequence[tuple[str, str]]


class PartiesField(SelectMultipleField):
    """Municipalities, of those that there are."""

    def pre_validate(self, _form: FlaskForm) -> None:
        known = {value for value, *_rest in self.iter_choices()}
        unknown = sorted(set(self.data or ()) - known)
        if unknown:
            raise ValidationError(
                _(
                    "There is no municipality %(number)s. Choose from the list.",
                    number=shortened(unknown[0]),
                )
            )


class AgreementForm(NotedForm):
    """An agreement with its parties."""

    kind = SelectField(
        _l("Kind"),
        validators=[DataRequired(_l("Choose what kind of agreement it is."))],
    )
    title = StringField(
        _l("Title"),
        filters=[one_line],
        validators=[
            DataRequired(_l("Write what the agreement is called.")),
            Length(max=LONGEST_TITLE, message=_l("Write at most 200 characters.")),
        ],
    )
    version = StringField(
        _l("Version (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_VERSION, message=_l("Write at most 40 characters."))
        ],
    )
    signed = WhenField(_l("Signed (optional)"))
    valid_from = DayField(_l("Valid from (optional)"))
    valid_to = DayField(_l("Valid to (optional)"))
    notice_months = WholeNumberField(_l("Notice, in months (optional)"))
    case_number = StringField(
        _l("Case number (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_CASE, message=_l("Write at most 80 characters."))
        ],
    )
    replaces = SelectField(_l("Replaces"))
    municipalities = PartiesField(_l("Municipalities that are parties"))
    others = TextAreaField(_l("Other parties (optional)"))

    def __init__(
        self,
        *,
        municipalities: Choices,
        replaceable: Sequence[tuple[int, str, str]],
        taken: Mapping[str, str],
        status_date: date,
        **kwargs: Any,
    ) -> None:
        """`replaceable` are earlier versions: number, kind and what it is called.

        `taken` is what the version is called that replaces one of them already.
        """
        super().__init__(**kwargs)
        self._taken = taken
        self._status_date = status_date
        self._kinds = {str(it): kind for it, kind, _name in replaceable}
        self.kind.choices = [("", _l("Choose")), *kind_texts().items()]
        self.municipalities.choices = list(municipalities)
        self.replaces.choices = [
            ("", _("Nothing: it is the first version")),
            *((str(it), name) for it, _kind, name in replaceable),
        ]

    @property
    def entry(self) -> AgreementEntry:
        """What a form that holds says."""
        return AgreementEntry(
            kind=AgreementKind(self.kind.data).value,
            title=self.title.data or "",
            version=self.version.data or "",
            signed=self.signed.when,
            valid_from=self.valid_from.data,
            valid_to=self.valid_to.data,
            notice_months=self.notice_months.data,
            case_number=self.case_number.data or "",
            replaces=int(self.replaces.data) if self.replaces.data else None,
            municipalities=frozenset(self.municipalities.data or ()),
            others=self._other_names(),
            note=self.noted,
        )

    def _other_names(self) -> tuple[str, ...]:
        """One a line, each once."""
        lines = map(one_line, (self.others.data or "").splitlines())
        return tuple(dict.fromkeys(filter(None, lines)))

    def validate_signed(self, field: WhenField) -> None:
        when: When | None = field.when
        if when is None:
            return
        if when.last > self._status_date and when.first > self._status_date:
            raise ValidationError(
                _(
                    "It can’t have been signed after the status date, %(day)s. Leave"
                    " it empty until it is signed.",
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

    def validate_valid_to(self, field: DayField) -> None:
        begins = self.valid_from.data or (self.signed.when and self.signed.when.first)
        if field.data is not None and begins and field.data < begins:
            raise ValidationError(_("It ends before it begins: mend one of the days."))

    def validate_notice_months(self, field: WholeNumberField) -> None:
        if field.data is not None and not 1 <= field.data <= LONGEST_NOTICE:
            raise ValidationError(
                _("Give from 1 to %(most)s months.", most=LONGEST_NOTICE)
            )

    def validate_replaces(self, field: SelectField) -> None:
        if field.data and self._kinds.get(field.data) != self.kind.data:
            raise ValidationError(
                _("A new version is of the same kind as the one that it replaces.")
            )
        newer = self._taken.get(str(field.data))
        if newer:
            raise ValidationError(
                _(
                    "It is replaced already, by “%(title)s”. Choose that one, or say"
                    " first that it replaces another.",
                    title=newer,
                )
            )

    def validate_others(self, field: TextAreaField) -> None:
        names = self._other_names()
        if any(len(it) > LONGEST_TITLE for it in names):
            raise ValidationError(_("Write at most 200 characters a line."))
        if not names and not self.municipalities.data:
            raise ValidationError(_("Say who is a party: at least one."))


class AnnexForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """A file, and what it is called."""

    title = StringField(
        _l("What it is (optional)"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_TITLE, message=_l("Write at most 200 characters."))
        ],
    )
    file = FileField(_l("File"), validators=[FileRequired(_l("Choose a file."))])

    def __init__(
        self, *, largest: int, there: Mapping[str, str], **kwargs: Any
    ) -> None:
        """`there` is what the files are called that it has, by checksum."""
        super().__init__(**kwargs)
        self.largest = largest
        self._there = there
        self.content = b""
        self.name = ""
        self.media_type = ""

    @property
    def called(self) -> str:
        """The title; where none was given, the name of the file."""
        return self.title.data or self.name

    def validate_file(self, field: FileField) -> None:
        """Take the file in, or say why it can't be."""
        name = file_name(field.data.filename or "")
        found = find_type(name)
        if found is None:
            raise ValidationError(
                _(
                    "Files of this type are not kept. Choose one that ends in"
                    " %(endings)s.",
                    endings=", ".join(f".{it}" for it in TYPES),
                )
            )
        content = field.data.read(self.largest + 1)
        if len(content) > self.largest:
            raise ValidationError(
                _(
                    "The file is larger than %(size)s. Choose a smaller one.",
                    size=size_text(self.largest),
                )
            )
        if not content:
            raise ValidationError(
                _("The file is empty. Choose the one that was meant.")
            )
        title = self._there.get(sha256(content).hexdigest())
        if title is not None:
            raise ValidationError(
                _("This file is here already, as “%(title)s”.", title=title)
            )
        if not found.is_content(content):
            raise ValidationError(
                _(
                    "What is in the file is not what “%(name)s” says. Save it anew in"
                    " the program that made it, and choose it again.",
                    name=shortened(name),
                )
            )
        self.content, self.name, self.media_type = content, name, found.media_type


def size_text(size: int) -> str:
    """12 kB, or 3 MB."""
    if size < MEGABYTE:
        return _("%(size)s kB", size=number(max(1, round(size / 1024))))
    return _("%(size)s MB", size=number(round(size / MEGABYTE)))
