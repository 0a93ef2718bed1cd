"""What moving municipalities to a wave would come to, told before it is done.

The very command is tried out. Answers are kept for as long as nothing is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.filters import long_date
from app.moved import moved_counts, tried_part
from app.store import results
from app.store.names import Names
from app.store.results import Results
from app.store.tables import ChangeRow, PlacementRow, PlanRow, WaveRow
from app.store.trial import Trial, try_out
from app.waves import commands
from app.waves.move_forms import there_already
from app.waves.rules import refuse_joining, refuse_leaving
from planning.evaluate import Evaluation

KEPT = 200
SHOWN_CONFLICTS = 2
LIMIT = "withdrawal-limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would come of it; or why it can't be, which leaves all else empty."""

    refusal: str = ""
    headline: str = ""
    counts: str = ""
    presumed: str = ""
    money: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    kind: str = "info"


@dataclass(frozen=True, slots=True)
class _Told:
    """A change with a part of what moved."""

    what: str
    values: dict[str, Any]
    moved: dict[str, Any]


def preview(
    plan: PlanRow,
    placements: Sequence[PlacementRow],
    wave: WaveRow | None,
    *,
    names: Names,
    language: str,
    user: User,
    seen: int | None = None,
) -> Preview:
    """Say what moving these municipalities to a wave, or out of theirs, comes to.

    Who has `seen` an older plan is refused where the move itself would be.
    """
    kept = _kept(plan)
    numbers = tuple(sorted(it.municipality for it in placements))
    key = (numbers, None if wave is None else wave.code, language, seen)
    found: Preview | None = kept.find(key)
    if found is None:
        refusal = _refusal(plan, placements, wave, names)
        found = (
            Preview(refusal=refusal, kind="error")
            if refusal
            else _tried(
                _trial(plan, placements, wave, user, seen), numbers, wave, names
            )
        )
        kept.keep(key, found)
    return found


def _kept(plan: PlanRow) -> Results:
    """The previews of the plan as it is now; one answer among the others."""
    key = ("waves.previews", plan.id, results.revision())
    found: Results | None = results.results().find(key)
    if found is None:
        found = Results(KEPT)
        results.results().keep(key, found)
    return found


def _refusal(
    plan: PlanRow,
    placements: Sequence[PlacementRow],
    wave: WaveRow | None,
    names: Names,
) -> str:
    if not placements:
        return _("Choose the municipalities that are to be moved.")
    evaluation = results.evaluation(plan)
    for number in (it.municipality for it in placements):
        name = names.municipality(number)
        if refusal := refuse_leaving(evaluation, number, name=name):
            return refusal
    if wave is not None:
        facts = commands.snapshot_wave(plan, wave.code)
        if refusal := refuse_joining(facts):
            return refusal
    target = None if wave is None else wave.id
    if all(it.wave_id == target for it in placements):
        return _staying(len(placements), "" if wave is None else wave.code)
    return ""


def _staying(count: int, code: str) -> str:
    if count == 1:
        return there_already(code)
    return _("They are all there already.")


def _trial(
    plan: PlanRow,
    placements: Sequence[PlacementRow],
    wave: WaveRow | None,
    user: User,
    seen: int | None,
) -> Trial:
    def command() -> None:
        if len(placements) == 1:
            commands.move(plan, placements[0], wave, by=user, seen=seen)
        else:
            commands.move_several(plan, placements, wave, by=user, seen=seen)

    return try_out(plan, command)


def _tried(
    trial: Trial, numbers: tuple[str, ...], wave: WaveRow | None, names: Names
) -> Preview:
    told = tried_part(trial, names)
    return Preview(
        headline=_headline(trial.after, numbers, wave),
        counts=_counts(trial.change),
        presumed=told.presumed,
        money=told.money,
        conflicts=told.conflicts[:SHOWN_CONFLICTS],
        kind=told.kind,
    )


def _counts(change: ChangeRow | None) -> str:
    """3 deadlines, 1 new conflict; who moves is told beside it."""
    if change is None:
        return ""
    without: dict[str, Any] = {"municipalities": (), "margins": ()}
    others = _Told(change.what, change.values, {**change.moved, **without})
    counts = moved_counts(others) or moved_counts(change)
    return ", ".join(counts) or _("No dates move.")


def _headline(after: Evaluation, numbers: tuple[str, ...], wave: WaveRow | None) -> str:
    """To K14: withdrawal limit 1 September 2024, margin 92 days."""
    if wave is None:
        return _("Out of the wave: no dates, no margin")
    limits = [
        limit.day
        for number in numbers
        for limit in after.limits(number)
        if limit.key == LIMIT
    ]
    margins = [after.margins[it].days for it in numbers if it in after.margins]
    if not limits or not margins:
        return _("To %(wave)s, which has no date yet", wave=wave.code)
    told = {"wave": wave.code, "day": long_date(min(limits))}
    if len(numbers) == 1:
        return ngettext(
            "To %(wave)s: withdrawal limit %(day)s, margin %(num)d day",
            "To %(wave)s: withdrawal limit %(day)s, margin %(num)d days",
            margins[0],
            **told,
        )
    return ngettext(
        "To %(wave)s: first withdrawal limit %(day)s, least margin %(num)d day",
        "To %(wave)s: first withdrawal limit %(day)s, least margin %(num)d days",
        min(margins),
        **told,
    )
