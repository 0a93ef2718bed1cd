"""The fields of audited tables in words; their values: see `item_values`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_skeleton
from flask_babel import get_locale
from flask_babel import gettext as _

from app import capacity_words, commitment_words, lag_words, proposal_words
from app.filters import dated
from app.meeting_words import FIELDS as OF_MEETINGS
from app.meeting_words import field_texts as texts_of_meetings
from app.rights_words import FIELDS as OF_RIGHTS
from app.rights_words import field_texts as texts_of_rights
from planning.snapshot import Precision

Change = tuple[Any, Any]
"""A value before and after."""

LEAP_YEAR = 2000

# In the order in which a whole row is told; what is not here says nothing by itself.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "accepted_conflict": ("reason",),
    "assumption": ("value", "note"),
    "binding": ("names", "kind", "wished_first", "wished_last", "precision", "note"),
    "binding_member": ("binding_id",),
    "closed_period": lag_words.PERIOD_FIELDS,
    "component": (
        "names",
        "texts",
        "needed_by",
        "precision",
        "expected_first",
        "expected_last",
        "is_late",
        "is_delivered",
        "note",
    ),
    **commitment_words.FIELDS,
    "deadline": ("day", "note"),
    "demand": ("resource_id", "quantity", "per", "bound", "step", "length", "note"),
    "employee_count": ("employees", "note"),
    **OF_MEETINGS,
    "milestone": (
        "names",
        "precision",
        "window_first",
        "window_last",
        "is_done",
        "after",
    ),
    "municipality": (
        *("name", "county", "population", "population_year", "language_form"),
        *("centre", "trust", "region", "holds_option"),
    ),
    "own_figure": ("kind", "amount", "debt_service", "price_year", "reason"),
    "placement": ("wave_id",),
    "plan": ("titles",),
    "programme": ("name", "status_date", "price_year"),
    "proposal_answer": proposal_words.ANSWER_FIELDS,
    "region": ("name", "county"),
    "report": (
        "state",
        "precision",
        "start_first",
        "start_last",
        "finish_first",
        "finish_last",
        "remaining",
    ),
    "resource": ("names", "unit", "can_fail"),
    **OF_RIGHTS,
    "supply": ("resource_id", "quantity", "from_day", "to_day", "note"),
    "template_activity": (
        "names",
        "phase",
        "kind",
        "duration",
        "placing",
        "option_holders_only",
        "explanation",
    ),
    "template_link": lag_words.LINK_FIELDS,
    "threshold": ("value",),
    "trust": ("name", "precision", "actual_first", "actual_last"),
    "trust_placement": ("wave_id",),
    "wave": (
        "set_day",
        "precision",
        "window_first",
        "window_last",
        "actual_first",
        "actual_last",
    ),
}


class FieldTexts:
    """What fields are called in the user's language, looked up once for many."""

    def __init__(self) -> None:
        self._texts = _field_texts()

    def of(self, table: str, field: str) -> str:
        """What a field is called."""
        own = self._texts.get(f"{table}.{field}")
        return own or self._texts.get(field, field)


def _field_texts() -> Mapping[str, str]:
    """Names of fields; with the table's name in front where they differ there."""
    return {
        **_texts_of_dates(),
        **_texts_of_facts(),
        **_texts_of_plans(),
        **_texts_of_circumstances(),
        **capacity_words.field_texts(),
        **commitment_words.field_texts(),
        **lag_words.field_texts(),
        **texts_of_meetings(),
        **proposal_words.field_texts(),
        **texts_of_rights(),
    }


def _texts_of_dates() -> Mapping[str, str]:
    """Days, stretches of time and progress."""
    return {
        "actual": _("went live"),
        "actual_first": _("went live, first possible day"),
        "actual_last": _("went live, last possible day"),
        "actual_precision": _("precision of the go-live"),
        "actual_reference": _("where in the source of the go-live"),
        "actual_source": _("source of the go-live"),
        "day": _("last day"),
        "decided": _("decided"),
        "decided_day": _("go-live as it was decided"),
        "decided_first": _("decided, first possible day"),
        "decided_last": _("decided, last possible day"),
        "duration": _("duration"),
        "finish": _("done on"),
        "finish_first": _("done, first possible day"),
        "finish_last": _("done, last possible day"),
        "is_done": _("done"),
        "lag": _("time between"),
        "precision": _("precision"),
        "remaining": _("left"),
        "set_day": _("day set by the office"),
        "start": _("started on"),
        "start_first": _("started, first possible day"),
        "start_last": _("started, last possible day"),
        "state": _("progress"),
        "status_date": _("status date"),
        "window": _("window"),
        "window_first": _("first day of the window"),
        "window_last": _("last day of the window"),
    }


