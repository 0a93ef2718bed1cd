"""The last safe meeting for each limit of a municipality, ready to print.

What a limit is there for may be done already: then no meeting is looked for. Where
no meeting is known it says so, and what to enter; no day is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from app.filters import long_date, short_date, weekday
from app.how_dated import How, HowDated
from app.meeting_words import body_texts, left_text, step_texts
from app.store import results
from app.store.meetings import KnownMeetings, known_meetings
from app.store.names import Names
from app.store.tables import PlanRow
from app.ways_out import has_left, has_withdrawn
from planning.evaluate import Evaluation
from planning.rights.meetings import Body
from planning.rights.safe_meetings import Case, Lack, SafeMeetings, Step
from planning.rights.safe_meetings import find_safe_meetings as find_safe
from planning.rollout import GOVERNED_BY_LIMIT, activity_id

OPTION_LIMIT = "option-limit"
LIMITS = ("preproject-limit", "withdrawal-limit", OPTION_LIMIT)
"""The limits that a council decides by, in the order in which they come."""
GOVERNS = {limit: key for key, limit in GOVERNED_BY_LIMIT.items()}
FEW = 2


class Tone(StrEnum):
    """How pressing it is; the values are kinds of badges."""

    NEUTRAL = "neutral"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class StepPart:
    """A day of a case; `is_vote` says that it is the council's."""

    text: str
    day: str
    is_vote: bool


