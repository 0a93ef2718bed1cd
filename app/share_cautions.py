"""What a user is told before an entry that is odd is saved.

It is saved all the same where the user has read it: the button that says so names
what was told.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import long_date
from app.share_refusals import refusal_text
from app.share_words import shares_text
from app.store.names import Names
from planning.calendars import to_date
from planning.rights.refusals import Refusal
from planning.rights.share_cautions import Caution, CautionKind


@dataclass(frozen=True, slots=True)
class CautionPart:
    """The sentences, and what the button to go on sends."""

    told: tuple[str, ...] = ()
    accepted: str = ""


NOTHING_ODD = CautionPart()


def caution_part(
    cautions: Iterable[Caution], names: Names, not_yet: Iterable[Refusal] = ()
) -> CautionPart:
    """What is odd, in sentences; `not_yet` is what an entry would be refused for."""
    found, later = tuple(cautions), tuple(not_yet)
    return CautionPart(
        told=(
            *(TEXTS[it.kind](it, names) for it in found),
            *(refusal_text(it, names) for it in later),
        ),
        accepted=" ".join(
            sorted([*(it.kind for it in found), *(it.kind for it in later)])
        ),
    )


def _before_board(it: Caution, _names: Names) -> str:
    return _(
        "It takes effect before the board treats it, %(day)s.",
        day=long_date(to_date(it.day or 0)),
    )


def _due_late(it: Caution, _names: Names) -> str:
    return _(
        "Payment is due only on %(day)s, more than a year after the notice.",
        day=long_date(to_date(it.day or 0)),
    )


def _not_exercised(it: Caution, names: Names) -> str:
    return _(
        "It is not known that %(owner)s has used its option.",
        owner=names.owner(it.owner),
    )


def _declined(it: Caution, names: Names) -> str:
    return _(
        "The council of %(owner)s has said no, as far as is known.",
        owner=names.owner(it.owner),
    )


def _beyond_annex(it: Caution, names: Names) -> str:
    return _(
        "%(owner)s would have more than the %(shares)s that the annex gives it.",
        owner=names.owner(it.owner),
        shares=shares_text(it.shares),
    )


def _not_leaving(it: Caution, names: Names) -> str:
    return _(
        "It is not known that %(owner)s has given notice or left.",
        owner=names.owner(it.owner),
    )


def _already_announced(it: Caution, names: Names) -> str:
    return _(
        "The same is announced already for %(owner)s, to take effect on %(day)s.",
        owner=names.owner(it.owner),
        day=long_date(to_date(it.day or 0)),
    )


def _unlike_notice(it: Caution, _names: Names) -> str:
    return _(
        "The notice told of %(shares)s, with payment due on %(day)s.",
        shares=shares_text(it.shares),
        day=long_date(to_date(it.day or 0)),
    )


def _letters_old(_it: Caution, _names: Names) -> str:
    return _(
        "What was announced was changed after its letters were made: they tell"
        " something else. Make the letters again first."
    )


TEXTS: Mapping[CautionKind, Callable[[Caution, Names], str]] = {
    CautionKind.BEFORE_BOARD: _before_board,
    CautionKind.DUE_LATE: _due_late,
    CautionKind.NOT_EXERCISED: _not_exercised,
    CautionKind.DECLINED: _declined,
    CautionKind.BEYOND_ANNEX: _beyond_annex,
    CautionKind.NOT_LEAVING: _not_leaving,
    CautionKind.ALREADY_ANNOUNCED: _already_announced,
    CautionKind.UNLIKE_NOTICE: _unlike_notice,
    CautionKind.LETTERS_OLD: _letters_old,
}
