"""Whether a loan is paid off as fast as the law asks, in a sentence."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from app.money_words import exact_text
from planning.finance.minimum import MinimumInstalment


def minimum_text(checked: Sequence[MinimumInstalment]) -> str:
    """Whether each year pays what the law asks of this loan alone."""
    short = [it for it in checked if not it.is_met]
    if not short:
        return _("The instalments are at least the lawful minimum in every year.")
    return ngettext(
        "The instalments are below the lawful minimum in %(num)s year, by %(worst)s:"
        " other loans must then be paid off by so much more.",
        "The instalments are below the lawful minimum in %(num)s years, by %(worst)s"
        " at most: other loans must then be paid off by so much more.",
        len(short),
        worst=exact_text(max(it.shortfall for it in short)),
    )
