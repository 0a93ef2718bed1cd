"""A comparison as the document that is kept with a change; it outlives its code.

Days are ISO dates and half-open as in the engine: a finish is the first day after
the work, a milestone has start = finish. Money is whole kroner. What older
documents lack or hold in another shape, its readers have to take.
"""

from dataclasses import asdict
from typing import Any

from planning.calendars import to_date
from planning.compare import Comparison, MovedDate
from planning.conflicts import Conflict


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values."""
    return {
        "waves": [_wave(it) for it in comparison.waves],
        "municipalities": list(comparison.municipalities),
        "deadlines": comparison.deadlines,
        "margins": [
            {"municipality": it.municipality, "before": it.before, "after": it.after}
            for it in comparison.margins
        ],
        **_conflicts(comparison),
        "presumed": asdict(comparison.presumed),
        "moved": [_moved(it) for it in comparison.moved],
    }


def _wave(it: MovedDate) -> dict[str, Any]:
    return {
        "code": it.owner_id,
        "before": it.before and _iso(it.before[0]),
        "after": it.after and _iso(it.after[0]),
        "days": it.days,
    }


def _moved(it: MovedDate) -> dict[str, Any]:
    return {
        "id": it.id,
        "owner": it.owner.value,
        "owner_id": it.owner_id,
        "key": it.key,
        "kind": it.kind.value,
        "before": it.before and [_iso(day) for day in it.before],
        "after": it.after and [_iso(day) for day in it.after],
        "days": it.days,
        "because": it.because,
        "cause": it.cause,
    }


def _conflicts(comparison: Comparison) -> dict[str, Any]:
    return {
        "conflicts_new": [_conflict(it) for it in comparison.conflicts_new],
        "conflicts_gone": [_conflict(it) for it in comparison.conflicts_gone],
        "conflicts_accepted": [_conflict(it) for it in comparison.conflicts_accepted],
        "conflicts_changed": [
            {"before": _conflict(it.before), "after": _conflict(it.after)}
            for it in comparison.conflicts_changed
        ],
        "conflicts_stay": [_conflict(it) for it in comparison.conflicts_stay],
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "kind": conflict.kind.value,
        "severity": conflict.severity.value,
        "concerns": list(conflict.concerns),
        "days": conflict.days,
        "values": [list(pair) for pair in conflict.values],
    }


def _iso(day: int) -> str:
    return to_date(day).isoformat()
