"""The page of one municipality: its meetings by year, its rules, how cases go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from app.last_written import Written, find_last_written
from app.meeting_words import body_texts, origin_texts, rule_text, skipped_text
from app.meetings import queries
from app.meetings.filling import ASSUMED, ENTERED
from app.provenance import ProvenancePart, Sources, get_sources
from app.safe_meetings import SafePart, day_text, safe_parts
from app.store import results
from app.store.meetings import known_meetings
from app.store.names import Names
from app.store.tables import (
    CaseLeadRow,
    MeetingRow,
    MeetingRuleRow,
    MunicipalityRow,
    PlanRow,
)
from app.ways_out import has_left
from planning.calendars import to_date, to_day
from planning.rights.meetings import Body, Meeting, list_days


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A day of the calendar; an entered one has the number of its row.

    `skipped` says why there is no meeting on a day that a rule names.
    """

    id: int | None
    day: str
    body: str
    origin: str
    skipped: str
    is_past: bool


@dataclass(frozen=True, slots=True)
class YearPart:
    """The meetings of a year, or a part of it; those that are near stand open."""

    year: str
    summary: str
    lines: tuple[MeetingLine, ...]
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule in words."""

    id: int
    body: str
    text: str
    source: ProvenancePart
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadPart:
    """How long a case takes; `is_own` says that it is the municipality's own word."""

    lines: tuple[str, ...]
    is_own: bool
    source: ProvenancePart
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    """All that is known of the meetings of one municipality."""

    number: str
    name: str
    limits: tuple[SafePart, ...]
    no_limits: str
    years: tuple[YearPart, ...]
    rules: tuple[RuleLine, ...]
    lead: LeadPart | None
    can_edit: bool


def calendar_page(
    plan: PlanRow, row: MunicipalityRow, names: Names, *, can_edit: bool
) -> CalendarPage:
    """Gather the page of a municipality."""
    limits = safe_parts(plan, row.number, names)
    return CalendarPage(
        number=row.number,
        name=row.name,
        limits=limits,
        no_limits="" if limits else _no_limits(plan, row),
        years=tuple(_years(plan, row.number)),
        rules=_rules(row.number),
        lead=_lead(row.number),
        can_edit=can_edit,
    )


def _no_limits(plan: PlanRow, row: MunicipalityRow) -> str:
    """Why the council has no limit to decide by."""
    if not row.holds_option:
        return _("%(name)s holds no option: there is none to take up.", name=row.name)
    if has_left(results.evaluation(plan), row.number):
        return _("%(name)s has left: the council has no limit left.", name=row.name)
    if results.evaluation(plan).is_live(row.number):
        return _("%(name)s is live: the council has no limit left.", name=row.name)
    return _("Without a wave that has a date there is no limit to count.")


def _years(plan: PlanRow, number: str) -> Iterator[YearPart]:
    """The years from the status date to the last meeting or limit that is known."""
    evaluation = results.evaluation(plan)
    snapshot = evaluation.snapshot
    rows = queries.list_meetings(number)
    calendar = known_meetings().calendar(number)
    if calendar.is_empty:
        return
    entered = [it.day.year for it in rows]
    now = to_date(snapshot.status_date).year
    limits = [to_date(it).year for it in evaluation.dates(number).values()]
    ids = {(it.body, to_day(it.day)): it for it in rows}
    for year in range(min([now, *entered]), max([now + 1, *entered, *limits]) + 1):
        first, last = (to_day(date(year, *at)) for at in ((1, 1), (12, 31)))
        days = [
            it
            for body in Body
            for it in list_days(calendar, body, first, last, snapshot.closed_periods)
        ]
        days.sort(key=lambda it: it.day)
        lines = tuple(
            _line(it, ids.get((it.body, it.day)), snapshot.status_date) for it in days
        )
        is_near = year in {now, now + 1}
        passed = sum(it.is_past for it in lines) if year == now else 0
        if passed:
            name = _("%(year)s, before the status date", year=year)
            yield YearPart(name, _summary(days[:passed]), lines[:passed], False)
        yield YearPart(str(year), _summary(days[passed:]), lines[passed:], is_near)


def _summary(days: Sequence[Meeting]) -> str:
    count = sum(it.skipped is None for it in days)
    if not days:
        return _("no meetings are known")
    return str(ngettext("%(num)d meeting", "%(num)d meetings", count))


def _line(it: Meeting, row: MeetingRow | None, status_date: int) -> MeetingLine:
    return MeetingLine(
        id=None if row is None else row.id,
        day=day_text(it.day),
        body=body_texts()[it.body],
        origin=_("by rule") if row is None else origin_texts()[row.origin],
        skipped="" if it.skipped is None else skipped_text(it.skipped),
        is_past=it.day < status_date,
    )


def _rules(number: str) -> tuple[RuleLine, ...]:
    rows = queries.list_rules(number)
    if not rows:
        return ()
    sources, written = get_sources(), find_last_written(["meeting_rule"])
    return tuple(
        RuleLine(
            id=row.id,
            body=body_texts()[row.body],
            text=rule_text(row),
            source=sources.of(row),
            written=_by(row, written.get(("meeting_rule", str(row.id)))),
        )
        for row in rows
    )


def _lead(number: str) -> LeadPart | None:
    own = queries.find_lead(number)
    row = own or queries.find_lead(None)
    if row is None:
        return None
    sources: Sources = get_sources()
    written = find_last_written(["case_lead"]).get(("case_lead", str(row.id)))
    return LeadPart(
        lines=lead_lines(row),
        is_own=own is not None,
        source=sources.of(row),
        written=_by(row, written),
    )


def lead_lines(row: CaseLeadRow) -> tuple[str, ...]:
    """How long a case takes, a sentence for each part of its way."""
    lines = [
        ngettext(
            "The papers are public %(num)d day before a meeting.",
            "The papers are public %(num)d days before a meeting.",
            row.publication_days,
        )
    ]
    if row.committee:
        lines.append(
            ngettext(
                "%(body)s hears the case at least %(num)d day before the council.",
                "%(body)s hears the case at least %(num)d days before the council.",
                row.committee_days,
                body=body_texts()[row.committee],
            )
        )
    else:
        lines.append(_("No committee hears the case first."))
    if row.notice_days:
        lines.append(
            ngettext(
                "The decision has arrived %(num)d day after the vote.",
                "The decision has arrived %(num)d days after the vote.",
                row.notice_days,
            )
        )
    return tuple(map(str, lines))


def _by(row: MeetingRuleRow | CaseLeadRow, written: Written | None) -> str:
    by_hand = row.confidence in (ENTERED, ASSUMED)
    return written.text if by_hand and written is not None else ""
