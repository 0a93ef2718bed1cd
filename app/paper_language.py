"""The language of what is made for a municipality to keep.

It is the one that was asked for with the file, else the one that the user has
chosen, else the municipality's own form. A municipality that is neutral between the
two forms gets bokmål.
"""

from collections.abc import Mapping

from app.language import DEFAULT, LANGUAGES, find_locale
from app.store.tables import MunicipalityRow

BY_FORM: Mapping[str, str] = {"bokmål": "nb_NO", "nynorsk": "nn_NO"}
"""Our locale for the form that a municipality writes."""


def paper_language(
    municipality: MunicipalityRow, *, asked: str = "", chosen: str = ""
) -> str:
    """Return the locale of a paper for a municipality.

    `asked` is what the address of the paper names, such as nn or nn_NO; `chosen` is
    the locale that the user has chosen for the app.
    """
    if chosen not in LANGUAGES:
        chosen = BY_FORM.get(municipality.language_form, DEFAULT)
    return find_locale(asked) or chosen


def paper_languages(municipality: MunicipalityRow, *, chosen: str = "") -> list[str]:
    """Return the locales that a paper can be had in, the one it is in first."""
    own = paper_language(municipality, chosen=chosen)
    return [own, *(locale for locale in LANGUAGES if locale != own)]
