"""What a reader may choose of a table: its filters, its order, a name looked for.

The choice stands in the address of the page; the first entry of a filter is
everything.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from flask_babel import gettext as _

from app.store.sorting import search_key
from app.store.tables import MunicipalityRow

LONGEST_TEXT = 100
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a filter."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FilterPart:
    """One filter of a table; its first entry is everything."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading of a table; `direction` is how the rows are sorted by it."""

    key: str
    label: str
    url: str
    direction: str | None
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChoice:
    """What an address asks of a table; empty is everything.

    A table adds a field for each of its filters, called as it is in the address.
    """

    text: str = ""
    sort: str = "name"
    descending: bool = False

    @property
    def filters(self) -> dict[str, str]:
        """What is asked of each filter."""
        return {name: getattr(self, name) for name in filter_names(type(self))}

    @property
    def is_filtered(self) -> bool:
        return any((self.text, *self.filters.values()))

    def arguments(self) -> dict[str, str]:
        """The same as the query of an address, without what is empty."""
        given = {
            "q": self.text,
            **self.filters,
            "sort": "" if self.sort == "name" else self.sort,
            "order": "desc" if self.descending else "",
        }
        return {key: value for key, value in given.items() if value}


Choice = TypeVar("Choice", bound=TableChoice)


def filter_names(kind: type[TableChoice]) -> list[str]:
    """The filters of a table, in their order."""
    common = {it.name for it in fields(TableChoice)}
    return [it.name for it in fields(kind) if it.name not in common]


def read_table_choice(
    kind: type[Choice], arguments: Mapping[str, str], sort_keys: Collection[str]
) -> Choice:
    """Read the query of an address; what is not known there sorts by name."""
    asked = {name: arguments.get(name, "") for name in filter_names(kind)}
    if "wave" in asked:
        asked["wave"] = asked["wave"].upper()
    sort = arguments.get("sort", "")
    return kind(
        text=arguments.get("q", "").strip()[:LONGEST_TEXT],
        sort=sort if sort in sort_keys else "name",
        descending=arguments.get("order") == "desc",
        **asked,
    )


def table_columns(
    choice: TableChoice,
    labels: Mapping[str, str],
    page_url: Callable[..., str],
    *,
    numbers: Collection[str] = (),
) -> tuple[Column, ...]:
    """The headings, each with the address that sorts by it.

    A heading sorts by its column, and the other way when it does already. `page_url`
    takes the query of the page; `numbers` are the columns of figures.
    """
    return tuple(
        Column(
            key=key,
            label=label,
            url=page_url(**_sorted_by(choice, key).arguments()),
            direction=direction(key, sort=choice.sort, descending=choice.descending),
            is_number=key in numbers,
        )
        for key, label in labels.items()
    )


def _sorted_by(choice: TableChoice, key: str) -> TableChoice:
    turned = choice.sort == key and not choice.descending
    return replace(choice, sort=key, descending=turned)


def filter_part(
    name: str, label: str, chosen: str, entries: Sequence[tuple[str, str]]
) -> FilterPart:
    """A filter of values and what they are called, with what is chosen."""
    options = [("", _("All")), *entries]
    return FilterPart(
        name,
        label,
        tuple(Option(value, text, value == chosen) for value, text in options),
    )


def matches_text(row: MunicipalityRow, text: str) -> bool:
    """Whether a number or name holds what was typed; oe finds ø as ae finds æ."""
    if not text:
        return True
    spelt = {search_key(text), search_key(text.casefold().replace("oe", "ø"))}
    return row.number.startswith(text) or any(
        it in row.search_key for it in spelt - {""}
    )


def sorted_lines(
    lines: Sequence[Line],
    by: Callable[[Line], float | str | None],
    *,
    descending: bool,
) -> tuple[Line, ...]:
    """Equals stay in the order given; what has no value stands last."""
    having = [it for it in lines if by(it) is not None]
    lacking = [it for it in lines if by(it) is None]
    # A tuple, because a column is of strings or of numbers and mypy knows neither.
    having.sort(key=lambda it: (by(it),), reverse=descending)
    return (*having, *lacking)


def direction(key: str, *, sort: str, descending: bool) -> str | None:
    """How the rows are sorted by a column, if they are sorted by it."""
    if key != sort:
        return None
    return "descending" if descending else "ascending"
