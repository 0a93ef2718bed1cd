"""The language of the user: bokmål unless another one has been chosen.

On the web it is chosen with a form and kept in the session. Until then a browser that
would rather have nynorsk than bokmål gets it; whatever else a browser asks for, the
pages are in bokmål. On the command line the environment says it. Sentences in the
code are English; a catalogue that has not been compiled leaves them so.
"""

import os
from collections.abc import Mapping
from functools import cache

from babel import Locale
from flask import Flask, has_request_context, session
from flask_babel import get_locale
from werkzeug.datastructures import LanguageAccept

from app.access import wanted_languages
from app.counts import CountingBabel

LANGUAGES: Mapping[str, str] = {
    "nb_NO": "Norsk bokmål",
    "nn_NO": "Norsk nynorsk",
    "en_GB": "English",
}
TONGUES: dict[str, str] = {
    locale.partition("_")[0]: name for locale, name in LANGUAGES.items()
}
"""The languages by their first part: nb, nn and en."""
DEFAULT = "nb_NO"
NORWEGIAN = frozenset({"nb_NO", "nn_NO"})
TIMEZONE = "Europe/Oslo"
IN_SESSION = "language"
VARIABLES = ("LC_ALL", "LANG")
BY_TONGUE: Mapping[str, str] = {
    "nb": "nb_NO",
    "no": "nb_NO",
    "nn": "nn_NO",
    "en": "en_GB",
}
"""Our locale for the first part of a locale of the system."""


def init_app(app: Flask) -> None:
    """Let every sentence, date and number be in the user's language."""
    CountingBabel(
        app,
        default_locale=DEFAULT,
        default_timezone=TIMEZONE,
        locale_selector=lambda: _parsed(select_locale()),
    )
    app.context_processor(lambda: {"languages": LANGUAGES, "language": language()})


@cache
def _parsed(locale: str) -> Locale:
    """The same one each time, so that what is kept by it is found at once."""
    return Locale.parse(locale)


def select_locale() -> str:
    """Return the locale of the request, or of the command that runs."""
    if not has_request_context():
        return command_line_locale(os.environ)
    return chosen_locale() or browser_locale(wanted_languages())


def browser_locale(wanted: LanguageAccept) -> str:
    """Return the Norwegian that a browser would rather have; bokmål where none."""
    # What is wanted most comes first, and what is refused has a quality of zero.
    asked = (find_locale(tongue) for tongue, quality in wanted if quality > 0)
    return next((it for it in asked if it in NORWEGIAN), DEFAULT)


def chosen_locale() -> str:
    """Return the locale that the user has chosen; empty where none has been."""
    chosen = str(session.get(IN_SESSION))
    return chosen if chosen in LANGUAGES else ""


def choose(locale: str) -> None:
    """Keep the user's choice of language."""
    if locale not in LANGUAGES:
        raise ValueError(f"there is no language {locale!r}")
    session.permanent = True
    session[IN_SESSION] = locale


def command_line_locale(environment: Mapping[str, str]) -> str:
    """Return the locale that the environment asks for, else bokmål."""
    named = environment.get("BOLGEPLAN_LANGUAGE", "")
    found = find_locale(named)
    for variable in VARIABLES:
        found = found or find_locale(environment.get(variable, ""))
    return found or DEFAULT


def find_locale(text: str) -> str | None:
    """Return our locale for a name such as nb, nn_NO.UTF-8 or en_US."""
    tongue = text.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return BY_TONGUE.get(tongue)


def language() -> str:
    """Return the language as texts and pages name it: nb, nn or en."""
    return str(get_locale().language)
