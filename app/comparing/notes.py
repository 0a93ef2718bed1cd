"""What the lines do not tell by themselves, in sentences below them or above all."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from planning.compared import Facts
from planning.state_differences import (
    with_another_margin,
    with_other_limits,
    with_other_money,
)


def tampered_text(name: str) -> str:
    """A baseline that is not what it was when it was made says nothing."""
    return _(
        "“%(name)s” has been tampered with since it was made: nothing is told of it.",
        name=name,
    )


def deadline_notes(base: Facts | None, facts: Facts) -> Iterator[str]:
    """Of how many the limits and margins are others, whatever those in all are."""
    if base is None:
        return
    if count := with_other_limits(base, facts):
        yield ngettext(
            "%(num)s municipality has other deadlines.",
            "%(num)s municipalities have other deadlines.",
            count,
        )
    if count := with_another_margin(base, facts):
        yield ngettext(
            "%(num)s municipality has another margin.",
            "%(num)s municipalities have another margin.",
            count,
        )


def money_notes(base: Facts | None, facts: Facts) -> Iterator[str]:
    """Who is in no sum, whose money is another, and why sums are not compared."""
    was, money = None if base is None else base.money, facts.money
    if money is None:
        return
    if money.unknown:
        yield ngettext(
            "%(num)s municipality is in no sum: its money is not known.",
            "%(num)s municipalities are in no sum: their money is not known.",
            len(money.unknown),
        )
    if money.in_other_prices:
        yield ngettext(
            "%(num)s municipality is in no sum: its prices are of another year.",
            "%(num)s municipalities are in no sum: their prices are of another year.",
            len(money.in_other_prices),
        )
    if base is None or was is None or not was.known:
        return
    if count := with_other_money(base, facts):
        yield ngettext(
            "%(num)s municipality has other sums.",
            "%(num)s municipalities have other sums.",
            count,
        )
    if not was.is_like(money):
        yield _("No difference is told: the sums leave out others.")
    elif was.npv is not None and was.npv_year != money.npv_year:
        yield _("Present values of different years are not compared.")
