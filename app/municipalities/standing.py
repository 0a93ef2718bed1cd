"""Where one municipality stands: go-live, margin, limits.

A limit shows the day that holds; where that is not a working day, also the last
one before it, by which a thing has to be sent. Where an agreement names a day, the
day that the rule alone would give stands beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflicts.texts import conflict_text, mend_text
from app.filters import long_date, weekday
from app.go_live import DateState, GoLivePart, actual_go_live, wave_go_live
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import DeadlineRow
from planning.conflicts import Margin
from planning.evaluate import Evaluation, Limit
from planning.rollout import GO_LIVE, GOVERNED_BY_LIMIT, Owner, activity_id
from planning.snapshot import Report

GOVERNS: Mapping[str, str] = {limit: key for key, limit in GOVERNED_BY_LIMIT.items()}
"""What each limit is there for."""


class MarginState(StrEnum):
    """How a margin is marked, beside its sign and sentence."""

    HOLDS = "holds"
    TIGHT = "tight"
    BROKEN = "broken"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MarginPart:
    """The margin in days, and what it means."""

    state: MarginState
    days: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One thing that is wrong, and the nearest mend where there is one."""

    severity: str
    sentence: str
    mend: str


@dataclass(frozen=True, slots=True)
class LimitPart:
    """One limit of the municipality; texts that do not apply are empty."""

    key: str
    name: str
    day: str
    weekday: str
    countdown: str
    is_passed: bool
    is_met: bool
    met: str
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
    conflicts: tuple[ConflictLine, ...]
    limits: tuple[LimitPart, ...]


def standing_part(
    evaluation: Evaluation,
    number: str,
    *,
    names: Names,
    deadlines: Mapping[str, DeadlineRow],
    sources: Sources,
) -> StandingPart:
    """Tell where a municipality stands at the status date."""
    facts = next(it for it in evaluation.snapshot.municipalities if it.number == number)
    code = evaluation.wave_of(number)
    wave = next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)
    limits = (
        _limit_part(evaluation, number, limit, names, deadlines.get(limit.key), sources)
        for limit in evaluation.limits(number)
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
        conflicts=tuple(conflict_lines(evaluation, number, names)),
        limits=tuple(limits),
    )


def conflict_lines(
    evaluation: Evaluation, number: str, names: Names
) -> Iterator[ConflictLine]:
    """What is wrong with the plan of one municipality."""
    itself = f"{Owner.MUNICIPALITY}.{number}"
    for conflict in evaluation.conflicts:
        if any(it == itself or it.startswith(f"{number}.") for it in conflict.concerns):
            yield ConflictLine(
                conflict.severity.value,
                conflict_text(conflict, names),
                mend_text(conflict.mend, names),
            )


def is_live(evaluation: Evaluation, number: str) -> bool:
    """Whether a municipality's go-live is recorded."""
    at = evaluation.schedule.activities.get(activity_id(number, GO_LIVE))
    return at is not None and at.done


def municipality_go_live(evaluation: Evaluation, number: str) -> GoLivePart:
    """Tell when a municipality goes live: as reported, else as its wave does."""
    report = find_report(evaluation, number, GO_LIVE)
    actual = None if report is None else report.finish or report.start
    if actual is not None and is_live(evaluation, number):
        return actual_go_live(actual)
    code = evaluation.wave_of(number)
    wave = next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)
    if wave is None:
        return GoLivePart(_("without a wave"), "", DateState.UNDATED)
    return wave_go_live(wave)


def find_report(evaluation: Evaluation, number: str, key: str) -> Report | None:
    """Return what is reported of one activity, if anything is."""
    return next(
        (
            it
            for it in evaluation.snapshot.reports
            if it.municipality == number and it.activity == key
        ),
        None,
    )


def margin_part(evaluation: Evaluation, number: str) -> MarginPart:
    """Say how many days there are to spare before the wave's go-live."""
    margin = evaluation.margins.get(number)
    if margin is None:
        return MarginPart(MarginState.NONE, None, _no_margin(evaluation, number))
    if margin.days < 0:
        return MarginPart(MarginState.BROKEN, margin.days, _broken(margin))
    if margin.days == 0:
        sentence = _(
            "There is no day to spare: from what is known today, go-live can come on"
            " %(day)s at the earliest, the day that is planned.",
            day=long_date(margin.earliest),
        )
        return MarginPart(MarginState.TIGHT, 0, sentence)
    return MarginPart(MarginState.HOLDS, margin.days, _holds(margin))


def _holds(margin: Margin) -> str:
    return ngettext(
        "From what is known today, go-live could come on %(day)s at the earliest:"
        " %(num)s day before the planned one. So much can be lost before the date no"
        " longer holds.",
        "From what is known today, go-live could come on %(day)s at the earliest:"
        " %(num)s days before the planned one. So much can be lost before the date no"
        " longer holds.",
        margin.days,
        day=long_date(margin.earliest),
    )


def _broken(margin: Margin) -> str:
    return ngettext(
        "The planned date can’t hold: from what is known today, go-live can come on"
        " %(day)s at the earliest, %(num)s day after it.",
        "The planned date can’t hold: from what is known today, go-live can come on"
        " %(day)s at the earliest, %(num)s days after it.",
        -margin.days,
        day=long_date(margin.earliest),
    )


def _no_margin(evaluation: Evaluation, number: str) -> str:
    if is_live(evaluation, number):
        return _("The municipality is live: there is no date left to hold.")
    if evaluation.wave_of(number) is None:
        return _("The municipality is in no wave, so there is no date to hold.")
    return _("The wave has no date, so there is nothing to measure against.")


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
    met = met_text(evaluation, number, limit.key, names)
    return LimitPart(
        key=limit.key,
        name=names.activity(limit.key),
        day=long_date(limit.day),
        weekday=weekday(limit.day),
        countdown=countdown(limit.day - status_date),
        is_passed=limit.day < status_date,
        is_met=bool(met),
        met=met,
        last_working_day="" if working == limit.day else working_day_text(working),
        derived=derived_text(limit) if limit.is_explicit else "",
        note={} if deadline is None else deadline.note,
        provenance=None if deadline is None else sources.of(deadline),
        can_be_set=limit.key in GOVERNS and not is_live(evaluation, number),
        is_set=deadline is not None,
    )


def met_text(evaluation: Evaluation, number: str, limit: str, names: Names) -> str:
    """Say that what a limit is there for has been done."""
    key = GOVERNS.get(limit)
    at = key and evaluation.schedule.activities.get(activity_id(number, key))
    if not key or not at or not at.done:
        return ""
    return _("%(what)s: reported done.", what=names.activity(key))


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
