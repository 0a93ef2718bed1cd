"""Where a fact comes from and how sure it is, ready to print.

A row names its sources by key, separated by spaces, and where in them, separated
by " ; ". Places in documents are kept in English ("lines 131-143 and 150"), and
are put into the user's language here. A note is kept in every language it is
known in; what a user noted, in the one that it was written in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Protocol

from flask_babel import gettext as _
from sqlalchemy import select

from app.extensions import db
from app.filters import plain_text
from app.language import language
from app.source_words import source_date
from app.store.columns import Texts
from app.store.tables import SourceRow

LINES = re.compile(r"lines? ([0-9 ,and-]+)")


class Sourced(Protocol):
    """A row that says where it comes from."""

    source: Any
    reference: Any
    confidence: Any
    note: Any


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of a fact; `url` only where the source is a public page."""

    title: Texts
    dated: str
    place: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ProvenancePart:
    """The sources of a fact, its confidence, and a note on it."""

    confidence: str
    sources: tuple[SourceLine, ...] = ()
    note: Texts = field(default_factory=dict)


class Sources:
    """All sources of the installation, looked up by their keys."""

    def __init__(self, rows: Mapping[str, SourceRow]) -> None:
        self._rows = rows
        # A page names the same places many times; each is told once a language.
        self._told: dict[tuple[str, str, str], tuple[SourceLine, ...]] = {}

    def of(self, row: Sourced) -> ProvenancePart:
        """Return the provenance of a row that carries its own."""
        return self.part(row.source, row.reference, row.confidence, row.note)

    def of_fact(self, facts: Mapping[str, Any], key: str) -> ProvenancePart:
        """Return the provenance of one of several facts that a row carries."""
        fact = facts.get(key, {})
        return self.part(
            fact.get("source", ""),
            fact.get("reference", ""),
            fact.get("confidence", ""),
            fact.get("note", {}),
        )

    def part(
        self, source: str, reference: str, confidence: str, note: Texts
    ) -> ProvenancePart:
        """Pair the keys with their places; a key that is not known is left out."""
        asked = (source, reference, language())
        if asked not in self._told:
            self._told[asked] = self._lines(source, reference)
        return ProvenancePart(confidence, self._told[asked], note)

    def _lines(self, source: str, reference: str) -> tuple[SourceLine, ...]:
        pairs = zip_longest(source.split(), places(reference), fillvalue="")
        return tuple(
            self._line(self._rows[key], place)
            for key, place in pairs
            if key in self._rows
        )

    def titles(self, source: str) -> str:
        """What the sources are called, as one text; a key that is not known stays."""
        known = self._rows
        return "; ".join(
            plain_text(known[key].title) if key in known else key
            for key in source.split()
        )

    def _line(self, row: SourceRow, place: str) -> SourceLine:
        url = next((it for it in (place, row.reference) if is_url(it)), None)
        shown = "" if is_url(place) else place_text(place)
        return SourceLine(row.title, source_date(row.date_text), shown, url)


def get_sources() -> Sources:
    """Read all sources; they are few."""
    rows = db.session.scalars(select(SourceRow))
    return Sources({row.key: row for row in rows})


def is_url(text: str) -> bool:
    """Whether a reference is an address that can be linked to."""
    return text.startswith(("https://", "http://"))


def places(reference: str) -> list[str]:
    """The places that a reference names, one for each source."""
    return [place.strip() for place in reference.split(";") if place.strip()]


def places_text(reference: str) -> str:
    """Say where in the sources, as one text in the user's language."""
    return "; ".join(map(place_text, places(reference)))


def place_text(place: str) -> str:
    """Say where in a document, in the user's language."""
    match = LINES.fullmatch(place)
    if match is None:
        return place
    where = re.sub(r"[ ,]*(?:and|,)\s*", ", ", match[1]).replace("-", "–").strip()
    if where.isdigit():
        return _("line %(line)s", line=where)
    return _("lines %(lines)s", lines=where)
