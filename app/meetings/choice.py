"""What the reader of the table asked for, and which rows that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.table_choice import LONGEST_TEXT, FilterPart, filter_part, matches_text

SORT_KEYS = ("name", "limit", "last", "left")
KNOWN, UNKNOWN = "known", "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the address asks for; empty is everything."""

    text: str = ""
    region: str = ""
    calendar: str = ""
    sort: str = "name"
    descending: bool = False

    @property
    def is_filtered(self) -> bool:
        return any((self.text, self.region, self.calendar))

    def arguments(self) -> dict[str, str]:
        """The same as the query of an address, without what is empty."""
        given = {
            "q": self.text,
            "region": self.region,
            "calendar": self.calendar,
            "sort": "" if self.sort == "name" else self.sort,
            "order": "desc" if self.descending else "",
        }
        return {key: value for key, value in given.items() if value}


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; what is not known there sorts by name."""
    sort = arguments.get("sort", "")
    return Choice(
        text=arguments.get("q", "").strip()[:LONGEST_TEXT],
        region=arguments.get("region", ""),
        calendar=arguments.get("calendar", ""),
        sort=sort if sort in SORT_KEYS else "name",
        descending=arguments.get("order") == "desc",
    )


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
