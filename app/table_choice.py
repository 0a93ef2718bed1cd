"""What a reader may choose of a table: its filters, its order, a name looked for.

The choice stands in the address of the page; the first entry of a filter is
everything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
