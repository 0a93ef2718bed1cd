"""What a change of a scenario says of itself, once it replaces other values than then.

The sentence of a municipality that is moved names the wave that it leaves. Where the
owner keeps the new place although the plan has moved it meanwhile, it leaves another.
"""

from sqlalchemy import select

from app.extensions import db
from app.store.tables import ScenarioChangeRow, WaveRow

PLACED = "waves.municipality-placed"
UNPLACED = "waves.municipality-unplaced"
MOVED = "waves.municipality-moved"
SEVERAL_MOVED = "waves.municipalities-moved"


def retell(change: ScenarioChangeRow) -> None:
    """Let the values of a change name the waves that it replaces now."""
    left = {it["before"] for it in change.items if it["field"] == "wave_id"}
    if not left:
        return
    asked = select(WaveRow).where(WaveRow.id.in_(left)).order_by(WaveRow.sequence)
    codes = [it.code for it in db.session.scalars(asked)]
    if change.what == SEVERAL_MOVED:
        change.values = {**change.values, "waves": codes}
    elif change.what in (PLACED, UNPLACED, MOVED):
        before = codes[0] if codes else None
        after = change.values["after"]
        change.values = {**change.values, "before": before}
        change.what = move_kind(before, after)


def move_kind(before: str | None, after: str | None) -> str:
    """What a move of one municipality is called, by where it comes from and goes."""
    if before is None:
        return PLACED
    return UNPLACED if after is None else MOVED
