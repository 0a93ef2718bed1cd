"""What a vote must come to, and what a point needs for what it creates."""

from flask_babel import gettext as _

from app.commitment_words import CARRIED
from app.rights.entries import (
    REJECTED,
    UNANIMOUS,
    PointEntry,
)
from planning.rights.chain import FactKind

FIRST_YEAR, LAST_YEAR = 2010, 2100
FIRST_PRICES = 2000


def refuse_votes(result: str, votes_for: int | None, against: int | None) -> str:
    """Why the votes can't have come to the result; empty where they can."""
    if result == UNANIMOUS and against:
        return _("A unanimous decision has no votes against. Choose a majority.")
    if votes_for is None or against is None:
        return ""
    if result in CARRIED and votes_for <= against:
        return _("It can’t have passed: no more voted for it than against it.")
    if result == REJECTED and votes_for > against:
        return _("It can’t have been rejected: more voted for it than against it.")
    return ""


def refuse_point(point: PointEntry, *, is_council: bool) -> tuple[str, str]:
    """The field of a point that lacks something and why; both empty where none."""
    if not point.text:
        return "text", _("Write what the point says.")
    match point.creates:
        case "fact":
            return _refuse_fact(point, is_council=is_council)
        case "deadline":
            return _refuse_deadline(point)
        case "budget":
            return _refuse_budget(point)
        case _:
            return "", ""


def _refuse_fact(point: PointEntry, *, is_council: bool) -> tuple[str, str]:
    if not point.fact_kind:
        return "fact_kind", _("Choose which fact it creates.")
    if point.fact_kind == FactKind.OPTION_EXERCISED and not is_council:
        return "fact_kind", _("Only the municipal council takes up the option.")
    return "", ""


def _refuse_deadline(point: PointEntry) -> tuple[str, str]:
    if not point.activity:
        return "activity", _("Choose which deadline it sets.")
    if point.day is None:
        return "day", _("Give the last day.")
    return "", ""


def _refuse_budget(point: PointEntry) -> tuple[str, str]:
    if point.year is None or not FIRST_YEAR <= point.year <= LAST_YEAR:
        return "year", _("Give the budget year, for example 2025.")
    if not point.amount:
        return "amount", _("Give the amount.")
    prices = point.price_year
    if prices is not None and not FIRST_PRICES <= prices <= LAST_YEAR:
        return "price_year", _("Write a year from 2000 to 2100, or leave it empty.")
    return "", ""
