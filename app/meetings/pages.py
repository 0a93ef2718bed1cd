"""The table of all municipalities, with how many meetings each has left."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import long_date
from app.how_dated import How, HowDated
from app.meeting_words import body_texts
from app.meetings.choice import Choice, filter_parts, keeps
from app.safe_meetings import (
    OPTION_LIMIT,
    Safe,
    Tone,
    all_safe_meetings,
    lack_text,
    shown_left,
    tone_of,
)
from app.store import results
from app.store.meetings import KnownMeetings, known_meetings
from app.store.names import Names
from app.store.tables import MunicipalityRow, PlanRow
from app.table_choice import Column, FilterPart, sorted_lines, table_columns
from planning.evaluate import Evaluation
from planning.rights.meetings import Body, list_meetings
from planning.rights.safe_meetings import Case, SafeMeetings
from planning.rollout import activity_id

AHEAD = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityLine:
    """One municipality: what is known of its meetings, and the last safe one."""

    number: str
    name: str
    region: str
    wave: str
    sequence: int
    calendar: str
    following: str
    limit: str
    how: How
    last: str
    reserve: str
    left: str
    tone: Tone
    lack: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsPage:
    """The table, its filters, and what it shows of all."""

    choice: Choice
    lines: tuple[MunicipalityLine, ...]
    columns: tuple[Column, ...]
    filters: tuple[FilterPart, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A line with what it is sorted by."""

    line: MunicipalityLine
    name: str
    limit: int | None
    last: int | None
    left: int | None


def meetings_page(
    plan: PlanRow,
    rows: Sequence[MunicipalityRow],
    choice: Choice,
    names: Names,
    regions: Sequence[str],
) -> MeetingsPage:
    """Those whose council has an option to decide on, as the reader asked for them."""
    evaluation, known = results.evaluation(plan), known_meetings()
    safe = all_safe_meetings(plan)
    lines = _Lines(evaluation, known, names)
    deciding = [row for row in rows if row.number in safe]
    kept = [
        row
        for row in deciding
        if keeps(choice, row, is_known=not known.calendar(row.number).is_empty)
    ]
    ranked = [lines.ranked(row, safe[row.number]) for row in kept]
    by = SORTED_BY[choice.sort]
    found = sorted_lines(ranked, by, descending=choice.descending)
    return MeetingsPage(
        choice=choice,
        lines=tuple(it.line for it in found),
        columns=_columns(choice),
        filters=filter_parts(choice, names, regions),
        summary=_summary(kept, len(deciding), known),
    )


class _Lines:
    """What the lines of the table are made from."""

    def __init__(
        self, evaluation: Evaluation, known: KnownMeetings, names: Names
    ) -> None:
        self._evaluation = evaluation
        self._known = known
        self._names = names
        self._how = HowDated(evaluation)
        plan = evaluation.snapshot.plan
        self._waves = {it.municipality: it.wave for it in plan.placements}
        self._sequences = {it.code: it.sequence for it in plan.waves}

    def ranked(self, row: MunicipalityRow, safe: Safe) -> _Ranked:
        found = safe.get(OPTION_LIMIT)
        day = self._evaluation.dates(row.number).get(OPTION_LIMIT)
        last = None if found is None else found.last
        return _Ranked(
            line=self._line(row, found, day, is_asked=OPTION_LIMIT in safe),
            name=row.sort_key,
            limit=day,
            last=None if last is None else last.council,
            left=found.left if found is not None and shown_left(found) else None,
        )

    def _line(
        self,
        row: MunicipalityRow,
        found: SafeMeetings | None,
        day: int | None,
        *,
        is_asked: bool,
    ) -> MunicipalityLine:
        number = row.number
        wave = self._waves.get(number) or ""
        committee = self._known.lead(number).committee
        return MunicipalityLine(
            number=number,
            name=row.name,
            region=self._names.region(row.region) if row.region else "",
            wave=wave,
            sequence=self._sequences.get(wave, 0),
            calendar=self._calendar(number),
            following=self._following(number),
            limit="" if day is None else long_date(day),
            how=How.COMPUTED
            if day is None
            else self._how.of(activity_id(number, OPTION_LIMIT)),
            last=_day(None if found is None else found.last),
            reserve=_day(None if found is None else found.reserve),
            left=shown_left(found),
            tone=tone_of(found) if is_asked else Tone.NEUTRAL,
            lack=lack_text(found, body_texts()[committee] if committee else "")
            if is_asked
            else "",
        )

    def _calendar(self, number: str) -> str:
        calendar = self._known.calendar(number)
        count = sum(body is Body.COUNCIL for body, _day in calendar.entered)
        has_rule = any(it.body is Body.COUNCIL for it in calendar.rules)
        if not count:
            return _("by rule") if has_rule else ""
        told = ngettext("%(num)d entered", "%(num)d entered", count)
        if not has_rule:
            return str(told)
        return _("%(entered)s, and a rule", entered=told)

    def _following(self, number: str) -> str:
        snapshot = self._evaluation.snapshot
        today = snapshot.status_date
        found = list_meetings(
            self._known.calendar(number),
            Body.COUNCIL,
            today,
            today + AHEAD,
            snapshot.closed_periods,
        )
        return long_date(found[0].day) if found else ""


def _day(case: Case | None) -> str:
    return "" if case is None else long_date(case.council)


SORTED_BY: Mapping[str, Callable[[_Ranked], int | str | None]] = {
    "name": lambda it: it.name,
    "limit": lambda it: it.limit,
    "last": lambda it: it.last,
    "left": lambda it: it.left,
}


def _columns(choice: Choice) -> tuple[Column, ...]:
    labels = {
        "name": _("Municipality"),
        "limit": _("Option limit"),
        "last": _("Last safe meeting"),
        "left": _("Left"),
    }
    page_url = partial(url_for, "meetings.index")
    return table_columns(choice, labels, page_url)


def _summary(kept: Sequence[MunicipalityRow], total: int, known: KnownMeetings) -> str:
    having = sum(not known.calendar(it.number).is_empty for it in kept)
    return ngettext(
        "%(num)s of %(total)s municipality with an option to decide on; meetings are"
        " known of %(known)s.",
        "%(num)s of %(total)s municipalities with an option to decide on; meetings are"
        " known of %(known)s.",
        len(kept),
        total=total,
        known=having,
    )
