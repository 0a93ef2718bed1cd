"""Too little of something: what the conflict says, and the moves that mend it."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date, format_skeleton
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.conflict_texts.told import Told
from app.filters import TO, number


def capacity_exceeded(it: Told) -> str:
    """By how much, in which months, and whether the numbers are assumed."""
    worst = it.values.get("worst", "")
    if not worst:
        return _("More is asked for than there is: %(name)s.", name=it.name)
    told = _(
        "%(name)s: more is asked for than there is in %(months)s. The most is missing"
        " in %(worst)s: %(asked)s are asked for and there are %(there)s, which is"
        " %(over)s too few.",
        name=it.name,
        months=it.listed(map(_span_text, it.values["months"].split(","))),
        worst=_month_text(worst),
        asked=_amount(it, "asked"),
        there=_amount(it, "there-is"),
        over=_amount(it, "over"),
    )
    if not it.values.get("assumed"):
        return told
    assumed = _("These numbers rest on an assumption.")
    return f"{told} {assumed}"


def smallest_move(text: str, it: Told) -> str:
    """A move as a mend, and how far it mends."""
    left = it.count("left")
    if not left:
        reason = _("Of the moves that mend it, this moves the least.")
        return f"{text} {reason}"
    reason = ngettext(
        "No single move takes more of it away; %(num)d month still has too little.",
        "No single move takes more of it away; %(num)d months still have too little.",
        left,
    )
    return f"{text} {reason}"


def _amount(it: Told, key: str) -> str:
    return number(Decimal(it.values[key]))


def _span_text(span: str) -> str:
    """February–March 2026, for 2026-02/2026-03."""
    first, __, last = span.partition("/")
    if not last:
        return _month_text(first)
    if first[:4] == last[:4]:
        month = format_date(_first_day(first), "MMMM", locale=get_locale())
        return f"{month}{TO}{_month_text(last)}"
    return f"{_month_text(first)}{TO}{_month_text(last)}"


def _month_text(month: str) -> str:
    return str(format_skeleton("yMMMM", _first_day(month), locale=get_locale()))


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
