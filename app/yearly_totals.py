"""Yearly totals that hold the loan: what is held fast, and what contradicts them.

Sentences of the page on a municipality's money and of the one on its own sums.
"""

from flask_babel import gettext as _

from app.assumption_words import rate_text
from app.money_words import UNSURE, money_text, rounded_text
from planning.finance.projection import Inputs
from planning.money_facts import Assumptions


def contradiction_text(inputs: Inputs, assumptions: Assumptions) -> str:
    """That the loan alone exceeds a total that holds it, or may; mostly empty."""
    cannot_hold = inputs.platform.cannot_hold
    if cannot_hold is not None:
        return _(
            "Nobody says whether interest and instalments are in the yearly sum of"
            " %(total)s. Here they are not: at %(rate)s the loan alone comes to about"
            " %(payment)s a year, and can’t be in it.",
            total=money_text(cannot_hold.total),
            payment=rounded_text(cannot_hold.payment),
            rate=rate_text(assumptions.loan_rate),
        )
    rest_of = inputs.platform.rest_of
    if rest_of is None or not rest_of.is_contradicted:
        return ""
    told = {
        "total": money_text(rest_of.total),
        "payment": rounded_text(rest_of.payment),
        "rate": rate_text(assumptions.loan_rate),
    }
    if inputs.investment.basis in UNSURE:
        return _(
            "The yearly sum of %(total)s is said to hold the loan, but a loan for the"
            " estimated investment alone comes to about %(payment)s a year at %(rate)s."
            " One of them is wrong. The loan is reckoned with, and nothing for the"
            " platform; enter the investment, if it is known.",
            **told,
        )
    return _(
        "The yearly sum of %(total)s is said to hold the loan, but the loan alone comes"
        " to about %(payment)s a year at %(rate)s. One of them is wrong. The loan is"
        " reckoned with, and nothing for the platform.",
        **told,
    )


def held_fast_text(inputs: Inputs, assumptions: Assumptions) -> str:
    """What another loan does not change where a total holds one; else empty."""
    rest_of = inputs.platform.rest_of
    if rest_of is None or rest_of.is_contradicted:
        return ""
    return _(
        "Another loan here leaves the platform at %(platform)s a year, as it costs the"
        " same however the investment is paid: that is what is left of the yearly sum"
        " of %(total)s after the loan assumed, at %(rate)s. Where the assumption itself"
        " is changed, it is the yearly sum that stays, and the platform’s part of it"
        " is reckoned anew.",
        platform=rounded_text(inputs.platform.likely),
        total=money_text(rest_of.total),
        rate=rate_text(assumptions.loan_rate),
    )
