"""Waves whose day has passed and that nobody has reported live.

A window has passed with its last day. The plan reckons on as if they were live, and
nobody is led out of such a wave: what is wrong with its members waits for the report.
"""

from collections.abc import Iterator
from dataclasses import replace

from planning.conflicts.survey import Survey, iso
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.rollout import wave_id
from planning.snapshot import Wave


def find_overdue(survey: Survey) -> Iterator[Conflict]:
    """In the order of the waves."""
    for wave in survey.snapshot.plan.waves:
        reckoning = wave.reckoning
        if reckoning is None or not _is_overdue(survey, wave):
            continue
        yield Conflict(
            kind=Kind.WAVE_NOT_REPORTED,
            severity=Severity.WARNING,
            concerns=(wave_id(wave.code),),
            values=(
                ("first", iso(reckoning.day)),
                ("last", iso(reckoning.cost_day)),
            ),
            mend=Mend(MendKind.REPORT_WAVE, wave.code),
        )


def leave_to_report(survey: Survey, conflict: Conflict) -> Conflict:
    """Whoever is to be moved out of an overdue wave: that wave is reported first."""
    mend = conflict.mend
    if mend is None or mend.kind not in {
        MendKind.MOVE_TO_WAVE,
        MendKind.MOVE_TOGETHER,
    }:
        return conflict
    left = {survey.wave_of.get(number) for number in mend.value.split(",")}
    for wave in survey.snapshot.plan.waves:
        if wave.code in left and _is_overdue(survey, wave):
            return replace(conflict, mend=Mend(MendKind.REPORT_WAVE, wave.code))
    return conflict


def _is_overdue(survey: Survey, wave: Wave) -> bool:
    """One with nobody in it is overdue too; one whose members are all live is not."""
    reckoning = wave.reckoning
    if wave.is_live or reckoning is None or reckoning.cost_day >= survey.today:
        return False
    members = {it for it, code in survey.wave_of.items() if code == wave.code}
    return not members or not members.isdisjoint(survey.ahead)
