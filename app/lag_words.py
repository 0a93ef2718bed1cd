"""The time between two steps in words, with the calendar that it is counted on."""

from collections.abc import Mapping

from flask_babel import gettext as _

from app.filters import duration
from planning.durations import Duration, Unit
from planning.evaluate import Evaluation
from planning.lag_calendars import LagCalendar
from planning.network import LinkKind
from planning.rollout import WAVE_GO_LIVE, Owner

LINK_FIELDS = ("predecessor", "successor", "kind", "lag", "calendar", "explanation")
PERIOD_FIELDS = (
    "names",
    "first_month",
    "first_day",
    "last_month",
    "last_day",
    "is_council_recess",
    "note",
)
"""What is told of a link and of a closed period, in that order."""


def field_texts() -> Mapping[str, str]:
    """What fields are called."""
    return {
        "calendar": _("working days counted"),
        "is_council_recess": _("the councils’ recess too"),
    }


def calendar_texts() -> Mapping[str, str]:
    """What the calendars are called."""
    return {
        LagCalendar.WORKING_DAYS.value: _("Monday to Friday less public holidays"),
        LagCalendar.EVERY_DAY.value: _("every day counted"),
        LagCalendar.COUNCIL_RECESS.value: _("outside the councils’ recess"),
        LagCalendar.GO_LIVE_FREEZE.value: _("outside periods without a go-live"),
    }


def calendar_choices() -> list[tuple[str, str]]:
    """The calendars that can be chosen."""
    return [
        (key, text[:1].upper() + text[1:]) for key, text in calendar_texts().items()
    ]


def lag_text(lag: Duration, calendar: LagCalendar) -> str:
    """10 working days (outside the councils’ recess)."""
    if lag.unit is not Unit.WORKING_DAYS or calendar is LagCalendar.WORKING_DAYS:
        return duration(lag)
    return _(
        "%(lag)s (%(calendar)s)",
        lag=duration(lag),
        calendar=calendar_texts()[calendar.value],
    )


class LagWords:
    """Tells the time between two dates of an evaluation as its template has it."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._nodes = evaluation.nodes
        self._calendars = {
            (it.predecessor, it.successor, it.kind): it.calendar
            for it in evaluation.snapshot.plan.template.links
        }

    def between(self, before: str, after: str, kind: LinkKind, lag: Duration) -> str:
        """The time between two dates, with the calendar that it is counted on."""
        ends = self._key(before), self._key(after), kind.value
        return lag_text(lag, self._calendars.get(ends, LagCalendar.WORKING_DAYS))

    def _key(self, id: str) -> str:
        node = self._nodes[id]
        return WAVE_GO_LIVE if node.owner is Owner.WAVE else node.key
