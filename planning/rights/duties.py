"""What follows from agreements: duties, rights and dates, each with its source.

Kinds and not sentences. A day is an ordinal, and the last on which something may be
done, except for a notice: there it is the day that it takes effect when given today.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from planning.calendars import Calendar
from planning.durations import Duration, Unit
from planning.rights.agreements import Agreement, AgreementKind
from planning.rights.leaving import NOTICE, Party
from planning.rights.options import OptionRight


class DutyKind(StrEnum):
    """What somebody has to do, or may do."""

    BE_INFORMED = "be-informed"
    OBSERVE = "observe"
    EXERCISE = "exercise"
    WITHDRAW = "withdraw"
    TO_COUNCIL = "to-council"
    INFORM = "inform"
    WORK_FOR_ALL = "work-for-all"
    JOIN_FIRST = "join-first"
    NOTICE = "notice"
    WITH_PURCHASE = "with-purchase"
    AT_PAR = "at-par"
    NOTIFY = "notify"
    RENEW = "renew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One of them; `source` is the key of a source and `reference` where in it.

    Without a source it follows from what was entered of the agreement itself.
    `municipality` is set where the day is that one's alone. A notice that is overtaken
    would take effect after the agreement's own end: the day is that end.
    """

    kind: DutyKind
    source: str = ""
    reference: str = ""
    day: int | None = None
    municipality: str = ""
    party: Party | None = None
    months: int | None = None
    is_overtaken: bool = False


FOSEN, NAMDAL = "slides-indre-fosen-2020", "slides-namdal-2020"
SOURCES: Mapping[DutyKind, tuple[str, str]] = {
    DutyKind.BE_INFORMED: (FOSEN, "lines 307-315"),
    DutyKind.OBSERVE: (FOSEN, "lines 307-315"),
    DutyKind.EXERCISE: (NAMDAL, "lines 221-222"),
    DutyKind.WITHDRAW: (FOSEN, "lines 252-253"),
    DutyKind.TO_COUNCIL: (NAMDAL, "lines 221-222"),
    DutyKind.INFORM: (FOSEN, "lines 307-315"),
    DutyKind.WORK_FOR_ALL: (FOSEN, "lines 307-315"),
    DutyKind.JOIN_FIRST: (FOSEN, "lines 273-276"),
    DutyKind.NOTICE: (FOSEN, "lines 317-319"),
    DutyKind.WITH_PURCHASE: (FOSEN, "line 297"),
    DutyKind.AT_PAR: (FOSEN, "lines 277-278"),
    DutyKind.NOTIFY: (FOSEN, "lines 284-288"),
}
OF_KIND: Mapping[AgreementKind, tuple[DutyKind, ...]] = {
    AgreementKind.OPTION: (
        DutyKind.BE_INFORMED,
        DutyKind.OBSERVE,
        DutyKind.EXERCISE,
        DutyKind.WITHDRAW,
    ),
    AgreementKind.PREPROJECT: (DutyKind.TO_COUNCIL,),
    AgreementKind.COOPERATION: (
        DutyKind.INFORM,
        DutyKind.WORK_FOR_ALL,
        DutyKind.JOIN_FIRST,
    ),
    AgreementKind.SHAREHOLDERS: (
        DutyKind.WITH_PURCHASE,
        DutyKind.AT_PAR,
        DutyKind.NOTIFY,
    ),
    AgreementKind.SERVICE: (),
}


def duties_of(
    agreement: Agreement,
    day: int,
    *,
    calendar: Calendar,
    founders: Collection[str] = (),
    options: Mapping[str, OptionRight] | None = None,
) -> tuple[Duty, ...]:
    """What an agreement asks of its parties, and gives them, as seen on a day.

    `options` are those of its parties: their limits are the dates of the option.
    """
    found: list[Duty] = []
    for kind in OF_KIND[agreement.kind]:
        source, reference = SOURCES[kind]
        duty = Duty(kind=kind, source=source, reference=reference)
        found += _dated(duty, agreement, options or {}) or [duty]
    if not agreement.has_ended(day):
        notices = _notices(agreement, day, calendar, founders)
        found += [_within(it, agreement) for it in notices]
    if agreement.valid_to is not None and agreement.valid_to >= day:
        found.append(Duty(kind=DutyKind.RENEW, day=agreement.valid_to))
    return tuple(found)


def _dated(
    duty: Duty, agreement: Agreement, options: Mapping[str, OptionRight]
) -> list[Duty]:
    """The same for each party that the network has a day for."""
    found = []
    for number in sorted(agreement.parties & options.keys()):
        option = options[number]
        limits = {
            DutyKind.EXERCISE: option.exercise if option.can_exercise else None,
            DutyKind.WITHDRAW: option.withdrawal if option.can_withdraw else None,
        }
        limit = limits.get(duty.kind)
        if limit is not None:
            found.append(replace(duty, day=limit.day, municipality=number))
    return found


def _within(notice: Duty, agreement: Agreement) -> Duty:
    """A notice that takes effect by the end of the agreement, or else that end."""
    end = agreement.valid_to
    if end is None or notice.day is None or notice.day <= end:
        return notice
    return replace(notice, day=end, is_overtaken=True)


def _notices(
    agreement: Agreement, day: int, calendar: Calendar, founders: Collection[str]
) -> Iterator[Duty]:
    """Its own notice, or those of the co-operation agreement for who has signed."""
    if agreement.notice_months is not None:
        length = Duration(agreement.notice_months, Unit.MONTHS)
        yield Duty(
            kind=DutyKind.NOTICE,
            day=calendar.advance(day, length),
            months=agreement.notice_months,
        )
    elif agreement.kind is AgreementKind.COOPERATION:
        source, reference = SOURCES[DutyKind.NOTICE]
        for party in _parties(agreement, frozenset(founders)):
            yield Duty(
                kind=DutyKind.NOTICE,
                source=source,
                reference=reference,
                day=calendar.advance(day, NOTICE[party]),
                party=party,
                months=int(NOTICE[party].amount),
            )


def _parties(agreement: Agreement, founders: frozenset[str]) -> Iterator[Party]:
    if agreement.parties - founders:
        yield Party.MUNICIPALITY
    if agreement.parties & founders:
        yield Party.FOUNDER
    if agreement.has_others:
        yield Party.REGIONAL_TRUST
