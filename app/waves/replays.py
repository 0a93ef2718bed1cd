"""How a scenario does the changes of waves again, on the plan as it is then."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from app.extensions import db
from app.store.laying import Replay
from app.store.loader import load_waves
from app.store.results import programme
from app.store.tables import PlacementRow, PlanRow, ReportRow, WaveRow
from app.waves.commands import put_shifted
from app.waves.queries import list_waves
from app.waves.rules import refuse_day, refuse_shift
from planning.calendars import norway, to_day
from planning.durations import parse_duration
from planning.rollout import GO_LIVE
from planning.snapshot import ReportState, Wave
from planning.waves import shift_wave

Values = Mapping[str, Any]


def is_move_possible(plan: PlanRow, values: Values) -> bool:
    """Whether those who are moved are still planned, and so is where they go."""
    waves = list_waves(plan)
    joined = next((it for it in waves if it.code == values.get("after")), None)
    if values.get("after") is not None and (joined is None or _is_live(joined)):
        return False
    numbers = values.get("municipalities") or [values["municipality"]]
    return not _live_numbers(plan, waves, numbers)


def is_dating_possible(plan: PlanRow, values: Values) -> bool:
    """Whether a wave is still planned, and its day has not gone by."""
    row = next((it for it in list_waves(plan) if it.code == values["wave"]), None)
    if row is None or _is_live(row):
        return False
    typed = values.get("day") or values.get("first")
    return typed is None or not refuse_day(
        to_day(date.fromisoformat(typed)), status_date=_status_date()
    )


def is_shift_possible(plan: PlanRow, values: Values) -> bool:
    """Whether the waves that are moved can go so far from where they are now."""
    length = parse_duration(values["by"])
    waves = list(_shifted(plan, values))
    return bool(waves) and not any(
        refuse_shift(wave, length, status_date=_status_date()) for _row, wave in waves
    )


def shift(plan: PlanRow, values: Values) -> None:
    """Move one wave, or all that are not live, from where they are now."""
    length = parse_duration(values["by"])
    put_shifted(
        (row, shift_wave(wave, length, calendar=norway()))
        for row, wave in list(_shifted(plan, values))
    )


def _shifted(plan: PlanRow, values: Values) -> Iterator[tuple[WaveRow, Wave]]:
    """The waves that are moved, as rows and as the engine sees them."""
    waves = load_waves(plan.id)
    for row in list_waves(plan):
        is_meant = values.get("wave", row.code) == row.code
        if is_meant and not waves[row.id].is_live:
            yield row, waves[row.id]


def _live_numbers(
    plan: PlanRow, waves: Iterable[WaveRow], numbers: Iterable[str]
) -> set[str]:
    """Those of some municipalities who are live, by their wave or by a report."""
    asked = set(numbers)
    live = [it.id for it in waves if _is_live(it)]
    placed = db.session.scalars(
        select(PlacementRow.municipality).where(
            PlacementRow.plan_id == plan.id, PlacementRow.wave_id.in_(live)
        )
    )
    reported = db.session.scalars(
        select(ReportRow.municipality).where(
            ReportRow.activity == GO_LIVE, ReportRow.state == ReportState.DONE.value
        )
    )
    return asked & {*placed, *reported}


def _is_live(wave: WaveRow) -> bool:
    return wave.actual_first is not None or wave.actual_last is not None


def _status_date() -> int:
    return to_day(programme().status_date)


_MOVE = Replay(is_move_possible)
_DATE = Replay(is_dating_possible)
_SHIFT = Replay(is_shift_possible, shift)

REPLAYS: Mapping[str, Replay] = {
    "waves.municipality-moved": _MOVE,
    "waves.municipality-placed": _MOVE,
    "waves.municipality-unplaced": _MOVE,
    "waves.municipalities-moved": _MOVE,
    "waves.date-set": _DATE,
    "waves.date-cleared": _DATE,
    "waves.window-set": _DATE,
    "waves.shifted": _SHIFT,
    "waves.main-project-delayed": _SHIFT,
}
