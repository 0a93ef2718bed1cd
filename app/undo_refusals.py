"""Why a change can't be taken back, in words: what stands in the way of it."""

from flask_babel import gettext as _

from app.language import language
from app.past_changes import writer_name
from app.share_refusals import broken_text
from app.store import results
from app.store.errors import UndoRefused
from app.store.names import names_for


def why_kept(error: UndoRefused) -> str:
    """What stands in the way, in a sentence or two."""
    if error.broken:
        names = names_for(results.current_plan(), language())
        return broken_text(error.broken, names)
    if error.kind == "in-use":
        return _used_by(*(error.user or ("", "")))
    if error.kind == "needed":
        return _(
            "It has a part of its own in the agreements: Trondheim sells and redeems"
            " shares, and the company redeems where Trondheim declines."
        )
    if error.kind == "gone":
        return _("What it changed has been removed since.")
    if error.kind == "kept":
        return _("It is in the share ledger, which is only added to.")
    name = writer_name(error.by, error.by_name) or _("Another user")
    return _("%(name)s has changed the same thing since.", name=name)


def _used_by(table: str, key: str) -> str:
    """What uses the row that would go; said in general where that has no name."""
    match table:
        case "share_entry":
            return _("Entry %(number)s of the share ledger names it.", number=key)
        case "letter":
            return _("Letter %(number)s is written to it.", number=key)
        case "share_annex":
            return _("The annex says since then how many shares it buys.")
        case "announced_change":
            return _("An announced transfer or redemption of shares names it.")
        case "agreement":
            return _("An agreement is the next version of it.")
        case _:
            return _("What it brought in is used by something else since.")
