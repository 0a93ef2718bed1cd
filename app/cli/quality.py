"""`quality`: how good a plan is as a plan, check by check."""

from collections.abc import Iterable
from typing import Any

import click
from flask_babel import gettext as _

from app import language
from app.cli import ready_app
from app.cli.failures import debug_option
from app.cli.finding import find_plan, title_of
from app.cli.output import format_option, write, write_json, write_table
from app.quality_counts import found_text
from app.quality_words import check_name, definition, mend
from app.store.names import Names, names_for
from app.store.quality import quality_of
from app.threshold_words import criticality_text, share_text
from planning.quality.values import Finding, Quality
from planning.thresholds import LENGTHS


@click.command(
    help=_("Show how good a plan is as a plan: its score, and what each check finds.")
)
@click.option(
    "--plan",
    "plan_name",
    metavar="NAME",
    help=_("Which plan; the one that holds, unless another is named."),
)
@format_option
@debug_option
def quality(plan_name: str | None, layout: str) -> None:
    """Show how good a plan is as a plan."""
    with ready_app():
        row = find_plan(plan_name)
        found = quality_of(row)
        if layout == "json":
            write_json({"plan": row.name, **quality_document(found)})
        else:
            names = names_for(row, language.language())
            write_quality(title_of(row), found, names)


def quality_document(quality: Quality) -> dict[str, Any]:
    """The score, the thresholds and every check, with all that it finds."""
    criticality = quality.thresholds.criticality
    return {
        "score": quality.score,
        "passed": sum(it.is_passed for it in quality.asked),
        "asked": len(quality.asked),
        "thresholds": {
            "critical_by": criticality.critical_by.value,
            "critical_float": criticality.critical_float,
            "near_critical_float": criticality.near_critical_float,
            "days": {it.value: quality.thresholds.days(it) for it in LENGTHS},
        },
        "checks": [
            {
                **check_document(it),
                "text": definition(it.check, quality.thresholds),
                "mend": mend(it.check),
            }
            for it in quality.findings
        ],
    }


def network_quality_document(quality: Quality) -> dict[str, Any]:
    """The score and the checks of a network that stands by itself."""
    return {
        "score": quality.score,
        "checks": [check_document(it) for it in quality.findings],
    }


def check_document(finding: Finding) -> dict[str, Any]:
    """One check; `passed` is null where there was nothing to ask."""
    return {
        "check": finding.check.value,
        "passed": finding.is_passed if finding.asked else None,
        "count": finding.count,
        "asked": finding.asked,
        "unit": finding.unit.value,
        "share": round(finding.share, 1),
        "allowed": finding.allowed,
        "weight": finding.weight,
        "offenders": [
            {
                "key": it.key,
                "successor": it.successor or None,
                "activities": list(it.ids),
                "days": it.days,
            }
            for it in finding.offenders
        ],
    }


def write_quality(title: str, quality: Quality, names: Names) -> None:
    """Write the score, all checks as a table, and the offenders of the failed ones."""
    write(_("%(plan)s: %(score)s of 100 points", plan=title, score=quality.score))
    write(criticality_text(quality.thresholds.criticality))
    write()
    write_checks(quality.findings)
    for finding in quality.failed:
        write()
        write(f"{check_name(finding.check)}: {found_text(finding)}")
        write(f"  {definition(finding.check, quality.thresholds)}")
        for it in finding.offenders:
            write(f"  - {offender_text(it.key, it.successor, len(it.ids), names)}")
        write(f"  {mend(finding.check)}")


def with_quality(document: dict[str, Any], quality: Quality | None) -> dict[str, Any]:
    """A schedule with its quality, where that was asked for."""
    if quality is None:
        return document
    return {**document, "quality": network_quality_document(quality)}


def write_network_quality(quality: Quality | None) -> None:
    """The same of a network that stands by itself, by the ids of its activities."""
    if quality is None:
        return
    write()
    write(_("Quality: %(score)s of 100 points", score=quality.score))
    write_checks(quality.asked)
    for finding in quality.failed:
        found = (
            " → ".join(filter(None, (it.key, it.successor))) for it in finding.offenders
        )
        write(f"{check_name(finding.check)}: {', '.join(found)}")


def write_checks(findings: Iterable[Finding]) -> None:
    """Write one line a check."""
    write_table(
        (_("Check"), _("Result"), _("Found"), _("Share"), _("Allowed"), _("Weight")),
        (check_row(it) for it in findings),
        right=(3, 4, 5),
    )


def check_row(finding: Finding) -> tuple[str, ...]:
    """One check as a row of the table."""
    if not finding.asked:
        state = _("not asked")
        return check_name(finding.check), state, found_text(finding), "", "", ""
    return (
        check_name(finding.check),
        _("passes") if finding.is_passed else _("does not pass"),
        found_text(finding),
        share_text(round(finding.share)),
        share_text(finding.allowed),
        str(finding.weight),
    )


def offender_text(key: str, successor: str, dates: int, names: Names) -> str:
    """A step, or a link from one step to another, with how many dates it has."""
    told = " → ".join(name_of(it, names) for it in (key, successor) if it)
    return told if dates == 1 else f"{told} ({dates})"


def name_of(key: str, names: Names) -> str:
    """A step of the template, or a date in full."""
    return names.node(key) if "." in key else names.activity(key)
