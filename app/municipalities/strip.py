"""The municipality's dates as a strip: what is behind, today, what is next, go-live.

A day of the strip holds all that falls on it. What the council decides stands apart
from the work of others. A day that is not known to the day has neither weekday nor
countdown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, islice

from flask_babel import gettext as _
from flask_babel import ngettext

from app.decisions import find_stance, stance_text
from app.filters import last_day, long_date, weekday
from app.how_dated import How, HowDated
from app.live import is_live, is_rough, municipality_go_live
from app.municipalities.ahead import Ahead, list_ahead
from app.municipalities.standing import LimitPart, Outcome, countdown
from app.municipalities.steps import StepsPart
from app.ways_out import has_left
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, activity_id
from planning.snapshot import ActivityKind

COUNCIL = frozenset(
    {"council-decision", "option-exercised", "option-limit", "withdrawal-limit"}
)
"""What the council itself decides, or loses by not deciding."""
DAYS_AHEAD = 5
STEPS_A_DAY = 4


class Place(StrEnum):
    """Where on the strip a day stands, and so how it is marked."""

    BEHIND = "behind"
    TODAY = "today"
    AHEAD = "ahead"
    LATE = "late"
    GO_LIVE = "go-live"


@dataclass(frozen=True, slots=True, kw_only=True)
class StripStep:
    """One thing that falls on a day; `until` tells the last day of what takes time."""

    key: str
    name: str
    is_council: bool
    is_limit: bool
    is_assumed: bool
    until: str = ""
    late: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDay:
    """One day of the strip; `note` is what is worth knowing of the day itself.

    `activity` is the id of what sets the day; today is set by nothing.
    """

    place: Place
    day: str
    how: How = How.COMPUTED
    activity: str = ""
    weekday: str = ""
    countdown: str = ""
    note: str = ""
    steps: tuple[StripStep, ...] = ()
    further: str = ""

    @property
    def is_council(self) -> bool:
        """Whether the council has something to decide on it."""
        return any(step.is_council for step in self.steps)


def strip_days(
    evaluation: Evaluation,
    number: str,
    *,
    steps: StepsPart,
    limits: Sequence[LimitPart],
) -> tuple[StripDay, ...]:
    """The days of the strip in their order; none where nothing has a date."""
    go_live = _go_live(evaluation, number)
    is_past = has_left(evaluation, number) and not is_live(evaluation, number)
    if go_live is None or is_past:
        return ()
    ahead = list_ahead(evaluation, number, steps)
    today, coming = _today(evaluation), _coming(evaluation, number, ahead)
    if is_live(evaluation, number):
        return (go_live, today, *coming)
    return (*_behind(evaluation, number, limits), today, *coming, go_live)


def _today(evaluation: Evaluation) -> StripDay:
    day = evaluation.snapshot.status_date
    return StripDay(place=Place.TODAY, day=long_date(day), weekday=weekday(day))


def _behind(
    evaluation: Evaluation, number: str, limits: Sequence[LimitPart]
) -> Iterator[StripDay]:
    """The limit that passed last, and how it went."""
    passed = [limit for limit in limits if limit.is_passed]
    if passed:
        limit = passed[-1]
        went = limit.outcome
        stance = find_stance(evaluation, number)
        is_against = went is not None and went.outcome is Outcome.AGAINST
        if is_against and stance is not None:
            note = stance_text(stance)
        else:
            note = "" if went is None else went.sentence
        step = StripStep(
            key=limit.key,
            name=limit.name,
            is_council=limit.key in COUNCIL,
            is_limit=True,
            is_assumed=False,
        )
        yield StripDay(
            place=Place.BEHIND,
            day=limit.day,
            how=limit.how,
            weekday=limit.weekday,
            countdown=limit.countdown,
            activity=activity_id(number, limit.key),
            note=note,
            steps=(step,),
        )


def _coming(
    evaluation: Evaluation, number: str, ahead: Sequence[Ahead]
) -> Iterator[StripDay]:
    """What is late first, then the days that come, each with all that falls on it."""
    rough = is_rough(evaluation, number)
    before = [it for it in ahead if it.part.key != GO_LIVE]
    days = groupby(before, key=lambda it: (it.is_behind, it.start))
    for (is_behind, start), found in islice(days, DAYS_AHEAD):
        falling = sorted(found, key=lambda it: it.part.key not in COUNCIL)
        further = len(falling) - STEPS_A_DAY
        yield StripDay(
            place=Place.LATE if is_behind else Place.AHEAD,
            day=falling[0].part.planned if rough else long_date(start),
            # What can't hold its planned day stands with the one that was reckoned.
            how=How.COMPUTED if falling[0].late else falling[0].part.how,
            activity=activity_id(number, falling[0].part.key),
            weekday="" if rough else weekday(start),
            countdown=""
            if rough
            else countdown(start - evaluation.snapshot.status_date),
            steps=tuple(_step(it, is_rough=rough) for it in falling[:STEPS_A_DAY]),
            further=_further(further) if further > 0 else "",
        )


def _step(ahead: Ahead, *, is_rough: bool) -> StripStep:
    part = ahead.part
    takes_time = ahead.finish > ahead.start and not is_rough
    until = last_day(ahead.start, ahead.finish)
    return StripStep(
        key=part.key,
        name=part.name,
        is_council=part.key in COUNCIL,
        is_limit=part.kind is ActivityKind.LIMIT,
        is_assumed=part.is_assumed,
        until=_("until %(day)s", day=long_date(until)) if takes_time else "",
        late=ahead.late,
    )


def _further(count: int) -> str:
    return str(ngettext("and %(num)d more step", "and %(num)d more steps", count))


def _go_live(evaluation: Evaluation, number: str) -> StripDay | None:
    """The day that go-live is reckoned on, with the window where it has one."""
    at = evaluation.schedule.activities.get(activity_id(number, GO_LIVE))
    if at is None:
        return None
    shown = municipality_go_live(evaluation, number)
    how = HowDated(evaluation).of(at.id)
    if is_rough(evaluation, number):
        return StripDay(place=Place.GO_LIVE, day=shown.shown, how=how, activity=at.id)
    day = long_date(at.start)
    return StripDay(
        place=Place.GO_LIVE,
        day=day,
        how=how,
        activity=at.id,
        weekday=weekday(at.start),
        countdown=countdown(at.start - evaluation.snapshot.status_date),
        note=""
        if shown.shown == day
        else _("The window: %(window)s", window=shown.shown),
    )
