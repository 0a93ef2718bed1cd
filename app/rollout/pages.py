"""The template as a page: the steps before and after go-live, and the links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import duration
from app.lag_words import lag_text
from app.provenance import ProvenancePart, Sources
from app.rollout.filling import AFTER, dependence_of
from app.rollout.words import kind_text, link_text, placing_text
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import TemplateActivityRow, TemplateLinkRow


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step; a milestone has no duration."""

    key: str
    name: str
    kind: str
    duration: str
    placing: str
    is_for_holders: bool
    note: Texts
    source: ProvenancePart


@dataclass(frozen=True, slots=True)
class StepGroup:
    """The steps on one side of go-live; before it they are all placed alike."""

    key: str
    heading: str
    about: str
    shows_placing: bool
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """One dependence of a step on another."""

    id: int
    predecessor: str
    successor: str
    kind: str
    lag: str
    note: Texts
    source: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePage:
    """All of the template."""

    groups: tuple[StepGroup, ...]
    links: tuple[LinkLine, ...]
    can_edit: bool


def template_page(
    steps: Sequence[TemplateActivityRow],
    links: Iterable[TemplateLinkRow],
    *,
    names: Names,
    sources: Sources,
    can_edit: bool,
) -> TemplatePage:
    """Lay out the template."""
    before = tuple(step_line(it, sources, names) for it in steps if it.phase != AFTER)
    after = tuple(step_line(it, sources, names) for it in steps if it.phase == AFTER)
    return TemplatePage(
        groups=(
            StepGroup("before", _("Up to go-live"), counted_back(), False, before),
            StepGroup("after", _("After go-live"), "", True, after),
        ),
        links=tuple(link_line(it, names, sources) for it in links),
        can_edit=can_edit,
    )


def counted_back() -> str:
    """How all is placed that comes before go-live."""
    return _("Counted back from go-live: each step is placed as late as possible.")


def step_line(row: TemplateActivityRow, sources: Sources, names: Names) -> StepLine:
    """One step, ready to print."""
    return StepLine(
        key=row.key,
        name=names.activity(row.key),
        kind=kind_text(row.kind),
        duration="" if row.duration.startswith("0") else duration(row.duration),
        placing=placing_text(row.placing),
        is_for_holders=row.option_holders_only,
        note=row.explanation,
        source=sources.of(row),
    )


def link_line(row: TemplateLinkRow, names: Names, sources: Sources) -> LinkLine:
    """One link, ready to print."""
    said = dependence_of(row)
    return LinkLine(
        id=row.id,
        predecessor=names.activity(row.predecessor),
        successor=names.activity(row.successor),
        kind=link_text(row.kind),
        lag="" if said.lag.is_zero else lag_text(said.lag, said.calendar),
        note=row.explanation,
        source=sources.of(row),
    )
