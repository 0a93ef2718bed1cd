"""Decisions of councils, ready to print: the vote, the points, what they created."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from app.commitment_words import (
    body_texts,
    creates_texts,
    finality_texts,
    inside_text,
    purpose_inside,
    result_texts,
)
from app.decisions import badge_of
from app.filters import dated, kroner, long_date
from app.provenance import ProvenancePart, Sources
from app.rights.entries import REJECTED, can_be_changed, is_in_force, waits_for_final
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import DecisionPointRow, DecisionRow


@dataclass(frozen=True, slots=True)
class PointLine:
    """One point, and what it creates; empty where it creates nothing."""

    text: str
    creates: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPart:
    """One decision or signal; `id` is of one that can be changed here."""

    id: int | None
    key: int
    when: str
    badge: str
    badge_kind: str
    body: str
    motion: str
    texts: Texts
    amendments: str
    conditions: str
    votes: str
    finality: str
    case_number: str
    points: tuple[PointLine, ...]
    follows: str
    waits: bool
    source: ProvenancePart


def decision_parts(
    rows: Sequence[DecisionRow],
    points: Sequence[DecisionPointRow],
    sources: Sources,
    names: Names,
) -> tuple[DecisionPart, ...]:
    """The decisions, in the order given."""
    of: dict[int, list[DecisionPointRow]] = {}
    for point in points:
        of.setdefault(point.decision_id, []).append(point)
    return tuple(_part(row, of.get(row.id, []), sources, names) for row in rows)


def _part(
    row: DecisionRow, points: Sequence[DecisionPointRow], sources: Sources, names: Names
) -> DecisionPart:
    badge, kind = badge_of(row)
    return DecisionPart(
        id=row.id if can_be_changed(row) else None,
        key=row.id,
        when=dated(row.decided_first, row.decided_last, row.precision),
        badge=badge,
        badge_kind=kind,
        body=body_texts().get(row.body, ""),
        motion=row.motion,
        texts=row.texts,
        amendments=row.amendments,
        conditions=row.conditions,
        votes=votes_text(row),
        finality=finality_texts().get(row.finality, ""),
        case_number=row.case_number,
        points=tuple(PointLine(it.text, creates_text(it, names)) for it in points),
        follows=_follows(row, points),
        waits=waits_for_final(row) and bool(row.motion),
        source=sources.of(row),
    )


def votes_text(row: DecisionRow) -> str:
    """The result with the votes, as far as they are known."""
    result = result_texts().get(row.result, "")
    if row.votes_for is None or row.votes_against is None:
        return result
    return _(
        "%(result)s: %(for)s for, %(against)s against",
        **{"result": result, "for": row.votes_for, "against": row.votes_against},
    )


def creates_text(point: DecisionPointRow, names: Names) -> str:
    """What a point makes, in a few words."""
    match point.creates:
        case "fact":
            return _("Fact: %(fact)s", fact=inside_text(point.fact_kind))
        case "deadline" if point.day is not None:
            return _(
                "%(limit)s: %(day)s",
                limit=names.activity(point.activity),
                day=long_date(point.day),
            )
        case "budget" if point.amount is not None:
            return _budget_text(point, point.amount)
        case "task" if point.day is not None:
            return _("Task, to be done by %(day)s", day=long_date(point.day))
        case "nothing":
            return ""
        case _:
            return creates_texts()[point.creates]


def _budget_text(point: DecisionPointRow, amount: Decimal) -> str:
    """Budget 2025: 4 500 000 kr, investment, prices of 2024."""
    told = _("Budget %(year)s: %(amount)s", year=point.year, amount=kroner(amount))
    purpose = purpose_inside(point.purpose) if point.purpose else ""
    prices = ""
    if point.price_year is not None:
        prices = _("prices of %(year)s", year=point.price_year)
    return ", ".join(filter(None, (told, purpose, prices)))


def _follows(row: DecisionRow, points: Sequence[DecisionPointRow]) -> str:
    """Whether what the points say is made; empty where there is nothing to make."""
    count = sum(it.creates != "nothing" for it in points)
    if not count:
        return ""
    if is_in_force(row):
        return ngettext(
            "%(num)d point has created what it says.",
            "%(num)d points have created what they say.",
            count,
        )
    if waits_for_final(row):
        return _("The points create nothing before the decision is final.")
    if row.result == REJECTED:
        return _("The motion was rejected: the points have created nothing.")
    return _("The case was postponed: the points have created nothing.")
