"""Sentences on what is entered of shares.

Beside each kind in `OF_SHARES` stand the values that it takes. Owners are kept by
the name that they had.
"""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from app.change_words import Words
from app.share_words import shares_text
from planning.rights.ledger import EntryKind

ENTERED_IN_LEDGER = frozenset(
    {"shares.issued", "shares.sold", "shares.redeemed", "shares.corrected"}
)
"""What can't be undone, but struck out by a correction."""


def _issued(it: Words) -> str:
    return _(
        "%(shares)s issued to %(buyer)s",
        shares=shares_text(it.values["shares"]),
        buyer=it.values["buyer"],
    )


def _sold(it: Words) -> str:
    return _(
        "%(seller)s sold %(shares)s to %(buyer)s",
        seller=it.values["seller"],
        shares=shares_text(it.values["shares"]),
        buyer=it.values["buyer"],
    )


def _redeemed(it: Words) -> str:
    return _(
        "%(buyer)s redeemed %(shares)s from %(seller)s",
        seller=it.values["seller"],
        shares=shares_text(it.values["shares"]),
        buyer=it.values["buyer"],
    )


def _corrected(it: Words) -> str:
    return _(
        "Entry %(number)s of the share ledger was struck out", number=it.values["entry"]
    )


def _owner_added(it: Words) -> str:
    return _("The owner “%(name)s” was added", name=it.values["name"])


def _owner_changed(it: Words) -> str:
    return _("The owner “%(name)s” was changed", name=it.values["name"])


def _owner_removed(it: Words) -> str:
    return _("The owner “%(name)s” was removed", name=it.values["name"])


def _annex_set(it: Words) -> str:
    return _(
        "%(municipality)s: %(shares)s in the annex",
        municipality=it.municipality(),
        shares=shares_text(it.values["shares"]),
    )


def _annex_removed(it: Words) -> str:
    return _(
        "%(municipality)s: the number in the annex was removed",
        municipality=it.municipality(),
    )


def _annex_imported(it: Words) -> str:
    return ngettext(
        "The annex was read from a file: the number of %(num)d municipality",
        "The annex was read from a file: the numbers of %(num)d municipalities",
        it.values["count"],
    )


def _meeting_added(it: Words) -> str:
    return _("A meeting of the board was entered: %(day)s", day=it.day())


def _meeting_removed(it: Words) -> str:
    return _("A meeting of the board was removed: %(day)s", day=it.day())


def _announced(it: Words) -> str:
    return _("It was announced that %(change)s", change=_change(it))


def _announced_changed(it: Words) -> str:
    return _("What is announced was changed: %(change)s", change=_change(it))


def _announced_given_up(it: Words) -> str:
    return _("What was announced was given up: %(change)s", change=_change(it))


def _change(it: Words) -> str:
    """Who sells or redeems how many, by the names that they had then."""
    told = {"seller": it.values["seller"], "buyer": it.values["buyer"]}
    if it.values["kind"] == EntryKind.REDEMPTION:
        return _("%(buyer)s redeems the shares of %(seller)s", **told)
    if not it.values["shares"]:
        return _("%(seller)s sells shares to %(buyer)s", **told)
    shares = shares_text(it.values["shares"])
    return _("%(seller)s sells %(shares)s to %(buyer)s", shares=shares, **told)


OF_SHARES: Mapping[str, Callable[[Words], str]] = {
    "shares.issued": _issued,  # buyer, shares
    "shares.sold": _sold,  # seller, buyer, shares
    "shares.redeemed": _redeemed,  # seller, buyer, shares
    "shares.corrected": _corrected,  # entry
    "shares.announced": _announced,  # kind, seller, buyer, shares
    "shares.announced-changed": _announced_changed,  # kind, seller, buyer, shares
    "shares.announced-given-up": _announced_given_up,  # kind, seller, buyer, shares
    "shares.owner-added": _owner_added,  # name
    "shares.owner-changed": _owner_changed,  # name
    "shares.owner-removed": _owner_removed,  # name
    "shares.annex-set": _annex_set,  # municipality, shares
    "shares.annex-removed": _annex_removed,  # municipality
    "shares.annex-imported": _annex_imported,  # count
    "shares.board-meeting-added": _meeting_added,  # day
    "shares.board-meeting-removed": _meeting_removed,  # day
}
