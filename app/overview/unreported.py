"""Waves whose day has passed without anybody reporting that they went live."""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.go_live import wave_go_live
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, activity_id


def unreported_waves(evaluation: Evaluation) -> Iterator[str]:
    """One sentence for each, in the order of the waves."""
    today = evaluation.snapshot.status_date
    for wave in evaluation.snapshot.plan.waves:
        if wave.is_live or wave.reckoning is None or wave.reckoning.cost_day >= today:
            continue
        if _are_all_live(evaluation, wave.code):
            continue
        yield _(
            "%(wave)s should have gone live by now (%(date)s), and nobody has reported"
            " that it did. What comes after is reckoned as if it had.",
            wave=wave.code,
            date=wave_go_live(wave).shown,
        )


def _are_all_live(evaluation: Evaluation, code: str) -> bool:
    """Whether each municipality of a wave is reported live, and there are any."""
    activities = evaluation.schedule.activities
    found = [
        activities[activity_id(at.municipality, GO_LIVE)].done
        for at in evaluation.snapshot.plan.placements
        if at.wave == code
    ]
    return bool(found) and all(found)
