"""The `bolgeplan` command: one module per group of its commands.

Every command that a module in this folder defines is found by itself. Results go
to standard output, messages to standard error. Sentences, help texts too, are in
the language that the environment asks for; so modules are imported when a command
is looked for, with that language in force.
"""

import importlib
import pkgutil
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

import click
from flask import Flask
from flask.ctx import AppContext
from flask_babel import lazy_gettext as _l

from app import create_app, language
from app.cli.click_words import click_in_our_language
from app.cli.failures import debug_option, told_in_a_line
from app.extensions import db
from app.store import database


class Commands(click.Group):
    """The commands of all modules; whatever goes wrong ends in a sentence."""

    def main(self, *args: Any, **settings: Any) -> Any:
        with speaking(), click_in_our_language():
            return super().main(*args, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(find_commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return find_commands().get(cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        with told_in_a_line(ctx):
            return super().invoke(ctx)


@click.command(
    cls=Commands,
    name="bolgeplan",
    context_settings={"max_content_width": 88},
    help=_l(
        "Plan the rollout of Helseplattformen to the municipalities of Mid-Norway."
    ),
)
@debug_option
def main() -> None:
    """Plan the rollout of Helseplattformen to the municipalities of Mid-Norway."""


@cache
def find_commands() -> dict[str, click.Command]:
    """Return every command by its name."""
    with speaking():
        modules = [
            importlib.import_module(f"{__name__}.{found.name}")
            for found in pkgutil.iter_modules(__path__)
        ]
    return {
        command.name or "": command
        for module in modules
        for command in commands_of(module)
    }


def commands_of(module: ModuleType) -> list[click.Command]:
    """Return the commands that a module defines."""
    values = vars(module).values()
    return [value for value in values if isinstance(value, click.Command)]


def speaking() -> AppContext:
    """Return a context in which sentences have a language, and nothing else is."""
    app = Flask("app")
    language.init_app(app)
    return app.app_context()


@contextmanager
def opened_app(**settings: Any) -> Iterator[Flask]:
    """Give the app to a command that works on the database and serves nothing."""
    # No session is signed by a command: it needs no key that lasts.
    app = create_app({"SECRET_KEY": secrets.token_hex(32), **settings})
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


@contextmanager
def ready_app() -> Iterator[Flask]:
    """Give the app to a command that works on what has been loaded.

    Raises:
        DatabaseError: where there is nothing to work on.
    """
    with opened_app() as app:
        database.require_ready()
        yield app
