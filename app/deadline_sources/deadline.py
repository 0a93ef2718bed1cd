"""A date that somebody has to act by, whatever it comes from.

Its identity is of what it is and whose, never of its day: a deadline that is moved is
the same one on another day. Days are half-open; what is known as a month or a window
is reminded of before its first day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from planning.evaluate import Evaluation
from planning.snapshot import Precision, Window


class Kind(StrEnum):
    """What a deadline is; the values stand in addresses."""

    LIMIT = "limit"
    GO_LIVE = "go-live"
    ANSWER = "answer"
    MEETING = "meeting"
    TASK = "task"
    NOTICE = "notice"
    AGREEMENT = "agreement"
    SHARES = "shares"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality with the region and the wave that it is in; empty without."""

    number: str = ""
    region: str = ""
    wave: str = ""


NOWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline, in the language that it was listed in.

    `place` says whose it is, where it is a municipality's: `whose` puts it into
    words. `is_firm` is false where the day is planned, derived or
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
    place: Place = NOWHERE

    @property
    def day(self) -> int:
        """The day to be reminded before."""
        return self.window.start


def whole_day(day: int) -> Window:
    """A day that is known as one."""
    return Window(day, day + 1, Precision.DAY)


def places_of(evaluation: Evaluation) -> Mapping[str, Place]:
    """Where each municipality belongs."""
    placed = evaluation.snapshot.plan.placements
    waves = {it.municipality: it.wave or "" for it in placed}
    return {
        it.number: Place(it.number, it.region or "", waves.get(it.number, ""))
        for it in evaluation.snapshot.municipalities
    }


def kind_text(kind: Kind) -> str:
    """What deadlines of a kind are called together."""
    return {
        Kind.LIMIT: _("Limits of municipalities"),
        Kind.GO_LIVE: _("Go-lives"),
        Kind.ANSWER: _("Answers to proposals"),
        Kind.MEETING: _("Council meetings"),
        Kind.TASK: _("Tasks from councils"),
        Kind.NOTICE: _("Notices"),
        Kind.AGREEMENT: _("Agreements"),
        Kind.SHARES: _("Shares"),
        Kind.MILESTONE: _("Dates of the programme"),
    }[kind]
