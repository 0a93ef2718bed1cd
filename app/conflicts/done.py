"""That a mend which somebody is about to take has been taken already, in words."""

from babel.lists import format_list
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.filters import long_date
from app.store.names import Names
from planning.calendars import to_date
from planning.conflicts import MendKind
from planning.evaluate import Evaluation

MOVES = frozenset({MendKind.MOVE_TO_WAVE.value, MendKind.MOVE_TOGETHER.value})


def done_text(evaluation: Evaluation, shown: str, names: Names) -> str:
    """Say that the plan is so already; empty where it is not.

    Args:
        evaluation: the plan as it is now.
        shown: the mend that the user saw, as `shown_mend` gives it.
        names: the names of what is told.
    """
    kind, target, value = (*shown.split(" ", 2), "", "", "")[:3]
    if kind in MOVES and value:
        return _moved_text(evaluation, value.split(","), target, names)
    if kind == MendKind.SET_WAVE_DAY and value:
        return _dated_text(evaluation, target, value, names)
    return ""


def _moved_text(
    evaluation: Evaluation, numbers: list[str], wave: str, names: Names
) -> str:
    if any(evaluation.wave_of(number) != wave for number in numbers):
        return ""
    told = [names.municipality(number) for number in numbers]
    return ngettext(
        "It is done already: %(names)s is in %(wave)s.",
        "It is done already: %(names)s are in %(wave)s.",
        len(numbers),
        names=format_list(told, locale=get_locale()),
        wave=names.wave(wave),
    )


def _dated_text(evaluation: Evaluation, code: str, value: str, names: Names) -> str:
    waves = evaluation.snapshot.plan.waves
    found = next((it for it in waves if it.code == code), None)
    if found is None or found.set_day is None:
        return ""
    if to_date(found.set_day).isoformat() != value:
        return ""
    return _(
        "It is done already: %(wave)s goes live on %(day)s.",
        wave=names.wave(code),
        day=long_date(found.set_day),
    )
