"""What the reader of the register asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.agreement_words import kind_texts, standing_texts
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.table_choice import FilterPart, filter_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the address asks for; empty is everything."""

    kind: str = ""
    standing: str = ""
    municipality: str = ""
    region: str = ""


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address."""
    return Choice(
        kind=arguments.get("kind", ""),
        standing=arguments.get("standing", ""),
        municipality=arguments.get("municipality", ""),
        region=arguments.get("region", ""),
    )


def register_filters(
    choice: Choice, rows: Sequence[MunicipalityRow], names: Names
) -> tuple[FilterPart, ...]:
    """The filters of the register, each with what is chosen."""
    municipalities = [(it.number, it.name) for it in rows]
    return (
        filter_part("kind", _("Kind"), choice.kind, [*kind_texts().items()]),
        filter_part(
            "standing", _("How it stands"), choice.standing, [*standing_texts().items()]
        ),
        filter_part(
            "municipality", _("Municipality"), choice.municipality, municipalities
        ),
        region_filter(choice, names),
    )


def missing_filters(choice: Choice, names: Names) -> tuple[FilterPart, ...]:
    """The filters of what is missing."""
    return (
        filter_part("kind", _("Kind"), choice.kind, [*kind_texts().items()]),
        region_filter(choice, names),
    )


def region_filter(choice: Choice, names: Names) -> FilterPart:
    """The regions by name."""
    regions = sorted(names.regions.items(), key=lambda it: it[1])
    return filter_part("region", _("Region"), choice.region, regions)
