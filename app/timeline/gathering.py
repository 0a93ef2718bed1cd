"""What the timeline tells, gathered from the plan, its rows and what is chosen."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from flask import url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from app.assumed import AssumedDates, list_assumed_keys
from app.earlier_plans import list_statements, list_vintages
from app.frozen_plans import list_frozen_plans
from app.language import language
from app.store import results
from app.store.names import names_for
from app.threshold_words import criticality_text
from app.timeline.choice import BETWEEN, Choice, read_choice, wanted_keys
from app.timeline.closed import list_closed
from app.timeline.earlier import Baselines, EarlierPlan, Frozen, list_choosable
from app.timeline.links import list_bonds
from app.timeline.options import (
    address,
    baseline_options,
    fold_ways,
    scope_groups,
    scope_name,
    vintage_name,
    vintage_options,
    zoom_ways,
)
from app.timeline.pages import Selected, TimelinePage, Way
from app.timeline.reading import Facts
from app.timeline.rows import Shown, list_branches, unfold
from app.timeline.scale import Zoom
from app.timeline.scopes import (
    Scope,
    ScopeKind,
    Trees,
    find_scope,
    list_keys,
    unknown_name,
)
from app.timeline.selection import selected_part
from app.timeline.sheet import Line, Looks, draw_sheet, scale_of
from app.timeline.table import TableWriter
from app.timeline.words import Words
from planning.evaluate import Evaluation

ACROSS_WAVES = frozenset({ScopeKind.REGION, ScopeKind.TRUST, ScopeKind.MUNICIPALITY})


def build_page(args: "MultiDict[str, str]", *, draws: bool) -> TimelinePage:
    """Gather what the timeline tells for what an address asks.

    Where `draws` is not set its rows stand in the table alone.
    """
    return _Gathering(args).page(draws=draws)


class _Earlier:
    """Earlier plans that can be laid under: vintages, and what was frozen."""

    def __init__(self) -> None:
        self._all, self._statements = list_vintages(), list_statements()
        self.vintages = list_choosable(self._all, self._statements)
        self.frozen = {it.key: it for it in list_frozen_plans()}

    def keys(self) -> tuple[str, ...]:
        """How an address names them."""
        return (*(it.key for it in self.vintages), *self.frozen)

    def plan(self, chosen: str, evaluation: Evaluation) -> EarlierPlan:
        """What the one says that is chosen; nothing where none is."""
        if chosen in self.frozen:
            return Frozen(self.frozen[chosen].state)
        return Baselines(evaluation, self._all, self._statements, chosen)

    def name(self, chosen: str) -> str:
        """What it is called; empty where none is chosen."""
        if chosen in self.frozen:
            return self.frozen[chosen].name
        row = next((it for it in self.vintages if it.key == chosen), None)
        return "" if row is None else vintage_name(row)


class _Gathering:
    """What the parts of the page are made from, read once."""

    def __init__(self, args: "MultiDict[str, str]") -> None:
        self.date_url = date_urls()
        plan = results.current_plan()
        self.evaluation: Evaluation = results.evaluation(plan)
        self.names = names_for(plan, language())
        asked = args.get("scope", "")
        self.scope = find_scope(self.evaluation, asked)
        self.unknown = unknown_name(asked, self.scope)
        self.words = Words(
            self.evaluation, self.names, tells_wave=self.scope.kind in ACROSS_WAVES
        )
        self.branches = Trees(self.evaluation, self.names).of(self.scope)
        self.earlier = _Earlier()
        self.choice = read_choice(args, self.scope, self.branches, self.earlier.keys())
        self.shown = unfold(self.branches, wanted_keys(self.choice, self.branches))
        self.shown_keys = frozenset(
            it.branch.key for it in self.shown.rows if it.is_open
        )
        self.choice = self.choice.within(self.shown_keys)
        self.bonds = (
            list_bonds(self.evaluation, self.choice.at)
            if self.choice.at in self.evaluation.nodes
            else ()
        )
        self.lines = _lines(
            self.shown,
            Facts(
                self.evaluation,
                AssumedDates(self.evaluation, list_assumed_keys(plan)),
            ),
            self.earlier.plan(self.choice.vintage, self.evaluation),
        )
        self.scale = scale_of(
            self.lines, self.evaluation.snapshot.status_date, self.choice.zoom
        )

    def page(self, *, draws: bool) -> TimelinePage:
        choice, names = self.choice, self.names
        earlier = self.earlier.name(choice.vintage)
        writer = TableWriter(self.words, self.date_url)
        url, label = page_of(self.scope)
        return TimelinePage(
            title=scope_name(self.scope, names),
            unknown=self.unknown,
            page_url=url,
            page_label=label,
            scopes=scope_groups(list_keys(self.evaluation), self.scope, names),
            vintages=vintage_options(self.earlier.vintages, choice.vintage),
            baselines=baseline_options(self.earlier.frozen.values(), choice.vintage),
            vintage_name=earlier,
            is_silent=bool(earlier) and not any(it.baseline for it in self.lines),
            zooms=zoom_ways(choice),
            folds=fold_ways(choice, self.branches, self.shown_keys),
            criticality=criticality_text(
                self.evaluation.snapshot.thresholds.criticality
            ),
            hidden=tuple(self._hidden()),
            left_out=tuple(self._left_out()),
            sheet=draw_sheet(
                self.lines if draws else (),
                self.scale,
                Looks(
                    evaluation=self.evaluation,
                    words=self.words,
                    choice=choice,
                    shown_keys=self.shown_keys,
                    address=address,
                    date_url=self.date_url,
                    bonds=self.bonds,
                    base=address(choice.selecting("").query()),
                ),
            ),
            table=tuple(writer.row(it) for it in self.lines),
            closed=tuple(self._closed()),
            selected=self._selected(),
        )

    def _hidden(self) -> Iterator[tuple[str, str]]:
        """What a new scope or plan leaves as it is."""
        choice = self.choice
        kept = {
            "open": BETWEEN.join(choice.asked_open),
            "zoom": choice.asked_zoom,
            "at": choice.at,
        }
        yield from ((name, value) for name, value in kept.items() if value)

    def _left_out(self) -> Iterator[Way]:
        """Where that can be seen which there was no room for."""
        kinds = {it.value: it for it in ScopeKind}
        for branch in self.shown.left_out:
            if branch.sort not in kinds:
                continue
            scope = Scope(kinds[branch.sort], branch.key)
            choice = Choice(scope=scope, zoom=scope.zoom)
            yield Way("", self.words.name(branch), address(choice.query()))

    def _closed(self) -> Iterator[str]:
        """The names of the periods whose bands are drawn."""
        if self.choice.zoom is Zoom.MONTH:
            for period in self.evaluation.snapshot.closed_periods:
                if list_closed([period], self.scale):
                    yield self.names.closed_period(period.key)

    def _selected(self) -> Selected | None:
        if self.choice.at not in self.evaluation.nodes:
            return None
        line = next(
            (it for it in self.lines if it.row.branch.id == self.choice.at), None
        )
        if line is None:
            return None
        known = {it.id for it in list_branches(self.branches)}

        def select_url(id: str) -> str:
            if id in known:
                return address(self.choice.selecting(id).query())
            return self.date_url(id)

        released = self.choice.opening(self.shown_keys).selecting("")
        return selected_part(
            line.row.branch,
            line.facts,
            self.bonds,
            evaluation=self.evaluation,
            words=self.words,
            chain_url=self.date_url(self.choice.at),
            release_url=address(released.query()),
            select_url=select_url,
        )


def _lines(shown: Shown, facts: Facts, baselines: EarlierPlan) -> tuple[Line, ...]:
    return tuple(
        Line(row, facts.of(row.branch), baselines.of(row.branch)) for row in shown.rows
    )


def date_urls() -> Callable[[str], str]:
    """Return what tells the page of what sets a date; there are hundreds."""
    start = url_for("dates.date", activity_id="-").removesuffix("-")
    return lambda id: start + quote(id)


def page_of(scope: Scope) -> tuple[str, str]:
    """The page of a scope, where it has one, and what the way there is called."""
    if scope.kind is ScopeKind.MUNICIPALITY:
        url = url_for("municipalities.municipality", number=scope.key)
        return url, _("To the page of the municipality")
    if scope.kind is ScopeKind.WAVE:
        return url_for("waves.wave", code=scope.key), _("To the page of the wave")
    return "", ""
