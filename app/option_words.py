"""Options in words: how one stands, and what a vote leaves to regret in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import long_date, weekday, window
from planning.calendars import Calendar
from planning.evaluate import Evaluation
from planning.rights.options import OptionRight, OptionState, find_option
from planning.rights.regret import SHORT_DAYS, Regret, RegretWindow

STATES: Mapping[OptionState, Callable[[], str]] = {
    OptionState.OPEN: lambda: _("still open"),
    OptionState.CLOSING: lambda: _("closes within 90 days"),
    OptionState.PASSED: lambda: _("limit passed"),
    OptionState.TAKEN_UP: lambda: _("taken up"),
    OptionState.WITHDRAWN: lambda: _("has withdrawn"),
    OptionState.LIVE: lambda: _("in production"),
    OptionState.LEFT: lambda: _("has left"),
    OptionState.UNDATED: lambda: _("without a date"),
}
MARKED = {
    OptionState.OPEN: "info",
    OptionState.CLOSING: "warning",
    OptionState.TAKEN_UP: "success",
    OptionState.LIVE: "success",
    OptionState.WITHDRAWN: "error",
    OptionState.LEFT: "error",
}
"""Which badge a state has; the rest are plain."""


@dataclass(frozen=True, slots=True)
class VotePart:
    """What a vote left to change its mind in: marked, and in a sentence."""

    word: str
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class OptionPart:
    """What the page of a municipality tells of its option; `url` has the rest."""

    number: str
    state: str
    kind: str
    sentences: tuple[str, ...]
    vote: VotePart | None = None


def option_part(evaluation: Evaluation, number: str) -> OptionPart | None:
    """The option of a municipality in short; nothing where it holds none."""
    option = find_option(evaluation, number)
    if option is None:
        return None
    return OptionPart(
        number=number,
        state=state_text(option.state),
        kind=state_kind(option.state),
        sentences=tuple(regret_sentences(option, evaluation.calendar))
        if option.can_exercise
        else (),
        vote=vote_part(option),
    )


def state_text(state: OptionState) -> str:
    """How an option stands, in a word or two."""
    return STATES[state]()


def state_kind(state: OptionState) -> str:
    """Which badge goes with it."""
    return MARKED.get(state, "neutral")


def verdict_kind(found: RegretWindow) -> str:
    """Which badge goes with so many days to regret in."""
    kinds = {Regret.ENOUGH: "success", Regret.SHORT: "warning", Regret.GONE: "error"}
    return kinds[found.verdict]


def verdict_text(found: RegretWindow) -> str:
    """The same in a word or two."""
    return {
        Regret.ENOUGH: _("%(num)d days or more", num=SHORT_DAYS),
        Regret.SHORT: _("fewer than %(num)d days", num=SHORT_DAYS),
        Regret.GONE: _("no time"),
    }[found.verdict]


def vote_part(option: OptionRight) -> VotePart | None:
    """What a vote that is known left, where that was too little."""
    found, vote = option.regret_of_vote, option.taken_up
    if found is None or vote is None or found.verdict is Regret.ENOUGH:
        return None
    told = _(
        "The vote: %(when)s. %(left)s",
        when=window(vote),
        left=voted_text(found, is_day=vote.is_day),
    )
    return VotePart(verdict_text(found), verdict_kind(found), told)


def regret_sentences(option: OptionRight, calendar: Calendar) -> list[str]:
    """What a vote on the last day leaves, and by when there is enough."""
    last = option.regret_on_last_day
    if last is None:
        return []
    told = [last_day_text(last)]
    safe = last.withdrawal - SHORT_DAYS
    if last.verdict is not Regret.ENOUGH and safe >= option.today:
        told.append(
            _(
                "To have at least %(num)d days to change its mind, the council has to"
                " vote by %(day)s.",
                num=SHORT_DAYS,
                day=long_date(safe),
            )
        )
        if not calendar.is_working(safe):
            told.append(working_day_text(calendar.last_working_day(safe)))
    return told


def working_day_text(day: int) -> str:
    """By which day a thing has to be done, where a limit is on no working day."""
    return _(
        "The last working day before it is %(weekday)s %(day)s.",
        weekday=weekday(day),
        day=long_date(day),
    )


def last_day_text(found: RegretWindow) -> str:
    """What a vote on the last day of the option leaves."""
    if found.days > 0:
        return ngettext(
            "A vote on the last day leaves %(num)d day to change one’s mind.",
            "A vote on the last day leaves %(num)d days to change one’s mind.",
            found.days,
        )
    if found.days == 0:
        return _(
            "A vote on the last day can’t be taken back: withdrawal ends that day."
        )
    return ngettext(
        "A vote on the last day can’t be taken back: withdrawal ended %(num)d day"
        " earlier, on %(day)s.",
        "A vote on the last day can’t be taken back: withdrawal ended %(num)d days"
        " earlier, on %(day)s.",
        -found.days,
        day=long_date(found.withdrawal),
    )


def voted_text(found: RegretWindow, *, is_day: bool) -> str:
    """What a vote that is known left, by go-live as it is now."""
    until = long_date(found.withdrawal)
    if found.days <= 0:
        return _(
            "It left no time to change its mind: withdrawal until %(day)s.", day=until
        )
    if is_day:
        return ngettext(
            "It left %(num)d day to change its mind: withdrawal until %(day)s.",
            "It left %(num)d days to change its mind: withdrawal until %(day)s.",
            found.days,
            day=until,
        )
    return ngettext(
        "It left at least %(num)d day to change its mind: withdrawal until %(day)s.",
        "It left at least %(num)d days to change its mind: withdrawal until %(day)s.",
        found.days,
        day=until,
    )


def vote_text(found: RegretWindow) -> str:
    """What a vote on any day leaves."""
    until = long_date(found.withdrawal)
    if found.days > 0:
        return ngettext(
            "%(num)d day to change its mind: the council can withdraw until %(day)s.",
            "%(num)d days to change its mind: the council can withdraw until %(day)s.",
            found.days,
            day=until,
        )
    if found.days == 0:
        return _("No time to change its mind: withdrawal ends on the day of the vote.")
    return ngettext(
        "No time to change its mind: withdrawal ended %(num)d day before the vote, on"
        " %(day)s.",
        "No time to change its mind: withdrawal ended %(num)d days before the vote, on"
        " %(day)s.",
        -found.days,
        day=until,
    )
