"""One option in full: how it stands, its limits, what votes leave, the way out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask_babel import gettext as _
from flask_babel import ngettext

from app.decisions import LastDecision
from app.filters import long_date, weekday, window
from app.how_dated import How, HowDated
from app.language import language
from app.option_words import (
    regret_sentences,
    state_kind,
    state_text,
    verdict_kind,
    verdict_text,
    vote_text,
    voted_text,
    working_day_text,
)
from app.options.asking import Asked
from app.options.leaving_page import LeavingPart, leaving_part
from app.options.pages import derived_text
from app.options.told import explained, loses_place, standing_text
from app.options.windows import Drawing, drawings
from app.provenance import ProvenancePart, Sources
from app.store.commitments import facts_of
from app.store.names import Names
from app.store.tables import DeadlineRow, MunicipalityRow, TemplateActivityRow
from app.ways_out import find_way_out, left_text, notice_text
from planning.evaluate import Evaluation
from planning.rights.options import (
    GOVERNS,
    OptionRight,
    OptionState,
    RightLimit,
    Trigger,
)
from planning.rights.regret import RegretWindow
from planning.rollout import activity_id
from planning.snapshot import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine:
    """One limit: the day that holds, the one derived, and what each rests on."""

    key: str
    activity: str
    name: str
    weekday: str
    day: str
    how: How
    countdown: str
    working_day: str
    derived: str
    opens: str
    provenance: ProvenancePart
    named: ProvenancePart | None


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A vote on a day, and what it leaves to regret in."""

    what: str
    day: str
    told: str
    kind: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionPage:
    """All that is told of one option, and of the way out."""

    number: str
    name: str
    holds: bool
    asked: Asked
    leaving: LeavingPart
    state: str = ""
    kind: str = ""
    standing: str = ""
    sentences: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    last: LastDecision | None = None
    regrets: tuple[str, ...] = ()
    later: ProvenancePart | None = None
    drawings: tuple[Drawing, ...] = ()
    limits: tuple[LimitLine, ...] = ()
    votes: tuple[VoteLine, ...] = ()
    can_vote: bool = False
    has_left: bool = False
    left: str = ""
    """That it has left, and when; then there is no notice to give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a page is gathered from; `shares` are those held, at par in øre."""

    evaluation: Evaluation
    names: Names
    sources: Sources
    steps: Mapping[str, TemplateActivityRow]
    named: Mapping[str, DeadlineRow]
    last: LastDecision | None = None
    shares: int | None = None


def option_page(
    row: MunicipalityRow, option: OptionRight | None, asked: Asked, world: World
) -> OptionPage:
    """Tell of the option of a municipality, or that it holds none."""
    page = OptionPage(
        number=row.number,
        name=row.name,
        holds=option is not None,
        asked=asked,
        leaving=_leaving(row, option, asked, world),
        left=_left(row, world),
    )
    if option is None:
        return page
    return replace(
        page,
        state=state_text(option.state),
        kind=state_kind(option.state),
        standing=standing_text(option, row.name),
        sentences=tuple(
            explained(option, world.evaluation, row.name, facts_of(row.number))
        ),
        last=world.last,
        notes=tuple(_notes(option, row.name)),
        regrets=tuple(regret_sentences(option, world.evaluation.calendar))
        if option.can_exercise
        else (),
        later=_later(world.sources) if loses_place(option) else None,
        drawings=drawings(option, world.names),
        limits=tuple(_limit(option, it, world) for it in option.limits),
        votes=tuple(_votes(option, asked)),
        can_vote=option.can_exercise,
        has_left=option.state is OptionState.LEFT,
    )


def _leaving(
    row: MunicipalityRow, option: OptionRight | None, asked: Asked, world: World
) -> LeavingPart:
    return leaving_part(
        world.evaluation,
        row.number,
        row.name,
        notice=asked.notice,
        extra=asked.extra,
        shares=world.shares,
        option=option,
    )


def _left(row: MunicipalityRow, world: World) -> str:
    """That it has left, and when; empty where it has not."""
    way = find_way_out(world.evaluation, row.number)
    return left_text(way, row.name) if way is not None and way.has_left else ""


def _notes(option: OptionRight, name: str) -> Iterator[str]:
    """What else is worth knowing before any of it."""
    way = option.way_out
    if way is not None and way.is_leaving:
        yield notice_text(way, name)


def _later(sources: Sources) -> ProvenancePart:
    """Where it is told that an option outlives its place in a wave."""
    note = _(
        "The source says that a start after 2023 must also be possible. That the option"
        " itself does not lapse is derived from that."
    )
    return sources.part(
        "slides-namdal-2020", "lines 192-193", "derived", {language(): note}
    )


def _limit(option: OptionRight, limit: RightLimit, world: World) -> LimitLine:
    calendar = world.evaluation.calendar
    id = activity_id(option.holder, limit.key)
    keys = (limit.key, GOVERNS.get(limit.key, limit.key))
    deadline = next((world.named[it] for it in keys if it in world.named), None)
    known = HowDated(world.evaluation).of(id)
    is_named = limit.trigger is Trigger.NAMED
    return LimitLine(
        key=limit.key,
        activity=id,
        name=world.names.activity(limit.key),
        weekday=weekday(limit.day),
        day=long_date(limit.day),
        how=How.SET if is_named and known is How.COMPUTED else known,
        countdown=_countdown(limit.day - option.today),
        working_day=""
        if calendar.is_working(limit.day)
        else working_day_text(calendar.last_working_day(limit.day)),
        derived=derived_text(limit),
        opens=_opens(limit.key),
        provenance=world.sources.of(world.steps[limit.key]),
        named=None if deadline is None else world.sources.of(deadline),
    )


def _opens(key: str) -> str:
    """From when the right is there."""
    return {
        "preproject-limit": _("Open since the option agreement of 2016."),
        "option-limit": _("Open since the option agreement of 2016."),
        "withdrawal-limit": _("From the day that the council says yes."),
    }[key]


def _countdown(days: int) -> str:
    if days == 0:
        return _("on the status date")
    if days > 0:
        return str(ngettext("in %(num)s day", "in %(num)s days", days))
    return str(ngettext("%(num)s day ago", "%(num)s days ago", -days))


def _votes(option: OptionRight, asked: Asked) -> Iterator[VoteLine]:
    """The vote that is known, else a vote today, on the last day, on a day tried."""
    if option.taken_up is not None:
        yield from _known_vote(option, option.taken_up)
        return
    if not option.can_exercise or option.exercise is None:
        return
    tried = asked.vote.value
    days = [
        (_tried_text(tried, option.exercise.day), tried),
        (_("A vote on the status date"), option.today),
        (_("A vote on the last day"), option.exercise.day),
    ]
    for what, day in days:
        found = None if day is None else option.regret(day)
        if found is not None and day is not None:
            yield _line(what, long_date(day), found)


def _known_vote(option: OptionRight, vote: Window) -> Iterator[VoteLine]:
    found = option.regret(vote.last)
    if found is not None:
        yield VoteLine(
            _("The vote that is known"),
            window(vote),
            voted_text(found, is_day=vote.is_day),
            verdict_kind(found),
            verdict_text(found),
        )


def _tried_text(day: int | None, last: int) -> str:
    if day is not None and day > last:
        return _("The day that you try, after the last day for the option")
    return _("The day that you try")


def _line(what: str, day: str, found: RegretWindow) -> VoteLine:
    return VoteLine(
        what, day, vote_text(found), verdict_kind(found), verdict_text(found)
    )
