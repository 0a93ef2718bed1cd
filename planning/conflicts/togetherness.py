"""Regions and bindings split over waves.

Only those that are not live can still go together. A region split is information;
a binding is a wish that somebody has made, and broken it is a warning. A member of
a binding that is in no wave is apart from those that are in one.
"""

from collections.abc import Iterator, Mapping, Sequence

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
        mend=_rejoin(survey, members),
    )


def _rejoin(survey: Survey, members: Sequence[str]) -> Mend | None:
    """Where a single one is apart from the rest, and can go with them in time."""
    by_wave: dict[str | None, list[str]] = {}
    for number in members:
        by_wave.setdefault(survey.wave_of.get(number), []).append(number)
    groups = sorted(by_wave.items(), key=lambda it: len(it[1]))
    if len(groups) != 2 or len(groups[0][1]) > 1 or len(groups[1][1]) == 1:
        return None
    (_, (number,)), (code, _) = groups
    days = {code: day for day, code in survey.open_waves}
    if code is None or code not in days or not survey.bears(number, days[code]):
        return None
    return Mend(MendKind.MOVE_TO_WAVE, code, number)
