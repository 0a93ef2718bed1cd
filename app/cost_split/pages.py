"""The page on who pays what when somebody stays away, ready to print."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.cost_split.choice import Choice
from app.cost_split.gathering import Found
from app.cost_split.result import ResultPart, result_part
from app.cost_split.words import key_text, years_text
from app.filters import kroner
from app.provenance import ProvenancePart, Sources
from app.scopes import scope_choices
from app.store.tables import CostKeyRow, SharedCostRow
from planning.rights.resplit import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One key: what it shares by, when it holds, how it is known."""

    id: int
    shares_by: str
    holds: str
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """What is entered of one year."""

    id: int
    year: int
    amount: str
    price_year: str
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class CostSplitPage:
    """The page: what can be asked, what comes of it, and what it rests on."""

    choice: Choice
    who: dict[str, dict[str, str]]
    ways: dict[str, str]
    result: ResultPart | None
    keys: tuple[KeyLine, ...]
    costs: tuple[CostLine, ...]
    can_edit: bool


def cost_split_page(found: Found, sources: Sources, *, can_edit: bool) -> CostSplitPage:
    """The page as it was asked for."""
    return CostSplitPage(
        choice=found.choice,
        who=scope_choices(found.evaluation, found.names),
        ways=way_texts(),
        result=None if found.choice.step is None else result_part(found),
        keys=tuple(_key_line(row, sources) for row in found.keys),
        costs=tuple(_cost_line(row, sources) for row in found.costs),
        can_edit=can_edit,
    )


def way_texts() -> dict[str, str]:
    """What one can do, in words."""
    return {
        Way.DECLINES: _("says no"),
        Way.DEFERS: _("waits until"),
        Way.LEAVES: _("gives notice on"),
    }


def _key_line(row: CostKeyRow, sources: Sources) -> KeyLine:
    return KeyLine(
        id=row.id,
        shares_by=key_text(row),
        holds=years_text(row),
        provenance=sources.of(row),
    )


def _cost_line(row: SharedCostRow, sources: Sources) -> CostLine:
    return CostLine(
        id=row.id,
        year=row.year,
        amount=kroner(row.amount),
        price_year=_("not known") if row.price_year is None else str(row.price_year),
        provenance=sources.of(row),
    )
