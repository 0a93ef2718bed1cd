"""A date as exactly as its source has it: a month, a season or a window, or a day.

The plan reckons with the first day of what is known no more exactly. That day is
told in a sentence, and never stands as the date itself.
"""

from flask_babel import gettext as _

from app.filters import long_date, window
from app.go_live import wave_go_live
from app.live import find_wave, municipality_go_live
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, Owner
from planning.snapshot import Wave


def known_as(evaluation: Evaluation, id: str) -> str:
    """The month, season or window of a date; empty where it is known to the day."""
    at, node = evaluation.schedule.activities[id], evaluation.nodes[id]
    match node.owner:
        case Owner.PROGRAMME:
            shown = _of_milestone(evaluation, node.key, at.start)
        case Owner.WAVE:
            shown = _of_wave(_wave(evaluation, node.owner_id), at.start)
        case Owner.TRUST:
            shown = _of_trust(evaluation, node.owner_id, at.start)
        case _ if node.key == GO_LIVE and at.done:
            shown = municipality_go_live(evaluation, node.owner_id).shown
        case _ if node.key == GO_LIVE:
            shown = _of_wave(find_wave(evaluation, node.owner_id), at.start)
        case _:
            shown = ""
    return "" if shown == long_date(at.start) else shown


def reckoned_sentence(evaluation: Evaluation, id: str) -> str:
    """Say with which day such a date is reckoned; empty where it has a day."""
    at = evaluation.schedule.activities[id]
    if not known_as(evaluation, id):
        return ""
    day = long_date(at.start)
    if at.done:
        return _("Reckoned from %(day)s; the exact day is not known.", day=day)
    return _("Reckoned from %(day)s; no day is set.", day=day)


def _of_milestone(evaluation: Evaluation, key: str, day: int) -> str:
    milestones = evaluation.snapshot.plan.milestones
    found = next(it.window for it in milestones if it.key == key)
    return "" if found.is_day or found.start != day else window(found)


def _of_wave(wave: Wave | None, day: int) -> str:
    """The window of a wave, of what happens on the day that it is reckoned with."""
    if wave is None or wave.reckoning is None or wave.reckoning.day != day:
        return ""
    return wave_go_live(wave).shown


def _of_trust(evaluation: Evaluation, code: str, day: int) -> str:
    trust = next(it for it in evaluation.snapshot.trusts if it.code == code)
    if trust.actual is not None:
        return window(trust.actual)
    return "" if trust.wave is None else _of_wave(_wave(evaluation, trust.wave), day)


def _wave(evaluation: Evaluation, code: str) -> Wave | None:
    return next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)
