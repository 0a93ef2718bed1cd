"""`scenarios`: the scenarios on the plan, of all users."""

from collections.abc import Iterator, Sequence
from typing import Any

import click
from flask_babel import gettext as _
from sqlalchemy import select

from app.cli import ready_app
from app.cli.failures import debug_option
from app.cli.output import format_option, write, write_json, write_table
from app.extensions import db
from app.past_changes import writer_name
from app.scenarios.queries import is_undone
from app.scenarios.words import fate_mark
from app.store.laying import Laid
from app.store.results import current_plan
from app.store.scenario_outcomes import standings
from app.store.tables import ScenarioRow


@click.command(help=_("List the scenarios on the plan, private ones too."))
@format_option
@debug_option
def scenarios(layout: str) -> None:
    """List the scenarios on the plan, private ones too."""
    with ready_app():
        asked = (
            select(ScenarioRow)
            .where(ScenarioRow.plan_id == current_plan().id)
            .order_by(ScenarioRow.id)
        )
        rows = db.session.scalars(asked).all()
        laid = standings(rows)
        found = [scenario_document(it, laid[it.id]) for it in rows]
    if layout == "json":
        write_json({"scenarios": found})
    else:
        write_scenarios(found)


def scenario_document(row: ScenarioRow, laid: Sequence[Laid]) -> dict[str, Any]:
    """A scenario, and how its changes stand on the plan as it is now."""
    return {
        "id": row.id,
        "name": row.name,
        "note": row.note,
        "owner": writer_name(row.owner, row.owner_name),
        "shared": row.is_shared,
        "made": row.made_at.isoformat(),
        "forked_from": row.forked_from,
        "adopted": row.adopted_at and row.adopted_at.isoformat(),
        "undone": is_undone(row),
        "changes": list(_changes(row, laid)),
        "flagged": sum(it.is_flagged for it in laid),
    }


def _changes(row: ScenarioRow, laid: Sequence[Laid]) -> Iterator[dict[str, Any]]:
    """Each change that is part of it; what was adopted stands in the plan."""
    if row.adopted_at is None:
        for it in laid:
            yield {"id": it.change_id, "standing": it.standing.value}
        return
    for change in row.changes:
        if not change.is_taken_back:
            yield {"id": change.id, "standing": "adopted"}


def write_scenarios(found: Sequence[dict[str, Any]]) -> None:
    """Write a line for each scenario."""
    if not found:
        write(_("There is no scenario yet"))
        return
    write_table(
        (
            _("Number"),
            _("Scenario"),
            _("Owner"),
            _("Who sees it"),
            _("Changes"),
            _("No longer fit"),
            _("Standing"),
        ),
        (
            (
                str(it["id"]),
                it["name"],
                it["owner"],
                _("everybody") if it["shared"] else _("its owner"),
                str(len(it["changes"])),
                str(it["flagged"]),
                fate_mark(is_undone=it["undone"]).word if it["adopted"] else "",
            )
            for it in found
        ),
        right=(0, 4, 5),
    )
