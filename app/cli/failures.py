"""How a command fails: one calm line on standard error and an exit status.

1: the work failed. 2: wrong usage, or input that cannot be used. No traceback
reaches the user, unless one is asked for with --debug or BOLGEPLAN_DEBUG.
"""

import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

import click
from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError

from app.config import ConfigError
from app.config_words import config_error_text
from app.database_advice import database_advice
from app.planning_errors import planning_error_text
from app.store import database
from app.store.errors import DatabaseError, FixtureError
from app.store.seed.texts import fixture_text
from planning.errors import PlanningError

DEBUG = f"{__name__}.debug"
DEBUG_VARIABLE = "BOLGEPLAN_DEBUG"
OFF = frozenset({"", "0", "false", "no"})


class Failed(click.ClickException):
    """The work could not be done."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message, each of its lines under the command's name."""
        for line in self.message.splitlines():
            click.echo(f"bolgeplan: {line}", err=True)


class Unusable(Failed):
    """What the user gave cannot be used."""

    exit_code = 2


def _database(error: DatabaseError) -> str:
    reason = str(error.values.get("reason", "")).strip().partition("\n")[0]
    told = " ".join(filter(None, database_advice(error)))
    return f"{told} ({reason})" if reason else told


def _database_answer(error: DBAPIError) -> str:
    try:
        database.refuse_damaged(error)
    except DatabaseError as damaged:
        return _database(damaged)
    reason = str(error.orig).strip().partition("\n")[0]
    return _("The database refused: %(reason)s", reason=reason)


def _system_answer(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return _("The system refused: %(reason)s", reason=reason)
    file = click.format_filename(error.filename)
    if isinstance(error, FileNotFoundError):
        return _("%(file)s is not there, or its folder isn’t.", file=file)
    if isinstance(error, PermissionError):
        return _("%(file)s may not be read or written.", file=file)
    return _("The system refused: %(reason)s (%(file)s)", reason=reason, file=file)


KNOWN: Mapping[type[Exception], Callable[[Any], str]] = {
    DatabaseError: _database,
    ConfigError: config_error_text,
    FixtureError: fixture_text,
    PlanningError: planning_error_text,
    DBAPIError: _database_answer,
    OSError: _system_answer,
}
GIVEN = (ConfigError, FixtureError)
"""What was given to the command, and not its work, is at fault."""


@contextmanager
def told_in_a_line(ctx: click.Context) -> Iterator[None]:
    """Turn whatever goes wrong inside into a line and an exit status."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except BrokenPipeError:
        # Whoever read the result has had enough of it: click ends in silence.
        raise
    except KeyboardInterrupt as error:
        raise Failed(_("Interrupted. What was not finished is not saved.")) from error
    except Exception as error:
        if is_debug_wanted(ctx, os.environ):
            click.echo(traceback.format_exc(), err=True)
        kind = Unusable if isinstance(error, GIVEN) else Failed
        raise kind(sentence_of(error)) from error


def is_debug_wanted(ctx: click.Context, environment: Mapping[str, str]) -> bool:
    """Whether tracebacks are to be written."""
    variable = environment.get(DEBUG_VARIABLE, "").strip().lower()
    return DEBUG in ctx.meta or variable not in OFF


def _note_debug(ctx: click.Context, _option: click.Parameter, is_set: bool) -> None:
    if is_set:
        ctx.meta[DEBUG] = True


class DebugOption(click.Option):
    """The option's help is looked up when it is shown.

    The option is made while the program starts, before any language is in force.
    """

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = _("Show where in the program an unforeseen error came from.")
        return super().get_help_record(ctx)


debug_option: Callable[..., Any] = click.option(
    "--debug",
    cls=DebugOption,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_note_debug,
)


def sentence_of(error: Exception) -> str:
    """What the user reads of an error; of an unforeseen one, what to do about it."""
    for kind, sentence in KNOWN.items():
        if isinstance(error, kind):
            return sentence(error)
    return _(
        "Something went wrong inside the program (%(kind)s). Nothing that was not "
        "finished has been saved. Run the command again as “bolgeplan --debug …” and "
        "send what it writes to whoever looks after the program.",
        kind=type(error).__name__,
    )
