"""What a user says of the thresholds, as typed: criticality, lengths and shares.

A field left empty brings back the usual threshold.
"""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import RadioField
from wtforms.validators import AnyOf, NumberRange, Optional, ValidationError

from app.form_fields import SeenField, WholeNumberField
from app.quality_words import LENGTHS as LENGTH_NAMES
from app.quality_words import NAMES as CHECK_NAMES
from app.store.thresholds import (
    CRITICAL_BY,
    CRITICAL_FLOAT,
    DAYS,
    NEAR_CRITICAL_FLOAT,
    SHARE,
    threshold_values,
)
from app.threshold_words import critical_by_text, threshold_text
from planning.schedule import CriticalBy
from planning.thresholds import ALLOWED, LENGTHS, Thresholds

MOST_DAYS, WHOLE = 3650, 100
WRONG_DAYS = _l("Write a number of days from 0 to 3650.")
CHOOSE = _l("Choose one of them.")
WRONG_SHARE = _l("Write a share in percent from 0 to 100.")


class NumberField(WholeNumberField):
    """A number that has a usual value, which stands below it."""

    def __init__(self, label: Any, *, key: str, **kwargs: Any) -> None:
        wrong = WRONG_SHARE if key.startswith(SHARE) else WRONG_DAYS
        most = WHOLE if key.startswith(SHARE) else MOST_DAYS
        super().__init__(
            label,
            validators=[Optional(), NumberRange(0, most, wrong)],
            **kwargs,
        )
        self.key = key

    @property
    def usual(self) -> str:
        """The usual threshold in words."""
        text = threshold_text(self.key, threshold_values(Thresholds())[self.key])
        return _("Usually %(threshold)s.", threshold=text)


class ThresholdsForm(FlaskForm):  # type: ignore[misc]  # its base has no types
    """From where on something is critical, and what the checks are held against."""

    seen = SeenField()
    critical_by = RadioField(
        _l("What is critical"),
        validators=[AnyOf([it.value for it in CriticalBy], CHOOSE)],
        validate_choice=False,
    )
    critical_float = NumberField(_l("Critical up to a float of"), key=CRITICAL_FLOAT)
    near_critical_float = NumberField(
        _l("Nearly critical up to a float of"), key=NEAR_CRITICAL_FLOAT
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.critical_by.choices = [
            (it.value, critical_by_text(it)) for it in CriticalBy
        ]

    @property
    def lengths(self) -> list[NumberField]:
        """The fields of the lengths."""
        return [self[_name(DAYS + it)] for it in LENGTHS]

    @property
    def shares(self) -> list[NumberField]:
        """The fields of what the checks bear."""
        return [self[_name(SHARE + it)] for it in ALLOWED]

    @property
    def values(self) -> dict[str, str]:
        """Every threshold by its key; what was left empty is as usual."""
        usual = threshold_values(Thresholds())
        typed = {key: self[_name(key)].data for key in usual if key != CRITICAL_BY}
        numbers = {
            key: usual[key] if value is None else str(value)
            for key, value in typed.items()
        }
        return {CRITICAL_BY: str(self.critical_by.data), **numbers}

    def validate_near_critical_float(self, field: NumberField) -> None:
        least = self.critical_float.data
        if field.data is not None and least is not None and field.data < least:
            raise ValidationError(
                _("Less is critical already: write at least as many days as there.")
            )


def form_data(thresholds: Thresholds) -> dict[str, str | int]:
    """The fields of the form, filled with what holds."""
    return {
        _name(key): value if key == CRITICAL_BY else int(value)
        for key, value in threshold_values(thresholds).items()
    }


def _name(key: str) -> str:
    """What a field is called in a form."""
    return key.replace(".", "_").replace("-", "_")


for _length in LENGTHS:
    _key = DAYS + _length
    setattr(ThresholdsForm, _name(_key), NumberField(LENGTH_NAMES[_length], key=_key))
for _check in ALLOWED:
    _key = SHARE + _check
    setattr(ThresholdsForm, _name(_key), NumberField(CHECK_NAMES[_check], key=_key))
