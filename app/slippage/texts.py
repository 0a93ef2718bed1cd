"""How far a date moved, in words and signs, never more exact than it is known."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import MINUS, number
from app.scenario_address import find_scenario_seen
from app.slippage.points import Gap, ScopeLine
from app.store.names import Names
from planning.slippage import Slip


def plan_text() -> str:
    """What is looked at, called by its name where it is a scenario."""
    scenario = find_scenario_seen()
    if scenario is None:
        return _("The plan as it stands")
    return _("The scenario “%(name)s”", name=scenario.name)


def now_text() -> str:
    """The head of the column of what is looked at."""
    return _("Now") if find_scenario_seen() is None else _("In the scenario")


def lead_text() -> str:
    """What the page shows."""
    scenario = find_scenario_seen()
    if scenario is None:
        return _(
            "When go-live was planned, from the first plan to the plan as it stands."
        )
    return _(
        "When go-live was planned, from the first plan to the scenario “%(name)s”.",
        name=scenario.name,
    )


def gap_text(gap: Gap) -> str:
    """For how many a plan has a date; for whom it has none stands beside it."""
    return ngettext(
        "A date for %(num)s of %(count)s municipalities",
        "A date for %(num)s of %(count)s municipalities",
        gap.members - len(gap.missing),
        count=gap.members,
    )


def through_text(scope: str, names: Names) -> str:
    """Whose date it is, where a plan names a region or a wave alone."""
    kind, _separator, key = scope.partition(":")
    if kind == "wave":
        return _("the date of wave %(code)s, which it was in", code=names.wave(key))
    if kind == "region":
        return _("the date of all of %(region)s", region=names.region(key))
    return ""


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
    if line.slip is None:
        return _("one date alone")
    if line.is_unchanged:
        return _("unchanged")
    return _("%(range)s days", range=_range(line.slip))


def slip_sentence(line: ScopeLine) -> str:
    """893 to 923 days later: as it stands in a sentence."""
    slip = line.slip
    if slip is None:
        return _("one date alone")
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
