"""Every rule in a row: what is open, the worst first, then what is accepted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from planning.circumstances import Acceptance
from planning.conflicts.breaches import find_late
from planning.conflicts.closed_periods import find_closed
from planning.conflicts.councils import find_councils
from planning.conflicts.dependencies import find_late_components, find_trusts_after
from planning.conflicts.overdue import find_overdue, leave_to_report
from planning.conflicts.overloads import find_overloads
from planning.conflicts.past_starts import find_past_starts
from planning.conflicts.placing import find_without_wave_or_date
from planning.conflicts.regret import find_regret
from planning.conflicts.survey import Survey, survey_plan
from planning.conflicts.togetherness import find_split, tell_what_parts
from planning.conflicts.unagreed import find_unagreed
from planning.conflicts.values import Conflict, Margin, Severity
from planning.network import Network
from planning.rollout import Node
from planning.schedule import Schedule
from planning.snapshot import Snapshot

Rule = Callable[[Survey], Iterable[Conflict]]

RULES: tuple[Rule, ...] = (
    find_without_wave_or_date,
    find_overdue,
    find_late,
    find_past_starts,
    find_councils,
    find_regret,
    find_closed,
    find_trusts_after,
    find_late_components,
    find_split,
    find_overloads,
    find_unagreed,
)


def find_conflicts(
    snapshot: Snapshot,
    nodes: Mapping[str, Node],
    network: Network,
    schedule: Schedule,
    margins: Mapping[str, Margin],
) -> tuple[Conflict, ...]:
    """All that is wrong with the plan: open errors first, accepted ones last.

    What is as bad stays as the plan is walked. Each has an identity of its own.
    """
    survey = survey_plan(snapshot, nodes, network, schedule, margins)
    found = [
        tell_what_parts(survey, leave_to_report(survey, conflict))
        for rule in RULES
        for conflict in rule(survey)
    ]
    order = list(Severity)
    return tuple(
        sorted(
            _accept(found, snapshot.acceptances),
            key=lambda it: (it.accepted is not None, order.index(it.severity)),
        )
    )


def _accept(
    found: Iterable[Conflict], acceptances: Iterable[Acceptance]
) -> Iterator[Conflict]:
    """What was accepted stays so for as long as its numbers do."""
    reasons = {(it.kind, it.concerns, it.numbers): it.reason for it in acceptances}
    for conflict in found:
        reason = reasons.get((*conflict.identity, conflict.numbers))
        yield conflict if reason is None else replace(conflict, accepted=reason)
