"""Assumptions and own sums, ready to print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.assumption_words import assumption_name, assumption_text
from app.economy_figures.commands import ENTERED
from app.economy_figures.forms import AssumptionForm, FigureForm
from app.economy_figures.reckoning import Reckoned
from app.economy_figures.words import KINDS, assumption_meaning, figure_meaning
from app.figure_kinds import debt_service_text, figure_kind_text
from app.filters import kroner
from app.last_written import Written
from app.money_figures import MoneyLine, money_lines
from app.money_words import MoneyPart
from app.provenance import ProvenancePart, Sources
from app.store.tables import AssumptionRow, MoneyFigureRow, OwnFigureRow
from planning.money_facts import FigureKind

TOTAL = FigureKind.ANNUAL_TOTAL
LastWritten = Mapping[tuple[str, str], Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionLine:
    """One assumption with what it means and where it comes from."""

    key: str
    name: str
    value: str
    meaning: str
    source: ProvenancePart
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionsPage:
    """All of them."""

    lines: tuple[AssumptionLine, ...]
    can_edit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionPage:
    """One of them with its form."""

    key: str
    name: str
    meaning: str
    is_rate: bool
    form: AssumptionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A sum on the municipality's own word."""

    amount: str
    details: tuple[str, ...]
    reason: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One kind of sum: what is reckoned with, the own sum, what sources give.

    `now` is none of a yearly total, which is split before it is reckoned with;
    `warning` is what contradicts it; `unused` says why an own sum is not reckoned
    with; `otherwise` is what would be if there were no own sum.
    """

    kind: str
    name: str
    meaning: str
    now: MoneyPart | None
    own: OwnLine | None
    warning: str
    unused: str
    otherwise: MoneyPart | None
    sourced: tuple[MoneyLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """All sums of one municipality."""

    number: str
    name: str
    lines: tuple[FigureLine, ...]
    can_edit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """One sum with its form, and what is reckoned with where none is entered."""

    number: str
    municipality: str
    kind: str
    name: str
    meaning: str
    is_entered: bool
    otherwise: MoneyPart | None
    form: FigureForm


def assumptions_page(
    rows: Iterable[AssumptionRow],
    *,
    sources: Sources,
    written: LastWritten,
    can_edit: bool,
) -> AssumptionsPage:
    """Lay out the assumptions."""
    return AssumptionsPage(
        lines=tuple(
            AssumptionLine(
                key=row.key,
                name=assumption_name(row.key),
                value=assumption_text(row.key, row.value),
                meaning=assumption_meaning(row.key),
                source=sources.of(row),
                written=_written(row.confidence, written.get(("assumption", row.key))),
            )
            for row in rows
        ),
        can_edit=can_edit,
    )


def figure_lines(
    reckoned: Reckoned,
    own: Mapping[str, OwnFigureRow],
    sourced: Iterable[MoneyFigureRow],
    *,
    sources: Sources,
    written: LastWritten,
) -> tuple[FigureLine, ...]:
    """One line for every kind of sum that can be entered."""
    by_kind: dict[str, list[MoneyFigureRow]] = {}
    for row in sourced:
        by_kind.setdefault(row.kind, []).append(row)
    return tuple(
        FigureLine(
            kind=kind.value,
            name=figure_kind_text(kind),
            meaning=figure_meaning(kind),
            now=reckoned.now(kind),
            own=own_line(own[kind], written) if kind in own else None,
            warning=reckoned.contradiction() if kind is TOTAL else "",
            unused=unused_text(kind, own),
            otherwise=reckoned.otherwise(kind) if kind in own else None,
            sourced=money_lines(by_kind.get(kind, ()), sources),
        )
        for kind in KINDS
    )


def own_line(row: OwnFigureRow, written: LastWritten) -> OwnLine:
    """An own sum with what is said of it."""
    details = []
    if row.debt_service:
        details.append(debt_service_text(row.debt_service))
    if row.price_year is not None:
        details.append(_("prices of %(year)s", year=row.price_year))
    return OwnLine(
        amount=kroner(row.amount),
        details=tuple(details),
        reason=row.reason,
        written=_written(row.confidence, written.get(("own_figure", str(row.id)))),
    )


def unused_text(kind: FigureKind, own: Mapping[str, OwnFigureRow]) -> str:
    """Why an own yearly total says nothing; mostly empty."""
    if kind is not TOTAL or kind not in own:
        return ""
    if FigureKind.PLATFORM not in own:
        return ""
    return _("Not reckoned with: the platform’s own cost has been entered.")


def _written(confidence: str, found: Written | None) -> str:
    return found.text if confidence == ENTERED and found is not None else ""
