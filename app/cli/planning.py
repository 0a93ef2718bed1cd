"""`plan` and `check`: what a plan comes to, and what is wrong with it."""

from collections.abc import Set
from typing import Any

import click
from flask_babel import gettext as _

from app import language
from app.cli import ready_app
from app.cli.failures import debug_option
from app.cli.finding import (
    find_municipality,
    find_plan,
    find_wave,
    key_of,
    leave_plan,
    title_of,
)
from app.cli.frozen import (
    find_frozen,
    frozen_check_document,
    frozen_plan_document,
    is_frozen,
)
from app.cli.output import format_option, last_day, write, write_json, write_table
from app.cli.plan_documents import check_document, plan_document
from app.conflict_texts import severity_text
from app.filters import TO
from app.store.names import Names, names_for
from app.store.results import current_plan, evaluation
from planning.conflicts import Severity
from planning.evaluate import Evaluation
from planning.rollout import LIMIT_KEYS
from planning.snapshot import ActivityKind

FOUND_ERRORS = 1

plan_option = click.option(
    "--plan",
    "plan_name",
    metavar="NAME",
    help=_(
        "Which plan: current, or scenario: with a number or a name; the one that"
        " holds, unless another is named."
    ),
)

any_plan_option = click.option(
    "--plan",
    "plan_name",
    metavar="NAME",
    help=_(
        "Which plan: current, or scenario: or baseline: with a number or a name; the"
        " one that holds, unless another is named."
    ),
)


@click.command(help=_("Show the computed schedule of a plan."))
@click.option(
    "--municipality",
    metavar="NUMBER",
    help=_("Only this one, by number or name, with all its activities."),
)
@click.option("--wave", metavar="CODE", help=_("Only this wave; aliases are known."))
@any_plan_option
@format_option
@debug_option
def plan(
    municipality: str | None, wave: str | None, plan_name: str | None, layout: str
) -> None:
    """Show the computed schedule of a plan."""
    with ready_app():
        asked = {"wave": wave, "municipality": municipality}
        if is_frozen(plan_name):
            names = current_names()
            row, state = find_frozen(plan_name or "")
            title, limits = row.name, frozenset[str]()
            document = frozen_plan_document(row, state, names, **asked)
        else:
            title, document, names, limits = told_plan(plan_name, **asked)
        if layout == "json":
            write_json(document)
        else:
            write_plan(title, document, names, limits)


def told_plan(
    plan_name: str | None, *, wave: str | None, municipality: str | None
) -> tuple[str, dict[str, Any], Names, frozenset[str]]:
    """The title, the document, the names and the ids of the limits of a plan."""
    row = find_plan(plan_name, or_baseline=True)
    computed = evaluation(row)
    names = names_for(row, language.language())
    found = computed.snapshot.plan
    title = title_of(row)
    document = plan_document(
        computed,
        names,
        wave=None if wave is None else find_wave(found.waves, wave).code,
        municipality=None
        if municipality is None
        else find_municipality(dict(names.municipalities), municipality),
    )
    document["plan"] = key_of(row)
    leave_plan()
    return title, document, names, limits_of(computed)


def current_names() -> Names:
    """What things are called in the plan that holds."""
    return names_for(current_plan(), language.language())


def write_plan(
    title: str, document: dict[str, Any], names: Names, limits: Set[str]
) -> None:
    """Write waves and municipalities as tables, and the activities of one.

    Of `limits` there is nothing to report, and so nothing to presume; they have no
    float: a limit passes, and is not brought forward.
    """
    write(
        _(
            "%(plan)s, on %(day)s",
            plan=title,
            day=document["status_date"],
        )
    )
    write()
    write_waves(document["waves"])
    write()
    write_municipalities(document["municipalities"])
    if "activities" in document:
        write()
        write_activities(document["activities"], names, limits)


def limits_of(evaluation: Evaluation) -> frozenset[str]:
    """Return the ids of all that is a day on the calendar and no work."""
    return frozenset(
        node.id for node in evaluation.nodes.values() if node.kind is ActivityKind.LIMIT
    )