@dataclass(frozen=True, slots=True)
class CasePart:
    """A meeting that works, and the days that lead to it and on."""

    day: str
    ready: str
    steps: tuple[StepPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafePart:
    """One limit with the meetings that are left before it.

    `lack` says why there is no last safe meeting, `mend` what to do about it; both
    are empty where there is one.
    """

    key: str
    name: str
    day: str
    how: How
    left: str
    tone: Tone
    last: CasePart | None
    reserve: CasePart | None
    lack: str
    mend: str
    unknown: str


@dataclass(frozen=True, slots=True)
class ShortPart:
    """What the page of a municipality tells: the limit of the option."""

    number: str
    limit: SafePart


Safe = Mapping[str, SafeMeetings | None]
"""The meetings by limit; None where what the limit is for has been done."""


def all_safe_meetings(plan: PlanRow) -> Mapping[str, Safe]:
    """Those of every municipality that has an option to decide on, by number."""
    key = ("safe-meetings", plan.id, results.revision())
    found: Mapping[str, Safe] | None = results.results().find(key)
    if found is None:
        evaluation, known = results.evaluation(plan), known_meetings()
        deciding = (it.number for it in evaluation.snapshot.municipalities)
        found = {
            number: _find_of(evaluation, known, number)
            for number in deciding
            if _decides(evaluation, number)
        }
        results.results().keep(key, found)
    return found


def safe_of(plan: PlanRow, number: str) -> Safe:
    """Those of one municipality, without looking for those of all."""
    evaluation = results.evaluation(plan)
    if not _decides(evaluation, number):
        return {}
    return _find_of(evaluation, known_meetings(), number)


def _decides(evaluation: Evaluation, number: str) -> bool:
    """Whether the council holds an option, is not live and has not left."""
    found = evaluation.snapshot.municipalities
    holds = next(it.holds_option for it in found if it.number == number)
    is_done = evaluation.is_live(number) or has_left(evaluation, number)
    return holds and not is_done


def _find_of(evaluation: Evaluation, known: KnownMeetings, number: str) -> Safe:
    days, is_free = evaluation.dates(number), has_withdrawn(evaluation, number)
    return {
        limit: None
        if _is_done(evaluation, number, limit)
        else find_safe(
            known.calendar(number),
            days[limit],
            status_date=evaluation.snapshot.status_date,
            lead=known.lead(number),
            periods=evaluation.snapshot.closed_periods,
        )
        for limit in LIMITS
        if limit in days and not (limit == LIMITS[1] and is_free)
    }


def _is_done(evaluation: Evaluation, number: str, limit: str) -> bool:
    key = GOVERNS.get(limit)
    at = key and evaluation.schedule.activities.get(activity_id(number, key))
    return bool(at and at.done)


def safe_parts(plan: PlanRow, number: str, names: Names) -> tuple[SafePart, ...]:
    """The limits of a municipality in their order; none where it has none."""
    safe = safe_of(plan, number)
    evaluation = results.evaluation(plan)
    return tuple(
        _part(evaluation, number, limit, found, names) for limit, found in safe.items()
    )


def short_part(plan: PlanRow, number: str, names: Names) -> ShortPart | None:
    """The same of the option alone; nothing where it is taken up, or none is held."""
    found = safe_of(plan, number).get(OPTION_LIMIT)
    if found is None or found.lack is Lack.PASSED:
        return None
    part = _part(results.evaluation(plan), number, OPTION_LIMIT, found, names)
    return ShortPart(number, part)


def _part(
    evaluation: Evaluation,
    number: str,
    limit: str,
    found: SafeMeetings | None,
    names: Names,
) -> SafePart:
    lead = known_meetings().lead(number)
    committee = body_texts()[lead.committee] if lead.committee else ""
    return SafePart(
        key=limit,
        name=names.activity(limit),
        day=long_date(evaluation.dates(number)[limit]),
        how=HowDated(evaluation).of(activity_id(number, limit)),
        left=shown_left(found),
        tone=tone_of(found),
        last=None if found is None else case_part(found.last, committee),
        reserve=None if found is None else case_part(found.reserve, committee),
        lack=lack_text(found, committee),
        mend=_mend(found),
        unknown=unknown_text(found),
    )


def case_part(case: Case | None, committee: str) -> CasePart | None:
    """A meeting in words, with its days."""
    if case is None:
        return None
    texts = {**step_texts(), **({Step.COMMITTEE: committee} if committee else {})}
    return CasePart(
        day=day_text(case.council),
        ready=day_text(case.ready),
        steps=tuple(
            StepPart(texts[step], day_text(at), step is Step.COUNCIL)
            for step, at in case.steps
        ),
    )


def day_text(day: int) -> str:
    """Torsdag 30. mai 2024."""
    return _("%(weekday)s %(day)s", weekday=weekday(day), day=long_date(day))


def shown_left(found: SafeMeetings | None) -> str:
    """How many meetings are left, where that can be told."""
    if found is None or found.lack in {Lack.PASSED, Lack.NO_COUNCIL, Lack.NO_COMMITTEE}:
        return ""
    return left_text(found.left)


def tone_of(found: SafeMeetings | None) -> Tone:
    """How pressing it is."""
    if found is None:
        return Tone.SUCCESS
    if not shown_left(found):
        return Tone.NEUTRAL
    if not found.left:
        return Tone.ERROR
    return Tone.WARNING if found.left <= FEW else Tone.NEUTRAL


def lack_text(found: SafeMeetings | None, committee: str) -> str:
    """Why there is no last safe meeting; empty where there is one."""
    if found is None:
        return _("Done already.")
    if found.lack is Lack.TOO_LATE:
        return _too_late(found)
    texts: Mapping[Lack | None, str] = {
        None: "",
        Lack.PASSED: _("The limit has passed."),
        Lack.NO_COUNCIL: _("No meetings of the council are entered."),
        Lack.NO_COMMITTEE: _(
            "No meetings are entered of: %(committee)s.", committee=committee
        ),
        Lack.NONE_FITS: _("No meeting that is known is early enough."),
    }
    return texts[found.lack]


def _too_late(found: SafeMeetings) -> str:
    lost = found.lost
    if lost is None:
        raise ValueError("what is too late is known")
    return _(
        "Too late: for the meeting on %(day)s the papers should have been ready on"
        " %(ready)s.",
        day=long_date(lost.council),
        ready=long_date(lost.ready),
    )


def _mend(found: SafeMeetings | None) -> str:
    if found is None:
        return ""
    if found.lack in {Lack.NO_COUNCIL, Lack.NO_COMMITTEE}:
        return _(
            "The programme office enters them, reads them from a file, or gives a rule."
        )
    if found.lack in {Lack.NONE_FITS, Lack.TOO_LATE}:
        return _("Ask for an extraordinary meeting, or for another limit.")
    return ""


def note_text(found: SafeMeetings | None) -> str:
    """The last safe meeting beside its limit; empty where none is known of."""
    if found is None or not shown_left(found):
        return ""
    left = left_text(found.left)
    if found.last is None:
        return left
    day = short_date(found.last.council)
    return _("last safe meeting %(day)s, %(left)s", day=day, left=left)


def unknown_text(found: SafeMeetings | None) -> str:
    """Whose meetings of which years are not known, where some are."""
    if found is None or not found.unknown_of or not shown_left(found):
        return ""
    told = "; ".join(
        f"{_inside(body)} ({', '.join(map(str, years))})"
        for body, years in found.unknown_of
    )
    return _("Meetings that are not known: %(told)s.", told=told)


def _inside(body: Body) -> str:
    """Who meets, inside a sentence."""
    text = body_texts()[body.value]
    return text[:1].lower() + text[1:]
