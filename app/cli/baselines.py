"""`baseline`, `baselines` and `verify`: freezing the plan, and what was frozen.

The plan is frozen by whoever runs the installation, who names the decision behind it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from app.baselines import commands
from app.cli import ready_app
from app.cli.failures import Failed, Unusable, debug_option
from app.cli.importing import command_line_user
from app.cli.output import format_option, tell, write, write_json, write_table
from app.decision_fields import day_refusal
from app.form_fields import read_day
from app.past_changes import writer_name
from app.store import results
from app.store.adopting import find_adoptions
from app.store.baselines import (
    Details,
    find_named,
    is_sound,
    list_baselines,
    replaced_by,
)
from app.store.tables import BaselineRow, ChangeRow


class Day(click.ParamType[date]):
    """A day of the calendar, as 2023-11-30."""

    name = "day"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day that was given; what is none is refused in the user's language."""
        day = value if isinstance(value, date) else read_day(value)
        if day is None:
            self.fail(
                _("%(typed)s is no day: write it as 2023-11-30", typed=value),
                param,
                ctx,
            )
        return day


DAY = Day()


def said(name: str, meaning: str, kind: Any = str) -> Callable[..., Any]:
    """An option that has to be given."""
    return click.option(name, required=True, type=kind, help=meaning)


@click.command(help=_("Freeze the plan as it is, with the decision behind it."))
@said("--name", _("What the baseline is called."))
@said("--decided-by", _("The body or role that decided it."))
@said("--case", _("The number of the case."))
@said("--decided-on", _("The day of the decision: 2023-11-30."), DAY)
@said("--why", _("Why, in a sentence or two."))
@click.option("--replaces", metavar="NAME", help=_("The baseline that it replaces."))
@click.option("--reason", default="", help=_("Why that one no longer holds."))
@debug_option
def baseline(**given: Any) -> None:
    """Freeze the plan as it is."""
    with ready_app():
        row = commands.make(
            results.current_plan(),
            read_details(given),
            by=command_line_user(),
            seen=results.revision(),
        )
        write(_("%(name)s: sha256 %(checksum)s", name=row.name, checksum=row.checksum))


def read_details(given: Mapping[str, Any]) -> Details:
    """What was said of the baseline.

    Raises:
        Unusable: the day can't be right, the name is used, or what is to be replaced
            can't be.
    """
    texts = {name: str(value or "").strip() for name, value in given.items()}
    decided_on: date = given["decided_on"]
    empty = [it for it in ("name", "decided_by", "case", "why") if not texts[it]]
    if empty:
        option = "--" + empty[0].replace("_", "-")
        raise Unusable(_("Nothing is said with %(option)s.", option=option))
    if wrong := day_refusal(decided_on):
        raise Unusable(wrong)
    if find_named(texts["name"]) is not None:
        told = _("There is a baseline “%(name)s” already.", name=texts["name"])
        raise Unusable(told)
    other = _replaceable(texts["replaces"], texts["reason"])
    return Details(
        name=texts["name"][:80],
        why=texts["why"][:1000],
        decided_by=texts["decided_by"][:200],
        case_number=texts["case"][:80],
        decided_on=decided_on,
        replaces_id=None if other is None else other.id,
        replaced_reason=texts["reason"][:1000] if other is not None else "",
    )


def _replaceable(name: str, reason: str) -> BaselineRow | None:
    if not name:
        return None
    row = find_named(name)
    if row is None:
        raise Unusable(_("There is no baseline “%(name)s”.", name=name))
    if row.id in replaced_by(list_baselines()):
        raise Unusable(_("The baseline “%(name)s” is replaced already.", name=name))
    if not reason:
        raise Unusable(
            _("Say with --reason why “%(name)s” no longer holds.", name=name)
        )
    return row


@click.command(help=_("List the baselines, and whether each is untouched."))
@format_option
@debug_option
def baselines(layout: str) -> None:
    """List the baselines."""
    with ready_app():
        rows = list_baselines()
        replaced, adoptions = replaced_by(rows), find_adoptions(rows)
        found = [
            baseline_document(it, replaced.get(it.id), adoptions.get(it.id))
            for it in rows
        ]
    if layout == "json":
        write_json({"baselines": found})
    else:
        write_baselines(found)


def baseline_document(
    row: BaselineRow, successor: BaselineRow | None, adoption: ChangeRow | None
) -> dict[str, Any]:
    """A baseline and the decision behind it.

    Where a scenario took its place, the decision is the one on that; where another
    baseline did, that has one of its own.
    """
    return {
        "id": row.id,
        "name": row.name,
        "why": row.why,
        "decided_by": row.decided_by,
        "case_number": row.case_number,
        "decided_on": row.decided_on.isoformat(),
        "made": row.made_at.isoformat(),
        "by": writer_name(row.by, row.by_name),
        "revision": row.revision,
        "checksum": row.checksum,
        "sound": is_sound(row),
        "replaced_by": None if successor is None else successor.name,
        "replaced_with": None if successor is None else _replacing(successor),
        "until_scenario": None if adoption is None else adoption.values["name"],
    }


def _replacing(row: BaselineRow) -> dict[str, Any]:
    """The decision on a baseline that took another's place, and why it did."""
    return {
        "reason": row.replaced_reason,
        "decided_by": row.decided_by,
        "case_number": row.case_number,
        "decided_on": row.decided_on.isoformat(),
    }


def write_baselines(found: Sequence[Mapping[str, Any]]) -> None:
    """Write a line for each baseline."""
    if not found:
        write(_("No baseline has been made"))
        return
    write_table(
        (_("Baseline"), _("Decided by"), _("Case number"), _("On"), _("Standing")),
        (
            (
                it["name"],
                it["decided_by"],
                it["case_number"],
                it["decided_on"],
                standing_text(it),
            )
            for it in found
        ),
    )


def standing_text(found: Mapping[str, Any]) -> str:
    """Whether a baseline holds."""
    if not found["sound"]:
        return _("has been tampered with")
    other = found["replaced_with"]
    if other is not None:
        return _(
            "replaced by %(name)s (%(by)s, %(day)s, case %(case)s)",
            name=found["replaced_by"],
            by=other["decided_by"],
            day=other["decided_on"],
            case=other["case_number"],
        )
    if found["until_scenario"] is not None:
        name = found["until_scenario"]
        return _("the plan until “%(name)s” took its place by this decision", name=name)
    return _("holds")


@click.command(
    help=_("Check that the database is in order and that no baseline was changed.")
)
@debug_option
def verify() -> None:
    """Check the database and the baselines."""
    with ready_app():
        rows = list_baselines()
        tampered = [it.name for it in rows if not is_sound(it)]
    for name in tampered:
        told = _("The baseline “%(name)s” has been tampered with.", name=name)
        tell(f"bolgeplan: {told}")
    if tampered:
        raise Failed(_("Restore them from a backup."))
    write(
        ngettext(
            "The database is in order, %(num)d baseline checked.",
            "The database is in order, %(num)d baselines checked.",
            len(rows),
        )
    )
