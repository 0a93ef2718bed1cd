"""Regions and bindings split over waves.

Only those that are not live can still go together. A region split is information;
a binding is a wish that somebody has made, and broken it is a warning. A member of
a binding that is in no wave is apart from those that are in one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from planning.conflicts.going_there import can_go
from planning.conflicts.survey import Survey, municipality_id
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity


def find_split(survey: Survey) -> Iterator[Conflict]:
    """Regions in the order of the plan, then bindings as they were entered."""
    for key, members in _regions(survey).items():
        placed = [number for number in members if number in survey.wave_of]
        yield from _split(survey, f"region.{key}", placed, Kind.REGION_SPLIT)
    ahead = frozenset(survey.ahead)
    for binding in survey.snapshot.bindings:
        members = [number for number in binding.members if number in ahead]
        yield from _split(
            survey, f"binding.{binding.key}", members, Kind.BINDING_BROKEN
        )


def _regions(survey: Survey) -> Mapping[str, list[str]]:
    ahead, found = frozenset(survey.ahead), dict[str, list[str]]()
    for each in survey.snapshot.municipalities:
        if each.region is not None and each.number in ahead:
            found.setdefault(each.region, []).append(each.number)
    return found


def _split(
    survey: Survey, id: str, members: Sequence[str], kind: Kind
) -> Iterator[Conflict]:
    there = {survey.wave_of.get(number) for number in members}
    if len(there) < 2:
        return
    codes = (wave.code for wave in survey.snapshot.plan.waves if wave.code in there)
    apart = sum(number not in survey.wave_of for number in members)
    is_region = kind is Kind.REGION_SPLIT
    yield Conflict(
        kind=kind,
        severity=Severity.INFORMATION if is_region else Severity.WARNING,
        concerns=(id, *map(municipality_id, members)),
        values=(
            ("waves", ",".join(codes)),
            *((("without-wave", str(apart)),) if apart else ()),
        ),
        mend=(_rejoin_region if is_region else _rejoin_binding)(survey, members),
    )


def tell_what_parts(survey: Survey, conflict: Conflict) -> Conflict:
    """Say of a move which bindings it breaks, where it takes some from the others."""
    mend = conflict.mend
    if mend is None or mend.kind not in {
        MendKind.MOVE_TO_WAVE,
        MendKind.MOVE_TOGETHER,
    }:
        return conflict
    moved, ahead = frozenset(mend.value.split(",")), frozenset(survey.ahead)
    parts = []
    for binding in survey.snapshot.bindings:
        here = [it for it in binding.members if it in ahead and it in survey.wave_of]
        left = {survey.wave_of[it] for it in here if it in moved}
        if any(it not in moved and survey.wave_of[it] in left for it in here):
            parts.append(binding.key)
    return replace(conflict, mend=replace(mend, parts=tuple(parts)))


def _rejoin_region(survey: Survey, members: Sequence[str]) -> Mend | None:
    """Where a single one is apart from the rest, and can go with them in time."""
    groups = sorted(_by_wave(survey, members).items(), key=lambda it: len(it[1]))
    if len(groups) != 2 or len(groups[0][1]) > 1 or len(groups[1][1]) == 1:
        return None
    (_, moved), (code, _) = groups
    return None if code is None else _join(survey, moved, code)


def _rejoin_binding(survey: Survey, members: Sequence[str]) -> Mend:
    """To the wave of theirs that the fewest have to move to and can go with in time.

    Of two as good: back to where the plan was decided, then the earlier.
    """
    groups, decided = _by_wave(survey, members), survey.decided_days
    found = []
    for day, code in survey.open_waves:
        moved = [number for number in members if number not in groups.get(code, ())]
        mend = _join(survey, moved, code) if code in groups else None
        if mend is not None:
            away = sum(decided.get(it) != day for it in moved)
            found.append((len(moved), away, day, mend))
    if not found:
        return Mend(MendKind.NO_WAVE_IN_TIME, "")
    return min(found, key=lambda it: it[:3])[3]


def _by_wave(survey: Survey, members: Sequence[str]) -> dict[str | None, list[str]]:
    by_wave: dict[str | None, list[str]] = {}
    for number in members:
        by_wave.setdefault(survey.wave_of.get(number), []).append(number)
    return by_wave


def _join(survey: Survey, moved: Sequence[str], code: str) -> Mend | None:
    """Move some to the wave of the others, if all of them can go there in time."""
    days = {code: day for day, code in survey.open_waves}
    day = days.get(code)
    if day is None or not all(can_go(survey, number, day) for number in moved):
        return None
    kind = MendKind.MOVE_TO_WAVE if len(moved) == 1 else MendKind.MOVE_TOGETHER
    return Mend(kind, code, ",".join(moved))
