"""Sums as `economy` writes them: whole kroner, or about so much."""

from flask_babel import gettext as _

from app.filters import TO, kroner, number
from app.money_words import UNSURE, range_text, rounded_text
from planning.money import to_kroner
from planning.money_facts import Basis


def told(ore: int, basis: Basis) -> str:
    """A sum as exactly as it is known; one that is missing is no sum."""
    if basis is Basis.MISSING:
        return TO
    if basis in UNSURE:
        return _("about %(sum)s", sum=rounded_text(ore))
    return kroner(to_kroner(ore))


def ends_text(low: int, high: int) -> str:
    """Both ends of a range; nothing where there is none."""
    return "" if low == high else range_text(low, high)


def amount(ore: int) -> str:
    """Whole kroner without their name, as a column of a table has them."""
    return number(to_kroner(ore))