def _texts_of_facts() -> Mapping[str, str]:
    """Facts and where they come from."""
    return {
        "centre": _("administrative centre"),
        "confidence": _("confidence"),
        "county": _("county"),
        "holds_option": _("holds an option"),
        "language_form": _("written language"),
        "latitude": _("latitude"),
        "longitude": _("longitude"),
        "name": _("name"),
        "note": _("note"),
        "population": _("inhabitants"),
        "population_year": _("year of the inhabitants"),
        "price_year": _("price year"),
        "printed": _("as printed"),
        "provenance": _("sources"),
        "reference": _("where in the source"),
        "region": _("region"),
        "source": _("source"),
        "trust": _("health trust"),
    }


def _texts_of_plans() -> Mapping[str, str]:
    """What plans and templates are made of."""
    return {
        "after": _("comes after"),
        "alias": _("other code"),
        "code": _("code"),
        "explanation": _("explanation"),
        "kind": _("kind"),
        "names": _("name"),
        "option_holders_only": _("only for those that hold an option"),
        "outcome": _("outcome"),
        "phase": _("part of the rollout"),
        "placing": _("placed"),
        "position": _("place in the list"),
        "predecessor": _("comes first"),
        "sequence": _("place in the order"),
        "series": _("series"),
        "successor": _("comes next"),
        "template_link.kind": _("kind of dependency"),
        "texts": _("text"),
        "titles": _("title"),
        "track": _("track"),
        "wave_id": _("wave"),
    }


def _texts_of_circumstances() -> Mapping[str, str]:
    """What plans are held against, and money."""
    return {
        "amount": _("sum"),
        "binding_id": _("binding"),
        "binding.kind": _("reason to go together"),
        "concerns": _("concerns"),
        "debt_service": _("interest and instalments"),
        "expected": _("expected"),
        "expected_first": _("expected, first possible day"),
        "expected_last": _("expected, last possible day"),
        "first": _("first day"),
        "first_day": _("first day, day of the month"),
        "first_month": _("first day, month"),
        "is_delivered": _("delivered"),
        "is_late": _("reported late"),
        "last": _("last day of the period"),
        "last_day": _("last day, day of the month"),
        "last_month": _("last day, month"),
        "needed_by": _("needed by"),
        "numbers": _("numbers as they stood"),
        "own_figure.kind": _("what the sum is of"),
        "reason": _("reason"),
        "value": _("value"),
        "wished": _("wished"),
        "wished_first": _("wished, first possible day"),
        "wished_last": _("wished, last possible day"),
    }


def join_days(changed: Mapping[str, Change]) -> dict[str, Change]:
    """Make one entry of a date's first and last day; how exact it is shows in it.

    Month and day of a day of every year are one entry too.
    """
    joined: dict[str, Change] = {}
    for field, change in changed.items():
        stem, __, end = field.rpartition("_")
        if _is_told_with_another(stem, end, changed):
            continue
        if end == "first" and f"{stem}_last" in changed:
            joined[stem] = _dates(changed, change, changed[f"{stem}_last"])
        elif end == "month" and f"{stem}_day" in changed:
            joined[stem] = _days_of_year(change, changed[f"{stem}_day"])
        else:
            joined[field] = change
    # How exact a date is shows in the date; alone it is all that was changed.
    if len(joined) > 1:
        joined.pop("precision", None)
    return joined


def _is_told_with_another(stem: str, end: str, changed: Mapping[str, Change]) -> bool:
    other = {"last": "first", "day": "month"}.get(end)
    return other is not None and f"{stem}_{other}" in changed


def _dates(changed: Mapping[str, Change], first: Change, last: Change) -> Change:
    return (
        _days(changed, 0, first[0], last[0]),
        _days(changed, 1, first[1], last[1]),
    )


def _days_of_year(months: Change, days: Change) -> Change:
    """20 December, before and after; empty where there is none."""
    before, after = (
        _day_of_year(month, day) for month, day in zip(months, days, strict=True)
    )
    return before, after


def _day_of_year(month: int | None, day: int | None) -> str:
    if month is None or day is None:
        return ""
    at = date(LEAP_YEAR, month, day)
    return str(format_skeleton("MMMMd", at, locale=get_locale()))


def _days(changed: Mapping[str, Change], side: int, first: Any, last: Any) -> str:
    """Both days as one date, with the precision of that side where it is known."""
    if first is None or last is None:
        return ""
    precision = changed.get("precision", ("", ""))[side] or Precision.WINDOW
    return dated(date.fromisoformat(first), date.fromisoformat(last), precision)
