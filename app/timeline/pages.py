"""The timeline, ready to print: a drawing, the same as a table, and what is chosen."""

from dataclasses import dataclass

from app.how_dated import How
from app.timeline.heads import Heads


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a choice."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Entries of one kind."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another look at the timeline."""

    id: str
    label: str
    url: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Shapes that belong together: paths by class, where they lead, what they are."""

    url: str
    title: str
    paths: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRow:
    """A row of the drawing; `fold` is where its sign leads, if it has one."""

    id: str
    name: str
    proposed: str
    sort: str
    level: int
    style: str
    is_open: bool
    fold: str
    url: str
    is_selected: bool
    ground: str
    figures: tuple[Figure, ...]
    arrows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a row in words, what it is, and the page of what sets it."""

    label: str
    text: str
    url: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of the table; texts that do not apply are empty."""

    name: str
    url: str
    level: int
    start: Day | None
    finish: str
    days: tuple[Day, ...]
    room: str
    is_critical: bool
    is_near_critical: bool
    margin: str
    state: str
    sureness: str
    baseline: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind a row: the window of a wave."""

    id: str
    window: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The drawing; places are pixels from its left edge, as text.

    `styles` are the classes that are drawn, which the legend explains.
    """

    width: int
    first: int
    per_day: str
    size: str
    heads: Heads
    ticks: str
    groups: str
    closed: str
    holidays: str
    today: str
    today_text: str
    told: str
    grounds: tuple[Ground, ...]
    rows: tuple[DrawnRow, ...]
    styles: frozenset[str]


@dataclass(frozen=True, slots=True)
class BondLine:
    """A link of what is selected: the other, what is asked, and its date."""

    name: str
    url: str
    link: str
    dated: str
    sets_date: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What is selected, and what it hangs together with."""

    name: str
    dated: str
    state: str
    room: str
    chain_url: str
    release_url: str
    before: tuple[BondLine, ...]
    after: tuple[BondLine, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """All that the page shows; `hidden` are fields that a new choice keeps.

    `unknown` is what the address asks for and nothing is called; mostly empty.
    """

    title: str
    unknown: str
    page_url: str
    page_label: str
    scopes: tuple[OptionGroup, ...]
    vintages: tuple[Option, ...]
    baselines: tuple[Option, ...]
    vintage_name: str
    is_silent: bool
    zooms: tuple[Way, ...]
    folds: tuple[Way, ...]
    hidden: tuple[tuple[str, str], ...]
    left_out: tuple[Way, ...]
    sheet: Sheet
    table: tuple[TableRow, ...]
    criticality: str
    closed: tuple[str, ...]
    selected: Selected | None
