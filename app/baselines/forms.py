"""What a user says of a baseline that is made, and of the one that it replaces."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.decision_fields import LONGEST_WHY, TOO_LONG_WHY, DecisionForm, trimmed
from app.store.baselines import Details
from app.store.tables import BaselineRow


class BaselineForm(DecisionForm):
    """A baseline of the plan as it is; it may take the place of another."""

    replaces = SelectField(_l("It replaces"), validate_choice=False)
    replaced_reason = TextAreaField(
        _l("Why the other one no longer holds"),
        filters=[trimmed],
        validators=[Length(max=LONGEST_WHY, message=TOO_LONG_WHY)],
    )

    def __init__(
        self, replaceable: Mapping[int, BaselineRow], **kwargs: object
    ) -> None:
        super().__init__(**kwargs)
        self._known = {str(id) for id in replaceable} | {""}
        named = {str(id): row.name for id, row in replaceable.items()}
        self.replaces.choices = {"": _("None"), **named}

    def validate_replaces(self, field: SelectField) -> None:
        if (field.data or "") not in self._known:
            raise ValidationError(
                _("Choose a baseline that has not been replaced yet, or none.")
            )

    def validate_replaced_reason(self, field: TextAreaField) -> None:
        if self.replaces.data and not field.data:
            raise ValidationError(_("Say why the other one no longer holds."))

    @property
    def said(self) -> Details:
        """What a form that holds says."""
        if not self.replaces.data:
            return self.details()
        return self.details(
            replaces_id=int(self.replaces.data),
            replaced_reason=self.replaced_reason.data,
        )
