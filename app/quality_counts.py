"""What a check of a plan finds, counted in words: 9 of 30 steps."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import number
from planning.quality.values import Finding, Unit
from planning.thresholds import Check


def found_text(finding: Finding) -> str:
    """9 of 30 steps: the offenders of all that were asked."""
    if finding.asked:
        return _of_unit(finding.unit, finding.count, finding.asked)
    return _("can’t be") if finding.check is Check.CYCLE else _("nothing to ask")


def _of_unit(unit: Unit, found: int, num: int) -> str:
    told = {"count": number(found), "asked": number(num)}
    # Each is written out: the catalogues are collected from what stands here.
    match unit:
        case Unit.STEPS:
            return ngettext(
                "%(count)s of %(asked)s step",
                "%(count)s of %(asked)s steps",
                num,
                **told,
            )
        case Unit.LINKS:
            return ngettext(
                "%(count)s of %(asked)s link",
                "%(count)s of %(asked)s links",
                num,
                **told,
            )
        case Unit.DATES:
            return ngettext(
                "%(count)s of %(asked)s date",
                "%(count)s of %(asked)s dates",
                num,
                **told,
            )
        case Unit.GATES:
            return ngettext(
                "%(count)s of %(asked)s milestone",
                "%(count)s of %(asked)s milestones",
                num,
                **told,
            )
        case _:
            return _of_fewer(unit, num, told)


def _of_fewer(unit: Unit, num: int, told: Mapping[str, str]) -> str:
    if unit is Unit.SET_DATES:
        return ngettext(
            "%(count)s of %(asked)s wave or limit",
            "%(count)s of %(asked)s waves and limits",
            num,
            **told,
        )
    if unit is Unit.GO_LIVES:
        return ngettext(
            "%(count)s of %(asked)s go-live",
            "%(count)s of %(asked)s go-lives",
            num,
            **told,
        )
    if unit is Unit.FINISHES:
        return ngettext(
            "%(count)s of %(asked)s finish",
            "%(count)s of %(asked)s finishes",
            num,
            **told,
        )
    return ngettext(
        "%(count)s of %(asked)s duration",
        "%(count)s of %(asked)s durations",
        num,
        **told,
    )
