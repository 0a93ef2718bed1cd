"""What the reader of the table asked for, and which rows that is."""

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

SORT_KEYS = ("name", "limit", "last", "left")
KNOWN, UNKNOWN = "known", "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(TableChoice):
    """What the address asks for; empty is everything."""

    region: str = ""
    calendar: str = ""


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; what is not known there sorts by name."""
    return read_table_choice(Choice, arguments, SORT_KEYS)


def keeps(choice: Choice, row: MunicipalityRow, *, is_known: bool) -> bool:
    """Whether the reader asked for a municipality."""
    return (
        matches_text(row, choice.text)
        and choice.region in {"", row.region}
        and choice.calendar in {"", KNOWN if is_known else UNKNOWN}
    )


def filter_parts(
    choice: Choice, names: Names, regions: Sequence[str]
) -> tuple[FilterPart, ...]:
    """The filters, each with what is chosen."""
    return (
        filter_part(
            "region",
            _("Region"),
            choice.region,
            [(it, names.region(it)) for it in regions],
        ),
        filter_part(
            "calendar",
            _("Meetings"),
            choice.calendar,
            [(KNOWN, _("known")), (UNKNOWN, _("not entered"))],
        ),
    )
