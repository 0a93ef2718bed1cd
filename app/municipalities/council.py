"""What the council must decide next and by when, or what has passed, in a sentence.

The plan takes it that every council takes its option up by the limit. What it has
decided against that is said here, and what it means for the wave.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from flask_babel import gettext as _

from app.decisions import OPTION_EXERCISED, find_stance, stance_text
from app.filters import long_date, weekday
from app.live import is_live, municipality_go_live
from app.municipalities.standing import WITHDRAWAL_LIMIT, countdown, working_day_text
from app.store.names import Names
from app.ways_out import find_way_out, kept_notes, left_text, notice_text
from planning.conflicts import Conflict, MendKind
from planning.evaluate import Evaluation
from planning.rollout import activity_id

OPTION_LIMIT, PREPROJECT_LIMIT = "option-limit", "preproject-limit"
PREPROJECT_AGREED = "preproject-agreed"


class CouncilState(StrEnum):
    """How pressing it is for the council, and so how it is marked."""

    AHEAD = "ahead"
    IN_DOUBT = "in-doubt"
    LOST = "lost"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilLimit:
    """One of the days that the sentence names, and what is to be known of it.

    `working_day` is the last one by which a thing has to be sent, where the day
    itself is none.
    """

    key: str
    name: str
    day: str
    countdown: str
    working_day: str


@dataclass(frozen=True, slots=True)
class CouncilPart:
    """The sentence at the top of the page, its days, and what else is worth knowing."""

    state: CouncilState
    sentence: str
    limits: tuple[CouncilLimit, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A municipality that is in a wave with a date, and holds an option."""

    evaluation: Evaluation
    number: str
    name: str
    names: Names
    wave: str
    limits: dict[str, int]
    stance: Conflict | None

    @property
    def today(self) -> int:
        return self.evaluation.snapshot.status_date

    @property
    def option_limit(self) -> int:
        return self.limits[OPTION_LIMIT]

    def is_done(self, key: str) -> bool:
        at = self.evaluation.schedule.activities.get(activity_id(self.number, key))
        return at is not None and at.done

    def is_presumed(self, key: str) -> bool:
        at = self.evaluation.schedule.activities.get(activity_id(self.number, key))
        return at is not None and at.presumed


def council_part(evaluation: Evaluation, number: str, names: Names) -> CouncilPart:
    """Say what the council must decide next, or what its silence or no means."""
    name = names.municipality(number)
    facts = next(it for it in evaluation.snapshot.municipalities if it.number == number)
    way = find_way_out(evaluation, number)
    if way is not None and way.has_left:
        notes = (_("No step of the rollout binds it."), *kept_notes(evaluation, number))
        return CouncilPart(CouncilState.LOST, left_text(way, name), notes=notes)
    leaving = () if way is None or not way.is_leaving else (notice_text(way, name),)
    if is_live(evaluation, number):
        return _live(evaluation, number, name, leaving)
    if not facts.holds_option:
        told = _("%(name)s holds no option: there is none to take up.", name=name)
        return CouncilPart(CouncilState.SETTLED, told)
    wave = evaluation.wave_of(number)
    limits = {it.key: it.day for it in evaluation.limits(number)}
    if wave is None or OPTION_LIMIT not in limits:
        return _undated(name, wave)
    it = _Asked(
        evaluation=evaluation,
        number=number,
        name=name,
        names=names,
        wave=wave,
        limits=limits,
        stance=find_stance(evaluation, number),
    )
    found = _standing(it)
    return replace(found, notes=(*leaving, *found.notes))


def _standing(it: _Asked) -> CouncilPart:
    if it.is_done(OPTION_EXERCISED):
        return _taken_up(it)
    return _passed(it) if it.option_limit < it.today else _ahead(it)


def _live(
    evaluation: Evaluation, number: str, name: str, notes: tuple[str, ...]
) -> CouncilPart:
    told = _(
        "%(name)s is live since %(when)s: the council has no limit left to meet.",
        name=name,
        when=municipality_go_live(evaluation, number).shown,
    )
    state = CouncilState.IN_DOUBT if notes else CouncilState.SETTLED
    return CouncilPart(state, told, notes=notes)


def _undated(name: str, wave: str | None) -> CouncilPart:
    if wave is None:
        told = _(
            "%(name)s is in no wave: by when the council must decide can be said once"
            " it is in one.",
            name=name,
        )
    else:
        told = _(
            "%(wave)s has no date: by when the council must decide can be said once it"
            " has one.",
            wave=wave,
        )
    return CouncilPart(CouncilState.AHEAD, told)


