"""The values of audited fields, as people read them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import get_month_names
from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy import Date

import app.store.tables  # noqa: F401 - declares the tables whose fields these are
from app.capacity_words import bound_texts, per_texts, unit_texts
from app.commitment_words import VALUES as OF_COMMITMENTS
from app.commitment_words import kind_texts
from app.decisions import outcome_text
from app.figure_kinds import debt_service_text, figure_kind_text
from app.filters import duration, kroner, long_date, number, plain_text
from app.item_fields import FIELDS
from app.lag_words import calendar_texts
from app.meeting_words import READERS as OF_MEETINGS
from app.meeting_words import VALUES as VALUES_OF_MEETINGS
from app.proposal_words import channel_texts, verdict_texts
from app.rights_words import READERS as OF_RIGHTS
from app.rights_words import kind_texts as rights_kind_texts
from app.store.rows import table_named
from app.store.seed.fact_shapes import OUTCOMES
from planning.circumstances import BindingKind
from planning.money_facts import DebtService, FigureKind


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
    if field in READERS:
        return READERS[field](value)
    texts = VALUES.get(field)
    return str(value) if texts is None else texts().get(value, str(value))


DATES = frozenset(
    column.name
    for name in FIELDS
    for column in table_named(name).columns
    if isinstance(column.type, Date)
)


def _month(month: int) -> str:
    names = get_month_names("wide", context="stand-alone", locale=get_locale())
    return str(names[month])


def _noted(_value: Any) -> str:
    """Something that only the app itself reads."""
    return _("noted")


READERS: Mapping[str, Callable[[Any], str]] = {
    **OF_RIGHTS,
    **dict.fromkeys(DATES, lambda value: long_date(date.fromisoformat(value))),
    "amount": lambda value: kroner(Decimal(value)),
    "concerns": _noted,
    "duration": duration,
    "lag": duration,
    "remaining": duration,
    "first_month": _month,
    "last_month": _month,
    "length": duration,
    "numbers": _noted,
    **OF_MEETINGS,
    "quantity": lambda value: number(Decimal(value)),
}


def _states() -> Mapping[str, str]:
    return {
        "done": _("done"),
        "started": _("started"),
        "not-done": _("not done"),
    }


def _kinds() -> Mapping[str, str]:
    return {
        BindingKind.JOINT_WISH: _("joint wish"),
        BindingKind.SHARED_IT_COMPANY: _("shared IT company"),
        BindingKind.SHARED_OUT_OF_HOURS: _("shared out-of-hours service"),
        BindingKind.OTHER: _("another reason"),
        **{kind: figure_kind_text(kind) for kind in FigureKind},
        **kind_texts(),
        **rights_kind_texts(),
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


def _debt_services() -> Mapping[str, str]:
    return {each: debt_service_text(each) for each in DebtService}


def _outcomes() -> Mapping[str, str]:
    return {outcome: outcome_text(outcome) for outcome in OUTCOMES}


VALUES: Mapping[str, Callable[[], Mapping[str, str]]] = {
    **VALUES_OF_MEETINGS,
    **OF_COMMITMENTS,
    "actual_precision": _precisions,
    "confidence": _confidences,
    "debt_service": _debt_services,
    "bound": bound_texts,
    "calendar": calendar_texts,
    "kind": _kinds,
    "outcome": _outcomes,
    "per": per_texts,
    "phase": _phases,
    "placing": _placings,
    "precision": _precisions,
    "state": _states,
    "given_in": channel_texts,
    "unit": unit_texts,
    "verdict": verdict_texts,
}
