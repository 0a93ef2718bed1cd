"""Which wave one municipality, or several at once, are to be in.

Codes are read in capital letters or small, aliases too. What is refused keeps what
was typed and who was chosen.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types
from wtforms import SelectField, SelectMultipleField, SubmitField
from wtforms.validators import ValidationError

from app.form_fields import SeenField, shortened
from app.go_live import wave_go_live
from app.waves.board_field import BoardField
from app.waves.rules import is_called, refuse_joining
from planning.snapshot import Wave

Option = tuple[str, str]
WITHOUT = ""
NOT_CHOSEN = "-"


class MoveForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """The wave that a municipality is to be in, or none."""

    wave = SelectField(_l("Move to"), validate_choice=False)
    seen = SeenField()
    board = BoardField()
    tries = SubmitField(name="try")

    def __init__(self, waves: Sequence[Wave], refusal: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._waves = waves
        self._refusal = refusal
        self.wave.choices = wave_options(waves)

    def validate_wave(self, field: SelectField) -> None:
        """Only a wave that is still planned, or none."""
        if self._refusal:
            raise ValidationError(self._refusal)
        field.data = read_wave(self._waves, field.data or "")
        if field.data == field.object_data:
            raise ValidationError(there_already(field.data))


class MoveSeveralForm(FlaskForm):  # type: ignore[misc]  # the base has no types
    """The wave that several municipalities are to be in, or none.

    `placed` says in which wave each of the plan is, `refusals` which can't be moved.
    """

    number = SelectMultipleField(_l("Municipalities"), validate_choice=False)
    wave = SelectField(_l("Move to"), validate_choice=False)
    seen = SeenField()
    board = BoardField()
    tries = SubmitField(name="try")

    def __init__(
        self,
        waves: Sequence[Wave],
        *,
        placed: Mapping[str, str | None],
        refusals: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._waves = waves
        self._placed = placed
        self._refusals = refusals
        self.wave.choices = [(NOT_CHOSEN, _("Choose a wave")), *wave_options(waves)]

    @property
    def chosen(self) -> frozenset[str]:
        """Who was chosen, as far as there is anybody of that number."""
        return frozenset(self.number.data or ()) & self._placed.keys()

    @property
    def moving(self) -> tuple[str, ...]:
        """Whom a form that holds moves: those who are elsewhere now."""
        target = self.wave.data or None
        return tuple(
            sorted(it for it in self.chosen if self._placed[it] != target),
        )

    @property
    def errors_in_order(self) -> list[str]:
        """What is wrong, of whom before of where to."""
        return [str(it) for it in (*self.number.errors, *self.wave.errors)]

    def validate_number(self, field: SelectMultipleField) -> None:
        """Somebody, and nobody who is live."""
        unknown = [it for it in field.data or () if it not in self._placed]
        if unknown:
            raise ValidationError(
                _(
                    "No municipality has the number “%(typed)s”.",
                    typed=shortened(unknown[0]),
                )
            )
        if not self.chosen:
            raise ValidationError(_("Choose the municipalities that are to be moved."))
        refused = filter(None, (self._refusals.get(it) for it in sorted(self.chosen)))
        if refusal := next(refused, ""):
            raise ValidationError(refusal)

    def validate_wave(self, field: SelectField) -> None:
        """Only a wave that is still planned, or none, and not where they all are."""
        if field.data in {None, NOT_CHOSEN}:
            field.data = NOT_CHOSEN
            raise ValidationError(_("Choose the wave that they are to be in."))
        field.data = read_wave(self._waves, field.data)
        if self.chosen and not self.moving:
            raise ValidationError(self._are_there_already(field.data))

    def _are_there_already(self, code: str) -> str:
        if len(self.chosen) == 1:
            return there_already(code)
        if code == WITHOUT:
            return _("They are all without a wave already. Choose a wave.")
        return _("They are all in %(wave)s already. Choose another wave.", wave=code)


def wave_options(waves: Sequence[Wave]) -> list[Option]:
    """The waves that can still be joined, and none."""
    return [
        *((wave.code, dated_name(wave)) for wave in waves if not wave.is_live),
        (WITHOUT, _("Without a wave")),
    ]


def there_already(code: str) -> str:
    """Say that a municipality is where it is to be moved."""
    if code == WITHOUT:
        return _("It is without a wave already. Choose a wave.")
    return _("It is in %(wave)s already. Choose another wave.", wave=code)


def read_wave(waves: Sequence[Wave], given: str) -> str:
    """Return the code of the wave that was typed, or WITHOUT.

    Raises:
        ValidationError: there is no such wave, or it is live.
    """
    typed = given.strip().upper()
    chosen = next((it for it in waves if is_called(it, typed)), None)
    if typed and chosen is None:
        raise ValidationError(
            _(
                "There is no wave called “%(typed)s”. Choose one of the list.",
                typed=shortened(given),
            )
        )
    if chosen is not None and (refusal := refuse_joining(chosen)):
        raise ValidationError(refusal)
    return WITHOUT if chosen is None else chosen.code


def dated_name(wave: Wave) -> str:
    """K14, oktober–november 2025."""
    return _("%(wave)s, %(date)s", wave=wave.code, date=wave_go_live(wave).shown)
