"""What the reader of the list of options asked for, and which those are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.option_words import state_text
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.table_choice import (
    FilterPart,
    TableChoice,
    filter_part,
    matches_text,
    read_table_choice,
)
from planning.evaluate import Evaluation
from planning.rights.options import OptionRight, OptionState

SORT_KEYS = ("name", "wave", "state", "closes", "left", "withdrawal", "voted", "regret")
STATES = tuple(OptionState)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(TableChoice):
    """What the address asks for; empty is everything."""

    region: str = ""
    wave: str = ""
    state: str = ""


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; what is not known there sorts by name."""
    return read_table_choice(Choice, arguments, SORT_KEYS)


def is_asked(choice: Choice, row: MunicipalityRow, option: OptionRight) -> bool:
    """Whether the reader asked for this option."""
    return (
        matches_text(row, choice.text)
        and choice.region in {"", row.region}
        and choice.wave in {"", option.wave or ""}
        and choice.state in {"", option.state.value}
    )


def filter_parts(
    evaluation: Evaluation, choice: Choice, names: Names, *, regions: Sequence[str]
) -> tuple[FilterPart, ...]:
    """The filters, each with what is chosen."""
    waves = [(it.code, it.code) for it in evaluation.snapshot.plan.waves]
    states = [(it.value, state_text(it)) for it in STATES]
    in_regions = [(it, names.region(it)) for it in regions]
    return (
        filter_part("state", _("State"), choice.state, states),
        filter_part("wave", _("Wave"), choice.wave, waves),
        filter_part("region", _("Region"), choice.region, in_regions),
    )
