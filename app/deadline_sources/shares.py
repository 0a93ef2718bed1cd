"""When the board of the company meets, and when shares are to be paid."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.deadline_sources.deadline import (
    NOWHERE,
    Deadline,
    Kind,
    places_of,
    whole_day,
)
from app.extensions import db
from app.store.names import Names
from app.store.shares import share_register
from app.store.tables import ShareOwnerRow
from planning.evaluate import Evaluation
from planning.rights.ledger import standing


def list_board_meetings(evaluation: Evaluation, _names: Names) -> Iterator[Deadline]:
    """The meetings of the board that are ahead; one that has been is no deadline."""
    for day in share_register().rules.board_days:
        if day < evaluation.snapshot.status_date:
            continue
        yield Deadline(
            id=f"board-meeting.{day}",
            kind=Kind.SHARES,
            window=whole_day(day),
            what=_("The board of the company meets"),
            whose=_("The company"),
            how_sure=_("Entered by the programme office"),
            is_firm=True,
            is_done=False,
            url=url_for("shares.index"),
        )


def list_payments(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """The payments that are ahead; whether an earlier one was made is not known."""
    due = [
        it
        for it in standing(share_register().ledger)
        if it.due is not None and it.due >= evaluation.snapshot.status_date
    ]
    if not due:
        return
    places = places_of(evaluation)
    owners = {it.key: it for it in db.session.scalars(select(ShareOwnerRow))}
    for it in due:
        owner = owners[it.buyer]
        number = owner.municipality or ""
        yield Deadline(
            id=f"payment.{it.number}",
            kind=Kind.SHARES,
            window=whole_day(it.due or 0),
            what=_("Last day to pay for the shares"),
            whose=names.municipality(number) if number else owner.name or owner.key,
            how_sure=_("Stated in the ledger of shares"),
            is_firm=True,
            is_done=False,
            url=url_for("shares.ledger"),
            place=places.get(number, NOWHERE),
        )
