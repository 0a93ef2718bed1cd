"""What the reader of the table asked for, and which municipalities that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

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
from planning.finance.projection import Provenance

SORT_KEYS = (
    "name",
    "population",
    "wave",
    "investment",
    "net",
    "npv",
    "break-even",
    "share",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(TableChoice):
    """What the address asks for; empty is everything."""

    wave: str = ""
    region: str = ""
    trust: str = ""
    basis: str = ""


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; what is not known there sorts by name."""
    return read_table_choice(Choice, arguments, SORT_KEYS)


def filter_rows(
    evaluation: Evaluation, rows: Sequence[MunicipalityRow], choice: Choice
) -> list[MunicipalityRow]:
    """The municipalities with a projection that were asked for, in the order given."""
    wave_of = {at.municipality: at.wave for at in evaluation.snapshot.plan.placements}
    projections = evaluation.projections
    return [
        row
        for row in rows
        if row.number in projections
        and matches_text(row, choice.text)
        and choice.wave in {"", wave_of.get(row.number)}
        and choice.region in {"", row.region}
        and choice.trust in {"", row.trust}
        and choice.basis in {"", projections[row.number].provenance}
    ]


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
    known_as = {
        Provenance.DOCUMENTED: _("Documented"),
        Provenance.GIVEN: _("Documented or given by the municipality"),
        Provenance.PARTLY_DOCUMENTED: _("Partly known"),
        Provenance.ESTIMATED: _("Estimated"),
    }
    return (
        filter_part("wave", _("Wave"), choice.wave, waves),
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
            "basis",
            _("How it is known"),
            choice.basis,
            [(key.value, word) for key, word in known_as.items()],
        ),
    )
