"""Which part of the plan is written: all of it, a wave, or a municipality."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.store.names import Names
from app.store.sorting import sort_key
from planning.evaluate import Evaluation

WHOLE, WAVE, MUNICIPALITY = "all", "wave", "municipality"


@dataclass(frozen=True, slots=True)
class Option:
    """A part that can be chosen."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of a kind."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What was chosen; neither of them is the whole plan."""

    wave: str | None = None
    municipality: str | None = None

    @property
    def name(self) -> str:
        """What a file of it is called."""
        return self.wave or self.municipality or "plan"


def list_groups(
    evaluation: Evaluation, names: Names, *, chosen: str
) -> tuple[Group, ...]:
    """Everything that is dated, and so can be written."""
    groups = (
        (_("The plan"), ((WHOLE, _("The whole plan")),)),
        (_("Waves"), _waves(evaluation)),
        (_("Municipalities"), _municipalities(evaluation, names)),
    )
    return tuple(
        Group(
            group,
            tuple(Option(value, label, value == chosen) for value, label in options),
        )
        for group, options in groups
    )


def find_part(evaluation: Evaluation, value: str) -> Part | None:
    """What a value of the choice stands for, if it is one."""
    kind, _colon, key = value.partition(":")
    if value == WHOLE:
        return Part()
    if kind == WAVE and key in evaluation.reckonings:
        return Part(wave=key)
    if kind == MUNICIPALITY and key in evaluation.activities_by_municipality:
        return Part(municipality=key)
    return None


def _waves(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    for wave in evaluation.snapshot.plan.waves:
        if wave.code in evaluation.reckonings:
            yield f"{WAVE}:{wave.code}", wave.code


def _municipalities(evaluation: Evaluation, names: Names) -> Iterator[tuple[str, str]]:
    numbers = evaluation.activities_by_municipality
    for number in sorted(numbers, key=lambda it: sort_key(names.municipality(it))):
        yield f"{MUNICIPALITY}:{number}", names.municipality(number)
