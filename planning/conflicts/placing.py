"""Municipalities without a wave, waves without a date."""

from collections.abc import Iterator

from planning.conflicts.survey import Survey, municipality_id
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.rollout import wave_id


def find_without_wave_or_date(survey: Survey) -> Iterator[Conflict]:
    """What is not in the network, and therefore has no dates at all."""
    for number in survey.ahead:
        if number not in survey.wave_of:
            yield Conflict(
                kind=Kind.MUNICIPALITY_WITHOUT_WAVE,
                severity=Severity.WARNING,
                concerns=(municipality_id(number),),
                mend=Mend(MendKind.GIVE_WAVE, number),
            )
    for wave in survey.snapshot.plan.waves:
        if wave.reckoning is None:
            yield Conflict(
                kind=Kind.WAVE_WITHOUT_DATE,
                severity=Severity.WARNING,
                concerns=(wave_id(wave.code),),
                mend=Mend(MendKind.SET_WAVE_DAY, wave.code),
            )
