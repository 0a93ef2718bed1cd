"""What click itself says, in the user's language.

Click asks the gettext of Python, which reads the language in the environment. While
a command runs it is led to our catalogues, and to the language that is in force.
The sentences here are click's own, to the letter; what it says that is not here
stays English.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask_babel import gettext as _
from flask_babel import ngettext

from app.language import language

CATALOGUES = Path(__file__).parents[1] / "translations"
VARIABLE = "LANGUAGE"


@contextmanager
def click_in_our_language() -> Iterator[None]:
    """Let click speak the language that is in force, and no other one afterwards."""
    gettext.bindtextdomain("messages", str(CATALOGUES))
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = language()
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


def click_words() -> tuple[str, ...]:
    """What click says of how a command is used."""
    return (
        _("Usage:"),
        _("Options"),
        _("Commands"),
        _("default: {default}"),
        _("Show this message and exit."),
        _("Try '{command} {option}' for help."),
        _("Error: {message}"),
        _("Missing argument"),
        _("Missing option"),
        _("Missing command."),
        _("No such command {name!r}."),
        _("No such option {name!r}."),
        _("Invalid value: {message}"),
        _("Invalid value for {param_hint}: {message}"),
        _("Option {name!r} does not take a value."),
        _("{value!r} is not a valid {number_type}."),
        ngettext(
            "Did you mean {possibility}?",
            "(Did you mean one of: {possibilities}?)",
            1,
        ),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
        ngettext(
            "Got unexpected extra argument ({args})",
            "Got unexpected extra arguments ({args})",
            1,
        ),
        ngettext(
            "Option {name!r} requires an argument.",
            "Option {name!r} requires {nargs} arguments.",
            1,
        ),
    )
