"""The fields of audited tables and their values, in words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Date

import app.store.tables  # noqa: F401 - declares the tables whose fields these are
from app.decisions import outcome_text
from app.filters import dated, duration, long_date, plain_text
from app.store.rows import table_named
from app.store.seed.fact_shapes import OUTCOMES
from planning.snapshot import Precision

Change = tuple[Any, Any]
"""A value before and after."""

# In the order in which a whole row is told; what is not here says nothing by itself.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "decision": ("outcome", "decided_first", "decided_last", "precision", "texts"),
    "deadline": ("day", "note"),
    "milestone": (
        "names",
        "precision",
        "window_first",
        "window_last",
        "is_done",
        "after",
    ),
    "municipality": (
        "name",
        "county",
        "population",
        "population_year",
        "language_form",
        "centre",
        "trust",
        "region",
        "holds_option",
    ),
    "placement": ("wave_id",),
    "plan": ("titles",),
    "programme": ("name", "status_date", "price_year"),
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
    "template_activity": (
        "names",
        "phase",
        "kind",
        "duration",
        "placing",
        "option_holders_only",
        "explanation",
    ),
    "template_link": ("predecessor", "successor", "kind", "lag", "explanation"),
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
DURATIONS = frozenset({"duration", "lag", "remaining"})


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
    return {**_texts_of_dates(), **_texts_of_facts(), **_texts_of_plans()}


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


def join_days(changed: Mapping[str, Change]) -> dict[str, Change]:
    """Make one entry of a date's first and last day; how exact it is shows in it."""
    joined: dict[str, Change] = {}
    for field, change in changed.items():
        stem, __, end = field.rpartition("_")
        last = changed.get(f"{stem}_last")
        if end == "first" and last is not None:
            joined[stem] = (
                _days(changed, 0, change[0], last[0]),
                _days(changed, 1, change[1], last[1]),
            )
        elif end != "last" or f"{stem}_first" not in changed:
            joined[field] = change
    # How exact a date is shows in the date; alone it is all that was changed.
    if len(joined) > 1:
        joined.pop("precision", None)
    return joined


def _days(changed: Mapping[str, Change], side: int, first: Any, last: Any) -> str:
    """Both days as one date, with the precision of that side where it is known."""
    if first is None or last is None:
        return ""
    precision = changed.get("precision", ("", ""))[side] or Precision.WINDOW
    return dated(date.fromisoformat(first), date.fromisoformat(last), precision)


def value_text(field: str, value: Any) -> str:
    """A value as people read it; empty where there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        # Sources of several facts are no text in languages.
        is_text = all(isinstance(it, str) for it in value.values())
        return plain_text(value) if is_text else _("noted")
    if field in DURATIONS:
        return duration(str(value))
    if field in DATES:
        return long_date(date.fromisoformat(value))
    texts = VALUES.get(field)
    return str(value) if texts is None else texts().get(value, str(value))


DATES = frozenset(
    column.name
    for name in FIELDS
    for column in table_named(name).columns
    if isinstance(column.type, Date)
)


def _states() -> Mapping[str, str]:
    return {
        "done": _("done"),
        "started": _("started"),
        "not-done": _("not done"),
    }


def _kinds() -> Mapping[str, str]:
    return {
        "FF": _("finish to finish"),
        "FS": _("finish to start"),
        "SF": _("start to finish"),
        "SS": _("start to start"),
        "limit": _("limit"),
        "milestone": _("milestone"),
        "phase": _("phase"),
        "work": _("work"),
    }


def _placings() -> Mapping[str, str]:
    return {"alap": _("as late as possible"), "asap": _("as soon as possible")}


def _phases() -> Mapping[str, str]:
    return {"before": _("until go-live"), "after": _("after go-live")}


def _confidences() -> Mapping[str, str]:
    return {
        "documented": _("documented"),
        "derived": _("derived"),
        "assumed": _("assumed"),
        "entered": _("entered"),
    }


def _precisions() -> Mapping[str, str]:
    return {
        "day": _("day"),
        "month": _("month"),
        "quarter": _("quarter"),
        "half_year": _("half-year"),
        "season": _("season"),
        "year": _("year"),
        "window": _("window"),
    }


def _outcomes() -> Mapping[str, str]:
    return {outcome: outcome_text(outcome) for outcome in OUTCOMES}


VALUES: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "actual_precision": _precisions,
    "confidence": _confidences,
    "kind": _kinds,
    "outcome": _outcomes,
    "phase": _phases,
    "placing": _placings,
    "precision": _precisions,
    "state": _states,
}
