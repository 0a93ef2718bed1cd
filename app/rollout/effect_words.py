"""The sentences on what a change of the template would move."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import moved
from app.store.names import Names
from planning.compare import MovedDate


def count_text(count: int) -> str:
    """47 municipalities."""
    return ngettext("%(num)d municipality", "%(num)d municipalities", count)


def number_text(count: int) -> str:
    """What shows those who are not shown yet."""
    return ngettext("Show all %(num)d", "Show all %(num)d", count)


def biggest_sentence(move: MovedDate, names: Names) -> str:
    """Which date moves the most, and whose."""
    return _(
        "The biggest move: “%(step)s” in %(municipality)s, %(moved)s.",
        step=names.activity(move.key),
        municipality=names.municipality(move.owner_id),
        moved=moved(move.days),
    )
