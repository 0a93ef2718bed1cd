"""Baselines, ready to print: the list, and what one of them holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.access import User
from app.baselines.held import Held, held_part
from app.earlier_plans import KNOWN_AFTERWARDS
from app.filters import dated, long_date, moment
from app.past_changes import writer_name
from app.store.adopting import find_adoption, find_adoptions
from app.store.baselines import find_state, is_sound, replaced_by
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import BaselineRow, ChangeRow, StatementRow, VintageRow

# What has happened, and what became known afterwards: no plans.
NO_PLANS = frozenset({"actual", KNOWN_AFTERWARDS})


@dataclass(frozen=True, slots=True)
class BaselineWay:
    """A baseline by its name, where it stands, and why it took another's place.

    `decision` says by whom, when and in which case it was decided.
    """

    name: str
    url: str
    reason: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineLine:
    """A baseline and the decision behind it.

    With the name of a scenario, the decision is not the one on this plan but the one
    on the scenario that took its place.
    """

    id: int
    name: str
    url: str
    why: str
    decided_by: str
    case_number: str
    decided_on: str
    made: str
    by_name: str
    is_sound: bool
    replaced_by: BaselineWay | None
    until: str = ""


@dataclass(frozen=True, slots=True)
class VintageLine:
    """An earlier plan, of which there are dated statements."""

    name: Texts
    dated: str
    statements: int
    url: str


@dataclass(frozen=True, slots=True)
class BaselinesPage:
    """Everything that the plan of today is measured by, the newest baseline first."""

    lines: tuple[BaselineLine, ...]
    vintages: tuple[VintageLine, ...]
    can_make: bool


@dataclass(frozen=True, slots=True)
class Adoption:
    """The scenario that took a plan's place, and what moved then."""

    scenario: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselinePage:
    """One baseline; `held` is None where it isn't what it was when it was made.

    With an adoption, the decision is not the one on this plan but on the next.
    """

    line: BaselineLine
    checksum: str
    revision: int
    replaces: BaselineWay | None
    held: Held | None
    adoption: Adoption | None
    can_make: bool


def baselines_page(
    rows: Sequence[BaselineRow],
    vintages: Sequence[VintageRow],
    statements: Sequence[StatementRow],
    *,
    user: User,
) -> BaselinesPage:
    """All baselines, and the earlier plans, for a user."""
    replaced = replaced_by(rows)
    adoptions = find_adoptions(rows)
    counts: dict[str, int] = {}
    for statement in statements:
        counts[statement.vintage] = counts.get(statement.vintage, 0) + 1
    return BaselinesPage(
        lines=tuple(_line(it, replaced, adoptions.get(it.id)) for it in reversed(rows)),
        vintages=tuple(
            VintageLine(
                name=it.names,
                dated=dated(it.dated_first, it.dated_last, it.precision),
                statements=counts.get(it.key, 0),
                url=url_for("facts.plans", _anchor=f"plan-{it.key}"),
            )
            for it in vintages
            if it.key not in NO_PLANS
        ),
        can_make=user.may("baselines.make"),
    )


def baseline_page(
    row: BaselineRow, rows: Sequence[BaselineRow], names: Names, *, user: User
) -> BaselinePage:
    """One baseline, for a user."""
    replaced = replaced_by(rows)
    other = next((it for it in rows if it.id == row.replaces_id), None)
    state = find_state(row)
    return BaselinePage(
        line=_line(row, replaced),
        checksum=row.checksum,
        revision=row.revision,
        replaces=None if other is None else _way(other, row.replaced_reason),
        held=None if state is None else held_part(state, names),
        adoption=_adoption(row, user),
        can_make=user.may("baselines.make") and row.id not in replaced,
    )


def _adoption(row: BaselineRow, user: User) -> Adoption | None:
    change = find_adoption(row)
    if change is None:
        return None
    is_seen = user.may("history.view")
    url = url_for("history.change", change_id=change.id) if is_seen else ""
    return Adoption(change.values["name"], url)


def _line(
    row: BaselineRow,
    replaced: Mapping[int, BaselineRow],
    adoption: ChangeRow | None = None,
) -> BaselineLine:
    successor = replaced.get(row.id)
    return BaselineLine(
        id=row.id,
        name=row.name,
        url=_url(row),
        why=row.why,
        decided_by=row.decided_by,
        case_number=row.case_number,
        decided_on=long_date(row.decided_on),
        made=moment(row.made_at),
        by_name=writer_name(row.by, row.by_name),
        is_sound=is_sound(row),
        replaced_by=None
        if successor is None
        else _way(successor, successor.replaced_reason),
        until="" if adoption is None else adoption.values["name"],
    )


def _way(row: BaselineRow, reason: str) -> BaselineWay:
    return BaselineWay(row.name, _url(row), reason, decision_text(row))


def decision_text(row: BaselineRow) -> str:
    """By whom, when and in which case a baseline was decided."""
    return _(
        "%(by)s, %(day)s, case %(case)s",
        by=row.decided_by,
        day=long_date(row.decided_on),
        case=row.case_number,
    )


def _url(row: BaselineRow) -> str:
    return url_for("baselines.baseline", baseline_id=row.id)
