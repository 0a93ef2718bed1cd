"""The programme's own lists and the list of sources, ready to print."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import plain_text
from app.provenance import ProvenancePart, Sources
from app.source_words import licence_text, source_date
from app.store.columns import Texts
from app.store.sorting import sort_key
from app.store.tables import ListItemRow, SourceRow


@dataclass(frozen=True, slots=True)
class ListLine:
    """An entry of one of the programme's lists; `members` belong under it."""

    name: Texts
    texts: Texts
    members: tuple[Texts, ...]
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True)
class ListPart:
    """One of the programme's lists."""

    key: str
    heading: str
    lines: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source, from when it is, and what may be taken from it."""

    key: str
    title: Texts
    reference: str
    dated: str
    licence: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of one kind."""

    heading: str
    sources: tuple[SourceEntry, ...]


def list_parts(
    items: Mapping[str, Sequence[ListItemRow]],
    headings: Mapping[str, str],
    sources: Sources,
) -> tuple[ListPart, ...]:
    """Tell some of the programme's lists, in the order of their headings."""
    return tuple(
        ListPart(
            kind,
            heading,
            tuple(
                ListLine(row.names, row.texts, (), sources.of(row))
                for row in items[kind]
            ),
        )
        for kind, heading in headings.items()
    )


def service_lines(
    areas: Iterable[ListItemRow], services: Iterable[ListItemRow], sources: Sources
) -> tuple[ListLine, ...]:
    """The service areas, each with its services."""
    by_area: dict[str, list[Texts]] = {}
    for service in services:
        by_area.setdefault(service.parent, []).append(service.names)
    return tuple(
        ListLine(
            area.names, area.texts, tuple(by_area.get(area.key, ())), sources.of(area)
        )
        for area in areas
    )


def source_groups(rows: Iterable[SourceRow]) -> tuple[SourceGroup, ...]:
    """The sources by kind, documents first, by title."""
    kinds: Mapping[str, Callable[[], str]] = {
        "document": lambda: _("Documents"),
        "statistics": lambda: _("Statistics"),
        "register": lambda: _("Registers"),
        "public-page": lambda: _("Public pages"),
    }
    ordered = sorted(rows, key=lambda row: sort_key(plain_text(row.title)))
    return tuple(
        SourceGroup(
            heading(), tuple(source_entry(row) for row in ordered if row.kind == kind)
        )
        for kind, heading in kinds.items()
    )


def source_entry(row: SourceRow) -> SourceEntry:
    """A source in the user's language; its title says which one it is in."""
    return SourceEntry(
        row.key,
        row.title,
        row.reference,
        source_date(row.date_text),
        licence_text(row.licence),
    )
