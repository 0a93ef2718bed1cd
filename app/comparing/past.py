"""The plan as it was after a change: `change:12`, as the history lets it be told.

Nobody froze it: what is known are the dates that each change has moved since, with why.
Sums and conflicts as they were then are kept with no change; each tells its own.
"""

from flask import url_for
from flask_babel import gettext as _

from app.addresses import LARGEST_ID
from app.comparing.states import OpenedState
from app.extensions import db
from app.filters import moment
from app.store.tables import ChangeRow
from planning.compared import Statements

CHANGE = "change"


def find_past(value: str) -> OpenedState | None:
    """The plan after a change, by its name in an address."""
    kind, _separator, key = value.partition(":")
    is_id = key.isascii() and key.isdigit() and int(key[:12]) <= LARGEST_ID
    row = db.session.get(ChangeRow, int(key)) if kind == CHANGE and is_id else None
    if row is None:
        return None
    return OpenedState(
        value=value,
        name=_("The plan of %(moment)s", moment=moment(row.at)),
        kind=_("After a change of the plan"),
        url=url_for("history.change", change_id=row.id),
        state=Statements({}),
        revision=row.revision,
    )


def is_past(state: OpenedState) -> bool:
    """Whether a state is the plan after a change, of which nothing was frozen."""
    return state.value.startswith(f"{CHANGE}:")


def can_be_told(one: OpenedState, other: OpenedState) -> bool:
    """Whether the history alone tells what moved between two states.

    It is silent of what a scenario or an earlier plan has otherwise.
    """
    both = (one, other)
    return any(map(is_past, both)) and all(
        is_past(it) or (it.plan_state is not None and it.scenario is None)
        for it in both
    )
