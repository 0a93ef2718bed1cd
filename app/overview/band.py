"""The waves as a band of time: what goes live when, how large it is, and with whom.

The same steps are drawn twice: lying for a wide page, standing for a narrow one; the
style sheet shows one of them. Numbers of the drawings are text already.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from flask_babel import gettext as _

from app.filters import long_date
from app.go_live import wave_go_live
from app.overview.band_drawing import Drawing, Step
from app.overview.band_lying import draw_lying
from app.overview.band_standing import draw_standing
from app.overview.map_kinds import WAVE_SHAPES
from app.overview.waves import (
    WaveLine,
    count_municipalities,
    people_of,
    wave_lines,
)
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.rollout import trust_id
from planning.snapshot import Wave

SMALLEST, LARGEST = 5.0, 15.0
TRUST_RADIUS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BandPart:
    """Both drawings, and what the line in them stands for."""

    lying: Drawing
    standing: Drawing


@dataclass(frozen=True, slots=True)
class WavesPart:
    """The waves as a list, and as a band where any has a date."""

    lines: tuple[WaveLine, ...]
    band: BandPart | None


def waves_part(evaluation: Evaluation, names: Names) -> WavesPart:
    """Tell the waves in both ways."""
    return WavesPart(wave_lines(evaluation, names), band_part(evaluation, names))


def band_part(evaluation: Evaluation, names: Names) -> BandPart | None:
    """Draw the waves and trusts that have a date; None where nothing has one."""
    steps = [*_waves(evaluation), *_trusts(evaluation, names)]
    if not steps:
        return None
    status = evaluation.snapshot.status_date
    told = _("Status %(day)s", day=long_date(status))
    return BandPart(
        lying=draw_lying(steps, status, told),
        standing=draw_standing(steps, status, told),
    )


def _waves(evaluation: Evaluation) -> Iterator[Step]:
    waves = [it for it in evaluation.snapshot.plan.waves if it.reckoning is not None]
    people = {it.code: people_of(evaluation, it.code) for it in waves}
    largest = max(people.values(), default=0)
    for wave in waves:
        share = sqrt(people[wave.code] / largest) if largest else 0.0
        yield _wave(evaluation, wave, SMALLEST + (LARGEST - SMALLEST) * share)


def _wave(evaluation: Evaluation, wave: Wave, radius: float) -> Step:
    assert wave.reckoning is not None  # noqa: S101 - the others are left out
    index = (wave.sequence - 1) % len(WAVE_SHAPES)
    counted = count_municipalities(evaluation, wave.code)
    window = wave.actual or wave.window
    return Step(
        day=wave.reckoning.day,
        window=None if window is None or window.is_day else (window.start, window.end),
        code=wave.code,
        wave=wave.code,
        words=counted,
        title=_title(wave, counted),
        shape=WAVE_SHAPES[index],
        style=f"wave--{index + 1}",
        radius=radius,
        is_live=wave.is_live,
    )


def _title(wave: Wave, counted: str) -> str:
    values = {
        "wave": wave.code,
        "day": wave_go_live(wave).shown,
        "counted": counted,
    }
    if wave.is_live:
        return _("%(wave)s, live since %(day)s: %(counted)s", **values)
    return _("%(wave)s, planned for %(day)s: %(counted)s", **values)


def _trusts(evaluation: Evaluation, names: Names) -> Iterator[Step]:
    """The trusts that go with a wave, each on its own day."""
    waves = {it.code: it for it in evaluation.snapshot.plan.waves}
    for trust in evaluation.snapshot.trusts:
        at = evaluation.schedule.activities.get(trust_id(trust.code))
        wave = waves.get(trust.wave or "")
        if at is None or wave is None:
            continue
        name, is_live = names.trust(trust.code), trust.actual is not None
        yield Step(
            day=at.start,
            window=None,
            code="",
            wave=wave.code,
            words=name,
            title=_trust_title(name, wave.code, is_live=is_live),
            shape="plus",
            style="band__trust",
            radius=TRUST_RADIUS,
            is_live=is_live,
        )


def _trust_title(trust: str, wave: str, *, is_live: bool) -> str:
    if is_live:
        return _("%(trust)s, live with %(wave)s", trust=trust, wave=wave)
    return _("%(trust)s, planned with %(wave)s", trust=trust, wave=wave)
