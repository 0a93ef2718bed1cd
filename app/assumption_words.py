"""What the projections assume, in words: names of assumptions and their values.

A value is kept as text: a rate as a decimal number (0.04 is four percent), a number
of years or months, the kind of a loan.
"""

from decimal import Decimal

from babel.numbers import format_percent
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from planning.money_facts import LoanKind

RATES = frozenset({"discount_rate", "loan_rate"})
YEARS = frozenset({"loan_term_years", "depreciation_years"})
MONTHS = frozenset({"benefit_ramp_months", "after_programme_months"})
LOAN_KIND = "loan_kind"
ASSUMPTIONS = frozenset({*RATES, *YEARS, *MONTHS, LOAN_KIND})


def assumption_name(key: str) -> str:
    """What an assumption is called."""
    return {
        "discount_rate": _("Discount rate"),
        "loan_rate": _("Loan interest"),
        "loan_term_years": _("Loan term"),
        "loan_kind": _("Kind of loan"),
        "benefit_ramp_months": _("Time until the whole benefit"),
        "depreciation_years": _("Depreciation period"),
        "after_programme_months": _("“After the programme”"),
    }[key]


def assumption_text(key: str, value: str) -> str:
    """A value as people read it: 4 %, 15 years, annuity loan."""
    if key in RATES:
        return rate_text(Decimal(value))
    if key in YEARS:
        return ngettext("%(num)s year", "%(num)s years", int(value))
    if key in MONTHS:
        return ngettext("%(num)s month", "%(num)s months", int(value))
    return loan_kind_text(value)


def rate_text(rate: Decimal) -> str:
    """4,5 %: with as many decimals as there are."""
    told = format_percent(
        rate.normalize(), locale=get_locale(), decimal_quantization=False
    )
    return str(told)


def loan_kind_text(kind: str) -> str:
    """How a loan is paid back, in a word."""
    return {
        LoanKind.ANNUITY: _("Annuity loan"),
        LoanKind.SERIAL: _("Serial loan"),
    }[LoanKind(kind)]
