"""Plans over time: what each said, how one scope moved, what is known afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.earlier_plans import (
    KNOWN_AFTERWARDS,
    EarlierPlans,
    ScopeHistory,
    scope_name,
    scope_window,
)
from app.filters import dated, plain_text
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import (
    KnownAfterwardsRow,
    MilestoneRow,
    StatementRow,
    VintageRow,
)
from planning.evaluate import Evaluation

DEFAULT_SCOPE = "trust:HNT"
KINDS = ("trust", "region", "municipality")


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One date that a plan gave."""

    kind: str
    scope: Texts
    told: str
    printed: str
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True)
class VintageLine:
    """One plan of its time, and all that it said."""

    key: str
    name: Texts
    dated: str
    note: Texts
    statements: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class ScopeOption:
    """A scope that can be followed from plan to plan."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ScopeGroup:
    """The scopes of one kind."""

    label: str
    options: tuple[ScopeOption, ...]


@dataclass(frozen=True, slots=True)
class LaterLine:
    """Something that is known afterwards, and is no part of the plan."""

    who: tuple[str, ...]
    when: str
    texts: Texts
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A date of the programme, or of the GP offices."""

    name: Texts
    when: str
    is_done: bool
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansPage:
    """Plans over time, and one scope followed through them."""

    groups: tuple[ScopeGroup, ...]
    scope: str
    history: ScopeHistory
    vintages: tuple[VintageLine, ...]
    later: tuple[LaterLine, ...]


def plans_page(
    evaluation: Evaluation,
    names: Names,
    sources: Sources,
    *,
    plans: EarlierPlans,
    scope: str,
    vintages: Sequence[VintageRow],
    statements: Sequence[StatementRow],
    later: Iterable[KnownAfterwardsRow],
) -> PlansPage:
    """Tell all plans, and follow the scope that was asked for."""
    scopes = [it for it in plans.scopes() if it.partition(":")[0] in KINDS]
    chosen = scope if scope in scopes else DEFAULT_SCOPE
    return PlansPage(
        groups=_groups(scopes, chosen, names),
        scope=scope_name(chosen, names),
        history=plans.history(chosen, scope_window(evaluation, chosen)),
        vintages=tuple(_vintages(vintages, statements, sources)),
        later=_later_lines(later, names, sources),
    )


def _groups(scopes: Iterable[str], chosen: str, names: Names) -> tuple[ScopeGroup, ...]:
    labels = {
        "trust": _("Health trusts"),
        "region": _("Regions"),
        "municipality": _("Municipalities"),
    }
    named = sorted(
        ((it, scope_name(it, names)) for it in scopes), key=lambda it: sort_key(it[1])
    )
    return tuple(
        ScopeGroup(
            label,
            tuple(
                ScopeOption(scope, name, scope == chosen)
                for scope, name in named
                if scope.startswith(f"{kind}:")
            ),
        )
        for kind, label in labels.items()
    )


def _vintages(
    vintages: Iterable[VintageRow], statements: Iterable[StatementRow], sources: Sources
) -> Iterable[VintageLine]:
    by_vintage: dict[str, list[StatementRow]] = {}
    for row in statements:
        by_vintage.setdefault(row.vintage, []).append(row)
    for vintage in vintages:
        if vintage.key != KNOWN_AFTERWARDS:
            yield VintageLine(
                key=vintage.key,
                name=vintage.names,
                dated=dated(vintage.dated_first, vintage.dated_last, vintage.precision),
                note=vintage.note,
                statements=tuple(
                    _statement(row, sources) for row in by_vintage.get(vintage.key, ())
                ),
            )


def _statement(row: StatementRow, sources: Sources) -> StatementLine:
    return StatementLine(
        kind=kind_text(row.kind),
        scope=row.scope_texts,
        told=_window_text(row),
        printed=row.printed,
        provenance=sources.of(row),
    )


def kind_text(kind: str) -> str:
    """What kind of date it is."""
    texts: Mapping[str, str] = {
        "contract": _("Contract"),
        "deadline": _("Limit"),
        "go-live": _("Go-live"),
        "gp-office": _("GP offices"),
        "organisation": _("Organisation"),
        "phase": _("Phase"),
        "plan": _("Plan"),
    }
    return texts.get(kind, kind)


def _window_text(row: StatementRow | MilestoneRow) -> str:
    if row.window_first is None or row.window_last is None:
        return _("no date")
    return dated(row.window_first, row.window_last, row.precision)


def _later_lines(
    rows: Iterable[KnownAfterwardsRow], names: Names, sources: Sources
) -> tuple[LaterLine, ...]:
    """Those of whom the same is told stand together."""
    lines: dict[tuple[str, str, str], LaterLine] = {}
    for row in rows:
        line = _later(row, names, sources)
        same = (line.when, plain_text(row.texts), row.reference)
        told = lines.get(same)
        lines[same] = line if told is None else replace(told, who=told.who + line.who)
    return tuple(lines.values())


def _later(row: KnownAfterwardsRow, names: Names, sources: Sources) -> LaterLine:
    who = names.trust(row.trust) if row.trust else ""
    known = ""
    if row.known_first is not None and row.known_last is not None:
        known = dated(row.known_first, row.known_last, row.precision)
    return LaterLine(
        who=(names.municipality(row.municipality) if row.municipality else who,),
        when=known or _("date not known"),
        texts=row.texts,
        provenance=sources.of(row),
    )


def milestone_lines(
    rows: Iterable[MilestoneRow], sources: Sources
) -> tuple[MilestoneLine, ...]:
    """Dates in their own order, as exactly as they are known."""
    return tuple(
        MilestoneLine(row.names, _window_text(row), row.is_done, sources.of(row))
        for row in rows
    )
