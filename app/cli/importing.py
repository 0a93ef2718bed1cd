"""`import`: a plan's own file of another program read back, or meetings of councils."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from app import language
from app.access import Role, User
from app.cli import ready_app
from app.cli.failures import Failed, Unusable, debug_option
from app.cli.finding import find_plan, title_of
from app.cli.meetings import import_meetings
from app.cli.networks import read_bytes, shown
from app.cli.output import format_option, tell, write, write_json
from app.cli.planning import plan_option
from app.cli.project_files import (
    losses_option,
    read_file,
    tell_losses,
    with_losses,
    write_differing,
)
from app.exchange.imports.answer import (
    Answer,
    answer_document,
    ask,
    refuse_foreign,
    take,
)
from app.exchange.imports.behind import behind_text
from app.exchange.imports.differing import differing_advice, with_owners
from app.exchange.imports.texts import misfit_text, plan_change_text
from app.exchange.mspdi.reading import Read
from app.exchange.mspdi.recomputed import recomputed_document
from app.meetings.reading import looks_like_meetings
from app.moved import moved_sentence
from app.past_changes import COMMAND_LINE, writer_name
from app.planning_errors import planning_error_text
from app.store.errors import ClashError
from app.store.names import Names, names_for
from app.store.tables import ChangeRow
from planning.errors import PlanningError
from planning.rights.meetings import Body


@click.command(
    name="import",
    help=_(
        "Say what FILE would change, and write nothing unless --apply is given. FILE "
        "is XML of Microsoft Project that “bolgeplan export” has written, or meetings "
        "of councils as a table (CSV) or a calendar (iCalendar); - reads standard "
        "input."
    ),
)
@click.argument("file", metavar="FILE")
@click.option("--apply", "is_applied", is_flag=True, help=_("Write what it changes."))
@plan_option
@click.option(
    "--municipality",
    help=_("Of meetings: whose they are, where the file does not say it."),
)
@click.option(
    "--body",
    type=click.Choice([it.value for it in Body]),
    help=_("Of meetings: who meets, where the file does not say it."),
)
@losses_option
@format_option
@debug_option
def import_file(
    file: str,
    is_applied: bool,
    plan_name: str | None,
    losses_file: Path | None,
    layout: str,
    *,
    municipality: str | None,
    body: str | None,
) -> None:
    """Say what a file would change in a plan or of meetings, or change it."""
    name, content = shown(file), read_bytes(file)
    is_meetings = is_of_meetings(content, file)
    refuse_options(
        {"--plan": plan_name, "--losses": losses_file}
        if is_meetings
        else {"--municipality": municipality, "--body": body}
    )
    if is_meetings:
        import_meetings(
            content,
            Path(name).name,
            municipality=municipality,
            body=body,
            is_applied=is_applied,
            layout=layout,
            by=command_line_user(),
        )
        return
    import_plan(
        read_file(content, name),
        name,
        plan_name,
        losses_file,
        layout,
        is_applied=is_applied,
    )


def refuse_options(given: Mapping[str, object]) -> None:
    """Refuse what says nothing of such a file, so that nobody relies on it."""
    named = [name for name, value in given.items() if value is not None]
    if named:
        raise click.UsageError(
            _(
                "%(options)s says nothing of such a file: leave it out.",
                options=", ".join(named),
            )
        )


def is_of_meetings(content: bytes, file: str) -> bool:
    """Whether a file is to be read as meetings, whatever is wrong with it."""
    return Path(file).suffix.lower() in {".csv", ".ics"} or looks_like_meetings(content)


def import_plan(
    read: Read,
    name: str,
    plan_name: str | None,
    losses_file: Path | None,
    layout: str,
    *,
    is_applied: bool,
) -> None:
    """Say what a file of another program would change in a plan, or change it."""
    with ready_app():
        refusal = refuse_foreign(read)
        if refusal or read.project.origin is None:
            raise Unusable(f"{name}: {refusal}")
        plan = find_plan(plan_name or read.project.origin.plan)
        names = names_for(plan, language.language())
        user = command_line_user()
        answer = ask(read, Path(name).name, names, plan=plan, by=user)
        tell_losses(read.losses, losses_file)
        differences = differing(read, names)
        change = applied(answer, user) if is_applied else None
        if layout == "json":
            document = answer_document(answer, names)
            document["differences"] = differences
            document |= {"applied": is_applied, "change": change and change.id}
            write_json(with_losses(document, read.losses))
        else:
            write_answer(answer, names, title_of(plan))
            write_differing_part(differences)
            write_end(answer, change, names, is_applied=is_applied)


def command_line_user() -> User:
    """Who is written into the history: whoever may run commands may change all."""
    account = os.environ.get("USER") or os.environ.get("LOGNAME") or ""
    name = _("Command line")
    return User(
        key=COMMAND_LINE,
        role=Role.PROGRAMME_OFFICE,
        name=f"{name} ({account})" if account else name,
    )


def differing(read: Read, names: Names) -> list[dict[str, Any]]:
    """The dates of the file that its own network does not come to."""
    try:
        document = recomputed_document(with_owners(read, names))
    except PlanningError as error:
        tell(planning_error_text(error))
        return []
    return list(document["differences"])


def write_differing_part(differences: Sequence[dict[str, Any]]) -> None:
    """Write them with what to do instead; nothing where every date is right."""
    if differences:
        write_differing(differences)
        write(differing_advice())
        write()


def applied(answer: Answer, user: User) -> ChangeRow | None:
    """Write what the file changes."""
    try:
        return take(answer, by=user)
    except ClashError as error:
        raise Failed(
            _(
                "%(name)s changed the same thing after the file was written. Nothing"
                " was saved. Export the plan anew, and make your changes in that file.",
                name=writer_name(error.by, error.by_name) or _("Another user"),
            )
        ) from error


def write_answer(answer: Answer, names: Names, title: str) -> None:
    """Write what would change, and what can't."""
    behind = behind_text(answer)
    if behind:
        tell(behind)
    if answer.since:
        write(_("Changed in the plan after the file was written:"))
    for line in answer.since:
        write(f"- {line}")
    changes, misfits = answer.compared.changes, answer.compared.misfits
    if changes:
        write(
            ngettext(
                "%(num)s change of “%(plan)s”:",
                "%(num)s changes of “%(plan)s”:",
                len(changes),
                plan=title,
            )
        )
    for change in changes:
        write(f"- {plan_change_text(change, names)}")
    if misfits:
        write(
            ngettext(
                "%(num)s thing that the plan can’t be changed to:",
                "%(num)s things that the plan can’t be changed to:",
                len(misfits),
            )
        )
    for misfit in misfits:
        write(f"- {misfit_text(misfit, names)}")


def write_end(
    answer: Answer, change: ChangeRow | None, names: Names, *, is_applied: bool
) -> None:
    """Write what came of it, or would."""
    tried = None if answer.trial is None else answer.trial.change
    if change is not None:
        write(moved_sentence(change, names))
    elif answer.clash is not None:
        write(_("Nothing has been written, and --apply would be refused."))
    elif tried is None:
        write(_("The file changes nothing in the plan."))
    elif not is_applied:
        write(moved_sentence(tried, names))
        write(_("Nothing has been written. --apply writes it."))
