"""One check in full: what it asks, why, what mends it, and whom it finds."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import days
from app.quality.pages import CheckLine, check_line
from app.quality_words import definition, meaning, mend
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.quality.values import Finding, Offender, Quality
from planning.rollout import Owner, wave_id
from planning.thresholds import Check

COUNTING = frozenset(
    {
        Check.LONG_LAG,
        Check.NEGATIVE_FLOAT,
        Check.HIGH_FLOAT,
        Check.UNUSED_FLOAT,
        Check.LONG_DURATION,
        Check.INVALID_DATE,
        Check.MISSED_DATE,
        Check.CRITICAL_PATH_TEST,
        Check.NEGATIVE_LAG,
    }
)
"""The checks whose offenders have a number of days."""


@dataclass(frozen=True, slots=True)
class DateLink:
    """A date that is concerned, by whose it is."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OffenderLine:
    """A step, a link or a date that a check finds fault with."""

    key: str
    name: str
    url: str
    concerns: str
    days: str
    dates: tuple[DateLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """One check in full."""

    line: CheckLine
    definition: str
    meaning: str
    mend: str
    days_label: str
    offenders: tuple[OffenderLine, ...]


def check_page(
    quality: Quality, check: Check, evaluation: Evaluation, names: Names
) -> CheckPage:
    """Tell one check with everything that it finds."""
    finding = quality.finding(check)
    return CheckPage(
        line=check_line(finding),
        definition=definition(check, quality.thresholds),
        meaning=meaning(check),
        mend=mend(check),
        days_label=_days_label(check) if check in COUNTING else "",
        offenders=tuple(offender_lines(finding, evaluation, names)),
    )


def offender_lines(
    finding: Finding, evaluation: Evaluation, names: Names
) -> Iterator[OffenderLine]:
    """Those that a check finds, as rows of a table."""
    for it in finding.offenders:
        is_of_template = it.key not in evaluation.nodes
        yield OffenderLine(
            key=f"{it.key}-{it.successor}" if it.successor else it.key,
            name=offender_name(it, evaluation, names),
            url=_url(it, evaluation),
            concerns=_concerns(it) if is_of_template or len(it.ids) > 1 else "",
            days=days(it.days) if finding.check in COUNTING else "",
            dates=tuple(
                DateLink(
                    whose(id, evaluation, names), url_for("dates.date", activity_id=id)
                )
                for id in it.ids
            ),
        )


def offender_name(offender: Offender, evaluation: Evaluation, names: Names) -> str:
    """What it is called: a step, what waits for what, or one date in full."""
    if offender.successor:
        return _(
            "%(predecessor)s → %(successor)s",
            predecessor=_name(offender.key, evaluation, names),
            successor=_name(offender.successor, evaluation, names),
        )
    return _name(offender.key, evaluation, names)


def _name(key: str, evaluation: Evaluation, names: Names) -> str:
    return names.node(key) if key in evaluation.nodes else names.activity(key)


def whose(id: str, evaluation: Evaluation, names: Names) -> str:
    """Whose date it is: the municipality, or what has no other owner than itself."""
    node = evaluation.nodes[id]
    if node.owner is Owner.MUNICIPALITY:
        return names.municipality(node.owner_id)
    return _("The programme") if node.owner is Owner.PROGRAMME else names.node(id)


def _url(offender: Offender, evaluation: Evaluation) -> str:
    """Where it is mended or looked at."""
    node = evaluation.nodes.get(offender.key)
    if node is None:
        return url_for("rollout.template", step=offender.key, _anchor="course")
    if offender.key == wave_id(node.owner_id):
        return url_for("waves.wave", code=node.owner_id)
    return url_for("dates.date", activity_id=offender.key)


def _concerns(offender: Offender) -> str:
    return ngettext("%(num)s municipality", "%(num)s municipalities", len(offender.ids))


def _days_label(check: Check) -> str:
    """What the days are, at the head of their column."""
    return {
        Check.LONG_LAG: _("Time between"),
        Check.NEGATIVE_LAG: _("Time between"),
        Check.NEGATIVE_FLOAT: _("Too late by, at most"),
        Check.HIGH_FLOAT: _("Float, at most"),
        Check.UNUSED_FLOAT: _("Planned later by, at most"),
        Check.LONG_DURATION: _("Takes about"),
        Check.INVALID_DATE: _("Passed since, at most"),
        Check.MISSED_DATE: _("Later by"),
        Check.CRITICAL_PATH_TEST: _("Go-live moves by"),
    }[check]
