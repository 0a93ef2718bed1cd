"""From a scope of the plan to the file that a calendar reads."""

from collections.abc import Callable
from datetime import datetime

from flask_babel import force_locale

from app.council_limits import council_limits
from app.feeds.calendar import CalendarEvent, calendar_file
from app.feeds.queries import Touches
from app.scope_date_words import description, summary
from app.scope_dates import FIRM, ScopeDate, list_dates
from app.scopes import Scope, scope_name
from app.store.names import LOCALES, Names
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.rollout import wave_id

DOMAIN = "bolgeplan"


def feed_file(
    evaluation: Evaluation,
    names: Names,
    scope: Scope,
    language: str,
    *,
    touches: Touches,
    made_at: datetime,
    url_of: Callable[[str], str],
) -> bytes:
    """The dates of a scope as a calendar, in a language.

    Args:
        evaluation: what the plan comes to.
        names: what things are called in the language.
        scope: whose dates.
        language: nb, nn or en.
        touches: when each date was last changed.
        made_at: the moment of what has not been changed since the plan was loaded.
        url_of: the whole address of the page of a date, by its id.
    """
    with force_locale(LOCALES[language]):
        events = [
            _event(it, evaluation, names, scope, touches, made_at, url_of(it.id))
            for it in list_dates(evaluation, scope, council_limits())
        ]
        return calendar_file(calendar_name(scope, names), language, events)


def calendar_name(scope: Scope, names: Names) -> str:
    """What a calendar program calls it, unless its user does otherwise."""
    return f"Bølgeplan: {scope_name(scope, names)}"


def _event(
    it: ScopeDate,
    evaluation: Evaluation,
    names: Names,
    scope: Scope,
    touches: Touches,
    made_at: datetime,
    url: str,
) -> CalendarEvent:
    touch = touches.of(it.id, it.number, wave_id(it.wave))
    is_ahead = it.window.start > evaluation.snapshot.status_date
    return CalendarEvent(
        uid=f"{it.id}/{scope.value}@{DOMAIN}",
        first=to_date(it.window.start),
        end=to_date(it.window.end),
        summary=summary(it, names),
        description=description(it, evaluation, url),
        url=url,
        is_firm=it.sureness in FIRM,
        has_alarm=it.is_limit and is_ahead and not it.is_met,
        sequence=0 if touch is None else touch.revision,
        stamp=made_at if touch is None else touch.at,
    )
