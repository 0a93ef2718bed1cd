"""Slippage, ready to print: a line each in all, and each scope plan by plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import dated, long_date, window
from app.provenance import ProvenancePart, Sources
from app.slippage.charts import Picture, picture_of
from app.slippage.choice import Choice, ChoiceGroup
from app.slippage.points import Gap, Mark, Point, ScopeLine
from app.slippage.texts import (
    gap_text,
    lead_text,
    now_text,
    plan_text,
    slip_in_days,
    slip_in_months,
    slip_sentence,
    through_text,
)
from app.store.columns import Texts
from app.store.names import Names
from app.store.sorting import sort_key

MOST_TOLD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One plan's date for a scope, and how far it is from the plan before.

    `frozen` is the name of the baseline and the address of its page, where it is one.
    `missing` are those whom it gives no date; `notes` say what the date is.
    """

    plan: Texts
    frozen: tuple[str, str] | None
    dated: str
    go_live: str
    is_live: bool = False
    days: str = ""
    months: str = ""
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    provenance: ProvenancePart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeTable:
    """A scope: where its date began, where it is, and every plan in between."""

    id: str
    name: str
    first: str
    last: str
    is_live: bool
    has_left: bool
    days: str
    months: str
    plans: tuple[PlanLine, ...]
    later_offers: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlippagePage:
    """What is looked at, as tables and as a chart.

    `plan` is what the last date of each is of, `now` the head of its column;
    `has_ends` is whether anybody has a first and a last date.
    """

    groups: tuple[ChoiceGroup, ...]
    choice: Choice
    tables: tuple[ScopeTable, ...]
    wide: Picture
    narrow: Picture
    chart_text: str
    plan: str
    now: str
    lead: str
    has_ends: bool
    revision: int


def slippage_page(
    groups: tuple[ChoiceGroup, ...],
    choice: Choice,
    *,
    sources: Sources,
    names: Names,
    gone: frozenset[str],
    revision: int,
) -> SlippagePage:
    """Tell how the dates of a choice moved; `gone` are those that have left."""
    wide, narrow = (picture_of(len(choice.lines), is_wide=it) for it in (True, False))
    return SlippagePage(
        groups=groups,
        choice=choice,
        tables=tuple(_table(line, sources, names, gone) for line in choice.lines),
        wide=wide,
        narrow=narrow,
        chart_text=chart_text(choice.lines),
        plan=plan_text(),
        now=now_text(),
        lead=lead_text(),
        has_ends=any(it.is_end for it in choice.lines),
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
            first=window(line.counted[0].window),
            last=window(line.counted[-1].window),
            slip=slip_sentence(line),
        )
        for line in lines
    )
    return _("Planned go-live by the date of each plan: %(who)s.", who="; ".join(told))


def _table(
    line: ScopeLine, sources: Sources, names: Names, gone: frozenset[str]
) -> ScopeTable:
    kind, _separator, number = line.scope.partition(":")
    first, last = line.counted[0], line.counted[-1]
    return ScopeTable(
        id=line.scope.replace(":", "-"),
        name=line.name,
        first=window(first.window),
        last=window(last.window),
        is_live=last.mark is Mark.ACTUAL,
        has_left=kind == "municipality" and number in gone,
        days=slip_in_days(line.slip, is_same=line.is_unchanged),
        months=slip_in_months(line.slip, is_same=line.is_unchanged),
        plans=tuple(
            _gap(it, names) if isinstance(it, Gap) else _plan(it, sources, names)
            for it in line.told
        ),
        later_offers=tuple(_plan(it, sources, names) for it in line.later_offers),
    )


def _plan(point: Point, sources: Sources, names: Names) -> PlanLine:
    return PlanLine(
        plan={} if point.vintage is None else point.vintage.names,
        frozen=_frozen(point),
        dated=_said(point),
        go_live=window(point.window),
        is_live=point.mark is Mark.ACTUAL,
        days=slip_in_days(point.slip, is_same=point.is_same),
        months=slip_in_months(point.slip, is_same=point.is_same),
        notes=tuple(_notes(point, names)),
        provenance=None if point.row is None else sources.of(point.row),
    )


def _gap(gap: Gap, names: Names) -> PlanLine:
    """A plan of which no date is counted."""
    missing = (names.municipality(it) for it in gap.missing)
    return PlanLine(
        plan={} if gap.vintage is None else gap.vintage.names,
        frozen=_frozen(gap),
        dated=_said(gap),
        go_live=gap_text(gap),
        missing=tuple(sorted(missing, key=sort_key)),
    )


def _frozen(told: Point | Gap) -> tuple[str, str] | None:
    frozen = told.frozen
    return None if frozen is None else (frozen.name, frozen.url)


def _said(told: Point | Gap) -> str:
    """The date of the plan itself; that as it stands has none."""
    vintage = told.vintage
    if vintage is not None:
        return dated(vintage.dated_first, vintage.dated_last, vintage.precision)
    return "" if told.frozen is None else long_date(told.frozen.state.status_date)


def _notes(point: Point, names: Names) -> Iterator[str]:
    """What a date is, where it is not that of a plan that holds."""
    if point.mark is Mark.LATER_OFFER:
        yield _("the later of two dates that were offered")
    if point.frozen is not None and point.frozen.replaced_by:
        yield _("replaced by “%(name)s”: not counted", name=point.frozen.replaced_by)
    if text := through_text(point.through, names):
        yield text
