"""Sentences on what is entered of agreements.

Beside each kind in `OF_AGREEMENTS` stand the values that it takes. Agreements and
annexes are kept by the title that they had.
"""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.change_words import Words


def _added(it: Words) -> str:
    return _("The agreement “%(title)s” was added", title=it.values["title"])


def _changed(it: Words) -> str:
    return _("The agreement “%(title)s” was changed", title=it.values["title"])


def _removed(it: Words) -> str:
    return _("The agreement “%(title)s” was removed", title=it.values["title"])


def _replaced(it: Words) -> str:
    return _(
        "A new version of the agreement “%(title)s” was added", title=it.values["title"]
    )


def _annex_added(it: Words) -> str:
    return _(
        "The annex “%(annex)s” was added to the agreement “%(title)s”",
        annex=it.values["annex"],
        title=it.values["title"],
    )


def _annex_removed(it: Words) -> str:
    return _(
        "The annex “%(annex)s” was removed from the agreement “%(title)s”",
        annex=it.values["annex"],
        title=it.values["title"],
    )


OF_AGREEMENTS: Mapping[str, Callable[[Words], str]] = {
    "agreements.added": _added,  # title
    "agreements.changed": _changed,  # title
    "agreements.removed": _removed,  # title
    "agreements.replaced": _replaced,  # title
    "agreements.annex-added": _annex_added,  # annex, title
    "agreements.annex-removed": _annex_removed,  # annex, title
}
