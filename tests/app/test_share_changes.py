"""Every sentence on shares, as the history tells it."""

import pytest
from flask_babel import force_locale

from app.changes import change_text
from app.share_changes import OF_SHARES
from app.store.names import names_for
from tests.app.conftest import NOON

SOLD = {"seller": "Trondheim", "buyer": "Ulstein", "shares": 1200}
OWNER, DAY = {"name": "Helse Midt-Norge RHF"}, {"day": "2023-12-15"}
ANNEX = {"municipality": "1516", "shares": 1}
SALE = {"kind": "transfer", **SOLD}
UNCOUNTED = {**SALE, "shares": None}
LEAVING = {**UNCOUNTED, "kind": "redemption"}
TOLD = {
    "shares.announced": (
        SALE,
        "It was announced that Trondheim sells 1,200 shares to Ulstein",
    ),
    "shares.announced-changed": (
        UNCOUNTED,
        "What is announced was changed: Trondheim sells shares to Ulstein",
    ),
    "shares.announced-given-up": (
        LEAVING,
        "What was announced was given up: Ulstein redeems the shares of Trondheim",
    ),
    "shares.issued": (SOLD, "1,200 shares issued to Ulstein"),
    "shares.sold": (SOLD, "Trondheim sold 1,200 shares to Ulstein"),
    "shares.redeemed": (SOLD, "Ulstein redeemed 1,200 shares from Trondheim"),
    "shares.corrected": ({"entry": 4}, "Entry 4 of the share ledger was struck out"),
    "shares.owner-added": (OWNER, "The owner “Helse Midt-Norge RHF” was added"),
    "shares.owner-changed": (OWNER, "The owner “Helse Midt-Norge RHF” was changed"),
    "shares.owner-removed": (OWNER, "The owner “Helse Midt-Norge RHF” was removed"),
    "shares.annex-set": (ANNEX, "Ulstein: 1 share in the annex"),
    "shares.annex-removed": (ANNEX, "Ulstein: the number in the annex was removed"),
    "shares.annex-imported": (
        {"count": 2},
        "The annex was read from a file: the numbers of 2 municipalities",
    ),
    "shares.board-meeting-added": (
        DAY,
        "A meeting of the board was entered: 15 December 2023",
    ),
    "shares.board-meeting-removed": (
        DAY,
        "A meeting of the board was removed: 15 December 2023",
    ),
}


class Change:
    """What the history keeps of one."""

    def __init__(self, what, values):
        self.what, self.values, self.moved, self.at = what, values, {}, NOON


@pytest.mark.parametrize("what", OF_SHARES)
def test_what_is_entered_of_shares_is_told_in_a_sentence(plan, what):
    values, told = TOLD[what]
    with force_locale("en_GB"):
        assert change_text(Change(what, values), names_for(plan, "en")) == told
