"""Tables read back from a page: headings and rows of texts, numbers and days.

A table that may be had as a file has a name in `data-file`; several of one name are
parts of one file, told apart by their captions. What stands in a cell is parted in two:
what it says, and what is noted by it (class `note`, a source, an explanation); the
badge of a wave stands for itself, and so does how a date is known, which its mark says.
What is there to be pressed is left out. A cell with
`data-value` says that instead of its text; a part of a cell that has it says so too,
and its text is noted where it says more. A heading with `data-unit` names what its
numbers are.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from html import unescape

# Our own pages alone are read, where each < and each quote of a text is escaped; a
# reader of whatever there is in the world takes three times as long.
PIECE = re.compile(
    r"<!--.*?-->"
    r"|<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)"
    r"(?P<attributes>[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*)>"
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"([^\s=\"'/]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
TELLING = re.compile("class=|colspan=|rowspan=|data-value|data-unit")
NOTHING_SAID: Mapping[str, str] = {}
TABLE = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)

PRESSED = frozenset({"button", "form", "script", "select", "svg", "template"})
EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
BLOCKS = frozenset({"br", "dd", "details", "div", "dt", "li", "p", "summary", "ul"})
NOTES = frozenset(
    {
        "assumed",
        "badge",
        "conflict-marks",
        "derivation",
        "note",
        "sourced__body",
        "sum__note",
        "visually-hidden",
    }
)
# What can be done, by a button or a link, is no part of what a table says.
LEFT_OUT = frozenset({"button", "share-do"})
BLANK = frozenset({"", "–"})


class Place(StrEnum):
    """What the text of an element is to its cell."""

    SAID = "said"
    WAVE = "wave"
    HOW = "how"
    NOTED = "noted"
    NOTHING = "nothing"


NO_TEXTS = dict.fromkeys(Place, "")


@dataclass(slots=True)
class Cell:
    """One cell: what it says, and what is noted by it."""

    is_number: bool = False
    columns: int = 1
    rows: int = 1
    value: str | None = None
    is_told: bool = False
    is_date: bool = False
    unit: str = ""
    texts: dict[Place, str] = field(default_factory=NO_TEXTS.copy)

    @property
    def said(self) -> str:
        """What it says; where that is nothing, its wave, or what is noted."""
        if self.value is not None:
            return self.value
        texts = (tidy(self.texts[it]) for it in (Place.SAID, Place.WAVE, Place.NOTED))
        return next(filter(None, texts), "")

    @property
    def wave(self) -> str:
        """The code of a wave that stands before what it says."""
        return tidy(self.texts[Place.WAVE]) if self.is_seen else ""

    @property
    def is_seen(self) -> bool:
        """Whether it says anything to who looks at it."""
        return self.value is not None or bool(tidy(self.texts[Place.SAID]))

    @property
    def how(self) -> str:
        """How its date is known, where that is not the plain way."""
        return tidy(self.texts[Place.HOW])

    @property
    def noted(self) -> str:
        """What is noted, where the cell says something too."""
        shown = tidy(self.texts[Place.SAID])
        noted = tidy(self.texts[Place.NOTED])
        if self.value is None:
            return noted if shown or self.texts[Place.WAVE] else ""
        return noted if self.is_told or is_figure(shown) else joined(shown, noted)


@dataclass(slots=True)
class Table:
    """One table: its caption, its rows of headings, its rows of cells."""

    name: str
    caption: str = ""
    head: list[list[Cell]] = field(default_factory=list)
    body: list[list[Cell]] = field(default_factory=list)


def find_tables(html: str, name: str) -> list[Table]:
    """The tables of a page that have a name, in its order."""
    found = []
    for match in TABLE.finditer(html):
        if f'data-file="{name}"' in match[0].partition(">")[0]:
            reader = _Reader(name)
            reader.read(match[0])
            found.append(reader.table)
    return found


@lru_cache(10_000)
def tidy(text: str) -> str:
    """A text on one line: its blocks parted by semicolons, its blanks single."""
    blocks = (" ".join(it.split()) for it in text.split("\n"))
    shown = "; ".join(it for it in blocks if it not in BLANK)
    return shown.replace(":;", ":").replace(" ,", ",")


def joined(*texts: str) -> str:
    """Texts that say something, parted by semicolons."""
    return "; ".join(it for it in texts if it)


def is_figure(text: str) -> bool:
    """Whether a text is a number and no more, however it is written."""
    return not re.search(r"[^\W\d]", text)


class _Reader:
    """Reads one table; no table of ours stands inside another."""

    def __init__(self, name: str) -> None:
        self.table = Table(name)
        self._in_head = False
        self._caption: Cell | None = None
        self._cell: Cell | None = None
        self._places: list[tuple[str, Place]] = []

    def read(self, html: str) -> None:
        """Read all of a table."""
        for piece in PIECE.finditer(html):
            end, tag, attributes, text = piece.groups()
            if text is not None:
                self._hold(text)
            elif end:
                self._go_out(tag)
            elif tag is not None:
                self._begin(tag, _attributes(attributes))
                if attributes.endswith("/"):
                    self._go_out(tag)

    def _begin(self, tag: str, values: Mapping[str, str]) -> None:
        match tag:
            case "thead" | "tbody" | "tfoot":
                self._in_head = tag == "thead"
            case "tr":
                rows = self.table.head if self._in_head else self.table.body
                rows.append([])
            case "caption":
                self._caption = self._cell = Cell()
            case "td" | "th":
                self._cell = _cell(values)
                rows = self.table.head if self._in_head else self.table.body
                rows[-1].append(self._cell)
            case _ if self._cell is not None:
                self._go_in(tag, values)

    def _go_out(self, tag: str) -> None:
        if tag in {"td", "th", "caption"}:
            if tag == "caption" and self._caption is not None:
                self.table.caption = self._caption.said
            self._cell = None
            self._places = []
            return
        while self._places and tag not in EMPTY:
            last, _place = self._places.pop()
            if last == tag:
                break
        self._part(tag)

    def _hold(self, text: str) -> None:
        if self._cell is not None:
            # A line of the template is a blank of the page.
            self._cell.texts[self._place] += unescape(text).replace("\n", " ")

    @property
    def _place(self) -> Place:
        return self._places[-1][1] if self._places else Place.SAID

    def _go_in(self, tag: str, values: Mapping[str, str]) -> None:
        before = self._place
        classes = frozenset(values.get("class", "").split())
        place = _place_of(tag, classes, before)
        if self._cell is not None:
            self._cell.value = values.get("data-value", self._cell.value)
            self._cell.is_date |= "date" in classes
        if tag not in EMPTY:
            self._places.append((tag, place))
        if place is not before:
            self._part("div")
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag in BLOCKS and self._cell is not None:
            self._cell.texts[self._place] += "\n"


def _attributes(text: str) -> Mapping[str, str]:
    """The attributes of an element; none where it has none that says anything."""
    if not TELLING.search(text):
        return NOTHING_SAID
    return {
        key: unescape(quoted or single or bare)
        for key, quoted, single, bare in ATTRIBUTE.findall(text)
    }


def _place_of(tag: str, classes: frozenset[str], before: Place) -> Place:
    """What an element is to its cell; what is inside a note stays one."""
    is_handle = tag == "summary" and before is Place.NOTED
    if tag in PRESSED or classes & LEFT_OUT or is_handle or before is Place.NOTHING:
        return Place.NOTHING
    if "wave" in classes and before is Place.SAID:
        return Place.WAVE
    if "how" in classes or before is Place.HOW:
        return Place.HOW
    return Place.NOTED if classes & NOTES else before


def _cell(values: Mapping[str, str]) -> Cell:
    return Cell(
        is_number="number" in values.get("class", "").split(),
        columns=_count(values.get("colspan", "")),
        rows=_count(values.get("rowspan", "")),
        value=values.get("data-value"),
        is_told="data-value" in values,
        unit=values.get("data-unit", ""),
    )


def _count(typed: str) -> int:
    return int(typed) if typed.isdigit() else 1
