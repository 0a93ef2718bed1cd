"""All deadlines, from every source, and those of a scope."""

from collections.abc import Callable, Iterable, Iterator

from app.deadline_sources.agreements import list_agreements
from app.deadline_sources.answers import list_answers
from app.deadline_sources.councils import list_notices, list_tasks
from app.deadline_sources.deadline import Deadline
from app.deadline_sources.meetings import list_meetings
from app.deadline_sources.milestones import list_milestones
from app.deadline_sources.plan_dates import list_plan_dates
from app.deadline_sources.shares import (
    list_announced,
    list_board_meetings,
    list_payments,
)
from app.scopes import Scope, ScopeKind
from app.store.names import Names
from app.store.sorting import sort_key
from planning.evaluate import Evaluation

Source = Callable[[Evaluation, Names], Iterator[Deadline]]

SOURCES: tuple[Source, ...] = (
    list_plan_dates,
    list_answers,
    list_milestones,
    list_meetings,
    list_tasks,
    list_notices,
    list_agreements,
    list_board_meetings,
    list_payments,
    list_announced,
)
"""What deadlines come from; a theme of its own is one line more."""


def list_deadlines(evaluation: Evaluation, names: Names) -> list[Deadline]:
    """Every deadline by its day, in the language that is in force."""
    found = [it for source in SOURCES for it in source(evaluation, names)]
    found.sort(key=lambda it: (it.day, it.window.end, it.what, sort_key(it.whose)))
    return found


def of_scope(deadlines: Iterable[Deadline], scope: Scope) -> list[Deadline]:
    """Those of a scope, in the same order; the whole programme has all of them."""
    return [it for it in deadlines if _belongs(it, scope)]


def _belongs(it: Deadline, scope: Scope) -> bool:
    return {
        ScopeKind.MUNICIPALITY: it.place.number,
        ScopeKind.REGION: it.place.region,
        ScopeKind.WAVE: it.place.wave,
        ScopeKind.PROGRAMME: scope.key,
    }[scope.kind] == scope.key
