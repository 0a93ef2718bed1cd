"""Thresholds in words: what each is for, and what it is.

A threshold is kept as text: a number of days, a share in percent, or what makes
something critical. Its key says which: see `app.store.thresholds`.
"""

from flask_babel import gettext as _

from app.filters import days
from app.quality_words import check_name, length_name
from app.store.proposals import ANSWER_DAYS, USUAL_ANSWER_DAYS
from app.store.thresholds import (
    CRITICAL_BY,
    CRITICAL_FLOAT,
    DAYS,
    NEAR_CRITICAL_FLOAT,
    SHARE,
    threshold_values,
)
from planning.schedule import CriticalBy
from planning.thresholds import Check, Criticality, Length, Thresholds


def threshold_name(key: str) -> str:
    """What a threshold is for."""
    if key.startswith(DAYS):
        return length_name(Length(key.removeprefix(DAYS)))
    if key.startswith(SHARE):
        check = Check(key.removeprefix(SHARE))
        return _("Allowed of “%(check)s”", check=check_name(check))
    return {
        ANSWER_DAYS: _("Time to answer a proposal"),
        CRITICAL_BY: _("What is critical"),
        CRITICAL_FLOAT: _("Critical up to a float of"),
        NEAR_CRITICAL_FLOAT: _("Nearly critical up to a float of"),
    }[key]


def threshold_text(key: str, value: str) -> str:
    """A threshold as people read it: 14 days, 5 %, what is critical."""
    if key == CRITICAL_BY:
        return critical_by_text(CriticalBy(value))
    return share_text(int(value)) if key.startswith(SHARE) else days(int(value))


def usual_threshold(key: str) -> str:
    """A threshold that nobody has set, as it is kept."""
    if key == ANSWER_DAYS:
        return str(USUAL_ANSWER_DAYS)
    return threshold_values(Thresholds())[key]


def threshold_change(key: str, value: str) -> str:
    """A threshold that was set, as a part of a sentence."""
    text = threshold_text(key, value)
    if key == CRITICAL_BY:
        return _("what is critical: %(what)s", what=text)
    if key == CRITICAL_FLOAT:
        return _("critical up to a float of %(days)s", days=text)
    if key == NEAR_CRITICAL_FLOAT:
        return _("nearly critical up to a float of %(days)s", days=text)
    if key.startswith(SHARE):
        check = check_name(Check(key.removeprefix(SHARE)))
        return _("allowed of “%(check)s”: %(share)s", check=check, share=text)
    return _("“%(what)s”: %(days)s", what=threshold_name(key), days=text)


def share_text(share: int) -> str:
    """5 %."""
    return _("%(share)s %%", share=share)


def critical_by_text(critical_by: CriticalBy) -> str:
    """What makes a step critical, as a choice."""
    return {
        CriticalBy.EITHER: _("too little float, or on the longest path"),
        CriticalBy.FLOAT: _("too little float alone"),
        CriticalBy.LONGEST_PATH: _("on the longest path alone"),
    }[critical_by]


def criticality_text(criticality: Criticality) -> str:
    """What is critical and what is nearly so, in a sentence with its thresholds."""
    critical = critical_text(criticality)
    if criticality.near_critical_float <= criticality.critical_float:
        return critical
    return f"{critical} {near_critical_text(criticality)}"


def critical_text(criticality: Criticality) -> str:
    """What is critical, with its threshold."""
    least = days(criticality.critical_float)
    return {
        CriticalBy.EITHER: _(
            "Critical: a float of %(days)s or less, or on the longest path to a"
            " go-live.",
            days=least,
        ),
        CriticalBy.FLOAT: _("Critical: a float of %(days)s or less.", days=least),
        CriticalBy.LONGEST_PATH: _("Critical: on the longest path to a go-live."),
    }[criticality.critical_by]


def near_critical_text(criticality: Criticality) -> str:
    """What is nearly critical, with its threshold."""
    near = days(criticality.near_critical_float)
    return _("Nearly critical: a float of %(days)s or less.", days=near)
