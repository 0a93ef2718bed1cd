"""A comparison as the document that is kept with a change; it outlives its code.

Days are ISO dates and half-open as in the engine: a finish is the first day after
the work, a milestone has start = finish. Money is whole kroner. What older
documents lack or hold in another shape, its readers have to take.
"""

from dataclasses import asdict, fields
from typing import Any

from planning.calendars import to_date
from planning.compare import Comparison, MovedDate
from planning.conflicts import Conflict
from planning.finance.delay import (
    Difference,
    Invested,
    Investment,
    Lines,
    MovedMoney,
    MovedMoneyInAll,
    PresentValue,
)
from planning.finance.readings import ChangedReading
from planning.money import KRONE, round_to_krone
from planning.money_facts import Basis


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
        "money": _money(comparison),
        "presumed": asdict(comparison.presumed),
        "rights": {
            name: list(holders) for name, holders in asdict(comparison.rights).items()
        },
        "moved": [moved_document(it) for it in comparison.moved],
    }


def _wave(it: MovedDate) -> dict[str, Any]:
    return {
        "code": it.owner_id,
        "before": it.before and _iso(it.before[0]),
        "after": it.after and _iso(it.after[0]),
        "days": it.days,
    }


def moved_document(it: MovedDate) -> dict[str, Any]:
    """A date before and after, as it is kept."""
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
        "conflicts_new": [conflict_document(it) for it in comparison.conflicts_new],
        "conflicts_gone": [conflict_document(it) for it in comparison.conflicts_gone],
        "conflicts_accepted": [
            conflict_document(it) for it in comparison.conflicts_accepted
        ],
        "conflicts_changed": [
            {
                "before": conflict_document(it.before),
                "after": conflict_document(it.after),
            }
            for it in comparison.conflicts_changed
        ],
        "conflicts_stay": [conflict_document(it) for it in comparison.conflicts_stay],
    }


def conflict_document(conflict: Conflict) -> dict[str, Any]:
    """A conflict as it is kept, to be told when it is there no more."""
    return {
        "kind": conflict.kind.value,
        "severity": conflict.severity.value,
        "concerns": list(conflict.concerns),
        "days": conflict.days,
        "values": [list(pair) for pair in conflict.values],
    }


def _money(comparison: Comparison) -> dict[str, Any]:
    """What the change costs; nothing is told of who has no money that differs."""
    in_all = comparison.money_in_all
    return {
        "municipalities": [_municipality_money(it) for it in comparison.money],
        "in_all": None if in_all is None else _money_in_all(in_all),
        "reckoned": list(comparison.reckoned),
        "no_longer_reckoned": list(comparison.no_longer_reckoned),
    }


def _municipality_money(it: MovedMoney) -> dict[str, Any]:
    return {
        "municipality": it.municipality,
        **_sums(it),
        "net_otherwise": it.net_otherwise and _difference(it.net_otherwise),
        "npv": it.present_values and _present_values(*it.present_values),
        "gains": [[at.first, at.last, _kroner(at.ore)] for at in it.gains],
        "reading": it.reading and _reading(it.reading),
    }


def _reading(it: ChangedReading) -> dict[str, Any]:
    return {
        "is_lost": it.is_lost,
        "is_case": it.is_case,
        "total": _kroner(it.rest_of.total),
        "payment": _kroner(it.rest_of.payment),
    }


def _money_in_all(it: MovedMoneyInAll) -> dict[str, Any]:
    return {
        "municipalities": it.municipalities,
        "in_other_prices": it.in_other_prices,
        **_sums(it),
    }


def _sums(it: MovedMoney | MovedMoneyInAll) -> dict[str, Any]:
    """The years compared, each line that differs, and the investment if it moved."""
    lines = {line.name: getattr(it.lines, line.name) for line in fields(Lines)}
    return {
        "first": it.first,
        "last": it.last,
        "lines": {
            name: _difference(value)
            for name, value in {**lines, "net": it.lines.net}.items()
            if value.ore
        },
        "investment": _investment(it.investment) if it.investment.is_moved else None,
    }


def _difference(it: Difference) -> dict[str, Any]:
    return {"kroner": _kroner(it.ore), "bases": _bases(it.bases)}


def _investment(it: Investment) -> dict[str, Any]:
    return {
        "before": _invested(it.before),
        "after": _invested(it.after),
    }


def _invested(it: Invested) -> dict[str, Any]:
    return {
        "parts": [[part.year, _kroner(part.ore)] for part in it.parts],
        "bases": _bases(it.bases),
    }


def _present_values(before: PresentValue, after: PresentValue) -> dict[str, Any]:
    return {"before": _present_value(before), "after": _present_value(after)}


def _present_value(it: PresentValue) -> dict[str, Any]:
    return {"year": it.year, "kroner": _kroner(it.ore), "bases": _bases(it.bases)}


def _bases(bases: frozenset[Basis]) -> list[str]:
    return sorted(basis.value for basis in bases)


def _kroner(ore: int) -> int:
    """Whole kroner: every flow has been rounded to them where it arose."""
    return round_to_krone(ore) // KRONE


def _iso(day: int) -> str:
    return to_date(day).isoformat()