def _taken_up(it: _Asked) -> CouncilPart:
    """The option is taken up; until the limit the municipality may withdraw."""
    day = it.limits.get(WITHDRAWAL_LIMIT)
    if day is None or day < it.today:
        told = _(
            "The council has taken up the option to go live in %(wave)s: no decision on"
            " joining is left.",
            wave=it.wave,
        )
        return CouncilPart(CouncilState.SETTLED, told)
    told = _(
        "The council has taken up the option to go live in %(wave)s, and can withdraw"
        " from that until %(day)s.",
        wave=it.wave,
        day=_day(day),
    )
    return CouncilPart(CouncilState.SETTLED, told, _days(it, WITHDRAWAL_LIMIT))


def _ahead(it: _Asked) -> CouncilPart:
    """The limit is ahead: what has to be decided by it."""
    state = CouncilState.AHEAD if it.stance is None else CouncilState.IN_DOUBT
    preproject = it.limits.get(PREPROJECT_LIMIT)
    is_ahead = preproject is not None and preproject >= it.today
    if preproject is None or not is_ahead or it.is_done(PREPROJECT_AGREED):
        return CouncilPart(state, _option_ahead(it), _days(it, OPTION_LIMIT))
    days = _days(it, PREPROJECT_LIMIT, OPTION_LIMIT)
    return CouncilPart(state, _both_ahead(it, preproject), days)


def _option_ahead(it: _Asked) -> str:
    day = _day(it.option_limit)
    if it.stance is None:
        return _(
            "The council must decide by %(day)s at the latest whether to take up the"
            " option and go live in %(wave)s.",
            day=day,
            wave=it.wave,
        )
    return _(
        "%(stance)s: if %(name)s is to go live in %(wave)s all the same, the council"
        " must take up the option by %(day)s at the latest.",
        stance=stance_text(it.stance),
        name=it.name,
        wave=it.wave,
        day=day,
    )


def _both_ahead(it: _Asked, preproject: int) -> str:
    words = {
        "name": it.name,
        "wave": it.wave,
        "preproject": _day(preproject),
        "day": _day(it.option_limit),
    }
    if it.stance is None:
        return _(
            "To go live in %(wave)s, %(name)s must agree on the pre-project by"
            " %(preproject)s at the latest, and the council must take up the option by"
            " %(day)s.",
            **words,
        )
    return _(
        "%(stance)s: if %(name)s is to go live in %(wave)s all the same, the"
        " pre-project must be agreed by %(preproject)s at the latest, and the council"
        " must take up the option by %(day)s.",
        stance=stance_text(it.stance),
        **words,
    )


def _passed(it: _Asked) -> CouncilPart:
    """The limit has passed, and nobody has reported the option taken up."""
    words = {"name": it.name, "wave": it.wave, "day": long_date(it.option_limit)}
    state = CouncilState.LOST
    if it.stance is not None:
        told = _(
            "%(stance)s, and the limit for taking up the option passed on %(day)s:"
            " %(name)s can’t go live in %(wave)s without a new decision and a later"
            " limit.",
            stance=stance_text(it.stance),
            **words,
        )
    elif it.is_presumed(OPTION_EXERCISED):
        state = CouncilState.IN_DOUBT
        told = _(
            "The limit for taking up the option passed on %(day)s, and nobody has"
            " reported what the council decided: the plan for %(wave)s presumes that it"
            " took the option up.",
            **words,
        )
    else:
        told = _(
            "The limit passed on %(day)s without the option being taken up: %(name)s"
            " can’t go live in %(wave)s without a decision and a later limit.",
            **words,
        )
    return CouncilPart(
        state,
        told,
        _days(it, OPTION_LIMIT, is_passed=True),
        tuple(_way_on(it)),
    )


def _days(it: _Asked, *keys: str, is_passed: bool = False) -> tuple[CouncilLimit, ...]:
    """The days of some limits, the first that comes first."""
    found = sorted((it.limits[key], key) for key in keys)
    return tuple(
        CouncilLimit(
            key=key,
            name=it.names.activity(key),
            day=_day(day),
            countdown=countdown(day - it.today),
            working_day="" if is_passed else _sent_by(it, day),
        )
        for day, key in found
    )


def _sent_by(it: _Asked, day: int) -> str:
    """By which working day it has to be there, where the limit is none."""
    working = it.evaluation.calendar.last_working_day(day)
    if working == day:
        return ""
    told = working_day_text(working)
    return _("That is not a working day: %(when)s.", when=told)


def _way_on(it: _Asked) -> list[str]:
    """The first wave that still leaves the council time, if there is one."""
    mend = None if it.stance is None else it.stance.mend
    if mend is None or mend.kind != MendKind.MOVE_TO_WAVE:
        return []
    return [
        _(
            "The first wave whose option can still be taken up in time is %(wave)s.",
            wave=mend.target,
        )
    ]


def _day(day: int) -> str:
    return _("%(weekday)s %(day)s", weekday=weekday(day), day=long_date(day))
