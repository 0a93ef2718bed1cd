"""Where one municipality stands: go-live, margin, limits.

A limit shows the day that holds; where that is not a working day, also the last
one before it, by which a thing has to be sent. Where an agreement names a day, the
day that the rule alone would give stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.concerned import Reach, municipality_of
from app.conflict_parts import ConflictPart, conflict_parts
from app.decisions import AGAINST, OPTION_EXERCISED, against_text, presumed_text
from app.filters import long_date, weekday, window
from app.go_live import GoLivePart
from app.how_dated import How, HowDated
from app.municipalities.live import (
    about,
    find_report,
    is_live,
    is_rough,
    municipality_go_live,
)
from app.municipalities.margin import MarginPart, margin_part
from app.option_words import OptionPart, option_part
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import DeadlineRow
from app.ways_out import has_left, has_withdrawn
from planning.conflicts import Conflict, Severity
from planning.evaluate import Evaluation, Limit
from planning.rollout import GOVERNED_BY_LIMIT, activity_id

PROJECT_START, WITHDRAWAL_LIMIT = "project-start", "withdrawal-limit"
GOVERNS: Mapping[str, str] = {limit: key for key, limit in GOVERNED_BY_LIMIT.items()}
"""What each limit is there for."""


@dataclass(frozen=True, slots=True)
class WrongPart:
    """The municipality's own conflicts, those that reach it, and what they shake.

    `is_reached` says that one of the latter is serious and open; `presumes` what the
    margin rests on although the council is against it.
    """

    own: tuple[ConflictPart, ...]
    reaching: tuple[ConflictPart, ...]
    reaching_told: str
    is_reached: bool
    presumes: str


class Outcome(StrEnum):
    """How a limit went, and so how it is marked."""

    MET = "met"
    PRESUMED = "presumed"
    MISSED = "missed"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class OutcomePart:
    """How a limit went, in words."""

    outcome: Outcome
    sentence: str


@dataclass(frozen=True, slots=True)
class LimitPart:
    """One limit of the municipality; texts that do not apply are empty."""

    key: str
    name: str
    day: str
    how: How
    weekday: str
    countdown: str
    is_passed: bool
    outcome: OutcomePart | None
    binds: str
    last_working_day: str
    derived: str
    note: Texts
    provenance: ProvenancePart | None
    can_be_set: bool
    is_set: bool


@dataclass(frozen=True, slots=True)
class StandingPart:
    """What the top of the municipality's page tells."""

    number: str
    name: str
    wave: str | None
    alias: str
    sequence: int
    is_live: bool
    holds_option: bool
    go_live: GoLivePart
    margin: MarginPart
    wrong: WrongPart
    limits: tuple[LimitPart, ...]
    option: OptionPart | None = None
    has_left: bool = False


def standing_part(
    evaluation: Evaluation,
    number: str,
    *,
    names: Names,
    deadlines: Mapping[str, DeadlineRow],
    sources: Sources,
    user: User,
) -> StandingPart:
    """Tell a user where a municipality stands at the status date."""
    facts = next(it for it in evaluation.snapshot.municipalities if it.number == number)
    code = evaluation.wave_of(number)
    wave = next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)
    limits = (
        _limit_part(evaluation, number, limit, names, deadlines.get(limit.key), sources)
        for limit in limits_left(evaluation, number)
    )
    return StandingPart(
        number=number,
        name=names.municipality(number),
        wave=code,
        alias=wave.aliases[0] if wave is not None and wave.aliases else "",
        sequence=0 if wave is None else wave.sequence,
        is_live=is_live(evaluation, number),
        holds_option=facts.holds_option,
        go_live=municipality_go_live(evaluation, number),
        margin=margin_part(evaluation, number),
        wrong=wrong_part(evaluation, number, names, user),
        option=option_part(evaluation, number),
        has_left=has_left(evaluation, number),
        limits=tuple(limits),
    )


def limits_left(evaluation: Evaluation, number: str) -> tuple[Limit, ...]:
    """The limits there are: none for who left, none to withdraw for who has."""
    if has_left(evaluation, number):
        return ()
    found = evaluation.limits(number)
    if not has_withdrawn(evaluation, number):
        return found
    return tuple(it for it in found if it.key != WITHDRAWAL_LIMIT)


