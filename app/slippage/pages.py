"""Slippage, ready to print: a line each in all, and each scope plan by plan."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import dated, window
from app.provenance import ProvenancePart, Sources
from app.slippage.charts import Picture, picture_of
from app.slippage.choice import Choice, ChoiceGroup
from app.slippage.lines import Mark, Point, ScopeLine
from app.slippage.texts import slip_in_days, slip_in_months, slip_sentence
from app.store.columns import Texts

MOST_TOLD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One plan's date for a scope, and how far it is from the plan before.

    `frozen` is the name of the baseline and the address of its page, where it is one.
    """

    plan: Texts
    frozen: tuple[str, str] | None
    dated: str
    go_live: str
    mark: str
    is_live: bool
    days: str
    months: str
    provenance: ProvenancePart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeTable:
    """A scope: where its date began, where it is, and every plan in between."""

    id: str
    name: str
    first: str
    last: str
    is_live: bool
    days: str
    months: str
    plans: tuple[PlanLine, ...]
    later_offers: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlippagePage:
    """What is looked at, as tables and as a chart."""

    groups: tuple[ChoiceGroup, ...]
    choice: Choice
    tables: tuple[ScopeTable, ...]
    wide: Picture
    narrow: Picture
    chart_text: str
    revision: int


def slippage_page(
    groups: tuple[ChoiceGroup, ...], choice: Choice, sources: Sources, *, revision: int
) -> SlippagePage:
    """Tell how the dates of a choice moved."""
    wide, narrow = (picture_of(len(choice.lines), is_wide=it) for it in (True, False))
    return SlippagePage(
        groups=groups,
        choice=choice,
        tables=tuple(_table(line, sources) for line in choice.lines),
        wide=wide,
        narrow=narrow,
        chart_text=chart_text(choice.lines),
        revision=revision,
    )


def chart_text(lines: tuple[ScopeLine, ...]) -> str:
    """What the chart shows, in words; of many scopes how many they are."""
    if len(lines) > MOST_TOLD:
        return _(
            "Planned go-live by the date of each plan, for %(count)s of those in the "
            "table “In all”, which has them in words.",
            count=len(lines),
        )
    told = (
        _(
            "%(who)s from %(first)s to %(last)s, %(slip)s",
            who=line.name,
            first=window(line.points[0].window),
            last=window(line.points[-1].window),
            slip=slip_sentence(line),
        )
        for line in lines
    )
    return _("Planned go-live by the date of each plan: %(who)s.", who="; ".join(told))


def _table(line: ScopeLine, sources: Sources) -> ScopeTable:
    last = line.points[-1]
    return ScopeTable(
        id=line.scope.replace(":", "-"),
        name=line.name,
        first=window(line.points[0].window),
        last=window(last.window),
        is_live=last.mark is Mark.ACTUAL,
        days=slip_in_days(line.slip, is_same=line.is_unchanged),
        months=slip_in_months(line.slip, is_same=line.is_unchanged),
        plans=tuple(_plan(it, sources) for it in line.points),
        later_offers=tuple(_plan(it, sources) for it in line.later_offers),
    )


def _plan(point: Point, sources: Sources) -> PlanLine:
    vintage = point.vintage
    frozen = point.frozen
    return PlanLine(
        plan={} if vintage is None else vintage.names,
        frozen=None if frozen is None else (frozen.name, frozen.url),
        dated=_said(point),
        go_live=window(point.window),
        mark=mark_text(point.mark),
        is_live=point.mark is Mark.ACTUAL,
        days=slip_in_days(point.slip, is_same=point.is_same),
        months=slip_in_months(point.slip, is_same=point.is_same),
        provenance=None if point.row is None else sources.of(point.row),
    )


def _said(point: Point) -> str:
    """The date of the plan itself; that as it stands has none."""
    vintage = point.vintage
    if vintage is not None:
        return dated(vintage.dated_first, vintage.dated_last, vintage.precision)
    return "" if point.frozen is None else window(point.said)


def mark_text(mark: Mark) -> str:
    """What a date is, in a word or two."""
    texts = {
        Mark.PLANNED: "",
        Mark.DERIVED: "",
        Mark.LATER_OFFER: _("the later of two dates that were offered"),
        Mark.FROZEN: "",
        Mark.ACTUAL: _("live"),
        Mark.STANDS: "",
    }
    return texts[mark]
