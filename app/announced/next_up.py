"""Who might be next to buy or to be redeemed, ready to print."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import ngettext

from app.store.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """A municipality that has used its option; `owner` where it may buy."""

    number: str
    name: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUp:
    """Who is to buy, and who goes out and is to be redeemed, each in a sentence too."""

    waiting: tuple[WaitingLine, ...]
    waiting_text: str
    leaving: tuple[WaitingLine, ...]
    leaving_text: str


def next_up(
    waiting: Iterable[tuple[str, bool]], leaving: Iterable[str], names: Names
) -> NextUp:
    """Both lists; of who waits it is said whether it is among the owners."""
    buying = tuple(_line(number, names, owns=owns) for number, owns in waiting)
    going = tuple(_line(number, names, owns=True) for number in leaving)
    return NextUp(
        waiting=buying,
        waiting_text=ngettext(
            "%(num)d municipality has used its option, and no purchase is entered"
            " or announced",
            "%(num)d municipalities have used their options, and no purchase is"
            " entered or announced",
            len(buying),
        ),
        leaving=going,
        leaving_text=ngettext(
            "%(num)d municipality has given notice or left and still has shares, and"
            " no redemption is announced",
            "%(num)d municipalities have given notice or left and still have shares,"
            " and no redemption is announced",
            len(going),
        ),
    )


def _line(number: str, names: Names, *, owns: bool) -> WaitingLine:
    name = names.municipality(number)
    return WaitingLine(number=number, name=name, owner=number if owns else "")
