"""What becomes of rights with a change: which open again, and which lapse.

Told from the document that is kept with a change; one from before rights were kept
tells nothing of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from babel.lists import format_list
from flask_babel import get_locale, ngettext

from app.store.names import Names

Document = Mapping[str, Any]
LISTED = 5


def rights_sentences(
    moved: Document, names: Names, *, listed: int = LISTED
) -> tuple[str, ...]:
    """The sentences on what the document of a change holds; so many are named."""
    rights = moved.get("rights", {})
    told = {key: _listed(these, names, listed) for key, these in rights.items()}
    return tuple(_sentences(rights, told))


def _sentences(
    rights: Mapping[str, Sequence[str]], told: Mapping[str, str]
) -> Iterator[str]:
    if found := rights.get("options_reopened"):
        yield ngettext(
            "%(num)d option can be taken up in time again: %(who)s.",
            "%(num)d options can be taken up in time again: %(who)s.",
            len(found),
            who=told["options_reopened"],
        )
    if found := rights.get("options_lapsed"):
        yield ngettext(
            "%(num)d option can no longer be taken up in time for its wave: %(who)s.",
            "%(num)d options can no longer be taken up in time for their wave:"
            " %(who)s.",
            len(found),
            who=told["options_lapsed"],
        )
    if found := rights.get("withdrawals_reopened"):
        yield ngettext(
            "%(num)d municipality can withdraw again: %(who)s.",
            "%(num)d municipalities can withdraw again: %(who)s.",
            len(found),
            who=told["withdrawals_reopened"],
        )
    if found := rights.get("withdrawals_lapsed"):
        yield ngettext(
            "%(num)d municipality can no longer withdraw: %(who)s.",
            "%(num)d municipalities can no longer withdraw: %(who)s.",
            len(found),
            who=told["withdrawals_lapsed"],
        )


def _listed(numbers: Sequence[str], names: Names, listed: int) -> str:
    """Some by name, and how many more there are."""
    told = [names.municipality(it) for it in numbers]
    if (more := len(told) - listed) > 1:
        rest = ngettext("%(num)d more", "%(num)d more", more)
        told = [*told[:listed], rest]
    return str(format_list(told, locale=get_locale()))
