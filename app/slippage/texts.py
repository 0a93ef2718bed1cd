"""How far a date moved, in words and signs, never more exact than it is known."""

from flask_babel import gettext as _

from app.filters import MINUS, number
from app.slippage.lines import ScopeLine
from planning.slippage import Slip


def slip_in_days(slip: Slip | None, *, is_same: bool) -> str:
    """+371, or +893 to +923 where it is known no better; nothing for the first."""
    if slip is None:
        return ""
    return _("unchanged") if is_same else _range(slip)


def slip_in_months(slip: Slip | None, *, is_same: bool) -> str:
    """+12, or +29 to +30: the same in whole months."""
    return slip_in_days(slip and slip.in_months(), is_same=is_same)


def slip_label(line: ScopeLine) -> str:
    """+893 to +923 days: as it stands in a chart."""
    if line.is_unchanged:
        return _("unchanged")
    return _("%(range)s days", range=_range(line.slip))


def slip_sentence(line: ScopeLine) -> str:
    """893 to 923 days later: as it stands in a sentence."""
    slip = line.slip
    if line.is_unchanged:
        return _("unchanged")
    if slip.least < 0 < slip.most:
        return _(
            "between %(earlier)s days earlier and %(later)s days later",
            earlier=number(-slip.least),
            later=number(slip.most),
        )
    if slip.most <= 0:
        earlier = _unsigned(Slip(-slip.most, -slip.least))
        return _("%(count)s days earlier", count=earlier)
    return _("%(count)s days later", count=_unsigned(slip))


def _unsigned(slip: Slip) -> str:
    if slip.is_exact:
        return number(slip.least)
    return _("%(least)s to %(most)s", least=number(slip.least), most=number(slip.most))


def _range(slip: Slip) -> str:
    if slip.is_exact:
        return _signed(slip.least)
    return _(
        "%(least)s to %(most)s", least=_signed(slip.least), most=_signed(slip.most)
    )


def _signed(amount: int) -> str:
    sign = MINUS if amount < 0 else "+" if amount > 0 else ""
    return sign + number(abs(amount))
