"""What a user says of owners, the annex and the board's meetings, as typed."""

import re
from collections.abc import Iterable, Set
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField  # type: ignore[import-untyped]  # has no types
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from app.decision_fields import one_line
from app.entered_forms import NotedForm, SeenForm
from app.form_fields import DayField, WholeNumberField
from app.share_data.commands import OwnerEntry
from app.share_days import ShareDayField
from app.share_words import owner_kind_texts
from planning.rights.refusals import RefusalKind
from planning.rights.share_owners import OwnerKind, is_organisation_number

LONGEST_NAME = 120
MOST_SHARES = 10_000_000
Option = tuple[str, str]

FIELD_OF = {
    RefusalKind.NO_USE_AGREEMENT: "use_agreement_on",
    RefusalKind.NOT_JOINED: "cooperation_joined_on",
    RefusalKind.NOT_PUBLIC: "is_public",
}
"""The field of an owner that an entry rests on."""


class OwnerForm(NotedForm):
    """What is said of an owner; `fixed` is the kind of one that is there already."""

    municipality = SelectField(_l("Municipality"))
    kind = SelectField(_l("What it is, where it is no municipality"))
    name = StringField(
        _l("Name, where it is no municipality"),
        filters=[one_line],
        validators=[
            Length(max=LONGEST_NAME, message=_l("Write at most 120 characters."))
        ],
    )
    organisation_number = StringField(
        _l("Organisation number (optional)"),
        filters=[lambda it: re.sub(r"\s", "", it or "")],
    )
    is_public = BooleanField(_l("It is a public body"))
    use_agreement_on = ShareDayField(_l("Agreement on use from (optional)"))
    cooperation_joined_on = ShareDayField(
        _l("Joined the co-operation agreement on (optional)")
    )

    def __init__(
        self,
        *,
        municipalities: Iterable[Option],
        taken: Set[str],
        has_company: bool,
        fixed: OwnerEntry | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._taken, self._fixed = taken, fixed
        kinds = owner_kind_texts()
        wanted = [OwnerKind.TRUST, OwnerKind.OTHER_PUBLIC]
        wanted += [] if has_company else [OwnerKind.COMPANY]
        self.kind.choices = [(it.value, kinds[it]) for it in wanted]
        self.municipality.choices = [("", _("not a municipality")), *municipalities]
        if fixed is not None:
            del self.municipality, self.kind
            if fixed.municipality:
                del self.name, self.is_public

    @property
    def entry(self) -> OwnerEntry:
        """What a form that holds says."""
        fixed = self._fixed
        number = self._text("municipality") if fixed is None else fixed.municipality
        kind = OwnerKind.MUNICIPALITY.value if number else self._text("kind")
        return OwnerEntry(
            kind=kind if fixed is None else fixed.kind,
            name="" if number else self._text("name"),
            municipality=number,
            organisation_number=self.organisation_number.data or "",
            is_public=bool(number) or bool(self.is_public.data),
            use_agreement_on=self.use_agreement_on.data,
            cooperation_joined_on=self.cooperation_joined_on.data,
            note=self.noted,
        )

    def _text(self, name: str) -> str:
        return (self[name].data or "") if name in self else ""

    def validate_name(self, field: StringField) -> None:
        if not field.data and not self._text("municipality"):
            raise ValidationError(_("Choose a municipality, or write a name."))

    def validate_organisation_number(self, field: StringField) -> None:
        if not field.data:
            return
        if not is_organisation_number(field.data):
            raise ValidationError(
                _(
                    "That is no organisation number: nine digits, the last of which"
                    " checks the others. See whether a digit is wrong."
                )
            )
        if field.data in self._taken:
            raise ValidationError(_("Another owner has that number already."))


class AnnexForm(NotedForm):
    """How many shares a municipality buys by its option."""

    shares = WholeNumberField(
        _l("Number of shares in annex 1"),
        validators=[InputRequired(_l("Give the number of shares."))],
    )

    def validate_shares(self, field: WholeNumberField) -> None:
        if field.data is not None and not 1 <= field.data <= MOST_SHARES:
            raise ValidationError(
                _("Give a number from 1 to %(most)s.", most=MOST_SHARES)
            )


class ImportForm(SeenForm):
    """A file with the numbers of the annex, or the same as text."""

    file = FileField(_l("File (CSV)"))
    lines = TextAreaField(_l("Or paste the lines here"))


class MeetingForm(NotedForm):
    """A day on which the board meets."""

    day = ShareDayField(
        _l("Day of the meeting"), validators=[InputRequired(_l("Give the day."))]
    )

    def __init__(self, *, taken: Set[date], **kwargs: Any) -> None:
        super().__init__(note_before={}, **kwargs)
        self._taken = taken

    def validate_day(self, field: DayField) -> None:
        if field.data in self._taken:
            raise ValidationError(_("That meeting is entered already."))