def wrong_part(
    evaluation: Evaluation, number: str, names: Names, user: User
) -> WrongPart:
    """What is wrong with the plan of one municipality, or of what it belongs to."""
    reach = Reach(evaluation)
    own, reaching = [], []
    for conflict in evaluation.conflicts:
        if municipality_of(conflict.concerns[0]) == number:
            own.append(conflict)
        elif number in reach.municipalities(conflict):
            reaching.append(conflict)
    return WrongPart(
        own=conflict_parts(own, names, user),
        reaching=conflict_parts(reaching, names, user),
        reaching_told=ngettext(
            "%(num)d through what the municipality belongs to or depends on",
            "%(num)d through what the municipality belongs to or depends on",
            len(reaching),
        ),
        is_reached=any(map(is_serious, reaching)),
        presumes=presumed_text(evaluation, number)
        if any(it.kind in AGAINST for it in own)
        else "",
    )


def is_serious(conflict: Conflict) -> bool:
    """Whether a conflict is open and more than information."""
    return conflict.accepted is None and conflict.severity is not Severity.INFORMATION


def _limit_part(
    evaluation: Evaluation,
    number: str,
    limit: Limit,
    names: Names,
    deadline: DeadlineRow | None,
    sources: Sources,
) -> LimitPart:
    status_date = evaluation.snapshot.status_date
    working = evaluation.calendar.last_working_day(limit.day)
    rough = is_rough(evaluation, number)
    return LimitPart(
        key=limit.key,
        name=names.activity(limit.key),
        day=about(limit.day, limit.day) if rough else long_date(limit.day),
        how=HowDated(evaluation).of(activity_id(number, limit.key)),
        weekday="" if rough else weekday(limit.day),
        countdown="" if rough else countdown(limit.day - status_date),
        is_passed=limit.day < status_date,
        outcome=_outcome(evaluation, number, limit, names),
        binds=_binds() if limit.key == WITHDRAWAL_LIMIT else "",
        last_working_day=""
        if rough or working == limit.day
        else working_day_text(working),
        derived=derived_text(limit) if limit.is_explicit else "",
        note={} if deadline is None else deadline.note,
        provenance=None if deadline is None else sources.of(deadline),
        can_be_set=limit.key in GOVERNS and not is_live(evaluation, number),
        is_set=deadline is not None,
    )


def _outcome(
    evaluation: Evaluation, number: str, limit: Limit, names: Names
) -> OutcomePart | None:
    """How a limit went; nothing of one that is ahead, or is there for nothing."""
    met = met_text(evaluation, number, limit.key, names)
    if met:
        return OutcomePart(Outcome.MET, met)
    key = PROJECT_START if limit.key == PROJECT_START else GOVERNS.get(limit.key)
    at = key and evaluation.schedule.activities.get(activity_id(number, key))
    if not key or not at or limit.day >= evaluation.snapshot.status_date:
        return None
    what = names.activity(key)
    against = against_text(evaluation, number) if key == OPTION_EXERCISED else ""
    if against:
        return OutcomePart(
            Outcome.AGAINST, _("%(what)s: %(against)s", what=what, against=against)
        )
    if at.presumed:
        told = _("%(what)s: presumed done in time, nobody has reported.", what=what)
        return OutcomePart(Outcome.PRESUMED, told)
    told = _(
        "%(what)s: not done in time. It can come on %(day)s at the earliest.",
        what=what,
        day=long_date(at.early_start),
    )
    return OutcomePart(Outcome.MISSED, told)


def _binds() -> str:
    return _(
        "Concerns only those who have acceded before this day: they may withdraw"
        " until then."
    )


def met_text(evaluation: Evaluation, number: str, limit: str, names: Names) -> str:
    """Say that what a limit is there for has been done, and when."""
    key = PROJECT_START if limit == PROJECT_START else GOVERNS.get(limit)
    at = key and evaluation.schedule.activities.get(activity_id(number, key))
    if not key or not at or not at.done:
        return ""
    report = find_report(evaluation, number, key)
    when = None if report is None else report.finish or report.start
    if when is None:
        return _("%(what)s: reported done.", what=names.activity(key))
    return _(
        "%(what)s: reported done, %(date)s.",
        what=names.activity(key),
        date=window(when),
    )


def countdown(days: int) -> str:
    """Say how far a day is from the status date."""
    if days == 0:
        return _("on the status date")
    if days > 0:
        return str(ngettext("in %(num)s day", "in %(num)s days", days))
    return str(ngettext("%(num)s day ago", "%(num)s days ago", -days))


def working_day_text(day: int) -> str:
    """Say by which working day a thing has to be sent."""
    return _(
        "at the latest %(weekday)s %(day)s", weekday=weekday(day), day=long_date(day)
    )


def derived_text(limit: Limit) -> str:
    """Say which day the rule alone would give."""
    return _(
        "Counted back from go-live it would be %(day)s.",
        day=long_date(limit.derived_day),
    )
