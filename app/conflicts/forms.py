"""The reason for which a conflict is accepted, and that it is opened again."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from app.addresses import is_local_path
from app.form_fields import SeenField
from app.mending import shown_mend
from planning.conflicts import Conflict

LONGEST = 500


def _tidy(text: str | None) -> str | None:
    """Without blanks around it; a browser sends two signs for the end of a line."""
    return None if text is None else text.replace("\r\n", "\n").strip()


class AcceptForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """Why a conflict may stand; `numbers` are those that the user has seen."""

    reason = TextAreaField(
        _l("Why it may stand"),
        filters=[_tidy],
        validators=[
            InputRequired(_l("Say why it may stand: others will read it.")),
            Length(max=LONGEST, message=_l("Write at most 500 characters.")),
        ],
    )
    numbers = HiddenField()
    seen = SeenField()

    def __init__(self, conflict: Conflict, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._numbers = conflict.numbers

    def validate_reason(self, field: TextAreaField) -> None:
        """A reason of more than blanks, for what the user has seen."""
        if not field.data:
            raise ValidationError(_("Say why it may stand: others will read it."))
        if self.numbers.data != self._numbers:
            raise ValidationError(
                _(
                    "The numbers of the conflict have changed since you opened this"
                    " page. Read it again before you accept it."
                )
            )


class ReopenForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """That a conflict is open again."""

    seen = SeenField()


class MendForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """That the nearest mend is taken; `shown` is the one that the user has seen."""

    seen = SeenField()
    shown = HiddenField()
    back = HiddenField()

    def __init__(self, conflict: Conflict, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._mend = shown_mend(conflict)

    @property
    def way_back(self) -> str:
        """The page that the user came from, if it is one of ours."""
        page = self.back.data or ""
        return page if is_local_path(page) else ""

    def validate_shown(self, field: HiddenField) -> None:
        """The mend that stands now, and no other."""
        if field.data != self._mend:
            raise ValidationError(
                _(
                    "What would mend it has changed since you opened this. Read what"
                    " it does now before you do it."
                )
            )
