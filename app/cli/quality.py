"""`quality`: how good a plan is as a plan, check by check."""

from typing import Any

import click
from flask_babel import gettext as _

from app import language
from app.cli import ready_app
from app.cli.failures import debug_option
from app.cli.finding import find_plan, title_of
from app.cli.output import format_option, write, write_json, write_table
from app.quality_words import check_name, definition, found_text, mend
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
        "met": sum(it.is_passed for it in quality.asked),
        "asked": len(quality.asked),
        "thresholds": {
            "critical_by": criticality.critical_by.value,
            "critical_float": criticality.critical_float,
            "near_critical_float": criticality.near_critical_float,
            "days": {it.value: quality.thresholds.days(it) for it in LENGTHS},
        },
        "checks": [check_document(it, quality) for it in quality.findings],
    }


def check_document(finding: Finding, quality: Quality) -> dict[str, Any]:
    """One check; `met` is null where there was nothing to ask."""
    return {
        "check": finding.check.value,
        "met": finding.is_passed if finding.asked else None,
        "count": finding.count,
        "asked": finding.asked,
        "unit": finding.unit.value,
        "share": round(finding.share, 1),
        "allowed": finding.allowed,
        "weight": finding.weight,
        "text": definition(finding.check, quality.thresholds),
        "mend": mend(finding.check),
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
    write_table(
        (_("Check"), _("Result"), _("Found"), _("Share"), _("Allowed"), _("Weight")),
        (check_row(it) for it in quality.findings),
        right=(3, 4, 5),
    )
    for finding in quality.failed:
        write()
        write(f"{check_name(finding.check)}: {found_text(finding)}")
        write(f"  {definition(finding.check, quality.thresholds)}")
        for it in finding.offenders:
            write(f"  - {offender_text(it.key, it.successor, len(it.ids), names)}")
        write(f"  {mend(finding.check)}")


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
