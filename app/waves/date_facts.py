"""How the dates of a wave would change: its go-live, its first limit, its margin."""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.filters import long_date, signed_days
from app.go_live import wave_go_live
from app.store.names import Names
from app.store.trial import Trial
from planning.evaluate import Evaluation, Limit
from planning.rollout import activity_id
from planning.snapshot import ActivityKind


def date_sentences(trial: Trial, code: str, names: Names) -> tuple[str, ...]:
    """What the page of the wave would tell after a change that is only tried."""
    if trial.change is None:
        return ()
    return tuple(_sentences(trial.before, trial.after, code, names))


def _sentences(
    before: Evaluation, after: Evaluation, code: str, names: Names
) -> Iterator[str]:
    was, now = _go_live(before, code), _go_live(after, code)
    if was != now:
        yield _("Go-live: %(after)s; it was %(before)s.", after=now, before=was)
    first, held = _first_limit(before, code), _first_limit(after, code)
    if held is not None and first is not None and held != first:
        yield _(
            "First limit: %(name)s, %(after)s; it was %(before)s.",
            name=names.activity(held.key),
            after=long_date(held.day),
            before=long_date(first.day),
        )
    least, left = _least_margin(before, code), _least_margin(after, code)
    if least is not None and left is not None and least != left:
        yield _(
            "Least margin in the wave: %(after)s; it was %(before)s.",
            after=signed_days(left),
            before=signed_days(least),
        )


def _go_live(evaluation: Evaluation, code: str) -> str:
    waves = evaluation.snapshot.plan.waves
    return wave_go_live(next(it for it in waves if it.code == code)).shown


def _first_limit(evaluation: Evaluation, code: str) -> Limit | None:
    limits = [
        limit
        for number in _members(evaluation, code)
        for limit in evaluation.limits(number)
        if evaluation.nodes[activity_id(number, limit.key)].kind is ActivityKind.LIMIT
    ]
    return min(limits, key=lambda it: it.day, default=None)


def _least_margin(evaluation: Evaluation, code: str) -> int | None:
    margins = evaluation.margins
    found = [margins[it].days for it in _members(evaluation, code) if it in margins]
    return min(found, default=None)


def _members(evaluation: Evaluation, code: str) -> list[str]:
    placements = evaluation.snapshot.plan.placements
    return [at.municipality for at in placements if at.wave == code]
