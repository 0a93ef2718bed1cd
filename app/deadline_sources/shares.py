"""When the board of the company meets, when shares are to be paid, what is announced.

What is announced is told to both municipalities, as long as it is open.
"""

from collections.abc import Iterator
from dataclasses import replace

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.announced_words import announced_text
from app.deadline_sources.deadline import (
    NOWHERE,
    Deadline,
    Kind,
    places_of,
    whole_day,
)
from app.extensions import db
from app.store.announced import announced_changes, with_all_letters
from app.store.names import Names
from app.store.shares import ShareRegister, share_register
from app.store.tables import ShareOwnerRow
from planning.evaluate import Evaluation
from planning.rights.announced import (
    AnnouncedChange,
    Stage,
    board_day,
    notice_of_announced,
    stage_of,
)
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


def list_announced(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """The days of what is announced and still open, for each municipality in it.

    They belong to no wave: both parties, of whichever, stand in one line of the list.
    """
    register = share_register()
    found = [
        it for it in announced_changes() if stage_of(register.ledger, it) is Stage.OPEN
    ]
    if not found:
        return
    places, owners = places_of(evaluation), register.rules.owners
    lettered, today = with_all_letters(), evaluation.snapshot.status_date
    for it in found:
        is_told = it.id in lettered and (it.notice or today) <= today
        numbers = [owners[key].municipality for key in (it.seller, it.buyer)]
        sides = [each for each in numbers if each in places] or [""]
        for key, (day, what) in _days(register, it, names).items():
            for number in sides:
                yield Deadline(
                    id=f"announced.{it.id}.{key}.{number}",
                    kind=Kind.SHARES,
                    window=whole_day(day),
                    what=what,
                    whose=names.owner(number or it.seller),
                    how_sure=_("Announced, and not in the ledger yet"),
                    is_firm=False,
                    is_done=key == "notice" and is_told,
                    url=url_for("announced.announced", announced_id=it.id),
                    place=replace(places.get(number, NOWHERE), wave=""),
                )


def _days(
    register: ShareRegister, it: AnnouncedChange, names: Names
) -> dict[str, tuple[int, str]]:
    """The notice, the board, the payment, as far as their days are known."""
    notice = notice_of_announced(register.ledger, register.rules, it)
    told = announced_text(it, notice.shares, names)
    days = {
        "notice": (it.notice, _("Send the notice: %(change)s", change=told)),
        "board": (
            board_day(register.rules, it),
            _("The board treats: %(change)s", change=told),
        ),
        "payment": (it.due, _("Payment is due: %(change)s", change=told)),
    }
    return {key: (day, what) for key, (day, what) in days.items() if day is not None}
