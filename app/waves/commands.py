"""The writes on waves: who is in which, and when each goes live.

What a form has refused never comes here; a caller that has not asked the rules gets
a ValueError. Whatever a user sets is marked as entered, and no longer leans on the
source of what it replaces.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from app.access import User, require
from app.filters import is_of_whole_months
from app.store import results
from app.store.retold import move_kind
from app.store.tables import ChangeRow, PlacementRow, PlanRow, WaveRow
from app.store.writing import writing
from app.waves.queries import list_waves
from app.waves.rules import (
    refuse_dating,
    refuse_day,
    refuse_joining,
    refuse_leaving,
    refuse_shift,
    refuse_window,
)
from planning.calendars import norway, to_date, to_day
from planning.durations import Duration
from planning.snapshot import Precision, Wave
from planning.waves import shift_wave

ENTERED = "entered"


def move(
    plan: PlanRow,
    placement: PlacementRow,
    wave: WaveRow | None,
    *,
    by: User,
    seen: int | None = None,
) -> ChangeRow | None:
    """Put a municipality in another wave, or in none."""
    require(by, "plan.edit")
    number = placement.municipality
    allow(refuse_leaving(results.evaluation(plan), number, name=number))
    if wave is not None:
        allow(refuse_joining(snapshot_wave(plan, wave.code)))
    codes = {it.id: it.code for it in list_waves(plan)}
    before = None if placement.wave_id is None else codes[placement.wave_id]
    after = None if wave is None else wave.code
    with writing(
        plan,
        by=by,
        what=move_kind(before, after),
        values={"municipality": number, "before": before, "after": after},
        seen=seen,
        touches=[("placement", str(placement.id))],
    ) as write:
        if before != after:
            placement.wave_id = None if wave is None else wave.id
            mark_entered(placement)
    return write.change


def move_several(
    plan: PlanRow,
    placements: Sequence[PlacementRow],
    wave: WaveRow | None,
    *,
    by: User,
    seen: int | None = None,
) -> ChangeRow | None:
    """Put several municipalities in another wave, or in none, in one change.

    Those who are there already are no part of it.
    """
    require(by, "plan.edit")
    target = None if wave is None else wave.id
    moving = [it for it in placements if it.wave_id != target]
    for number in (it.municipality for it in moving):
        allow(refuse_leaving(results.evaluation(plan), number, name=number))
    if wave is not None:
        allow(refuse_joining(snapshot_wave(plan, wave.code)))
    with writing(
        plan,
        by=by,
        what="waves.municipalities-moved",
        values=_several_values(plan, moving, wave),
        seen=seen,
        touches=[("placement", str(it.id)) for it in moving],
    ) as write:
        for placement in moving:
            placement.wave_id = None if wave is None else wave.id
            mark_entered(placement)
    return write.change


def _several_values(
    plan: PlanRow, moving: Sequence[PlacementRow], wave: WaveRow | None
) -> dict[str, Any]:
    """Who is moved, out of which waves, and where to."""
    codes = {it.id: it.code for it in list_waves(plan)}
    left = {it.wave_id for it in moving}
    return {
        "municipalities": sorted(it.municipality for it in moving),
        "waves": [code for id, code in codes.items() if id in left],
        "after": None if wave is None else wave.code,
    }


def set_day(
    plan: PlanRow, wave: WaveRow, day: date, *, by: User, seen: int | None = None
) -> ChangeRow | None:
    """Set the day of a wave; it beats the window."""
    require(by, "plan.edit")
    allow(refuse_dating(snapshot_wave(plan, wave.code)))
    allow(refuse_day(to_day(day), status_date=status_date(plan)))
    with writing(
        plan,
        by=by,
        what="waves.date-set",
        values={"wave": wave.code, "day": day.isoformat()},
        seen=seen,
        touches=[("wave", str(wave.id))],
    ) as write:
        wave.set_day = day
    return write.change


def clear_day(
    plan: PlanRow, wave: WaveRow, *, by: User, seen: int | None = None
) -> ChangeRow | None:
    """Take the day back, so that the wave follows its window."""
    require(by, "plan.edit")
    allow(refuse_dating(snapshot_wave(plan, wave.code)))
    with writing(
        plan,
        by=by,
        what="waves.date-cleared",
        values={"wave": wave.code},
        seen=seen,
        touches=[("wave", str(wave.id))],
    ) as write:
        wave.set_day = None
    return write.change


def set_window(
    plan: PlanRow,
    wave: WaveRow,
    days: tuple[date, date],
    *,
    by: User,
    seen: int | None = None,
) -> ChangeRow | None:
    """Set the first and the last day on which a wave may go live."""
    require(by, "plan.edit")
    first, last = days
    allow(refuse_dating(snapshot_wave(plan, wave.code)))
    allow(refuse_day(to_day(first), status_date=status_date(plan)))
    allow(refuse_window(first, last))
    precision = window_precision(first, last)
    values = {"wave": wave.code, "first": first, "last": last, "precision": precision}
    with writing(
        plan,
        by=by,
        what="waves.window-set",
        values={key: str(value) for key, value in values.items()},
        seen=seen,
        touches=[("wave", str(wave.id))],
    ) as write:
        if (wave.window_first, wave.window_last) != (first, last):
            put_window(wave, first, last)
    return write.change


def shift(
    plan: PlanRow, wave: WaveRow, length: Duration, *, by: User, seen: int | None = None
) -> ChangeRow | None:
    """Move a wave, its window and its day, by some time."""
    require(by, "plan.edit")
    allow(refuse_dating(snapshot_wave(plan, wave.code)))
    shifted = list(shifted_waves(plan, [wave], length))
    with writing(
        plan,
        by=by,
        what="waves.shifted",
        values={"wave": wave.code, "by": str(length)},
        seen=seen,
        touches=[("wave", str(wave.id))],
    ) as write:
        put_shifted(shifted)
    return write.change


def delay_main_project(
    plan: PlanRow, length: Duration, *, by: User, seen: int | None = None
) -> ChangeRow | None:
    """Move every wave that is not live by the same time, in one change."""
    require(by, "plan.edit")
    shifted = list(shifted_waves(plan, list_waves(plan), length))
    with writing(
        plan,
        by=by,
        what="waves.main-project-delayed",
        values={"by": str(length)},
        seen=seen,
        touches=[("wave", str(row.id)) for row, _moved in shifted],
    ) as write:
        put_shifted(shifted)
    return write.change


def shifted_waves(
    plan: PlanRow, rows: Iterable[WaveRow], length: Duration
) -> Iterator[tuple[WaveRow, Wave]]:
    """Yield the waves that are not live, and where the engine puts each."""
    for row in rows:
        wave = snapshot_wave(plan, row.code)
        if not wave.is_live:
            allow(refuse_shift(wave, length, status_date=status_date(plan)))
            yield row, shift_wave(wave, length, calendar=norway())


def put_shifted(shifted: Iterable[tuple[WaveRow, Wave]]) -> None:
    """Write the waves where they have been moved to."""
    for row, moved in shifted:
        if moved.window is not None:
            put_window(row, to_date(moved.window.start), to_date(moved.window.last))
        if moved.set_day is not None:
            row.set_day = to_date(moved.set_day)


def put_window(wave: WaveRow, first: date, last: date) -> None:
    """Write a window with its precision; it is nobody's printed text any more."""
    wave.window_first, wave.window_last = first, last
    wave.precision = window_precision(first, last)
    wave.printed = ""
    mark_entered(wave)


def mark_entered(row: WaveRow | PlacementRow) -> None:
    """Say that a user set it; a note on the source of what it was goes with that."""
    row.confidence = ENTERED
    row.source = row.reference = ""
    row.note = {}


def window_precision(first: date, last: date) -> str:
    """How exactly two days, both included, say when."""
    if first == last:
        return Precision.DAY.value
    is_month = is_of_whole_months(first, last) and first.month == last.month
    is_month = is_month and first.year == last.year
    return Precision.MONTH.value if is_month else Precision.WINDOW.value


def snapshot_wave(plan: PlanRow, code: str) -> Wave:
    """The wave as the engine sees it now."""
    waves = results.evaluation(plan).snapshot.plan.waves
    return next(wave for wave in waves if wave.code == code)


def status_date(plan: PlanRow) -> int:
    """The day that planned dates may not lie before."""
    return results.evaluation(plan).snapshot.status_date


def allow(refusal: str) -> None:
    """Stop a caller that has not asked the rules."""
    if refusal:
        raise ValueError(refusal)