def write_waves(waves: list[dict[str, Any]]) -> None:
    """Write when each wave goes live, or did."""
    write_table(
        (
            _("Wave"),
            _("Also"),
            _("From"),
            _("To"),
            _("Go-live"),
            _("Actual"),
            _("Municipalities"),
        ),
        (
            (
                wave["code"],
                ", ".join(wave["aliases"]),
                *(wave["window"] or ("", "")),
                wave["go_live"] or "",
                wave["actual"] or "",
                str(len(wave["municipalities"])),
            )
            for wave in waves
        ),
        right=(6,),
    )


def write_municipalities(municipalities: list[dict[str, Any]]) -> None:
    """Write the dates of each municipality and what room they leave."""
    write_table(
        (
            _("Number"),
            _("Municipality"),
            _("Wave"),
            _("Go-live"),
            _("Actual"),
            _("Margin"),
            _("Project start"),
            _("Pre-project by"),
            _("Withdraw by"),
            _("Option by"),
        ),
        (
            (
                at["number"],
                at["name"],
                at["wave"] or "",
                at["go_live"] or "",
                at["actual"] or "",
                "" if at["margin"] is None else str(at["margin"]),
                *(at["dates"].get(key, "") for key in LIMIT_KEYS),
            )
            for at in municipalities
        ),
        right=(5,),
    )


def write_activities(
    activities: dict[str, dict[str, Any]], names: Names, limits: Set[str]
) -> None:
    """Write the steps of one municipality in the order of the template."""
    write_table(
        (
            _("Activity"),
            _("Start"),
            _("Last day"),
            _("Earliest"),
            _("Float"),
            _("Notes"),
        ),
        (
            (
                names.activity(id.partition(".")[2]),
                at["start"],
                last_day(at["start"], at["finish"]),
                TO if id in limits else at["early_start"],
                TO if id in limits else str(at["total_float"]),
                _("presumed as planned") if at["presumed"] and id not in limits else "",
            )
            for id, at in activities.items()
        ),
        right=(4,),
    )


@click.command(
    help=_(
        "Show what is wrong with a plan. The status is 1 where anything is an error."
    )
)
@any_plan_option
@format_option
@debug_option
@click.pass_context
def check(ctx: click.Context, plan_name: str | None, layout: str) -> None:
    """Show what is wrong with a plan."""
    with ready_app():
        title, document = told_conflicts(plan_name)
        if layout == "json":
            write_json(document)
        else:
            write_check(title, document)
    if document["counts"][Severity.ERROR]:
        ctx.exit(FOUND_ERRORS)


def told_conflicts(plan_name: str | None) -> tuple[str, dict[str, Any]]:
    """The title of a plan, and what is wrong with it or was."""
    if is_frozen(plan_name):
        frozen, state = find_frozen(plan_name or "")
        return frozen.name, frozen_check_document(frozen, state, current_names())
    row = find_plan(plan_name, or_baseline=True)
    names = names_for(row, language.language())
    document = check_document(evaluation(row), names)
    document["plan"], title = key_of(row), title_of(row)
    leave_plan()
    return title, document


def write_check(title: str, document: dict[str, Any]) -> None:
    """Write what is open by severity, errors first, and then what is accepted."""
    conflicts = document["conflicts"]
    if not conflicts:
        write(_("%(plan)s: no conflicts.", plan=title))
    for severity in Severity:
        found = [
            it
            for it in conflicts
            if it["severity"] == severity and it["accepted"] is None
        ]
        write_conflicts(severity_text(severity), found)
    accepted = [it for it in conflicts if it["accepted"] is not None]
    write_conflicts(_("Accepted"), accepted)


def write_conflicts(heading: str, conflicts: list[dict[str, Any]]) -> None:
    """Write some conflicts under their heading, each with what is to be done."""
    if conflicts:
        write(f"{heading} ({len(conflicts)})")
    for conflict in conflicts:
        write(f"  {conflict['text']}")
        if conflict["accepted"] is not None:
            reason = " ".join(conflict["accepted"].split())
            write("    " + _("Accepted: %(reason)s", reason=reason))
        elif conflict["mend"]:
            write(f"    {conflict['mend']['text']}")
