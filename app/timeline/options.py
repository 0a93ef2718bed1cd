"""What can be chosen of a timeline: whose it is, how close, beside which plan."""

from collections.abc import Iterable, Mapping, Sequence

from flask import url_for
from flask_babel import gettext as _

from app.filters import dated, plain_text
from app.frozen_plans import FrozenPlan
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import VintageRow
from app.timeline.choice import ALL, Choice
from app.timeline.pages import Option, OptionGroup, Way
from app.timeline.rows import MOST_ROOM, Branch, Sort, list_branches, room_of
from app.timeline.scale import Zoom
from app.timeline.scopes import WHOLE, Scope, ScopeKind


def scope_name(scope: Scope, names: Names) -> str:
    """What a scope is called."""
    named = {
        ScopeKind.WAVE: lambda key: names.waves.get(key, key),
        ScopeKind.REGION: names.region,
        ScopeKind.TRUST: names.trust,
        ScopeKind.MUNICIPALITY: names.municipality,
    }
    if scope.kind is ScopeKind.PROGRAMME:
        return _("The whole programme")
    return named[scope.kind](scope.key)


def scope_groups(
    keys: Mapping[ScopeKind, Sequence[str]], chosen: Scope, names: Names
) -> tuple[OptionGroup, ...]:
    """Everything that a timeline can be of, by kind; names in their order."""
    labels = {
        ScopeKind.WAVE: _("Waves"),
        ScopeKind.REGION: _("Regions"),
        ScopeKind.TRUST: _("Health trusts"),
        ScopeKind.MUNICIPALITY: _("Municipalities"),
    }
    whole = Option(WHOLE.value, scope_name(WHOLE, names), chosen == WHOLE)
    groups = [OptionGroup(_("The programme"), (whole,))]
    for kind, label in labels.items():
        scopes = [Scope(kind, key) for key in keys[kind]]
        options = [
            Option(it.value, scope_name(it, names), it == chosen) for it in scopes
        ]
        if kind is not ScopeKind.WAVE:
            options.sort(key=lambda it: sort_key(it.label))
        groups.append(OptionGroup(label, tuple(options)))
    return tuple(groups)


def vintage_options(rows: Iterable[VintageRow], chosen: str) -> tuple[Option, ...]:
    """The earlier plans that can be laid under; the first is none."""
    return (
        Option("", _("None"), not chosen),
        *(Option(it.key, plain_text(it.names), it.key == chosen) for it in rows),
    )


def baseline_options(plans: Iterable[FrozenPlan], chosen: str) -> tuple[Option, ...]:
    """The baselines that can be laid under, the newest first."""
    found = [Option(it.key, it.name, it.key == chosen) for it in plans]
    return tuple(reversed(found))


def vintage_name(row: VintageRow) -> str:
    """What an earlier plan is called, and when it was made, each told once."""
    name = plain_text(row.names)
    said = dated(row.dated_first, row.dated_last, row.precision)
    return name if said in name else f"{name} ({said})"


def zoom_ways(choice: Choice) -> tuple[Way, ...]:
    """How closely can be looked."""
    texts = {Zoom.YEAR: _("Year"), Zoom.QUARTER: _("Quarter"), Zoom.MONTH: _("Month")}
    return tuple(
        Way(f"zoom-{it}", text, address(choice.zooming(it).query()), choice.zoom is it)
        for it, text in texts.items()
    )


def fold_ways(
    choice: Choice, branches: Sequence[Branch], shown: Iterable[str]
) -> tuple[Way, ...]:
    """How all can be unfolded or folded at once, where that changes anything."""
    opened, ways = frozenset(shown), []
    every = frozenset(it.key for it in list_branches(branches) if it.inside)
    outer = frozenset(
        it.key for it in branches if it.inside and it.sort is not Sort.GROUP
    )
    is_one = len(branches) == 1
    if not is_one and not outer <= opened:
        url = address(choice.opening(outer | opened).query())
        ways.append(Way("unfold-outer", _("Unfold the waves"), url))
    fits = room_of(list_branches(branches)) <= MOST_ROOM
    if fits and not every <= opened:
        url = address(choice.opening(frozenset({ALL})).query())
        ways.append(Way("unfold-all", _("Unfold all"), url))
    if opened - (outer if is_one else frozenset()):
        ways.append(Way("fold-all", _("Fold all"), address(choice.folded().query())))
    return tuple(ways)


def address(query: str) -> str:
    """The address of the timeline with a query, from the page itself."""
    return f"?{query}" if query else url_for("timeline.index")
