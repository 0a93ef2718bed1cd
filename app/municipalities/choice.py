"""What the reader of the table asked for, and which rows that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.municipalities.live import is_live
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.table_choice import (
    FilterPart,
    TableChoice,
    filter_part,
    matches_text,
    read_table_choice,
)
from app.ways_out import list_left
from planning.evaluate import Evaluation

SORT_KEYS = (
    "number",
    "name",
    "population",
    "region",
    "trust",
    "wave",
    "margin",
    "next-limit",
)
NO_WAVE = "NONE"
LIVE, PLANNED, LEFT = "live", "planned", "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(TableChoice):
    """What the address asks for; empty is everything."""

    region: str = ""
    trust: str = ""
    wave: str = ""
    status: str = ""


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; what is not known there sorts by name."""
    return read_table_choice(Choice, arguments, SORT_KEYS)


def filter_rows(
    evaluation: Evaluation, rows: Sequence[MunicipalityRow], choice: Choice
) -> list[MunicipalityRow]:
    """Return the rows that the reader asked for, in the order given."""
    wave_of = {at.municipality: at.wave for at in evaluation.snapshot.plan.placements}
    gone = list_left(evaluation)
    return [
        row
        for row in rows
        if matches_text(row, choice.text)
        and choice.region in {"", row.region}
        and choice.trust in {"", row.trust}
        and choice.wave in {"", wave_of.get(row.number) or NO_WAVE}
        and choice.status in {"", _status(evaluation, row.number, gone)}
    ]


def _status(evaluation: Evaluation, number: str, gone: frozenset[str]) -> str:
    if number in gone:
        return LEFT
    return LIVE if is_live(evaluation, number) else PLANNED


def filter_parts(
    evaluation: Evaluation,
    choice: Choice,
    names: Names,
    *,
    regions: Sequence[str],
    trusts: Sequence[str],
) -> tuple[FilterPart, ...]:
    """The filters, each with what is chosen."""
    waves = [(it.code, it.code) for it in evaluation.snapshot.plan.waves]
    return (
        filter_part(
            "wave", _("Wave"), choice.wave, [*waves, (NO_WAVE, _("without a wave"))]
        ),
        filter_part(
            "region",
            _("Region"),
            choice.region,
            [(it, names.region(it)) for it in regions],
        ),
        filter_part(
            "trust",
            _("Health trust"),
            choice.trust,
            [(it, names.trust(it)) for it in trusts],
        ),
        filter_part(
            "status",
            _("Status"),
            choice.status,
            [(LIVE, _("Live")), (PLANNED, _("Planned")), (LEFT, _("Has left"))],
        ),
    )
