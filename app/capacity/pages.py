"""The capacity page, ready to print."""

from dataclasses import dataclass

from app.capacity.drawing import Histogram
from app.provenance import ProvenancePart


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class State:
    """How a resource stands; `kind` is that of a badge, `url` a conflict's."""

    kind: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceLine:
    """One resource among the others: the most that is asked for, and how it stands."""

    name: str
    unit: str
    url: str
    is_chosen: bool
    most: str
    is_assumed: bool
    month: str
    there_is: str
    state: State


@dataclass(frozen=True, slots=True)
class WavePart:
    """What one wave asks for in a month."""

    code: str
    sequence: int
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """One month of a resource; `over` is empty where there is enough."""

    key: str
    name: str
    url: str
    asked: str
    there_is: str
    over: str
    is_past: bool
    is_chosen: bool
    waves: tuple[WavePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoLine:
    """What one municipality asks for in a month."""

    number: str
    name: str
    code: str
    sequence: int
    amount: str


@dataclass(frozen=True, slots=True)
class WhoPart:
    """Who asks in the month that is looked at."""

    title: str
    total: str
    lines: tuple[WhoLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One entry that it is reckoned from; `written` where somebody entered it here."""

    id: int
    text: str
    source: ProvenancePart
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPart:
    """The resource that is looked at."""

    key: str
    row_id: int
    name: str
    unit: str
    summary: str
    remarks: tuple[str, ...]
    months: tuple[MonthLine, ...]
    has_supply: bool
    histogram: Histogram | None
    who: WhoPart | None
    demands: tuple[FactLine, ...]
    supplies: tuple[FactLine, ...]
    employees: tuple[FactLine, ...]
    asks_for_employees: bool
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityPage:
    """All of it; without a resource there is nothing to look at."""

    lines: tuple[ResourceLine, ...]
    chosen: ChosenPart | None
    resources: tuple[Option, ...]
    waves: tuple[Option, ...]
    first_years: tuple[Option, ...]
    last_years: tuple[Option, ...]
    can_edit: bool
