"""What an entry of the ledger would move in the plan, told before it is saved."""

from datetime import datetime

from app.access import User
from app.moved import MovedPart, tried_part
from app.scenario_address import find_scenario_seen
from app.shares import commands
from app.store import results
from app.store.columns import Texts
from app.store.names import Names
from app.store.trial import try_out
from planning.rights.ledger import ShareEntry


def find_tried(
    entry: ShareEntry, note: Texts, names: Names, *, by: User, at: datetime
) -> MovedPart | None:
    """Tell what an entry that holds would move; a scenario can hold none."""
    if find_scenario_seen() is not None:
        return None
    trial = try_out(
        results.current_plan(),
        lambda: commands.enter(entry, note, names, by=by, at=at),
    )
    return tried_part(trial, names)
