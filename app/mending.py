"""The mends of conflicts that are one command: found by the conflict, tried, taken.

A feature whose commands mend something offers them when the app is made; whoever
shows a conflict finds the mend here and needs not know the feature.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Flask, current_app

from app.access import User
from app.concerned import municipality_of
from app.store.tables import ChangeRow, PlanRow
from planning.conflicts import Conflict, MendKind

OFFERED = "bolgeplan.mends"


@dataclass(frozen=True, slots=True)
class Mending:
    """A mend as one command of a user, who saw a revision or none.

    `refusal` says what speaks against it, as a sentence; else it is empty.
    """

    refusal: str
    take: Callable[[User, int | None], ChangeRow | None]


Mender = Callable[[PlanRow, Conflict], Mending]


def init_app(app: Flask, menders: Mapping[MendKind, Mender]) -> None:
    """Offer what mends each kind."""
    app.extensions[OFFERED] = menders


def find_mending(plan: PlanRow, conflict: Conflict) -> Mending | None:
    """The nearest mend as a command, if there is one that does it."""
    if not is_one_command(conflict):
        return None
    assert conflict.mend is not None  # noqa: S101 - it has been asked
    menders: Mapping[MendKind, Mender] = current_app.extensions[OFFERED]
    return menders[MendKind(conflict.mend.kind)](plan, conflict)


def is_one_command(conflict: Conflict) -> bool:
    """Whether a single command mends it, with nothing left to choose."""
    mend = conflict.mend
    if mend is None:
        return False
    if mend.kind == MendKind.SET_WAVE_DAY:
        return bool(mend.value)
    return mend.kind in {MendKind.MOVE_TO_WAVE, MendKind.MOVE_TOGETHER}


def moved_numbers(conflict: Conflict) -> tuple[str, ...]:
    """Whom a mend moves: those it names, else the one that it is about."""
    named = "" if conflict.mend is None else conflict.mend.value
    if named:
        return tuple(named.split(","))
    return tuple(filter(None, (municipality_of(conflict.concerns[0]),)))


def shown_mend(conflict: Conflict) -> str:
    """What tells one mend from another: a form says by it which the user saw."""
    mend = conflict.mend
    return "" if mend is None else f"{mend.kind} {mend.target} {mend.value}".rstrip()
