"""What is announced of shares, in words: who, how many, what is next."""

from collections.abc import Callable, Iterator, Mapping

from flask_babel import gettext as _

from app.filters import long_date
from app.share_words import shares_text
from app.store.names import Names
from planning.calendars import to_date
from planning.rights.announced import AnnouncedChange, Stage, Step, StepKind
from planning.rights.ledger import EntryKind
from planning.rights.notices import Notice

BADGES: Mapping[Stage, str] = {
    Stage.OPEN: "info",
    Stage.CARRIED_OUT: "success",
    Stage.GIVEN_UP: "neutral",
}
"""How each stage looks."""


def stage_texts() -> Mapping[Stage, str]:
    """What has become of an announcement, in a word."""
    return {
        Stage.OPEN: _("not in the ledger yet"),
        Stage.CARRIED_OUT: _("carried out"),
        Stage.GIVEN_UP: _("given up"),
    }


def announced_text(it: AnnouncedChange, shares: int | None, names: Names) -> str:
    """Who sells or redeems how many; `shares` is None where that is not known."""
    told = {"seller": names.owner(it.seller), "buyer": names.owner(it.buyer)}
    if it.kind is EntryKind.REDEMPTION:
        if not shares:
            return _("%(buyer)s redeems the shares of %(seller)s", **told)
        return _(
            "%(buyer)s redeems %(shares)s from %(seller)s",
            shares=shares_text(shares),
            **told,
        )
    if not shares:
        return _("%(seller)s sells shares to %(buyer)s", **told)
    return _(
        "%(seller)s sells %(shares)s to %(buyer)s", shares=shares_text(shares), **told
    )


def lacking_texts(notice: Notice) -> tuple[str, ...]:
    """What a notice must tell, and does not yet."""
    return tuple(_lacking(notice))


def _lacking(notice: Notice) -> Iterator[str]:
    if not notice.shares:
        yield _("how many shares change hands")
    if notice.due is None:
        yield _("when payment is due")


def step_text(step: Step) -> str:
    """What is to be done next."""
    return STEPS[step.kind](day_text(step.day))


def day_text(day: int | None) -> str:
    """A day, or that it is not entered."""
    return _("not entered") if day is None else long_date(to_date(day))


def _say_more(_day: str) -> str:
    return _("Enter what the notice must tell")


def _send(day: str) -> str:
    return _("Send the letters on %(day)s", day=day)


def _send_late(day: str) -> str:
    return _("Make the letters: they were to be sent on %(day)s", day=day)


def _enter_meeting(_day: str) -> str:
    return _("Enter the next meeting of the board")


def _board(day: str) -> str:
    return _("The board treats it on %(day)s", day=day)


def _wait(day: str) -> str:
    return _("Enter it in the ledger on %(day)s, when it takes effect", day=day)


def _enter(_day: str) -> str:
    return _("Enter it in the ledger")


STEPS: Mapping[StepKind, Callable[[str], str]] = {
    StepKind.SAY_MORE: _say_more,
    StepKind.SEND: _send,
    StepKind.SEND_LATE: _send_late,
    StepKind.ENTER_MEETING: _enter_meeting,
    StepKind.BOARD: _board,
    StepKind.WAIT: _wait,
    StepKind.ENTER: _enter,
}
