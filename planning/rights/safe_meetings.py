"""The last meeting of the council at which a thing can still be decided in time.

Counted back from a legal deadline: the vote has reached whoever must know of it by
the deadline; the papers have been public for some days before the council meets; a
committee has met before it, with its own papers public for as long. Papers are laid
out on a working day outside the councils' recess. A meeting whose papers should have
been ready before the status date is lost.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from planning.calendars import Calendar, norway, to_date
from planning.lag_calendars import LagCalendar, find_calendar
from planning.rights.meetings import (
    Body,
    MeetingCalendar,
    Periods,
    list_meetings,
    unknown_years,
)

# A committee may have met long before the council does.
LOOKED_BACK = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLead:
    """How long a case takes, in days.

    `notice_days` are those from the vote until whoever must know of it does,
    `committee_days` those from the committee to the council at the least.
    """

    publication_days: int
    notice_days: int = 0
    committee: Body | None = None
    committee_days: int = 0

    def __post_init__(self) -> None:
        if min(self.publication_days, self.notice_days, self.committee_days) < 0:
            raise ValueError("a case takes no negative number of days")
        if self.committee is Body.COUNCIL:
            raise ValueError("the council is no committee")

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Who has to meet."""
        return (Body.COUNCIL, *filter(None, (self.committee,)))


class Step(StrEnum):
    """What has to happen, and when: the days of a case."""

    PAPERS_READY = "papers-ready"
    COMMITTEE = "committee"
    PAPERS_PUBLIC = "papers-public"
    COUNCIL = "council"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A meeting of the council that works, and the days that lead to it and on.

    `ready` is when all papers must be ready, those of the committee among them.
    """

    council: int
    ready: int
    public: int
    notice: int
    committee: int | None = None

    @property
    def steps(self) -> tuple[tuple[Step, int], ...]:
        """The days in the order in which they come."""
        steps = [(Step.PAPERS_READY, self.ready), (Step.COUNCIL, self.council)]
        if self.committee is not None:
            steps.append((Step.COMMITTEE, self.committee))
            steps.append((Step.PAPERS_PUBLIC, self.public))
        if self.notice > self.council:
            steps.append((Step.NOTICE, self.notice))
        order = list(Step)
        return tuple(sorted(steps, key=lambda it: (it[1], order.index(it[0]))))


class Lack(StrEnum):
    """Why there is no last safe meeting."""

    PASSED = "passed"
    NO_COUNCIL = "no-council"
    NO_COMMITTEE = "no-committee"
    NONE_FITS = "none-fits"
    TOO_LATE = "too-late"


Unknown = tuple[tuple[Body, tuple[int, ...]], ...]
"""The years of which nothing is known, by who meets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeMeetings:
    """The meetings at which a thing can be decided by its deadline, in order.

    `lost` is the last that would have done, where its papers should have been ready
    before the status date; `unknown_of` are years up to the deadline of which the
    calendar says nothing, by who meets: later meetings may do too.
    """

    deadline: int
    cases: tuple[Case, ...] = ()
    lack: Lack | None = None
    lost: Case | None = None
    unknown_of: Unknown = ()

    @property
    def unknown(self) -> tuple[int, ...]:
        """The years of which somebody’s meetings are not known."""
        return tuple(sorted({it for _body, years in self.unknown_of for it in years}))

    @property
    def last(self) -> Case | None:
        return self.cases[-1] if self.cases else None

    @property
    def reserve(self) -> Case | None:
        """The one before the last."""
        return self.cases[-2] if len(self.cases) > 1 else None

    @property
    def left(self) -> int:
        """How many meetings are left, the last one among them."""
        return len(self.cases)


def find_safe_meetings(
    calendar: MeetingCalendar,
    deadline: int,
    *,
    status_date: int,
    lead: CaseLead,
    periods: Periods = (),
) -> SafeMeetings:
    """The meetings that still work for a deadline; the deadline itself is inside."""
    if deadline < status_date:
        return SafeMeetings(deadline=deadline, lack=Lack.PASSED)
    unknown = _find_unknown(calendar, lead, status_date, deadline)
    lack = _find_lack(unknown, status_date, deadline)
    if lack is not None:
        return SafeMeetings(deadline=deadline, lack=lack, unknown_of=unknown)
    days = {
        body: tuple(
            it.day
            for it in list_meetings(
                calendar, body, status_date - LOOKED_BACK, deadline, periods
            )
        )
        for body in lead.bodies
    }
    working = find_calendar(LagCalendar.COUNCIL_RECESS, periods) or norway()
    committee = days[lead.committee] if lead.committee is not None else ()
    ahead = [day for day in days[Body.COUNCIL] if day >= status_date]
    found = (find_case(it, deadline, committee, lead, working) for it in ahead)
    fitting = tuple(it for it in found if it is not None)
    cases = tuple(it for it in fitting if it.ready >= status_date)
    lost = fitting[-1] if fitting and not cases else None
    none = Lack.NONE_FITS if lost is None else Lack.TOO_LATE
    return SafeMeetings(
        deadline=deadline,
        cases=cases,
        lack=None if cases else none,
        lost=lost,
        unknown_of=unknown,
    )


def find_case(
    council: int,
    deadline: int,
    committee: Sequence[int],
    lead: CaseLead,
    working: Calendar,
) -> Case | None:
    """The days of a case that the council decides on a day, if they work out.

    `committee` are the days on which the committee meets, in order. The latest that
    is early enough is taken.
    """
    notice = council + lead.notice_days
    if notice > deadline:
        return None
    heard = None
    if lead.committee is not None:
        at = bisect_right(committee, council - lead.committee_days)
        if not at:
            return None
        heard = committee[at - 1]
    first = council if heard is None else heard
    return Case(
        council=council,
        committee=heard,
        ready=working.snap_down(first - lead.publication_days),
        public=working.snap_down(council - lead.publication_days),
        notice=notice,
    )


def _find_unknown(
    calendar: MeetingCalendar, lead: CaseLead, status_date: int, deadline: int
) -> Unknown:
    """Who has no meeting that is known in some year up to the deadline, and which."""
    years = (
        (it, unknown_years(calendar, (it,), status_date, deadline))
        for it in lead.bodies
    )
    return tuple((body, found) for body, found in years if found)


def _find_lack(unknown: Unknown, status_date: int, deadline: int) -> Lack | None:
    """Whether somebody has no meeting that is known in any of the years."""
    years = to_date(deadline).year - to_date(status_date).year + 1
    for body, found in unknown:
        if len(found) == years:
            is_council = body is Body.COUNCIL
            return Lack.NO_COUNCIL if is_council else Lack.NO_COMMITTEE
    return None
