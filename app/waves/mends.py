"""The mends of conflicts that a command on waves does: what speaks against each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.access import User
from app.language import language
from app.mending import Mender, Mending, moved_numbers
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlacementRow, PlanRow, WaveRow
from app.waves import commands, queries
from app.waves.rules import refuse_dating, refuse_day, refuse_joining, refuse_leaving
from planning.calendars import to_day
from planning.conflicts import Conflict, Mend, MendKind


def mend_by_moving(plan: PlanRow, conflict: Conflict) -> Mending:
    """Move one municipality, or several in one change, to the wave of the mend."""
    wave = queries.get_wave(plan, _mend(conflict).target)
    numbers = moved_numbers(conflict)
    placements = [queries.get_placement(plan, it) for it in numbers]

    def take(by: User, seen: int | None) -> ChangeRow | None:
        if len(placements) == 1:
            return commands.move(plan, placements[0], wave, by=by, seen=seen)
        return commands.move_several(plan, placements, wave, by=by, seen=seen)

    return Mending(next(_against_moving(plan, placements, wave), ""), take)


def mend_by_dating(plan: PlanRow, conflict: Conflict) -> Mending:
    """Set the day of the wave of the mend."""
    mend = _mend(conflict)
    wave, day = queries.get_wave(plan, mend.target), date.fromisoformat(mend.value)

    def take(by: User, seen: int | None) -> ChangeRow | None:
        return commands.set_day(plan, wave, day, by=by, seen=seen)

    refusal = refuse_dating(commands.snapshot_wave(plan, wave.code))
    refusal = refusal or refuse_day(to_day(day), status_date=commands.status_date(plan))
    return Mending(refusal, take)


def _against_moving(
    plan: PlanRow, placements: Sequence[PlacementRow], wave: WaveRow
) -> Iterator[str]:
    """Yield what speaks against it; empty texts are left out."""
    evaluation, names = results.evaluation(plan), names_for(plan, language())
    numbers = [it.municipality for it in placements]
    refusals = [
        refuse_leaving(evaluation, number, name=names.municipality(number))
        for number in numbers
    ]
    joining = refuse_joining(commands.snapshot_wave(plan, wave.code))
    yield from filter(None, (*refusals, joining))


def _mend(conflict: Conflict) -> Mend:
    """The mend of a conflict that is known to have one."""
    assert conflict.mend is not None  # noqa: S101 - `find_mending` has asked
    return conflict.mend


MENDERS: Mapping[MendKind, Mender] = {
    MendKind.MOVE_TO_WAVE: mend_by_moving,
    MendKind.MOVE_TOGETHER: mend_by_moving,
    MendKind.SET_WAVE_DAY: mend_by_dating,
}
