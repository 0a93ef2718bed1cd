"""Too little of something: what the conflict says, and the moves that mend it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from babel.dates import format_date, format_skeleton
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.conflict_texts.told import Told
from app.filters import TO, number
from planning.conflicts import Conflict


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
    return " ".join((told, *_further(it)))


def _further(it: Told) -> Iterator[str]:
    """What is missing in all, where it is more than a month's, and how it is known."""
    if it.values.get("in-all", it.values["over"]) != it.values["over"]:
        in_all = _amount(it, "in-all")
        yield _("The months added up, %(amount)s are missing.", amount=in_all)
    if it.values.get("assumed"):
        yield _("These numbers rest on an assumption.")


def smallest_move(text: str, it: Told) -> str:
    """A move as a mend, and how far it mends."""
    left = it.count("left")
    if not left:
        reason = _("Of the moves that mend it, this moves the least.")
        return f"{text} {reason}"
    if "left-in-all" not in it.values:
        return text
    reason = ngettext(
        "Then %(amount)s are still missing, in %(num)d month. No single move was found"
        " that takes more of it away without making another month worse.",
        "Then %(amount)s are still missing in all, in %(num)d months. No single move"
        " was found that takes more of it away without making another month worse.",
        left,
        amount=_amount(it, "left-in-all"),
    )
    return f"{text} {reason}"


def less_missing_text(before: Conflict, after: Conflict) -> str:
    """That less is missing than before; empty where that is not so."""
    were, are = (dict(it.values).get("in-all", "") for it in (before, after))
    if not were or not are or Decimal(are) >= Decimal(were):
        return ""
    return _(
        "This conflict stays, with less missing: %(after)s, the months added up, and no"
        " longer %(before)s.",
        after=number(Decimal(are)),
        before=number(Decimal(were)),
    )


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
