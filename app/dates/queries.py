"""The rows that a chain rests on, and who wrote them last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from app.extensions import Base, db
from app.past_changes import writer_name
from app.store import overlay, results
from app.store.laying import Laid, Standing
from app.store.overlay import OpenScenario
from app.store.rows import row_key
from app.store.tables import (
    ChangeItemRow,
    ChangeRow,
    DeadlineRow,
    MilestoneRow,
    PlacementRow,
    PlanRow,
    ReportRow,
    ScenarioChangeRow,
    TemplateActivityRow,
    TemplateLinkRow,
    TrustRow,
    WaveRow,
)


@dataclass(frozen=True, slots=True)
class LastChange:
    """The change that last gave a row what is asked about.

    `scenario` is the one that made it, where the plan is seen in one and it did.
    """

    id: int
    who: str
    at: datetime
    scenario: OpenScenario | None = None


def list_steps(plan: PlanRow) -> dict[str, TemplateActivityRow]:
    """The steps of the template, by key."""
    rows = db.session.scalars(
        select(TemplateActivityRow).where(TemplateActivityRow.plan_id == plan.id)
    )
    return {row.key: row for row in rows}


def list_links(plan: PlanRow) -> dict[tuple[str, str, str], TemplateLinkRow]:
    """The links of the template, by their two ends and kind."""
    rows = db.session.scalars(
        select(TemplateLinkRow).where(TemplateLinkRow.plan_id == plan.id)
    )
    return {(row.predecessor, row.successor, row.kind): row for row in rows}


def find_wave(plan: PlanRow, code: str) -> WaveRow | None:
    """A wave by its code."""
    return db.session.scalar(
        select(WaveRow).where(WaveRow.plan_id == plan.id, WaveRow.code == code)
    )


def find_placement(plan: PlanRow, number: str) -> PlacementRow | None:
    """Where a municipality is placed."""
    return db.session.scalar(
        select(PlacementRow).where(
            PlacementRow.plan_id == plan.id, PlacementRow.municipality == number
        )
    )


def find_deadline(plan: PlanRow, number: str, key: str) -> DeadlineRow | None:
    """A day that is named for a limit of a municipality."""
    return db.session.scalar(
        select(DeadlineRow).where(
            DeadlineRow.plan_id == plan.id,
            DeadlineRow.municipality == number,
            DeadlineRow.activity == key,
        )
    )


def find_report(number: str, key: str) -> ReportRow | None:
    """What is reported of a step of a municipality."""
    return db.session.scalar(
        select(ReportRow).where(
            ReportRow.municipality == number, ReportRow.activity == key
        )
    )


def find_trust(code: str) -> TrustRow | None:
    """A hospital trust."""
    return db.session.scalar(select(TrustRow).where(TrustRow.code == code))


def find_milestone(plan: PlanRow, key: str) -> MilestoneRow | None:
    """A date of the programme."""
    return db.session.scalar(
        select(MilestoneRow).where(
            MilestoneRow.plan_id == plan.id, MilestoneRow.key == key
        )
    )


def find_last_change(row: Base, *fields: str) -> LastChange | None:
    """Who last changed some fields of a row, or wrote all of it."""
    found_here = find_scenario_change(row, *fields)
    if found_here is not None:
        return found_here
    # A row that was added whole has one item, without a field.
    found = db.session.execute(
        select(ChangeRow.id, ChangeRow.by, ChangeRow.by_name, ChangeRow.at)
        .join(ChangeItemRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(
            ChangeItemRow.table == row.__tablename__,
            ChangeItemRow.row_key == row_key(row),
            ChangeItemRow.field.in_(("", *fields)),
        )
        .order_by(ChangeRow.id.desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    return LastChange(found.id, writer_name(found.by, found.by_name), found.at)


def find_scenario_change(row: Base, *fields: str) -> LastChange | None:
    """The change of the scenario that is seen, if one gave some fields of a row."""
    opened = overlay.find_open()
    if opened is None:
        return None
    given, asked = _list_given(opened), (row.__tablename__, row_key(row))
    found = [given[*asked, it] for it in ("", *fields) if (*asked, it) in given]
    if not found:
        return None
    last = max(found, key=lambda it: it.position)
    who = writer_name(last.by, last.by_name)
    return LastChange(last.id, who, last.at, opened)


class _Given(NamedTuple):
    """A change of a scenario that gave a field."""

    position: int
    id: int
    by: str
    by_name: str
    at: datetime


def _list_given(opened: OpenScenario) -> Mapping[tuple[str, str, str], _Given]:
    """By table, row and field the last change that gave it, read once for a state."""
    kept, key = results.results(), ("scenario-gives", results.revision())
    known: dict[tuple[str, str, str], _Given] | None = kept.find(key)
    if known is None:
        laid = [it.change_id for it in opened.laid if _gives(it)]
        rows = db.session.scalars(
            select(ScenarioChangeRow)
            .where(ScenarioChangeRow.id.in_(laid))
            .order_by(ScenarioChangeRow.position)
        )
        known = {
            (item["table"], item["row_key"], item["field"]): _Given(
                it.position, it.id, it.by, it.by_name, it.at
            )
            for it in rows
            for item in it.items
        }
        kept.keep(key, known)
    return known


def _gives(laid: Laid) -> bool:
    """What the plan has already is not the scenario's doing."""
    return laid.is_laid and laid.standing is not Standing.SO_ALREADY
