"""Thresholds in words: what each is for, and what it is.

A threshold is kept as text: a number of days, a share in percent, or what makes
something critical. Its key says which: see `app.store.thresholds`.
"""

from flask_babel import gettext as _

from app.filters import days
from app.quality_words import check_name, length_name
from app.store.proposals import ANSWER_DAYS
from app.store.thresholds import (
    CRITICAL_BY,
    CRITICAL_FLOAT,
    DAYS,
    NEAR_CRITICAL_FLOAT,
    SHARE,
)
from planning.schedule import CriticalBy
from planning.thresholds import Check, Criticality, Length


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
    least, near = days(criticality.critical_float), criticality.near_critical_float
    critical = {
        CriticalBy.EITHER: _(
            "Critical: a float of %(days)s or less, or on the longest path to a"
            " go-live.",
            days=least,
        ),
        CriticalBy.FLOAT: _("Critical: a float of %(days)s or less.", days=least),
        CriticalBy.LONGEST_PATH: _("Critical: on the longest path to a go-live."),
    }[criticality.critical_by]
    if near <= criticality.critical_float:
        return critical
    nearly = _("Nearly critical: a float of %(days)s or less.", days=days(near))
    return f"{critical} {nearly}"
