"""What capacity is told in: units, what amounts are by, when they are asked for."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from babel.dates import format_skeleton
from flask_babel import format_decimal, get_locale
from flask_babel import gettext as _

from planning.calendars import MONTHS, to_date
from planning.capacity_facts import Bound, Per

TENTH = Decimal("0.1")


def unit_texts() -> Mapping[str, str]:
    """What resources are counted in."""
    return {
        "persons": _("full-time persons"),
        "people": _("people"),
        "crews": _("crews"),
        "seats": _("seats"),
    }


def per_texts() -> Mapping[str, str]:
    """What an amount is asked for by."""
    return {
        Per.MUNICIPALITY.value: _("per municipality"),
        Per.INHABITANTS.value: _("per 1,000 inhabitants"),
        Per.EMPLOYEES.value: _("per 1,000 employees"),
    }


def bound_texts() -> Mapping[str, str]:
    """When it is asked for."""
    return {
        Bound.STEP.value: _("while a step lasts"),
        Bound.BEFORE.value: _("before go-live"),
        Bound.AFTER.value: _("from go-live on"),
    }


def field_texts() -> Mapping[str, str]:
    """What the fields of its rows are called."""
    return {
        "bound": _("asked for"),
        "can_fail": _("too little of it is an error"),
        "employees": _("employees"),
        "from_day": _("from"),
        "length": _("how long"),
        "per": _("by what"),
        "quantity": _("how much"),
        "resource_id": _("resource"),
        "step": _("during the step"),
        "to_day": _("to and including"),
        "unit": _("counted in"),
    }


def row_texts() -> Mapping[str, str]:
    """What the rows of its tables are."""
    return {
        "demand": _("What waves ask for"),
        "employee_count": _("Employees of municipalities"),
        "resource": _("Resources"),
        "supply": _("What there is of resources"),
    }


def amount(value: Fraction) -> str:
    """47.3: to a tenth, so that figures stand under each other."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(TENTH, rounding=ROUND_HALF_UP)
    if value and not rounded:
        return _("under %(least)s", least=format_decimal(TENTH))
    return str(format_decimal(rounded, format="#,##0.0"))


def month_text(month: int) -> str:
    """March 2025, for a place in `calendars.MONTHS`."""
    at = to_date(MONTHS[month])
    return str(format_skeleton("yMMMM", at, locale=get_locale()))
