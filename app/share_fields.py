"""At which field of a form a refusal stands: the one that mends it."""

from collections.abc import Mapping

from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # has no types

from app.share_refusals import refusal_text
from app.store.names import Names
from planning.rights.refusals import Refusal, RefusalKind

FIELD_OF: Mapping[RefusalKind, str] = {
    RefusalKind.NO_SHARES: "numbers",
    RefusalKind.TWICE: "numbers",
    RefusalKind.SELLER_LACKS: "numbers",
    RefusalKind.NUMBERS_TAKEN: "numbers",
    RefusalKind.NUMBERS_GAP: "numbers",
    RefusalKind.PAR_DIFFERS: "price",
    RefusalKind.NOT_AT_PAR: "price",
    RefusalKind.OPTION_NOT_FROM_FOUNDER: "seller",
    RefusalKind.NOT_REDEEMABLE: "seller",
    RefusalKind.NOT_THE_ANNEX: "shares",
    RefusalKind.FOUNDER_NOT_DECLINED: "declined_on",
    RefusalKind.FOUNDER_DECLINED: "declined_on",
    RefusalKind.NO_NOTICE: "notice_on",
    RefusalKind.NOTICE_LATE: "notice_on",
    RefusalKind.NO_DUE_DATE: "due_on",
    RefusalKind.DUE_BEFORE_NOTICE: "due_on",
    RefusalKind.NO_BOARD_DAY: "board_on",
    RefusalKind.BOARD_BEFORE_NOTICE: "board_on",
    RefusalKind.NO_BOARD_MEETING: "board_on",
    RefusalKind.NOT_FIRST_BOARD_MEETING: "board_on",
    RefusalKind.BREAKS_LATER: "day",
}
"""The field that mends it; where none is said, it is the buyer."""
OTHERWISE = "buyer"


def put_refusal(form: FlaskForm, refusal: Refusal, names: Names) -> None:
    """Say what speaks against it at the field that mends it."""
    wanted = (FIELD_OF.get(refusal.kind, OTHERWISE), OTHERWISE, "note")
    if refusal.kind is RefusalKind.SELLER_HAS_FEWER:
        # Where no number is asked for, it is the seller who is wrong.
        wanted = ("shares", "seller", "note")
    field = next(form[it] for it in wanted if it in form)
    field.errors = [*field.errors, refusal_text(refusal, names)]
