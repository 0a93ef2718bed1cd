"""By how much several dates move, in one phrase."""

from collections.abc import Collection

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import moved


def move_text(days: Collection[int]) -> str:
    """26–29 days earlier: the least and the most of what moves."""
    least, most = min(days), max(days)
    if least == most:
        return moved(least)
    if most < 0:
        return ngettext(
            "%(least)d–%(num)d day earlier",
            "%(least)d–%(num)d days earlier",
            -least,
            least=-most,
        )
    if least > 0:
        return ngettext(
            "%(least)d–%(num)d day later",
            "%(least)d–%(num)d days later",
            most,
            least=least,
        )
    return _("from %(first)s to %(last)s", first=moved(least), last=moved(most))
