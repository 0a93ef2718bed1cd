"""A date that somebody has to act by, whatever it comes from.

Its identity is of what it is and whose, never of its day: a deadline that is moved is
the same one on another day. Days are half-open; what is known as a month or a window
is reminded of before its first day.
"""

from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from planning.snapshot import Precision, Window


class Kind(StrEnum):
    """What a deadline is; the values stand in addresses."""

    LIMIT = "limit"
    GO_LIVE = "go-live"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline, in the language that it was listed in.

    `number`, `region` and `wave` say whose it is, as far as it is anybody's: `whose`
    puts it into words. `is_firm` is false where the day is planned, derived or
    presumed; `how_sure` says it.
    """

    id: str
    kind: Kind
    window: Window
    what: str
    whose: str
    how_sure: str
    is_firm: bool
    is_done: bool
    url: str
    number: str = ""
    region: str = ""
    wave: str = ""

    @property
    def day(self) -> int:
        """The day to be reminded before."""
        return self.window.start


def whole_day(day: int) -> Window:
    """A day that is known as one."""
    return Window(day, day + 1, Precision.DAY)


def kind_text(kind: Kind) -> str:
    """What deadlines of a kind are called together."""
    return {
        Kind.LIMIT: _("Limits of municipalities"),
        Kind.GO_LIVE: _("Go-lives"),
        Kind.ANSWER: _("Answers to proposals"),
    }[kind]
